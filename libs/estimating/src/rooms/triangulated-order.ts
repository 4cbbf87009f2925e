import { cornerLabel, cornersLabel, wallLabel } from '../geometry/labels.js';
import { distance } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import type { ShapeProblem } from '../shape/shape-problem.js';
import type { ReadingRef, ReadingsCheck } from './built-room.js';
import type { Outline } from './outline.js';
import type { TriangulatedDraft } from './triangulated-readings.js';

/**
 * A room as it would be lettered and listed by the room alone: not by which corner was called A, which way round the
 * letters run or what was measured first. All that has to choose among readings chooses in it, so that people who measure
 * the same room get the same answer.
 */
export interface OrderedRoom {
  draft: TriangulatedDraft;
  /** The corners of the room as it was given, in the order of this one. */
  corners: number[];
  /** True when they run against the letters it was given. */
  isMirrored: boolean;
  /** Indexes of the readings of each kind as they were given, in the order of this room. */
  given: { sidesMm: number[]; diagonalsMm: number[]; angles: number[] };
}

/** Of all letterings the one whose wall lengths, then diagonals and angles, make the least list of numbers. */
export function inOrder(draft: TriangulatedDraft): OrderedRoom {
  const count = draft.sidesMm.length;
  const places = [...draft.sidesMm.keys()];
  const letterings = [false, true].flatMap((isMirrored) =>
    places.map((start) => {
      const corners = places.map((place) => (start + (isMirrored ? count - place : place)) % count);
      const walls = corners.map((corner) => (isMirrored ? (corner + count - 1) % count : corner));
      return { corners, walls, isMirrored };
    }),
  );
  const alike = least(letterings, ({ walls }) => walls.map((wall) => draft.sidesMm[wall] ?? 0));
  const rooms = alike.map((lettering) => relettered(draft, lettering));
  return least(rooms, numbersOf)[0]!;
}

/** All those whose list of numbers comes first; lists are equally long. */
function least<T>(things: readonly T[], listOf: (thing: T) => number[]): T[] {
  let best: { list: number[]; things: T[] } | null = null;
  for (const thing of things) {
    const list = listOf(thing);
    const order: number = best ? compare(list, best.list) : -1;
    if (order < 0) {
      best = { list, things: [thing] };
    } else if (order === 0) {
      best?.things.push(thing);
    }
  }
  return best?.things ?? [];
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : one[at]! - other[at]!;
}

interface Lettering {
  corners: number[];
  walls: number[];
  isMirrored: boolean;
}

/** Diagonals by their corners; what is still empty is left out. */
function relettered(draft: TriangulatedDraft, { corners, walls, isMirrored }: Lettering): OrderedRoom {
  const places = placesOf(corners);
  const diagonals = draft.diagonalsMm
    .map(({ from, to, lengthMm }, index) => {
      const [a, b] = [places[from]!, places[to]!];
      return { index, reading: { from: Math.min(a, b), to: Math.max(a, b), lengthMm } };
    })
    .filter(({ reading }) => reading.lengthMm !== null)
    .sort(({ reading: a }, { reading: b }) => a.from - b.from || a.to - b.to);
  const angles = (draft.angles ?? [])
    .map(({ corner, degrees }, index) => ({ index, reading: { corner: places[corner]!, degrees } }))
    .filter(({ reading }) => reading.degrees !== null)
    .sort(({ reading: a }, { reading: b }) => a.corner - b.corner);
  return {
    corners,
    isMirrored,
    draft: {
      ...draft,
      sidesMm: walls.map((wall) => draft.sidesMm[wall]!),
      diagonalsMm: diagonals.map(({ reading }) => reading),
      ...(draft.angles && { angles: angles.map(({ reading }) => reading) }),
    },
    given: {
      sidesMm: walls,
      diagonalsMm: diagonals.map(({ index }) => index),
      angles: angles.map(({ index }) => index),
    },
  };
}

