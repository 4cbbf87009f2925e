import { cornersLabel } from '../geometry/labels.js';
import { distance } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import { findCrossing, shoelaceArea } from '../geometry/polygon.js';
import { SHAPE_LIMITS } from '../shape/limits.js';
import { shapeProblem } from '../shape/shape-problem.js';
import type { ShapeProblem } from '../shape/shape-problem.js';
import { misfitOf } from './least-squares.js';
import type { ReadingsCheck } from './built-room.js';
import { failed, knownMetres } from './outline.js';
import type { Outline, OutlineResult } from './outline.js';
import { checkReadings } from './readings-check.js';
import { flatTriangles, layTriangles } from './triangulated-faces.js';
import type { Triangle } from './triangulated-faces.js';
import { fixRoom, uncrossed } from './triangulated-fixing.js';
import type { Fixed } from './triangulated-fixing.js';
import { soundestTriangulation } from './triangulated-choice.js';
import { asGiven, inOrder, problemsAsGiven } from './triangulated-order.js';
import { emptyFields, knownReadings } from './triangulated-readings.js';
import type { Reading, TriangulatedDraft } from './triangulated-readings.js';
import { missingChords } from './triangulation.js';

/** An angle measured outside is off by more than this, and by less than that on the other side of 360°; radians. */
const CLEARLY_OFF = Math.PI / 9;
const CLOSE = Math.PI / 36;
/** A reading that is off by more than both of these after an adjustment is a slip of the keys. */
const ABSURD_M = 0.1;
const ABSURD_SHARE = 0.05;

/**
 * A room by its n walls and n − 3 or more diagonals and angles. Readings it does not need control it: the room is then
 * adjusted to all of them. `problems` are those of the field checks; an empty field is one of them only where the room
 * needs it.
 */
export function outlineTriangulated(draft: TriangulatedDraft, problems: ShapeProblem[]): OutlineResult {
  const repeated = repeatedDiagonals(draft);
  if (repeated.length > 0) {
    return failed([...problems, ...repeated]);
  }
  if (isUnfinished(draft) || isPlain(draft)) {
    return outlineAsLettered(draft, problems);
  }
  const lettered = problems.length > 0 ? outlineAsLettered(draft, problems) : null;
  return lettered?.ok === false ? lettered : outlineInOrder(draft);
}

/** Too few readings for any room: what lacks is said by the letters it has so far. */
function isUnfinished(draft: TriangulatedDraft): boolean {
  return knownReadings(draft).length < 2 * draft.sidesMm.length - 3;
}

/** Triangles and nothing else, which come out the same however they are lettered. */
function isPlain(draft: TriangulatedDraft): boolean {
  const { sidesMm, diagonalsMm, angles = [] } = draft;
  const isEnough = angles.length === 0 && diagonalsMm.length === sidesMm.length - 3;
  return isEnough && uncrossed(draft, [...diagonalsMm.keys()]).length === diagonalsMm.length;
}

/** Codes that ask for a reading, which is better done by the letters and the order that people see. */
const ASKING: ReadonlySet<string> = new Set(['DIAGONAL_MISSING', 'DIAGONALS_CROSS', 'READINGS_MISSING']);

/** A room whose readings leave a choice, by the order of the room instead of the order they were given in. */
function outlineInOrder(draft: TriangulatedDraft): OutlineResult {
  const ordered = inOrder(draft);
  const result = outlineAsLettered(ordered.draft, []);
  if (result.ok) {
    return { ok: true, outline: asGiven(result.outline, ordered, draft) };
  }
  // How far one gets from AB is a matter of what is called A and B.
  const lettered = outlineAsLettered(draft, []);
  const codes = result.problems.map(({ code }) => code).join();
  if (!lettered.ok && ASKING.has(codes) && lettered.problems.map(({ code }) => code).join() === codes) {
    return lettered;
  }
  const partial: [number, Point][] = lettered.ok
    ? [...lettered.outline.vertices.entries()]
    : lettered.partialCorners.map((corner, index) => [corner, lettered.partial[index]!]);
  return failed(problemsAsGiven(result.problems, ordered), new Map(partial));
}

