import type { Point } from '../geometry/point.js';
import type { ShapeProblem } from '../shape/shape-problem.js';

/** What a corner is by the rule set: less than 180° inside, more, or no corner at all (a straight joint). */
export type CornerKind = 'inner' | 'outer' | 'none';

/** An arc over a wall's chord, in metres and radians. */
export interface WallArc {
  bulges: 'outward' | 'inward';
  sagittaM: number;
  radiusM: number;
  angleRad: number;
  lengthM: number;
  /** Area between arc and chord, always positive; outward adds it to the room, inward takes it away. */
  segmentM2: number;
}

/** A wall between corners `from` and `to` (indexes); `lengthM` is along the wall: of the arc when there is one. */
export interface Wall {
  from: number;
  to: number;
  label: string;
  lengthM: number;
  chordM: number;
  arc?: WallArc;
}

export interface BuiltDiagonal {
  from: number;
  to: number;
  label: string;
  lengthM: number;
}

/** A room with coordinates. Lengths in metres, areas in square metres, all doubles that no one has rounded. */
export interface BuiltRoom {
  /** Counter-clockwise, A at the origin, AB along +x. Corners keep the letters of the readings. */
  vertices: Point[];
  walls: Wall[];
  corners: CornerKind[];
  diagonals: BuiltDiagonal[];
  /** Corner indexes of the measured triangles; empty unless the room was measured by diagonals. */
  triangles: [number, number, number][];
  /** The closed line of the room with arcs as 24 chords each, for drawing and for the layout. */
  contour: Point[];
  /** The closing gap of a right-angled room that was spread over its walls; null when there was none to spread. */
  gapMm: { x: number; y: number } | null;
  areaM2: number;
  perimeterM: number;
  arcLengthM: number;
  minWidthM: number;
  innerCorners: number;
  outerCorners: number;
  /** Corners above the four every room has. */
  extraCorners: number;
}

/**
 * `partial` holds the vertices known so far, for drawing while typing, and `partialCorners` the corner index of each
 * (they need not be neighbours).
 */
export type BuildRoomResult =
  { ok: true; room: BuiltRoom } | { ok: false; problems: ShapeProblem[]; partial?: Point[]; partialCorners?: number[] };
