import type { Point } from '../geometry/point.js';
import { SHAPE_LIMITS } from '../shape/limits.js';
import type { RectangleShape } from '../shape/room-shape.js';
import type { ShapeProblem } from '../shape/shape-problem.js';
import { failed, knownMetres } from './outline.js';
import type { OutlineResult } from './outline.js';

/** A room of four right angles by AB and BC; `problems` are those the field checks found. */
export function outlineRectangle(draft: RectangleShape<number | null>, problems: ShapeProblem[]): OutlineResult {
  const ab = knownMetres(draft.sidesMm[0], SHAPE_LIMITS.maxSideMm);
  const bc = knownMetres(draft.sidesMm[1], SHAPE_LIMITS.maxSideMm);
  if (problems.length > 0 || ab === null || bc === null) {
    const known = new Map<number, Point>();
    if (ab !== null) {
      known.set(0, { x: 0, y: 0 }).set(1, { x: ab, y: 0 });
    }
    return failed(problems, known);
  }
  const vertices = [
    { x: 0, y: 0 },
    { x: ab, y: 0 },
    { x: ab, y: bc },
    { x: 0, y: bc },
  ];
  return {
    ok: true,
    outline: { vertices, sidesM: [ab, bc, ab, bc], diagonals: [], triangles: [], gapMm: null, check: null },
  };
}