function outlineAsLettered(draft: TriangulatedDraft, problems: ShapeProblem[]): OutlineResult {
  const fixed = fix(draft);
  const found = [...needed(problems, draft, fixed), ...fixed.problems];
  if (found.length > 0) {
    return failed(asMirrored(draft, found), fixed.placed);
  }
  const vertices = Array.from(draft.sidesMm, (_, corner) => fixed.placed.get(corner)!);
  if (!draft.angles?.length && draft.diagonalsMm.length === vertices.length - 3) {
    return { ok: true, outline: outlineAsMeasured(draft, vertices, fixed.triangles) };
  }
  const readings = knownReadings(draft);
  return isMirrored(draft, vertices, readings)
    ? failed([mirrored(draft)], fixed.placed)
    : outlineAdjusted(draft, vertices, { readings, triangles: fixed.triangles });
}

/** Without the empty fields that the room is fixed without. */
function needed(problems: ShapeProblem[], draft: TriangulatedDraft, fixed: Fixed): ShapeProblem[] {
  if (problems.length === 0) {
    return problems;
  }
  const empty = emptyFields(draft);
  return problems.filter(({ path }) => !empty.has(path) || fixed.needed.has(path));
}

/** By triangles where diagonals that do not cross make them, otherwise by whatever readings there are. */
function fix(draft: TriangulatedDraft): Fixed {
  const { sidesMm, diagonalsMm, angles = [] } = draft;
  const enough = sidesMm.length - 3;
  const all = [...diagonalsMm.keys()];
  const known = all.filter((index) => knownMetres(diagonalsMm[index]!.lengthMm, SHAPE_LIMITS.maxDiagonalMm) !== null);
  const free = (all.length > enough ? soundestTriangulation(draft) : null) ?? uncrossed(draft, known);
  if (free.length === enough) {
    const laid = { ...layTriangles(draft, free), needed: new Set<string>() };
    const isAll = angles.length === 0 && all.length === enough;
    return laid.problems.length === 0 || isAll ? laid : aroundFlatTriangles(draft, free, laid);
  }
  if (angles.length > 0 || all.length > enough || uncrossed(draft, all).length < all.length) {
    return fixRoom(draft);
  }
  const missing = missingChords(sidesMm.length, diagonalsMm);
  const laid = layTriangles(draft, all);
  const [next] = missing;
  const lacking = next
    ? [
        shapeProblem('DIAGONAL_MISSING', 'diagonalsMm', {
          suggest: cornersLabel([next.from, next.to]),
          count: missing.length,
        }),
      ]
    : [];
  return { ...laid, problems: [...lacking, ...laid.problems], needed: emptyFields(draft) };
}

/** Where measuring made a flat triangle impossible and there are readings to spare, others fix the room in its stead. */
function aroundFlatTriangles(draft: TriangulatedDraft, free: readonly number[], laid: Fixed): Fixed {
  const flat = flatTriangles(draft, free, laid);
  const inFlat = free.filter((index) => {
    const { from, to } = draft.diagonalsMm[index]!;
    return flat.some((triangle) => triangle.includes(from) && triangle.includes(to));
  });
  if (inFlat.length === 0) {
    return laid;
  }
  const other = fixRoom(draft, new Set(inFlat));
  return other.problems.length === 0 && other.placed.size === draft.sidesMm.length ? other : laid;
}

function repeatedDiagonals({ diagonalsMm }: TriangulatedDraft): ShapeProblem[] {
  const taken = new Set<string>();
  return diagonalsMm.flatMap(({ from, to }, index) => {
    const key = `${Math.min(from, to)}-${Math.max(from, to)}`;
    const isTaken = taken.has(key);
    taken.add(key);
    return isTaken
      ? [shapeProblem('DIAGONAL_INVALID', `diagonalsMm.${index}`, { duplicate: cornersLabel([from, to]) })]
      : [];
  });
}

/** Nothing to spare: every length is the one that was measured. */
function outlineAsMeasured(draft: TriangulatedDraft, vertices: Point[], triangles: Triangle[]): Outline {
  const diagonals = draft.diagonalsMm.flatMap(({ from, to, lengthMm }) =>
    lengthMm === null ? [] : [{ from, to, lengthM: lengthMm / 1000 }],
  );
  const sidesM = draft.sidesMm.map((side) => side! / 1000);
  return { vertices, sidesM, diagonals, triangles, gapMm: null, check: null };
}

