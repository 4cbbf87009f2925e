import type { DocumentProblem } from '../documents/field.js';

/** What can be wrong with a shape. Texts are the interface's; `params` carry what they need. */
export type ShapeProblemCode =
  | 'SHAPE_INVALID'
  | 'UNKNOWN_FIELD'
  /** A length, or an angle, that is not typed yet. */
  | 'LENGTH_MISSING'
  | 'LENGTH_OUT_OF_RANGE'
  | 'TOO_FEW_SIDES'
  | 'TOO_MANY_SIDES'
  | 'TRIANGLE_IMPOSSIBLE'
  | 'DIAGONAL_MISSING'
  | 'DIAGONAL_INVALID'
  | 'DIAGONALS_CROSS'
  | 'TOO_MANY_DIAGONALS'
  | 'WALLS_CROSS'
  | 'RIGHT_ANGLES_ODD_SIDES'
  | 'RIGHT_ANGLES_DO_NOT_CLOSE'
  | 'RIGHT_ANGLES_AMBIGUOUS'
  | 'REFLEX_CORNERS_INVALID'
  | 'TOO_MANY_ARCS'
  | 'ARC_INVALID'
  | 'ANGLE_INVALID'
  | 'ANGLE_OUT_OF_RANGE'
  | 'ANGLES_IMPOSSIBLE'
  | 'READINGS_MISSING'
  | 'READINGS_CONTRADICT'
  | 'MIRRORED'
  | 'TOO_MANY_CUTOUTS'
  | 'CUTOUT_INVALID'
  | 'CUTOUT_OUTSIDE'
  | 'CUTOUTS_OVERLAP'
  /** Columns from wall to wall leave no single room. */
  | 'CUTOUT_DIVIDES_ROOM'
  | 'PLACE_OUT_OF_RANGE';

/**
 * A problem named at its field: `path` is relative to the shape, steps joined by points ("sidesMm.2",
 * "diagonalsMm.0.lengthMm"), empty for the shape as a whole.
 */
export type ShapeProblem = DocumentProblem<ShapeProblemCode>;

/** Shorthand of the checks. */
export function shapeProblem(
  code: ShapeProblemCode,
  path: string,
  params: Record<string, string | number> = {},
): ShapeProblem {
  return { code, path, params };
}
