import {
  parseRoomPlan,
  parseRoomShape,
  type EstimateDraft,
  type EstimateProblem,
  type RoomInput,
} from '@smet/estimating';
import type { InvalidParam } from '../../platform/http/index.js';
import type { ComputedVariant } from './compute-draft.js';
import { draftInvalid } from './estimates.errors.js';

/** Everything in a request about the draft is named under this field. */
const ROOT = 'draft';
/** Only two of them are given. */
const RECTANGLE_WALLS = 4;
/** What a draft may be stored with: lines and quantities that are left out are told, the draft itself is sound. */
const NO_FAULT: readonly EstimateProblem['code'][] = [
  'ITEM_NOT_PRICED',
  'RULE_FAILED',
  'OVERRIDE_UNUSED',
  'DISCOUNT_EXCLUDED',
];

/**
 * The structure of every room's documents: fields, bounds, nothing unknown.
 * @param placeOf the path of a room in the request
 * @throws AppError 422 with a path like `draft.rooms.0.shape.diagonalsMm.0.lengthMm` and the problem's code.
 */
export function assertDocuments({ rooms, variants }: EstimateDraft, placeOf = placeOfRoom): void {
  const problems = rooms.flatMap((room, index) => documentProblems(room).map((problem) => at(placeOf(index), problem)));
  const ids = variants.map(({ id }) => id);
  const doubles = ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ path: `${ROOT}.variants.${index}.id`, code: 'DUPLICATE' }] : [],
  );
  if (problems.length + doubles.length > 0) throw draftInvalid([...problems, ...doubles]);
}

/**
 * A draft that could not be computed as a whole is not stored: a room that cannot exist, a line of an item without
 * a price. A generated line whose item has no price is no fault of the draft; it is left out and told in the result.
 * @throws AppError 422 that names every such place once, whichever variants have it.
 */
export function assertComputed({ rooms }: EstimateDraft, computed: readonly ComputedVariant[]): void {
  const indexOf = new Map(rooms.map((room, index) => [room.id, index]));
  const problems = computed.flatMap(({ result }, variant) => [
    ...result.rooms.flatMap((room) =>
      'problems' in room ? room.problems.map((problem) => at(placeOfRoom(indexOf.get(room.roomId) ?? 0), problem)) : [],
    ),
    ...result.problems.filter(isFaultOfDraft).map((problem) => atVariant(variant, problem)),
  ]);
  const named = new Map(problems.map((problem) => [`${problem.path} ${problem.code}`, problem]));
  if (named.size > 0) throw draftInvalid([...named.values()]);
}

function isFaultOfDraft({ code, path }: EstimateProblem): boolean {
  return !NO_FAULT.includes(code) || path.startsWith('manualLines');
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

function placeOfRoom(room: number): string {
  return `${ROOT}.rooms.${room}`;
}

function at(place: string, { code, path, params }: Problem): InvalidParam {
  return { path: `${place}.${path}`, code, ...(params && { params }) };
}

/** Rooms are the same in every variant: what is wrong with them is named where they are. */
function atVariant(variant: number, { code, path, params }: EstimateProblem): InvalidParam {
  const isOfRooms = path === 'rooms' || path.startsWith('rooms.');
  return { path: isOfRooms ? `${ROOT}.${path}` : `${ROOT}.variants.${variant}.${path}`, code, params };
}
