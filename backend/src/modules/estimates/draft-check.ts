import { parseRoomShape, type EstimateDraft, type EstimateProblem, type EstimateResult } from '@smet/estimating';
import type { InvalidParam } from '../../platform/http/index.js';
import { draftInvalid } from './estimates.errors.js';

/** Everything in a request about the draft is named under this field. */
const ROOT = 'draft';

/**
 * The structure of every room's shape document: fields, bounds, nothing unknown.
 * @throws AppError 422 with a path like `draft.rooms.0.shape.diagonalsMm.0.lengthMm` and the shape problem's code.
 */
export function assertShapes(draft: EstimateDraft): void {
  const problems = draft.rooms.flatMap((room, index) => {
    const parsed = parseRoomShape(room.shape);
    return parsed.ok ? [] : parsed.problems.map((problem) => atShape(index, problem));
  });
  if (problems.length > 0) throw draftInvalid(problems);
}

/**
 * A draft that could not be computed as a whole is not stored: a room that cannot exist, a line of an item without
 * a price. A generated line whose item has no price is no fault of the draft; it is left out and told in the result.
 * @throws AppError 422 that names every such place.
 */
export function assertComputed(draft: EstimateDraft, result: EstimateResult): void {
  const indexOf = new Map(draft.rooms.map((room, index) => [room.id, index]));
  const ofRooms = result.rooms.flatMap((room) =>
    'problems' in room ? room.problems.map((problem) => atShape(indexOf.get(room.roomId) ?? 0, problem)) : [],
  );
  const ofDraft = result.problems.filter(isFaultOfDraft).map(({ code, path, params }) => ({
    path: `${ROOT}.${path}`,
    code,
    params,
  }));
  if (ofRooms.length + ofDraft.length > 0) throw draftInvalid([...ofRooms, ...ofDraft]);
}

function isFaultOfDraft(problem: EstimateProblem): boolean {
  return problem.code !== 'ITEM_NOT_PRICED' || problem.path.startsWith('manualLines');
}

function atShape(
  room: number,
  problem: { readonly code: string; readonly path: string; readonly params: InvalidParam['params'] },
): InvalidParam {
  const path = [ROOT, 'rooms', room, 'shape', ...(problem.path === '' ? [] : [problem.path])].join('.');
  return { path, code: problem.code, ...(problem.params && { params: problem.params }) };
}
