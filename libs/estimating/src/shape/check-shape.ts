import type { RoomDraft, RoomShape } from './room-shape.js';
import { shapeField } from './shape-fields.js';
import type { ShapeProblem } from './shape-problem.js';

/** How many walls a shape has is its own matter: it is read from the shape. */
const WALLS_UNKNOWN = 0;

/**
 * Reads a room shape from outside: structure, bounds and steps of every field, nothing unknown. The geometry (can the
 * room exist?) is the matter of buildRoom.
 */
export function parseRoomShape(
  input: unknown,
): { ok: true; shape: RoomShape } | { ok: false; problems: ShapeProblem[] } {
  const problems = shapeField.check(input, '', { walls: WALLS_UNKNOWN, isDraft: false });
  return problems.length === 0 ? { ok: true, shape: input as RoomShape } : { ok: false, problems };
}

/** The same checks for a shape someone is typing; LENGTH_MISSING names what is not there yet. */
export function checkRoomDraft(draft: RoomDraft): ShapeProblem[] {
  return shapeField.check(draft, '', { walls: WALLS_UNKNOWN, isDraft: true });
}
