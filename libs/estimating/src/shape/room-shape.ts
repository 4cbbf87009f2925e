/**
 * The measured shape of a room as a JSON document. Lengths are millimetres, whole or with one digit after the point.
 * Corners are A, B, C… in the order of the walls (either way round); side i runs from corner i to corner i + 1.
 */
export type RoomShape = RectangleShape<number> | RightAngledShape<number> | TriangulatedShape<number>;

/** The same while a person is still typing: null is a length not typed yet. */
export type RoomDraft =
  RectangleShape<number | null> | RightAngledShape<number | null> | TriangulatedShape<number | null>;

export type RoomKind = RoomDraft['kind'];

/** A length of a finished shape (number) or of a draft (number or null). */
export type Length = number | null;

interface ShapeOf<L extends Length> {
  schemaVersion: 1;
  /** Walls that are arcs; at most one on a side. */
  arcs?: Arc<L>[];
}

/** AB and BC of a room with four right angles. */
export interface RectangleShape<L extends Length> extends ShapeOf<L> {
  kind: 'rectangle';
  sidesMm: [L, L];
}

/** All walls in order, every angle 90° or 270°. */
export interface RightAngledShape<L extends Length> extends ShapeOf<L> {
  kind: 'right-angled';
  sidesMm: L[];
  /** Indexes of the corners of 270°, given only when the lengths alone allow several rooms. */
  reflexCorners?: number[];
}

/** All n walls in order and n − 3 diagonals of any triangulation of the room. */
export interface TriangulatedShape<L extends Length> extends ShapeOf<L> {
  kind: 'triangulated';
  sidesMm: L[];
  diagonalsMm: DiagonalReading<L>[];
}

/** A measured distance between two corners that are not neighbours, corners by index (A = 0). */
export interface DiagonalReading<L extends Length = number> {
  from: number;
  to: number;
  lengthMm: L;
}

/** A wall that is an arc over its chord: the side's length is the chord, the sagitta its greatest distance from it. */
export interface Arc<L extends Length = number> {
  side: number;
  sagittaMm: L;
  bulges: 'outward' | 'inward';
}
