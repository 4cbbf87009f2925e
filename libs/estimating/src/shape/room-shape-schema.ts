import { SHAPE_LIMITS } from './limits.js';

const length = (minimum: number, maximum: number) => ({ type: 'number', minimum, maximum, multipleOf: 0.1 }) as const;

const side = length(SHAPE_LIMITS.minSideMm, SHAPE_LIMITS.maxSideMm);
const corner = { type: 'integer', minimum: 0, maximum: SHAPE_LIMITS.maxCorners - 1 } as const;
const schemaVersion = { const: 1 } as const;
const arcs = {
  type: 'array',
  maxItems: SHAPE_LIMITS.maxArcs,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['side', 'sagittaMm', 'bulges'],
    properties: {
      side: corner,
      sagittaMm: length(SHAPE_LIMITS.minSagittaMm, SHAPE_LIMITS.maxSideMm),
      bulges: { enum: ['outward', 'inward'] },
    },
  },
} as const;

/** JSON Schema (draft 2020-12) of a stored room shape, for documentation and foreign clients; parseRoomShape is the law. */
export const roomShapeSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'RoomShape',
  description: 'Lengths in millimetres with at most one digit after the point; corners A, B, C… are 0, 1, 2…',
  oneOf: [
    {
      type: 'object',
      additionalProperties: false,
      required: ['schemaVersion', 'kind', 'sidesMm'],
      properties: {
        schemaVersion,
        kind: { const: 'rectangle' },
        sidesMm: { type: 'array', minItems: 2, maxItems: 2, items: side },
        arcs,
      },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['schemaVersion', 'kind', 'sidesMm'],
      properties: {
        schemaVersion,
        kind: { const: 'right-angled' },
        sidesMm: { type: 'array', minItems: 4, maxItems: SHAPE_LIMITS.maxCorners, items: side },
        reflexCorners: { type: 'array', uniqueItems: true, maxItems: SHAPE_LIMITS.maxCorners, items: corner },
        arcs,
      },
    },
    {
      type: 'object',
      additionalProperties: false,
      required: ['schemaVersion', 'kind', 'sidesMm', 'diagonalsMm'],
      properties: {
        schemaVersion,
        kind: { const: 'triangulated' },
        sidesMm: { type: 'array', minItems: 3, maxItems: SHAPE_LIMITS.maxCorners, items: side },
        diagonalsMm: {
          type: 'array',
          maxItems: SHAPE_LIMITS.maxCorners - 3,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['from', 'to', 'lengthMm'],
            properties: {
              from: corner,
              to: corner,
              lengthMm: length(SHAPE_LIMITS.minSideMm, SHAPE_LIMITS.maxDiagonalMm),
            },
          },
        },
        arcs,
      },
    },
  ],
} as const;
