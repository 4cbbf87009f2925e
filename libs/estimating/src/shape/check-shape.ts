import { SHAPE_LIMITS } from './limits.js';
import type { RoomDraft, RoomShape } from './room-shape.js';
import { shapeProblem } from './shape-problem.js';
import type { ShapeProblem } from './shape-problem.js';

/** How strict a check is: a draft may lack lengths, a stored shape has them to a tenth of a millimetre. */
interface Strictness {
  checkStep: boolean;
}

type Fields = Record<string, unknown>;

/** Fields a kind has beside those of every shape, and the least number of its sides. */
const OWN_FIELDS: Readonly<Record<string, string[]>> = {
  rectangle: [],
  'right-angled': ['reflexCorners'],
  triangulated: ['diagonalsMm'],
};
const MIN_SIDES: Readonly<Record<string, number>> = { rectangle: 2, 'right-angled': 4, triangulated: 3 };
/** More entries than this are not looked at one by one. */
const MAX_ENTRIES = 200;
const MAX_KEY_CHARS = 60;

/**
 * Reads a room shape from outside: structure, bounds and steps of every field, nothing unknown. The geometry (can the
 * room exist?) is the matter of buildRoom.
 */
export function parseRoomShape(
  input: unknown,
): { ok: true; shape: RoomShape } | { ok: false; problems: ShapeProblem[] } {
  const problems = checkFields(input, { checkStep: true });
  return problems.length === 0 ? { ok: true, shape: input as RoomShape } : { ok: false, problems };
}

/** The same checks for a shape someone is typing; LENGTH_MISSING names what is not there yet. */
export function checkRoomDraft(draft: RoomDraft): ShapeProblem[] {
  return checkFields(draft, { checkStep: false });
}

function checkFields(input: unknown, strictness: Strictness): ShapeProblem[] {
  if (!isObject(input)) {
    return [shapeProblem('SHAPE_INVALID', '', { expected: 'object' })];
  }
  if (input['schemaVersion'] !== 1) {
    return [shapeProblem('SHAPE_INVALID', 'schemaVersion', { expected: 1 })];
  }
  const kind = input['kind'];
  if (typeof kind !== 'string' || !Object.hasOwn(OWN_FIELDS, kind)) {
    return [shapeProblem('SHAPE_INVALID', 'kind', { expected: Object.keys(OWN_FIELDS).join(', ') })];
  }
  const sides = checkSides(input['sidesMm'], kind, strictness);
  const count = kind === 'rectangle' ? 4 : Array.isArray(input['sidesMm']) ? input['sidesMm'].length : 0;
  return [
    ...unknownFields(input, ['schemaVersion', 'kind', 'sidesMm', 'arcs', ...(OWN_FIELDS[kind] ?? [])], ''),
    ...sides,
    ...(kind === 'triangulated' ? checkDiagonals(input['diagonalsMm'], count, strictness) : []),
    ...(kind === 'right-angled' ? checkReflexCorners(input['reflexCorners'], count) : []),
    ...checkArcs(input['arcs'], count, strictness),
  ];
}

function checkSides(input: unknown, kind: string, strictness: Strictness): ShapeProblem[] {
  if (!Array.isArray(input)) {
    return [shapeProblem('SHAPE_INVALID', 'sidesMm', { expected: 'array' })];
  }
  const sides: unknown[] = input;
  if (kind === 'rectangle' && sides.length !== 2) {
    return [shapeProblem('SHAPE_INVALID', 'sidesMm', { expected: 2 })];
  }
  if (sides.length > SHAPE_LIMITS.maxCorners) {
    return [shapeProblem('TOO_MANY_SIDES', 'sidesMm', { max: SHAPE_LIMITS.maxCorners, count: sides.length })];
  }
  const problems = Array.from(sides, (side, index) => checkLength(side, `sidesMm.${index}`, sideBounds, strictness));
  const min = MIN_SIDES[kind] ?? 0;
  if (sides.length < min) {
    problems.push([shapeProblem('TOO_FEW_SIDES', 'sidesMm', { min, count: sides.length })]);
  } else if (kind === 'right-angled' && sides.length % 2 === 1) {
    problems.push([shapeProblem('RIGHT_ANGLES_ODD_SIDES', 'sidesMm', { count: sides.length })]);
  }
  return problems.flat();
}

interface LengthBounds {
  minMm: number;
  maxMm: number;
}

