import {
  parseRoomPlan,
  parseRoomShape,
  type VariantInput,
  type EstimateProblem,
  type EstimateResult,
  type RoomInput,
} from '@smet/estimating';
import type { InvalidParam } from '../../platform/http/index.js';
import { draftInvalid } from './estimates.errors.js';

/** Everything in a request about the draft is named under this field. */
const ROOT = 'draft';
/** Only two of them are given. */
const RECTANGLE_WALLS = 4;

/**
 * The structure of every room's documents: fields, bounds, nothing unknown.
 * @throws AppError 422 with a path like `draft.rooms.0.shape.diagonalsMm.0.lengthMm` and the problem's code.
 */
export function assertDocuments(draft: VariantInput): void {
  const problems = draft.rooms.flatMap((room, index) =>
    documentProblems(room).map((problem) => atRoom(index, problem)),
  );
  if (problems.length > 0) throw draftInvalid(problems);
}

/**
 * A draft that could not be computed as a whole is not stored: a room that cannot exist, a line of an item without
 * a price. A generated line whose item has no price is no fault of the draft; it is left out and told in the result.
 * @throws AppError 422 that names every such place.
 */
export function assertComputed(draft: VariantInput, result: EstimateResult): void {
  const indexOf = new Map(draft.rooms.map((room, index) => [room.id, index]));
  const ofRooms = result.rooms.flatMap((room) =>
    'problems' in room ? room.problems.map((problem) => atRoom(indexOf.get(room.roomId) ?? 0, problem)) : [],
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

interface Problem {
  readonly code: string;
  readonly path: string;
  readonly params: InvalidParam['params'];
}

/** Paths relative to the room. A plan speaks of the walls of its room: it is read once the shape has been. */
function documentProblems({ shape, plan }: RoomInput): Problem[] {
  const parsed = parseRoomShape(shape);
  if (!parsed.ok) return parsed.problems.map((problem) => below('shape', problem));
  if (plan === undefined) return [];
  const walls = shape.kind === 'rectangle' ? RECTANGLE_WALLS : shape.sidesMm.length;
  const read = parseRoomPlan(plan, { walls });
  return read.ok ? [] : read.problems.map((problem) => below('plan', problem));
}

function below(field: string, { path, ...problem }: Problem): Problem {
  return { ...problem, path: path === '' ? field : `${field}.${path}` };
}

function atRoom(room: number, { code, path, params }: Problem): InvalidParam {
  return { path: [ROOT, 'rooms', room, path].join('.'), code, ...(params && { params }) };
}
