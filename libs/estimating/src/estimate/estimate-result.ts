import type { DecimalString, Minor } from '@smet/money';
import type { BasisKey, RollWidth } from '../rules/rule-set.js';
import type { ShapeProblem } from '../shape/shape-problem.js';

export interface EstimateResult {
  rooms: RoomResult[];
  /** In the order shown: each room's generated lines, its added lines, then the lines of no room. */
  lines: EstimateLine[];
  totals: EstimateTotals;
  problems: EstimateProblem[];
}

/** A room that was built, or why it could not be: then it has no generated lines. */
export type RoomResult = MeasuredRoom | UnmeasuredRoom;

export interface MeasuredRoom {
  roomId: string;
  measures: RoomMeasures;
  subtotalMinor: Minor;
}

export interface UnmeasuredRoom {
  roomId: string;
  /** Paths are relative to the room's shape. */
  problems: ShapeProblem[];
}

/** Numbers are doubles nobody rounded, in metres and square metres; decimals are what is billed. */
export interface RoomMeasures {
  areaM2: number;
  perimeterM: number;
  billedArea: DecimalString;
  billedPerimeter: DecimalString;
  innerCorners: number;
  outerCorners: number;
  extraCorners: number;
  minWidthM: number;
  /** The roll the canvas is cut from. */
  rollM: RollWidth;
  /** Strips of film on that roll; more than one means seams. */
  strips: number;
  /** Shrink factor k of the layout: the canvas is cut to k of the room. */
  shrink: DecimalString;
  arcLengthM: number;
  billedArcLength: DecimalString;
  /** Seams as they lie in the room; cut and billed is this times `shrink`. */
  seamLengthM: number;
  billedSeamLength: DecimalString;
}

export interface EstimateLine {
  /** Unique in the estimate: "<roomId>:<ruleKey>" or "manual:<id>". */
  key: string;
  roomId: string | null;
  ruleKey: string | null;
  itemId: string;
  code: string;
  name: string;
  unit: string;
  quantity: DecimalString;
  /** By rule; null for a line a person added. */
  computedQuantity: DecimalString | null;
  overridden: boolean;
  priceMinor: Minor;
  sumMinor: Minor;
  /** Purchase price of one unit and of the line; absent when the price book has none. */
  costMinor?: Minor;
  costSumMinor?: Minor;
  explanation: Explanation;
}

/** Why a quantity is what it is. */
export interface Explanation {
  basis: BasisKey;
  ruleSet: { id: string; version: number } | null;
  /**
   * What was added up; a term with the unit "" is a factor. Names are corner letters ("AB", "ACD", "⌒BC" for an arc) or
   * one of ExplanationTermName; units are "m", "m2" and "pcs".
   */
  terms: ExplanationTerm[];
  /** The measure before its rounding, to nine places; null for counted things. */
  unrounded: DecimalString | null;
  rounding: { mode: 'half-up'; step: DecimalString } | null;
  notes: ExplanationNote[];
}

/** Names of terms that are words, for translation. */
export type ExplanationTermName =
  'seam' | 'shrink' | 'inner_corners' | 'outer_corners' | 'free_corners' | 'spotlights' | 'chandeliers' | 'quantity';

export interface ExplanationTerm {
  name: string;
  value: DecimalString;
  unit: string;
}

export type ExplanationNoteCode = 'ROLL_CHOSEN' | 'SEAM_NEEDED' | 'GAP_SPREAD';

export interface ExplanationNote {
  code: ExplanationNoteCode;
  params: Record<string, string | number>;
}

export interface EstimateTotals {
  grossMinor: Minor;
  discountMinor: Minor;
  /** Gross − discount, to the whole rouble. */
  toPayMinor: Minor;
  prepaymentMinor: Minor;
  restMinor: Minor;
  /** Present only when every line has a purchase price. */
  costMinor?: Minor;
  marginMinor?: Minor;
}

export type EstimateProblemCode =
  | 'ITEM_NOT_PRICED'
  | 'SUM_TOO_LARGE'
  | 'QUANTITY_INVALID'
  | 'DISCOUNT_INVALID'
  | 'COUNT_OUT_OF_RANGE'
  | 'ROOM_UNKNOWN'
  | 'RULE_UNKNOWN'
  | 'DUPLICATE'
  | 'TOO_MANY_ROOMS'
  | 'TOO_MANY_WALLS'
  | 'TOO_MANY_LINES';

/** A problem named at its place in the draft, e.g. path "manualLines.0.quantity". */
export interface EstimateProblem {
  code: EstimateProblemCode;
  path: string;
  params: Record<string, string | number>;
}
