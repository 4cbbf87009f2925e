import { cornersLabel } from '../geometry/labels.js';
import { cross, distance } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import type { RoomDraft, TriangulatedShape } from '../shape/room-shape.js';
import type { ShapeProblem } from '../shape/shape-problem.js';
import { bestTriangulation } from './best-triangulation.js';
import { buildRoom } from './build-room.js';
import type { BuildRoomResult, BuiltRoom } from './built-room.js';
import { spreadsOf } from './least-squares.js';
import { knownReadings, lengthSigma } from './triangulated-readings.js';
import type { LengthReading, Reading } from './triangulated-readings.js';
import type { Chord } from './triangulation.js';

/** How well the chosen readings fix a room. */
export interface ReadingsAssessment {
  /**
   * The worst distance across the room: by how many millimetres it may be off when every reading is as exact as a laser
   * held by hand (about a millimetre); one standard deviation.
   */
  worstMm: number;
  /** The flattest measured triangle, "ABC"; null when the room was not measured by triangles. */
  weakest: string | null;
  /** The readings are exact and the room is not, and other diagonals would fix it much better. */
  isIllConditioned: boolean;
  /** Those diagonals. */
  better: Chord[] | null;
}

/** A distance that may be off by more than this is of no use to a workshop. */
const TOLERABLE_MM = 15;
/** Worth measuring again only for less than half the uncertainty. */
const CLEARLY_BETTER = 0.5;
/** A triangle that its readings miss by less than this is taken for a flat one and not for a wrong reading. */
const NEARLY_FLAT_MM = 20;

/**
 * Says whether the walls, diagonals and angles of a room fix it, and proposes better diagonals where they do not: flat
 * triangles turn a millimetre of a reading into centimetres of the room, or cannot be closed at all.
 * @param build what buildRoom made of the draft.
 * @returns null for rooms that were not measured by diagonals, and where the room is not known well enough to tell.
 */
export function assessReadings(draft: RoomDraft, build: BuildRoomResult): ReadingsAssessment | null {
  if (draft.kind !== 'triangulated' || draft.sidesMm.length < 4) {
    return null;
  }
  if (build.ok) {
    return assess(build.room, knownReadings(draft));
  }
  const opened = openFlatTriangles(draft, build.problems);
  const flat = opened && buildRoom(opened);
  if (!flat?.ok) {
    return null;
  }
  const better = bestTriangulation(flat.room.vertices);
  return { worstMm: Infinity, weakest: weakestOf(flat.room), isIllConditioned: better !== null, better };
}

function assess(room: BuiltRoom, readings: readonly Reading[]): ReadingsAssessment {
  const { vertices } = room;
  const worstMm = worstSpread(vertices, readings);
  const weakest = weakestOf(room);
  if (worstMm <= TOLERABLE_MM) {
    return { worstMm, weakest, isIllConditioned: false, better: null };
  }
  const better = bestTriangulation(vertices);
  const walls = readings.filter((reading) => reading.kind === 'length' && reading.role === 'wall');
  const instead = better && worstSpread(vertices, [...walls, ...better.map((chord) => distanceOf(vertices, chord))]);
  const isIllConditioned = instead !== null && instead < worstMm * CLEARLY_BETTER;
  return { worstMm, weakest, isIllConditioned, better: isIllConditioned ? better : null };
}

/** Over all pairs of corners, in millimetres; infinite where the readings do not fix the room at all. */
function worstSpread(vertices: readonly Point[], readings: readonly Reading[]): number {
  const pairs = vertices.flatMap((_, from) =>
    vertices.slice(from + 1).map((__, step) => distanceOf(vertices, { from, to: from + 1 + step })),
  );
  const spreads = spreadsOf(vertices, readings, pairs);
  return spreads ? Math.max(...spreads) * 1000 : Infinity;
}

function distanceOf(vertices: readonly Point[], { from, to }: Chord): LengthReading {
  const value = distance(vertices[from]!, vertices[to]!);
  const sigma = lengthSigma(value);
  return { kind: 'length', role: 'diagonal', from, to, path: '', label: cornersLabel([from, to]), value, sigma };
}

/** The triangle with the least sine in any of its corners. */
function weakestOf({ triangles, vertices }: BuiltRoom): string | null {
  const flatness = triangles.map(([a, b, c]) => {
    const [p, q, r] = [vertices[a]!, vertices[b]!, vertices[c]!];
    const sides = [distance(p, q), distance(q, r), distance(r, p)].sort((one, two) => one - two);
    return { label: cornersLabel([a, b, c]), sine: Math.abs(cross(p, q, r)) / (sides[1]! * sides[2]!) };
  });
  return flatness.sort((one, two) => one.sine - two.sine)[0]?.label ?? null;
}

/**
 * The draft with the longest side of each nearly flat triangle made a millimetre shorter than the two others together, so
 * that the room can be built to look for better diagonals; null when something else is wrong with it.
 */
function openFlatTriangles(
  draft: TriangulatedShape<number | null>,
  problems: readonly ShapeProblem[],
): TriangulatedShape<number | null> | null {
  const opened = {
    ...draft,
    sidesMm: [...draft.sidesMm],
    diagonalsMm: draft.diagonalsMm.map((diagonal) => ({ ...diagonal })),
  };
  for (const { code, path, params } of problems) {
    const [excessMm, index] = [Number(params['longestMm']) - Number(params['othersMm']), Number(path.split('.')[1])];
    if (code !== 'TRIANGLE_IMPOSSIBLE' || !(excessMm < NEARLY_FLAT_MM)) {
      return null;
    }
    const lengthMm = Number(params['othersMm']) - 1;
    if (path.startsWith('sidesMm')) {
      opened.sidesMm[index] = lengthMm;
    } else {
      opened.diagonalsMm[index]!.lengthMm = lengthMm;
    }
  }
  return opened;
}
