import type { Point } from '../geometry/point.js';
import type { PlanObject } from '../plan/room-plan.js';
import type { FilmMaterial } from '../rules/rule-set.js';

/**
 * What a workshop needs to cut the canvas of a room. All lengths are millimetres that nobody has rounded, y points up.
 *
 * Lines are closed without repeating their first point. Outlines run counter-clockwise and holes clockwise on the table,
 * mirrored or not: what is cut out lies to the left of its line. Arcs and circles are chords that stay within
 * CURVE_TOLERANCE_MM of the curve before it is shrunk.
 */
export interface CuttingSheet {
  /**
   * False: everything lies as the plan shows it, seen from above, so that the back of the canvas is up. True: it is turned
   * over, left for right, so that its face is up.
   */
  mirrored: boolean;
  film: { key: string; material: FilmMaterial };
  /** Width of the roll. */
  rollMm: number;
  /** What of a textile is left around the room to be trimmed when it is mounted; 0 of a film that is welded. */
  allowanceMm: number;
  /** Several where levels cut the room, each with strips of its own. */
  pieces: CuttingPiece[];
}

/** A canvas in one piece as it comes out of the workshop, welded together. The lower left of its strips is the origin. */
export interface CuttingPiece {
  /** From 1. */
  number: number;
  /** Shrink along the strips, which is x, and across them, which is y. */
  kx: number;
  ky: number;
  lengthMm: number;
  outline: CutPoint[];
  holes: CutPoint[][];
  /** Without its holes. */
  areaMm2: number;
  /** Where the walls are on a textile, which is cut larger; null where the outline itself is at the walls. */
  walls: Point[] | null;
  /** Holes that are cut when the canvas is mounted: those of a textile. */
  holesOnSite: Point[][];
  strips: CuttingStrip[];
  seams: CuttingSeam[];
  corners: CuttingCorner[];
  things: CuttingThing[];
  sides: CuttingSide[];
}

/** A length of film on the table: x along the roll from 0 to its length, y across it from 0 to its width. */
export interface CuttingStrip {
  /** From 1 within its piece, upwards in y. */
  number: number;
  lengthMm: number;
  /** Where its origin lies in the piece. */
  at: Point;
  /** What is cut out of it: several where the room has arms. */
  parts: CuttingPart[];
  welds: CuttingWeld[];
  corners: CuttingCorner[];
  /** Only what has a single place. */
  things: CuttingThing[];
  /** For a table without a machine: what its lines run through, in order, of curves only some. */
  points: NumberedPoint[];
}

export interface CuttingPart {
  outline: CutPoint[];
  holes: CutPoint[][];
  /** Without its holes. */
  areaMm2: number;
}

/** A point of a line that is cut. */
export interface CutPoint extends Point {
  /** Between the points of a curve that are written down for cutting by hand. */
  isBetween?: boolean;
}

/** A point of the list of a strip. */
export interface NumberedPoint extends Point {
  /** From 1 in each strip, the outline of each part from its leftmost point on, then its holes. */
  number: number;
  /** Part and line of it the point belongs to, both from 0; line 0 is the outline. */
  part: number;
  line: number;
  /** Of the corner that lies there; empty elsewhere. */
  letter: string;
}

/** Where two strips are welded. */
export interface CuttingSeam {
  /** From 1 within its piece, upwards and then from left to right, as from its start to its end. */
  number: number;
  from: Point;
  to: Point;
  lengthMm: number;
  /** Numbers of the strips below and above it. */
  strips: [number, number];
}

/** A seam as seen from one of its strips, in the coordinates of that strip. */
export interface CuttingWeld {
  seam: number;
  /** The edge of the strip it runs along: y is 0 there, or the width of the roll. */
  edge: 'low' | 'high';
  toStrip: number;
  from: Point;
  to: Point;
}

export interface CuttingCorner extends Point {
  letter: string;
  /** A unit vector from the corner into the canvas. */
  inward: Point;
}

/** Something of the plan, to tell which way round a canvas lies; nothing is cut there. */
export interface CuttingThing {
  id: string;
  kind: PlanObject['kind'];
  /** One place, or the points of a line. */
  points: Point[];
}

/** A wall along the edge of a piece, or what is left of it; the canvas lies to the left of the way to its end. */
export interface CuttingSide {
  /** "AB". */
  label: string;
  /** As it is in the room and as it is on the film. */
  roomMm: number;
  cutMm: number;
  from: Point;
  middle: Point;
  to: Point;
}

/** How far chords keep from the curves they stand for. */
export const CURVE_TOLERANCE_MM = 0.1;
