import { SHAPE_LIMITS } from '../shape/limits.js';
import type { Field } from './field.js';
import type { DocumentFields } from './fields.js';

/** Codes that every document about a room has for what they share. */
type CommonCode = 'PLACE_OUT_OF_RANGE' | 'ANGLE_OUT_OF_RANGE';

/** Letters, digits, hyphens and underscores: a UUID, or a short name; safe in attributes and file names. */
const ID_PATTERN = '^[A-Za-z0-9_-]+$';

/** The name of a thing within a document, or of a row. */
export function idField<Code extends string>(kit: DocumentFields<Code>, code: Code): Field<Code> {
  return kit.text({ max: SHAPE_LIMITS.maxIdChars, pattern: ID_PATTERN, code });
}

/** A place in the frame of the room. */
export function placeField<Code extends string>(kit: DocumentFields<Code | CommonCode>): Field<Code | CommonCode> {
  const { maxPlaceMm, stepMm } = SHAPE_LIMITS;
  const coordinate = kit.number({
    min: -maxPlaceMm,
    max: maxPlaceMm,
    step: stepMm,
    unit: 'Mm',
    code: 'PLACE_OUT_OF_RANGE',
  });
  return kit.object({
    title: 'PointMm',
    description: 'A place in the frame of the room: A at the origin, AB along +x, the room on the left of its walls.',
    fields: { x: coordinate, y: coordinate },
  });
}

/** How a thing is turned counter-clockwise in the frame of the room. */
export function turnField<Code extends string>(kit: DocumentFields<Code | CommonCode>): Field<Code | CommonCode> {
  const { maxTurnDeg, stepDeg } = SHAPE_LIMITS;
  return kit.number({ min: -maxTurnDeg, max: maxTurnDeg, step: stepDeg, unit: 'Deg', code: 'ANGLE_OUT_OF_RANGE' });
}
