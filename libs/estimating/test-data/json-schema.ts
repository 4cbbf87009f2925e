import fc from 'fast-check';
import type { JsonSchema } from '../src/documents/json-schema.js';

/** True when a value is what a schema describes, by the words these schemas use and nothing else. */
export function matches(schema: JsonSchema, value: unknown): boolean {
  if (schema.oneOf) {
    return schema.oneOf.filter((option) => matches(option, value)).length === 1;
  }
  if (schema.enum && !schema.enum.includes(value as string)) {
    return false;
  }
  if (schema.enum && schema.type === undefined) {
    return true;
  }
  switch (schema.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'object':
      return matchesObject(schema, value);
    case 'array':
      return matchesArray(schema, value);
    case 'string':
      return typeof value === 'string' && matchesText(schema, value);
    case 'integer':
    case 'number':
      return typeof value === 'number' && matchesNumber(schema, value);
    default:
      throw new Error(`The schema says nothing: ${JSON.stringify(schema)}`);
  }
}

function matchesObject({ properties = {}, required = [], ...others }: JsonSchema, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return false;
  }
  const fields = Object.entries(value);
  return (
    required.every((name) => Object.hasOwn(value, name)) &&
    fields.length <= (others.maxProperties ?? Infinity) &&
    fields.every(([name, field]) => {
      const known = Object.hasOwn(properties, name) ? properties[name]! : others.additionalProperties;
      return known ? matches(known, field) : false;
    })
  );
}

function matchesArray(schema: JsonSchema, value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length >= (schema.minItems ?? 0) &&
    value.length <= (schema.maxItems ?? Infinity) &&
    (!schema.uniqueItems || new Set(value).size === value.length) &&
    value.every((item) => matches(schema.items!, item))
  );
}

function matchesText({ minLength = 0, maxLength = Infinity, pattern = '' }: JsonSchema, value: string): boolean {
  const count = Array.from(value).length;
  return count >= minLength && count <= maxLength && new RegExp(pattern, 'u').test(value);
}

function matchesNumber(schema: JsonSchema, value: number): boolean {
  const steps = schema.multipleOf === undefined ? value : value / schema.multipleOf;
  return (
    value >= (schema.minimum ?? -Infinity) &&
    value <= (schema.maximum ?? Infinity) &&
    ((schema.type === 'number' && schema.multipleOf === undefined) || Math.abs(steps - Math.round(steps)) < 1e-6)
  );
}

/** Values a schema describes; lists stay short. */
export function valuesOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.oneOf) {
    return fc.oneof(...schema.oneOf.map(valuesOf));
  }
  if (schema.enum) {
    return fc.constantFrom(...schema.enum);
  }
  const { minimum = 0, maximum = 0, multipleOf = 1, minItems = 0, maxItems = 0 } = schema;
  switch (schema.type) {
    case 'boolean':
      return fc.boolean();
    case 'object': {
      if (schema.additionalProperties) {
        return fc.dictionary(fc.string({ minLength: 1 }), valuesOf(schema.additionalProperties), { maxKeys: 3 });
      }
      const fields = Object.entries(schema.properties ?? {});
      const model = Object.fromEntries(fields.map(([name, field]) => [name, valuesOf(field)]));
      return fc.record(model, { requiredKeys: schema.required ?? [] });
    }
    case 'array': {
      const constraints = { minLength: minItems, maxLength: Math.min(maxItems, minItems + 4) };
      const items = valuesOf(schema.items!);
      return schema.uniqueItems ? fc.uniqueArray(items, constraints) : fc.array(items, constraints);
    }
    case 'string':
      return fc
        .oneof(fc.constantFrom('c1', '3.2', '5.05', 'pvc-matte'), fc.uuid(), fc.string({ unit: 'binary' }))
        .filter((text) => matchesText(schema, text));
    default: {
      const perUnit = Math.round(1 / multipleOf);
      return fc.integer({ min: minimum * perUnit, max: maximum * perUnit }).map((steps) => steps / perUnit);
    }
  }
}

/** The same document with something put, changed or taken out in one place that `path` chooses. */
export function broken(document: unknown, path: readonly number[], intruder: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof document !== 'object' || document === null) {
    return intruder;
  }
  const isList = Array.isArray(document);
  const keys = [...Object.keys(document), isList ? String(document.length) : 'unknown'];
  const key = keys[step % keys.length]!;
  const value = broken((document as Record<string, unknown>)[key], rest, intruder);
  const fields = Object.entries({ ...document, [key]: value }).filter(([, field]) => field !== undefined);
  return isList ? fields.map(([, field]) => field) : Object.fromEntries(fields);
}
