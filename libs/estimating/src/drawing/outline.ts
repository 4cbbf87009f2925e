import type { Point } from '../geometry/point.js';
import type { BuiltCutout, WallArc } from '../rooms/built-room.js';
import type { Lettering } from '../shape/room-shape.js';

/** What of a room can be drawn, in metres of its frame, with what is written on it. */
export interface Outline {
  /** All of the room, the part known so far, or only a scheme with the letters. */
  state: 'built' | 'partial' | 'scheme';
  lettered: Lettering;
  corners: OutlineCorner[];
  walls: OutlineWall[];
  diagonals: OutlineDiagonal[];
  angles: OutlineAngle[];
  cutouts: OutlineCutout[];
  /** The closed line for the fill, arcs as chords; empty while it is not closed. */
  contour: Point[];
}

/** A corner with its letter. */
export interface OutlineCorner {
  index: number;
  letter: string;
  at: Point;
  /** A joint inside a curve of short walls: no corner of the room. */
  isOnCurve: boolean;
}

/** A line between two corners. */
export interface OutlineEdge {
  /** Index of the wall or of the diagonal in the shape. */
  index: number;
  from: Point;
  to: Point;
  /** Indexes of the corners it joins. */
  corners: [number, number];
  /** The reading in centimetres; empty while there is none. */
  label: string;
}

export interface OutlineWall extends OutlineEdge {
  arc: OutlineArc | null;
}

export interface OutlineArc {
  bulges: WallArc['bulges'];
  sagittaM: number;
  radiusM: number;
  angleRad: number;
  /** How it was measured: "h 50" or "R 250". */
  label: string;
}

export interface OutlineDiagonal extends OutlineEdge {
  /** It only checks the others: the room stands without it. */
  isControl: boolean;
}

/** A measured angle at a corner, between the directions to its neighbours. */
export interface OutlineAngle {
  /** Index of the reading. */
  index: number;
  at: Point;
  before: Point;
  after: Point;
  label: string;
}

export interface OutlineCutout {
  id: string;
  purpose: BuiltCutout['purpose'];
  contour: Point[];
  /** Set when it is round. */
  circle: { centre: Point; radiusM: number } | null;
  /** Its size: "40×60", "Ø50", the sides of a polygon. */
  label: string;
}
