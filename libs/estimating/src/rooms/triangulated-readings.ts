import { cornerLabel, cornersLabel, wallLabel } from '../geometry/labels.js';
import { SHAPE_LIMITS } from '../shape/limits.js';
import type { AngleReading, DiagonalReading, TriangulatedShape } from '../shape/room-shape.js';
import { knownMetres } from './outline.js';

/** A room measured by its walls, diagonals and angles while it may still lack some of them. */
export type TriangulatedDraft = TriangulatedShape<number | null>;

interface ReadingOf {
  /** The field it was typed in, relative to the shape. */
  path: string;
  label: string;
  /** Metres or radians. */
  value: number;
  /** One standard deviation of it, in the same unit. */
  sigma: number;
}

/** A wall or a diagonal in metres. */
export interface LengthReading extends ReadingOf {
  kind: 'length';
  role: 'wall' | 'diagonal';
  from: number;
  to: number;
}

/** The angle inside the room between the walls to the corners `before` and `after`, in radians. */
export interface TurnReading extends ReadingOf {
  kind: 'angle';
  corner: number;
  before: number;
  after: number;
  /** The shorter of the two walls as measured, metres: what an error of the angle swings about. */
  reachM: number;
}

/** Something measured that the corners of the room can be checked against. */
export type Reading = LengthReading | TurnReading;

/**
 * A laser held by hand into a corner is off by about a millimetre, whatever the length, and by a tenth of a millimetre
 * more per metre for not being level. Metres.
 */
export function lengthSigma(lengthM: number): number {
  return 0.001 + 0.0001 * lengthM;
}

/** A tenth of a degree is what a digital protractor promises and the step angles are written down with. */
export const ANGLE_SIGMA = Math.PI / 1800;

/** An angle between 0° and 360°, or null while it is missing or nonsense. */
function knownRadians(degrees: number | null | undefined): number | null {
  return typeof degrees === 'number' && degrees > 0 && degrees < 360 ? (degrees / 180) * Math.PI : null;
}

export function wallReading({ sidesMm }: TriangulatedDraft, index: number): LengthReading | null {
  const value = knownMetres(sidesMm[index], SHAPE_LIMITS.maxSideMm);
  const to = (index + 1) % sidesMm.length;
  const label = wallLabel(index, sidesMm.length);
  return value === null
    ? null
    : {
        kind: 'length',
        role: 'wall',
        from: index,
        to,
        path: `sidesMm.${index}`,
        label,
        value,
        sigma: lengthSigma(value),
      };
}

export function diagonalReading({ diagonalsMm }: TriangulatedDraft, index: number): LengthReading | null {
  const { from, to, lengthMm } = diagonalsMm[index]!;
  const value = knownMetres(lengthMm, SHAPE_LIMITS.maxDiagonalMm);
  const path = diagonalPath(index);
  const label = cornersLabel([from, to]);
  return value === null
    ? null
    : { kind: 'length', role: 'diagonal', from, to, path, label, value, sigma: lengthSigma(value) };
}

export function angleReading(draft: TriangulatedDraft, index: number): TurnReading | null {
  const count = draft.sidesMm.length;
  const { corner, degrees } = draft.angles![index]!;
  const value = knownRadians(degrees);
  if (value === null || !Number.isInteger(corner) || corner < 0 || corner >= count) {
    return null;
  }
  const [before, after] = [(corner + count - 1) % count, (corner + 1) % count];
  const walls = [draft.sidesMm[before], draft.sidesMm[corner]].map((side) => knownMetres(side, SHAPE_LIMITS.maxSideMm));
  const reachM = Math.min(...walls.map((wall) => wall ?? Infinity));
  const named = { path: anglePath(index), label: cornerLabel(corner) };
  return { kind: 'angle', corner, before, after, reachM, value, sigma: ANGLE_SIGMA, ...named };
}

export function diagonalPath(index: number): string {
  return `diagonalsMm.${index}.lengthMm`;
}

export function anglePath(index: number): string {
  return `angles.${index}.degrees`;
}

/** All that is measured so far: walls, diagonals, angles, each in the order given. */
export function knownReadings(draft: TriangulatedDraft): Reading[] {
  const angles = draft.angles ?? [];
  return [
    ...draft.sidesMm.map((_, index) => wallReading(draft, index)),
    ...draft.diagonalsMm.map((_, index) => diagonalReading(draft, index)),
    ...angles.map((_, index) => angleReading(draft, index)),
  ].filter((reading) => reading !== null);
}

/** Fields of diagonals and angles that are still empty. */
export function emptyFields({ diagonalsMm, angles = [] }: TriangulatedDraft): Set<string> {
  const isEmpty = (value: number | null | undefined) => value === null || value === undefined;
  return new Set([
    ...diagonalsMm.flatMap(({ lengthMm }: DiagonalReading<number | null>, index) =>
      isEmpty(lengthMm) ? [diagonalPath(index)] : [],
    ),
    ...angles.flatMap(({ degrees }: AngleReading<number | null>, index) =>
      isEmpty(degrees) ? [anglePath(index)] : [],
    ),
  ]);
}
