/**
 * The words of JSON Schema these documents need; all of them mean the same in draft 2020-12 and in OpenAPI 3.0. Parts
 * worth a name of their own have a `title`.
 */
export interface JsonSchema {
  title?: string;
  description?: string;
  type?: 'object' | 'array' | 'number' | 'integer' | 'string' | 'boolean';
  enum?: (string | number | null)[];
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  /** False, or what every further field must be. */
  additionalProperties?: false | JsonSchema;
  maxProperties?: number;
  oneOf?: JsonSchema[];
}
