import type { Minor } from '@smet/money';
import type { Point } from '../geometry/point.js';
import type { CanvasOptions } from '../plan/room-plan.js';
import type { RollWidth } from '../rules/roll-width.js';
import type { Film } from '../rules/rule-set.js';

/**
 * The canvas of a room as it will be cut: which roll, how its strips lie, what film they take and where they are
 * welded. Metres and square metres that nobody has rounded; points are in the frame of the room.
 */
export interface Canvas {
  film: Film;
  rollM: RollWidth;
  /** How many canvases the room takes: several where levels cut it. More strips than pieces means seams. */
  pieces: number;
  strips: number;
  /**
   * Shrink factor ky across the strips, at most three digits: the canvas is cut to k of the room. Below the film's
   * least one where the film is stretched over a sliver. Of several pieces each may have its own; this one, kx and the
   * direction are those of the piece with the most strips.
   */
  shrink: number;
  /** Shrink factor kx along the strips. */
  shrinkAlong: number;
  /** A unit vector along the strips. */
  direction: Point;
  sheets: CanvasSheet[];
  /** Length of film of each strip, already times kx; each is as wide as the roll. */
  sheetLengthsM: number[];
  filmM2: number;
  /** The canvas itself, cut to kx and ky of the room; of a textile with its allowance along the walls. */
  cutPieceM2: number;
  /** Film that is left over. */
  offcutM2: number;
  /** What is welded along the edge of the canvas and around its cut-outs; a textile has none. */
  harpoonM: number;
  /** Pieces of seams: a seam ends where the canvas does, at walls and at cut-outs. */
  seams: CanvasSeam[];
  /** Length of each line of seams as it lies in the room, before shrinking. */
  seamsM: number[];
  seamLengthM: number;
  /** The canvas of each piece, in the order of the room's pieces; absent where there is only one. */
  parts?: Canvas[];
}

export interface CanvasSheet {
  /** Of film, already times kx. */
  lengthM: number;
  /** Four corners, counter-clockwise: where the sheet lies in the room once it is stretched. */
  outline: Point[];
}

export interface CanvasSeam {
  from: Point;
  to: Point;
  /** As it lies in the room, before shrinking. */
  lengthM: number;
}

/** What decides which layout is the cheapest; sale prices, so that everybody gets the same canvas. */
export interface CanvasPrices {
  /** Of a square metre of film on each roll. */
  filmPerM2Minor: Readonly<Record<RollWidth, Minor>>;
  seamPerMMinor: Minor;
  /** What everything comes to with a canvas. The prices above find the best layout of each roll, this one of them. */
  totalMinor?: (canvas: Canvas) => Minor;
}

export type CanvasRefusalCode =
  /** No film of that key; params: film. */
  | 'FILM_UNKNOWN'
  /** The film has no roll of that width; params: rollM. */
  | 'ROLL_UNKNOWN'
  /** The film keeps one direction and none was chosen. */
  | 'DIRECTION_MISSING'
  /** The room has no wall of that index; params: wall. */
  | 'DIRECTION_INVALID'
  /** The film takes no seam and no roll covers the room; params: neededM, widestM. */
  | 'CANVAS_TOO_WIDE'
  /** A seam was asked for on a film that takes none. */
  | 'SEAM_IMPOSSIBLE'
  /** The seam was asked for at a place outside the canvas, or where no strip that may be laid has an edge. */
  | 'SEAM_OUTSIDE';

/** Why a canvas cannot be cut as asked. */
export interface CanvasRefusal {
  code: CanvasRefusalCode;
  /** Relative to the input of the room: "plan.canvas.film". */
  path: string;
  params: Record<string, string | number>;
}

export type CanvasResult = { ok: true; canvas: Canvas } | { ok: false; refusal: CanvasRefusal };

export type SeamReasonCode =
  /** A seam was asked for at a place. */
  | 'SEAM_BY_HAND'
  /** A canvas without a seam would cost more; params: rollM. */
  | 'CHEAPER_WITH_SEAM'
  /** Another direction than the chosen one would need none; params: neededM, widestM, as of all that follow. */
  | 'DIRECTION_BY_HAND'
  /** Another roll than the chosen one would need none. */
  | 'ROLL_BY_HAND'
  /** Neither another roll nor another direction would do alone; both together would need none. */
  | 'ROLL_AND_DIRECTION_BY_HAND'
  /** The film would need none if it might be turned as one likes. */
  | 'FILM_KEEPS_DIRECTION'
  /** No roll of the film is so wide. */
  | 'WIDER_THAN_ROLLS';

/** `neededM` is how wide a roll must be to cover the room in one strip, `widestM` the widest that may be taken. */
export interface SeamReason {
  code: SeamReasonCode;
  params: Record<string, string | number>;
}

/** Options that take fewer seams or shorter ones, and what they come to. */
export interface SeamAlternative {
  options: CanvasOptions;
  canvas: Canvas;
}

export interface SeamExplanation {
  reason: SeamReason;
  alternatives: SeamAlternative[];
}