/** What tells letterings apart whose walls are alike. */
function numbersOf({ draft: { diagonalsMm, angles = [] } }: OrderedRoom): number[] {
  return [
    ...diagonalsMm.flatMap(({ from, to, lengthMm }) => [from, to, lengthMm ?? 0]),
    ...angles.flatMap(({ corner, degrees }) => [corner, degrees ?? 0]),
  ];
}

/** The place of every corner in an order of the corners. */
function placesOf(corners: readonly number[]): number[] {
  const places: number[] = [];
  corners.forEach((corner, place) => {
    places[corner] = place;
  });
  return places;
}

/** The outline of the ordered room as the room was given: its letters, its frame, its fields. */
export function asGiven(outline: Outline, room: OrderedRoom, { diagonalsMm }: TriangulatedDraft): Outline {
  const places = placesOf(room.corners);
  const vertices = framed(
    places.map((place) => outline.vertices[place]!),
    room.isMirrored,
  );
  const sidesM: number[] = [];
  room.given.sidesMm.forEach((wall, place) => {
    sidesM[wall] = outline.sidesM[place]!;
  });
  return {
    ...outline,
    vertices,
    sidesM,
    diagonals: outline.diagonals
      .map(({ lengthM }, place) => ({ lengthM, index: room.given.diagonalsMm[place]! }))
      .sort((a, b) => a.index - b.index)
      .map(({ lengthM, index }) => ({ from: diagonalsMm[index]!.from, to: diagonalsMm[index]!.to, lengthM })),
    triangles: outline.triangles.map((triangle) => ascending(triangle.map((place) => room.corners[place]!))),
    check: outline.check && checkAsGiven(outline.check, room),
  };
}

function ascending(corners: number[]): [number, number, number] {
  return corners.sort((a, b) => a - b) as [number, number, number];
}

function framed(points: readonly Point[], isMirrored: boolean): Point[] {
  const [first, second] = [points[0]!, points[1]!];
  const length = distance(first, second);
  const [ux, uy] = [(second.x - first.x) / length, (second.y - first.y) / length];
  return points.map((point, index) => {
    const [dx, dy] = [point.x - first.x, point.y - first.y];
    const across = dy * ux - dx * uy;
    return index < 2 ? { x: index * length, y: 0 } : { x: dx * ux + dy * uy, y: isMirrored ? -across : across };
  });
}

function checkAsGiven(check: ReadingsCheck, room: OrderedRoom): ReadingsCheck {
  const refAsGiven = (ref: ReadingRef): ReadingRef => ({
    ...ref,
    path: pathAsGiven(ref.path, room),
    label: labelsAsGiven(ref.label, room),
  });
  return {
    ...check,
    doubtful: check.doubtful && refAsGiven(check.doubtful),
    suspects: check.suspects.map((suspect) => refAsGiven(suspect)),
  };
}

/** Problems of the ordered room by the letters and fields of the room as it was given. */
export function problemsAsGiven(problems: readonly ShapeProblem[], room: OrderedRoom): ShapeProblem[] {
  return problems.map(({ path, params, ...problem }) => ({
    ...problem,
    path: pathAsGiven(path, room),
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'string' ? labelsAsGiven(value, room) : value,
      ]),
    ),
  }));
}

function pathAsGiven(path: string, { given }: OrderedRoom): string {
  return path.replace(/^(sidesMm|diagonalsMm|angles)\.(\d+)/, (_, kind: keyof typeof given, place: string) => {
    return `${kind}.${given[kind][Number(place)]!}`;
  });
}

/** Corners in labels, "AC" or "AC,BD", in ascending order but for the wall that closes the room. */
function labelsAsGiven(labels: string, { corners }: OrderedRoom): string {
  const ofLabel = new Map(corners.map((corner, place) => [cornerLabel(place), corner]));
  return labels.replace(/[A-Z0-9]+/g, (label) => {
    const named = (label.match(/[A-Z]\d*/g) ?? []).map((letter) => ofLabel.get(letter) ?? 0).sort((a, b) => a - b);
    const closes = named.length === 2 && named[0] === 0 && named[1] === corners.length - 1;
    return closes ? wallLabel(corners.length - 1, corners.length) : cornersLabel(named);
  });
}
