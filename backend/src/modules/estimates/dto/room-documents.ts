import { getSchemaPath } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { roomPlanSchema, roomShapeSchema, type JsonSchema } from '@smet/estimating';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Schema = Schemas[string];

/**
 * The documents of a room and their named parts in the description of the API, as @smet/estimating has them: it checks
 * them too, and names the wrong reading itself.
 */
export const roomDocuments: Schemas = Object.fromEntries(
  [...namedParts(roomShapeSchema), ...namedParts(roomPlanSchema)].toSorted(([a], [b]) => (a < b ? -1 : 1)),
);

/** A property that is one of these documents. */
export const documentRef = (name: 'RoomShape' | 'RoomPlan') => ({ allOf: [{ $ref: getSchemaPath(name) }] });

/** Every part with a title, the whole one too, under its title; where it stood inside another there is a reference. */
function namedParts(schema: JsonSchema): Map<string, Schema> {
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
  return parts;
}
