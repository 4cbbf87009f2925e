import { cornerLabel, cornersLabel } from '../geometry/labels.js';
import { distance } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import { findCrossing, shoelaceArea } from '../geometry/polygon.js';
import { shapeProblem } from '../shape/shape-problem.js';
import type { ShapeProblem } from '../shape/shape-problem.js';
import { visibleChords } from './best-triangulation.js';
import { adjust, interiorAngle, misfitOf } from './least-squares.js';
import type { Laid } from './triangulated-faces.js';
import type { Construction } from './triangulated-parts.js';
import { place } from './triangulated-placing.js';
import { knownReadings } from './triangulated-readings.js';
import type { Reading, TriangulatedDraft } from './triangulated-readings.js';

/** Triangles that may run either way round are all tried up to this many; beyond, one at a time. */
const MAX_TRIED_TOGETHER = 6;
/** Readings to spare tell one room from another when they fit it that much better, in squared standard deviations. */
const CLEARLY_BETTER = 25;
/** Rooms that differ by no more than this are one room with a nearly flat triangle. */
const SAME_ROOM_M = 0.001;

/** A room that the readings allow. */
interface Room {
  laid: Laid;
  vertices: Point[];
}

/** And how badly it fits all of them at its best, in squared standard deviations; `vertices` are those of the best fit. */
interface Candidate extends Room {
  misfit: number;
}

/**
 * Settles which way round every uncertain triangle runs: so that a room comes out, and the one that agrees best with the
 * readings to spare. When several rooms fit alike, READINGS_MISSING names what would tell them apart.
 * @param choices the number of triangles in the construction that may run either way
 */
export function chooseTurns(whole: Construction, choices: number, draft: TriangulatedDraft): Laid {
  const tries = patterns(choices).map((pattern) => place(whole, (choice) => pattern.has(choice)));
  const rooms = tries
    .filter(({ problems }) => problems.length === 0)
    .map((laid) => ({ laid, vertices: verticesOf(laid.placed) }))
    .filter(({ vertices }) => isRoom(vertices));
  const [best, ...others] = byFit(rooms, draft);
  if (best) {
    const near = others.filter(({ misfit }) => misfit - best.misfit < CLEARLY_BETTER);
    const twins = near.map(({ vertices }) => tellApart(best.vertices, vertices, draft));
    return { ...best.laid, problems: twins.find((problems) => problems.length > 0) ?? [] };
  }
  const possible = tries.find(({ problems }) => problems.length === 0);
  // Lettered as it should be it only crosses itself, which is said of any room; the other way round it is none at all.
  if (possible && (choices === 0 || shoelaceArea(verticesOf(possible.placed)) > 0)) {
    return possible;
  }
  return possible ? { ...possible, problems: [noRoom(draft)] } : tries[0]!;
}

/** All ways to turn a few triangles, the fewest first; of many only one at a time. */
function patterns(choices: number): Set<number>[] {
  const each = Array.from({ length: choices }, (_, choice) => choice);
  if (choices > MAX_TRIED_TOGETHER) {
    return [new Set(), ...each.map((choice) => new Set([choice]))];
  }
  return Array.from({ length: 2 ** choices }, (_, bits) => new Set(each.filter((choice) => (bits >> choice) & 1))).sort(
    (a, b) => a.size - b.size,
  );
}

function verticesOf(placed: ReadonlyMap<number, Point>): Point[] {
  return Array.from({ length: placed.size }, (_, corner) => placed.get(corner) ?? { x: 0, y: 0 });
}

function isRoom(vertices: readonly Point[]): boolean {
  return shoelaceArea(vertices) > 0 && findCrossing(vertices) === null;
}

/** The best first. With readings to spare each room is adjusted: before that, errors of a flat triangle hide which fits. */
function byFit(rooms: readonly Room[], draft: TriangulatedDraft): Candidate[] {
  const readings = knownReadings(draft);
  const isSpare = readings.length > 2 * draft.sidesMm.length - 3;
  return rooms
    .map((room): Candidate => {
      const adjusted = isSpare && rooms.length > 1 ? adjust(room.vertices, readings) : null;
      const isBetter = adjusted !== null && isRoom(adjusted.vertices);
      return isBetter
        ? { ...room, vertices: adjusted.vertices, misfit: adjusted.squares }
        : { ...room, misfit: misfitOfAll(readings, room.vertices) };
    })
    .sort((a, b) => a.misfit - b.misfit);
}

function misfitOfAll(readings: readonly Reading[], vertices: readonly Point[]): number {
  return readings.reduce((sum, reading) => sum + (misfitOf(reading, vertices) / reading.sigma) ** 2, 0);
}

/**
 * What to measure to tell two rooms apart: the angle that differs most between them and, among the diagonals one can
 * see in both, the one that does; with none to see the angle is what is suggested. Nothing where the rooms are the same
 * for all purposes.
 */
function tellApart(one: readonly Point[], other: readonly Point[], draft: TriangulatedDraft): ShapeProblem[] {
  const { angles = [], diagonalsMm } = draft;
  const difference = (from: number, to: number) =>
    Math.abs(distance(one[from]!, one[to]!) - distance(other[from]!, other[to]!));
  const chords = one.flatMap((_, from) => one.slice(from + 2).map((_, index) => ({ from, to: from + 2 + index })));
  const differing = chords
    .map(({ from, to }) => ({ from, to, byM: difference(from, to) }))
    .filter(({ byM }) => byM > SAME_ROOM_M)
    .sort((a, b) => b.byM - a.byM);
  if (differing.length === 0) {
    return [];
  }
  const [seenInOne, seenInOther] = [visibleChords(one), visibleChords(other)];
  const measured = new Set(diagonalsMm.map(({ from, to }) => cornersLabel([Math.min(from, to), Math.max(from, to)])));
  const chord = differing.find(
    ({ from, to }) => !measured.has(cornersLabel([from, to])) && seenInOne(from, to) && seenInOther(from, to),
  );
  const turns = one.map((_, corner) => {
    const isMeasured = angles.some((angle) => angle.corner === corner);
    return isMeasured ? 0 : Math.abs(interiorAngle(one, corner) - interiorAngle(other, corner));
  });
  const corner = cornerLabel(turns.indexOf(Math.max(...turns)));
  const suggest = chord ? cornersLabel([chord.from, chord.to]) : corner;
  return [shapeProblem('READINGS_MISSING', 'diagonalsMm', { count: 1, suggest, corner })];
}

function noRoom({ angles = [] }: TriangulatedDraft): ShapeProblem {
  const corners = cornersLabel(angles.map(({ corner }) => corner));
  return angles.length > 0
    ? shapeProblem('ANGLES_IMPOSSIBLE', 'angles', { corners })
    : shapeProblem('READINGS_CONTRADICT', 'diagonalsMm');
}
