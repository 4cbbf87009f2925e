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
  /**
   * Which way round the corners are lettered, seen from above; counter-clockwise when absent. It changes no measure:
   * a room lettered clockwise is drawn as the mirror image of its frame (see PointMm).
   */
  lettered?: Lettering;
  /** Walls that are arcs; at most one on a side. */
  arcs?: Arc<L>[];
  /** Columns and openings inside the room; those with straight sides may stand at its walls. */
  cutouts?: Cutout<L>[];
}

export type Lettering = 'clockwise' | 'counter-clockwise';

/**
 * A place in the frame of the room, in millimetres: A at the origin, AB along +x, the room on the left of its walls.
 * The frame of a room lettered clockwise is the mirror image of what one sees from above.
 */
export interface PointMm {
  x: number;
  y: number;
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

/**
 * All n walls in order, and n − 3 or more diagonals and angles that fix the room. Readings beyond n − 3 are control
 * readings: the room is then adjusted to all of them by least squares.
 */
export interface TriangulatedShape<L extends Length> extends ShapeOf<L> {
  kind: 'triangulated';
  sidesMm: L[];
  diagonalsMm: DiagonalReading<L>[];
  /** Interior angles measured in place of diagonals; at most one at a corner. */
  angles?: AngleReading<L>[];
}

/** The angle between the two walls of a corner on the room's side, 0° to 360° exclusive, in tenths of a degree. */
export interface AngleReading<L extends Length = number> {
  corner: number;
  degrees: L;
}

/** A measured distance between two corners that are not neighbours, corners by index (A = 0). */
export interface DiagonalReading<L extends Length = number> {
  from: number;
  to: number;
  lengthMm: L;
}

/**
 * A wall that is an arc over its chord, which is the side's length. Measured by its sagitta (the greatest distance from
 * the chord) or by its radius; a radius means the arc of at most half a circle.
 */
export type Arc<L extends Length = number> = ArcBySagitta<L> | ArcByRadius<L>;

interface ArcOf {
  side: number;
  bulges: 'outward' | 'inward';
}

export interface ArcBySagitta<L extends Length = number> extends ArcOf {
  sagittaMm: L;
}

export interface ArcByRadius<L extends Length = number> extends ArcOf {
  radiusMm: L;
}

/** A hole in the canvas: a column, a shaft, an opening. `id` is unique in the room, up to 36 characters. */
export type Cutout<L extends Length = number> = RectangularCutout<L> | RoundCutout<L> | PolygonalCutout;

interface CutoutOf {
  id: string;
  purpose: 'column' | 'opening';
}

export interface RectangularCutout<L extends Length = number> extends CutoutOf {
  kind: 'rectangle';
  centreMm: PointMm;
  /** Along the frame's x and y before it is turned. */
  sizeMm: [L, L];
  /** Counter-clockwise in the frame, −180 to 180; 0 when absent. */
  turnDeg?: number;
}

export interface RoundCutout<L extends Length = number> extends CutoutOf {
  kind: 'circle';
  centreMm: PointMm;
  diameterMm: L;
}

export interface PolygonalCutout extends CutoutOf {
  kind: 'polygon';
  /** Three points or more, either way round. */
  pointsMm: PointMm[];
}
