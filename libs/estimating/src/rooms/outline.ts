import type { Point } from '../geometry/point.js';
import type { ShapeProblem } from '../shape/shape-problem.js';
import type { ReadingsCheck } from './built-room.js';

/** A room's corners and walls before arcs and checks that do not depend on how it was measured. */
export interface Outline {
  /** Metres, counter-clockwise, A at the origin, AB along +x. */
  vertices: Point[];
  /** Chord of each wall in metres: the reading, after the closing gap was spread or the room was adjusted. */
  sidesM: number[];
  diagonals: { from: number; to: number; lengthM: number }[];
  triangles: [number, number, number][];
  gapMm: { x: number; y: number } | null;
  /** How well the readings agreed; null without any to spare. */
  check: ReadingsCheck | null;
}

/** An outline, or what stands in its way and the vertices that are known all the same. */
export type OutlineResult = { ok: true; outline: Outline } | OutlineFailure;

export interface OutlineFailure {
  ok: false;
  problems: ShapeProblem[];
  partial: Point[];
  partialCorners: number[];
}

export function failed(problems: ShapeProblem[], partial: ReadonlyMap<number, Point> = new Map()): OutlineFailure {
  const partialCorners = [...partial.keys()].sort((a, b) => a - b);
  return { ok: false, problems, partial: partialCorners.map((corner) => partial.get(corner)!), partialCorners };
}

/** A length of a draft in metres, or null while it is missing or nonsense. */
export function knownMetres(lengthMm: number | null | undefined, maxMm: number): number | null {
  return typeof lengthMm === 'number' && lengthMm > 0 && lengthMm <= maxMm ? lengthMm / 1000 : null;
}
