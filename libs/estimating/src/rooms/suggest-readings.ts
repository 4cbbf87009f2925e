import { distance } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import { SHAPE_LIMITS } from '../shape/limits.js';
import type { RoomDraft, TriangulatedShape } from '../shape/room-shape.js';
import { bestTriangulation, visibleChords } from './best-triangulation.js';
import { buildRoom } from './build-room.js';
import type { BuiltRoom } from './built-room.js';
import { cyclicPolygon } from './cyclic-polygon.js';
import { knownMetres } from './outline.js';
import { chordsCross, facesOf, missingChords } from './triangulation.js';
import type { Chord } from './triangulation.js';

/** What to measure next. */
export interface SuggestedReadings {
  /** Diagonals that fix the room together with those measured already: short, not crossing, no flat triangles. */
  next: Chord[];
  /** One more diagonal that would reveal a wrong reading; null before the room is fixed and when it is controlled. */
  control: Chord | null;
}

type Draft = TriangulatedShape<number | null>;

/**
 * Which diagonals to measure next in a room measured by walls and diagonals; nothing for rooms of right angles, which
 * need none. Diagonals without a length yet count as not measured. Where a part of the room is not fixed yet, its shape
 * is guessed as the roundest one its lengths allow. Never throws.
 */
export function suggestReadings(draft: RoomDraft): SuggestedReadings {
  if (draft.kind !== 'triangulated' || draft.sidesMm.length < 4 || draft.sidesMm.length > SHAPE_LIMITS.maxCorners) {
    return { next: [], control: null };
  }
  const measured = measuredChords(draft);
  const readings = { ...draft, diagonalsMm: draft.diagonalsMm.filter(({ lengthMm }) => lengthMm !== null) };
  const build = buildRoom(readings);
  if (!build.ok) {
    return { next: nextChords(draft, measured), control: null };
  }
  return { next: [], control: build.room.check ? null : controlChord(build.room, measured) };
}

/** Measured diagonals that do not cross one another, and what measured angles cut off. */
function measuredChords({ sidesMm, diagonalsMm, angles = [] }: Draft): Chord[] {
  const count = sidesMm.length;
  const cutOff = angles
    .filter(({ degrees }) => degrees !== null && degrees < 180)
    .map(({ corner }) => ({ from: (corner + count - 1) % count, to: (corner + 1) % count }));
  const chords: Chord[] = [];
  for (const chord of [...diagonalsMm.filter(({ lengthMm }) => lengthMm !== null), ...cutOff]) {
    if (!chords.some((other) => chordsCross(other, chord) || isSame(other, chord))) {
      chords.push({ from: Math.min(chord.from, chord.to), to: Math.max(chord.from, chord.to) });
    }
  }
  return chords;
}

function isSame(a: Chord, b: Chord): boolean {
  return Math.min(a.from, a.to) === Math.min(b.from, b.to) && Math.max(a.from, a.to) === Math.max(b.from, b.to);
}

function nextChords(draft: Draft, measured: readonly Chord[]): Chord[] {
  const lengthOf = edgeLengths(draft);
  return facesOf(draft.sidesMm.length, measured).flatMap((face) => {
    if (face.length < 4) {
      return [];
    }
    const lengths = face.map((corner, index) => lengthOf(corner, face[(index + 1) % face.length]!));
    const chords = bestTriangulation(cyclicPolygon(lengths)) ?? missingChords(face.length, []);
    return chords.map(({ from, to }) => ({ from: face[from]!, to: face[to]! }));
  });
}

/** Metres between two corners where they were measured, else null. */
function edgeLengths({ sidesMm, diagonalsMm }: Draft): (from: number, to: number) => number | null {
  const count = sidesMm.length;
  return (from, to) => {
    if ((to - from + count) % count === 1) {
      return knownMetres(sidesMm[from], SHAPE_LIMITS.maxSideMm);
    }
    const diagonal = diagonalsMm.find((reading) => isSame(reading, { from, to }));
    return knownMetres(diagonal?.lengthMm, SHAPE_LIMITS.maxDiagonalMm);
  };
}

/** Of the diagonals one can measure, the one over the most triangles: it depends on the most readings. */
function controlChord({ vertices }: BuiltRoom, measured: readonly Chord[]): Chord | null {
  const isVisible = visibleChords(vertices);
  const candidates = allChords(vertices.length)
    .filter((chord) => isVisible(chord.from, chord.to) && !measured.some((other) => isSame(other, chord)))
    .map((chord) => ({
      chord,
      crossed: measured.filter((other) => chordsCross(other, chord)).length,
      lengthM: lengthIn(vertices, chord),
    }))
    .filter(({ crossed }) => crossed > 0)
    .sort((a, b) => b.crossed - a.crossed || a.lengthM - b.lengthM);
  return candidates[0]?.chord ?? null;
}

function lengthIn(vertices: readonly Point[], { from, to }: Chord): number {
  return distance(vertices[from]!, vertices[to]!);
}

function allChords(count: number): Chord[] {
  return Array.from({ length: count }, (_, from) =>
    Array.from({ length: count - from }, (__, step) => ({ from, to: from + step })),
  )
    .flat()
    .filter(({ from, to }) => to - from > 1 && to - from < count - 1);
}
