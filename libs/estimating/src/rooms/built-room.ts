import type { Point } from '../geometry/point.js';
import type { Lettering } from '../shape/room-shape.js';
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

/**
 * A wall between corners `from` and `to` (indexes); `lengthM` is along the wall: of the arc when there is one, and without
 * what columns at the wall hide.
 */
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

/** A hole of the canvas with coordinates; metres in the frame of the room. */
export interface BuiltCutout {
  id: string;
  purpose: 'column' | 'opening';
  kind: 'rectangle' | 'circle' | 'polygon';
  /** Counter-clockwise; a circle as chords, for drawing and for the layout. */
  contour: Point[];
  areaM2: number;
  /** Of its edge that is an edge of the canvas: all of it unless it stands at a wall. */
  perimeterM: number;
  /** What of the perimeter is curved: all of a circle. */
  curvedM: number;
  /** Seen from the ceiling every corner of it is an outer one; a circle has none, one at a wall has its free ones. */
  corners: number;
  /** Of one that stands at a wall or in a corner, which has no canvas behind it: its edges away from the walls. */
  freeEdgesM?: number[];
}

/** Short walls in a row that stand for one curve, and their length together. */
export interface BuiltCurve {
  walls: number[];
  lengthM: number;
}

/** A reading by the field it was typed in. */
export interface ReadingRef {
  /** Relative to the shape: "sidesMm.2", "diagonalsMm.0.lengthMm", "angles.0.degrees". */
  path: string;
  /** "AB", "AC"; for an angle the letter of its corner. */
  label: string;
  unit: 'mm' | 'deg';
  measured: number;
  /** What all the other readings say it should be. */
  expected: number;
}

/** How well the readings of a room agree where there are more than it needs. */
export interface ReadingsCheck {
  /** Readings beyond those the room needs. */
  redundancy: number;
  /** The greatest disagreement of a reading with the others before anything was adjusted. */
  misclosureMm: number;
  /** And the greatest as a share of its length, which a shorter one may have. */
  misclosurePercent: number;
  /** The one reading without which the others agree; null where the geometry cannot tell. */
  doubtful: ReadingRef | null;
  /** Readings any one of which would explain the misclosure, most likely first; empty when everything agrees. */
  suspects: ReadingRef[];
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
  /**
   * Where levels cut the room in several: the closed lines of what is left of it, counter-clockwise, each of which takes
   * a canvas of its own. Absent in a room of one piece, whose line is its contour.
   */
  pieces?: Point[][];
  lettered: Lettering;
  cutouts: BuiltCutout[];
  curves: BuiltCurve[];
  /** Null when the room was measured with no reading to spare. */
  check: ReadingsCheck | null;
  /** The closing gap of a right-angled room that was spread over its walls; null when there was none to spread. */
  gapMm: { x: number; y: number } | null;
  /** Of the canvas: without its cut-outs. */
  areaM2: number;
  /** Contour with arcs, and cut-outs. */
  perimeterM: number;
  /** Arcs, curves of short walls and round cut-outs. */
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