function outlineAdjusted(
  draft: TriangulatedDraft,
  start: Point[],
  { readings, triangles }: { readings: readonly Reading[]; triangles: Triangle[] },
): OutlineResult {
  const measured = outlineAsMeasured(draft, start, triangles);
  if (readings.length === 2 * start.length - 3) {
    return { ok: true, outline: measured };
  }
  const checked = checkReadings(start, readings);
  if (!checked || isTorn(start, checked.vertices)) {
    return failed([contradiction(start, readings, null)], new Map(start.entries()));
  }
  const { vertices, check } = checked;
  if (readings.some((reading) => isAbsurd(reading, vertices))) {
    return failed([contradiction(start, readings, check)], new Map(start.entries()));
  }
  const between = (from: number, to: number) => distance(vertices[from]!, vertices[to]!);
  const sidesM = vertices.map((_, corner) => between(corner, (corner + 1) % vertices.length));
  const diagonals = measured.diagonals.map(({ from, to }) => ({ from, to, lengthM: between(from, to) }));
  return { ok: true, outline: { ...measured, vertices, sidesM, diagonals, check } };
}

/** True when fitting the readings made a room that crosses itself of one that did not, or turned it inside out. */
function isTorn(start: readonly Point[], adjusted: readonly Point[]): boolean {
  return !(shoelaceArea(adjusted) > 0) || (findCrossing(adjusted) !== null && findCrossing(start) === null);
}

/** Fits the room so badly that it was typed wrong rather than measured wrong, and the room is nothing like the real one. */
function isAbsurd(reading: Reading, vertices: readonly Point[]): boolean {
  const lengthM = reading.kind === 'angle' ? reading.reachM : reading.value;
  const offM = Math.abs(misfitOf(reading, vertices)) * (reading.kind === 'angle' ? lengthM : 1);
  return offM > ABSURD_M && offM > ABSURD_SHARE * lengthM;
}

/** No room fits: named at the likeliest reading, or at the one that is farthest from the room the others make. */
function contradiction(
  start: readonly Point[],
  readings: readonly Reading[],
  check: ReadingsCheck | null,
): ShapeProblem {
  const sigmas = (reading: Reading) => Math.abs(misfitOf(reading, start)) / reading.sigma;
  const farthest = readings.reduce((most, reading) => (sigmas(reading) > sigmas(most) ? reading : most));
  const { path, label } = check?.doubtful ?? check?.suspects[0] ?? farthest;
  return shapeProblem('READINGS_CONTRADICT', path, { reading: label });
}

/** True when all angles fit the room from outside, or would make a room of what crosses itself with them. */
function isMirrored(draft: TriangulatedDraft, vertices: readonly Point[], readings: readonly Reading[]): boolean {
  const angles = readings.filter(({ kind }) => kind === 'angle');
  if (angles.length === 0) {
    return false;
  }
  if (findCrossing(vertices) !== null) {
    return fitsOutside(draft);
  }
  const worst = (side: (value: number) => number) =>
    Math.max(...angles.map((angle) => Math.abs(misfitOf({ ...angle, value: side(angle.value) }, vertices))));
  return worst((value) => value) > CLEARLY_OFF && worst((value) => 2 * Math.PI - value) < CLOSE;
}

/** Angles that make no room, but would with their other sides, were measured outside. */
function asMirrored(draft: TriangulatedDraft, found: ShapeProblem[]): ShapeProblem[] {
  const isGeometry = found.every(({ code }) => code === 'ANGLES_IMPOSSIBLE' || code === 'TRIANGLE_IMPOSSIBLE');
  return isGeometry && fitsOutside(draft) ? [mirrored(draft)] : found;
}

/** True when there are angles and the other side of each of them would make a room. */
function fitsOutside(draft: TriangulatedDraft): boolean {
  const angles = (draft.angles ?? []).map(({ corner, degrees }) => {
    return { corner, degrees: degrees === null ? null : 360 - degrees };
  });
  if (angles.length === 0) {
    return false;
  }
  const { problems, placed } = fix({ ...draft, angles });
  if (placed.size < draft.sidesMm.length || problems.some(({ code }) => code !== 'READINGS_MISSING')) {
    return false;
  }
  return findCrossing(Array.from(draft.sidesMm, (_, corner) => placed.get(corner)!)) === null;
}

function mirrored({ angles = [] }: TriangulatedDraft): ShapeProblem {
  return shapeProblem('MIRRORED', 'angles', { angles: cornersLabel(angles.map(({ corner }) => corner)) });
}