const sideBounds: LengthBounds = { minMm: SHAPE_LIMITS.minSideMm, maxMm: SHAPE_LIMITS.maxSideMm };
const diagonalBounds: LengthBounds = { minMm: SHAPE_LIMITS.minSideMm, maxMm: SHAPE_LIMITS.maxDiagonalMm };
const sagittaBounds: LengthBounds = { minMm: SHAPE_LIMITS.minSagittaMm, maxMm: SHAPE_LIMITS.maxSideMm };

function checkLength(value: unknown, path: string, bounds: LengthBounds, { checkStep }: Strictness): ShapeProblem[] {
  if (value === null || value === undefined) {
    return [shapeProblem('LENGTH_MISSING', path)];
  }
  const inRange = typeof value === 'number' && value >= bounds.minMm && value <= bounds.maxMm;
  if (!inRange) {
    return [shapeProblem('LENGTH_OUT_OF_RANGE', path, { ...bounds })];
  }
  if (checkStep && Math.round(value * 10) / 10 !== value) {
    return [shapeProblem('LENGTH_OUT_OF_RANGE', path, { ...bounds, stepMm: SHAPE_LIMITS.stepMm })];
  }
  return [];
}

function checkDiagonals(input: unknown, count: number, strictness: Strictness): ShapeProblem[] {
  if (!Array.isArray(input)) {
    return [shapeProblem('SHAPE_INVALID', 'diagonalsMm', { expected: 'array' })];
  }
  if (input.length > MAX_ENTRIES) {
    return [shapeProblem('TOO_MANY_DIAGONALS', 'diagonalsMm', { expected: count - 3, count: input.length })];
  }
  return Array.from(input, (diagonal: unknown, index) => {
    const path = `diagonalsMm.${index}`;
    if (!isObject(diagonal)) {
      return [shapeProblem('SHAPE_INVALID', path, { expected: 'object' })];
    }
    const { from, to } = diagonal;
    const apart = isIndex(from, count) && isIndex(to, count) ? Math.abs(from - to) : 0;
    return [
      ...unknownFields(diagonal, ['from', 'to', 'lengthMm'], path),
      ...(apart < 2 || apart > count - 2 ? [shapeProblem('DIAGONAL_INVALID', path, { corners: count })] : []),
      ...checkLength(diagonal['lengthMm'], `${path}.lengthMm`, diagonalBounds, strictness),
    ];
  }).flat();
}

function checkReflexCorners(input: unknown, count: number): ShapeProblem[] {
  if (input === undefined) {
    return [];
  }
  const valid =
    Array.isArray(input) &&
    input.length <= count &&
    new Set(input).size === input.length &&
    input.every((corner) => isIndex(corner, count));
  return valid ? [] : [shapeProblem('REFLEX_CORNERS_INVALID', 'reflexCorners', { expected: (count - 4) / 2 })];
}

function checkArcs(input: unknown, count: number, strictness: Strictness): ShapeProblem[] {
  if (input === undefined) {
    return [];
  }
  if (!Array.isArray(input)) {
    return [shapeProblem('SHAPE_INVALID', 'arcs', { expected: 'array' })];
  }
  if (input.length > SHAPE_LIMITS.maxArcs) {
    return [shapeProblem('TOO_MANY_ARCS', 'arcs', { max: SHAPE_LIMITS.maxArcs, count: input.length })];
  }
  const taken = new Set<unknown>();
  return Array.from(input, (arc: unknown, index) => {
    const path = `arcs.${index}`;
    if (!isObject(arc)) {
      return [shapeProblem('SHAPE_INVALID', path, { expected: 'object' })];
    }
    const sideIsFree = isIndex(arc['side'], count) && !taken.has(arc['side']);
    taken.add(arc['side']);
    return [
      ...unknownFields(arc, ['side', 'sagittaMm', 'bulges'], path),
      ...(sideIsFree ? [] : [shapeProblem('ARC_INVALID', `${path}.side`, { sides: count })]),
      ...(arc['bulges'] === 'outward' || arc['bulges'] === 'inward'
        ? []
        : [shapeProblem('ARC_INVALID', `${path}.bulges`, { expected: 'outward, inward' })]),
      ...checkLength(arc['sagittaMm'], `${path}.sagittaMm`, sagittaBounds, strictness),
    ];
  }).flat();
}

function unknownFields(input: Fields, known: readonly string[], path: string): ShapeProblem[] {
  return Object.keys(input)
    .filter((key) => !known.includes(key))
    .slice(0, MAX_ENTRIES)
    .map((key) => shapeProblem('UNKNOWN_FIELD', `${path}${path && '.'}${key.slice(0, MAX_KEY_CHARS)}`));
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isIndex(value: unknown, count: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < count;
}
