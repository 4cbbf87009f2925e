import { getSchemaPath } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { JsonSchema } from '@smet/estimating';

/** Schemas of the description of the API by their names. */
export type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Schema = Schemas[string];

/** A property that is the document of that title. */
export const documentRef = (title: string) => ({ allOf: [{ $ref: getSchemaPath(title) }] });

/** Every part with a title, the whole one too, under its title; where it stood inside another there is a reference. */
export function namedParts(schema: JsonSchema): Schemas {
  const parts = new Map<string, Schema>();
  const described = (part: JsonSchema): Schema => {
    const { title, items, properties, oneOf, ...rest } = part;
    const own: Schema = {
      ...rest,
      ...(items && { items: described(items) }),
      ...(properties && {
        properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, described(value)])),
      }),
      ...(oneOf && { oneOf: oneOf.map(described) }),
    };
    if (title === undefined) return own;
    parts.set(title, own);
    return { $ref: getSchemaPath(title) };
  };
  described(schema);
  return Object.fromEntries([...parts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
