import type { DecimalString, Minor } from '@smet/money';
import type { CanvasRefusalCode } from '../layout/canvas.js';
import type { PlanProblemCode } from '../plan/plan-problem.js';
import type { ProfileKind, WallMaterial } from '../plan/room-plan.js';
import type { CheckVerdict } from '../rooms/tolerances.js';
import type { RollWidth } from '../rules/roll-width.js';
import type { RoundingMode } from '../rules/rule-set.js';
import type { ShapeProblemCode } from '../shape/shape-problem.js';
import type { ItemKind } from './estimate-draft.js';
import type { InsetProblemCode } from './levels.js';
import type { PaymentStage, VatTerms } from './money-terms.js';

export interface EstimateResult {
  rooms: RoomResult[];
  /** In the order shown: each room's generated lines, its added lines, then the lines of no room. */
  lines: EstimateLine[];
  /** Surcharges and what lacks to the minimum order, each a line of its own without an item. */
  adjustments: Adjustment[];
  totals: EstimateTotals;
  problems: EstimateProblem[];
}

/** A room that was built, or why it could not be: then it has no generated lines. */
export type RoomResult = MeasuredRoom | UnmeasuredRoom;

export interface MeasuredRoom {
  roomId: string;
  measures: RoomMeasures;
  /** Lines and coefficients of the room, before any discount. */
  subtotalMinor: Minor;
}

export interface UnmeasuredRoom {
  roomId: string;
  problems: RoomProblem[];
}

/** Why a room could not be measured; `path` is relative to the room's input: "shape.sidesMm.2", "plan.canvas.film". */
export interface RoomProblem {
  code: RoomProblemCode;
  path: string;
  params: Record<string, string | number>;
}

export type RoomProblemCode =
  | ShapeProblemCode
  | PlanProblemCode
  | CanvasRefusalCode
  | InsetProblemCode
  /**
   * Readings disagree by more than allowed and no reason is given, or it was given when they disagreed far less; params:
   * misclosureMm, misclosurePercent, doubtful, and acceptedMm where a reason was given before.
   */
  | 'MISCLOSURE_TOO_LARGE';

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
  /** Perimeter without the sides that take no profile or that of a niche. */
  billedProfileLength: DecimalString;
  /** Key of the film the canvas is cut from. */
  film: string;
  canvas: CanvasMeasures;
  takeOff: TakeOff;
  /** Things of the plan that lie outside of the room; they are counted all the same. */
  outside: number;
  /** Null when the room was measured with no reading to spare. */
  check: CheckMeasures | null;
}

/** What is cut from the roll. */
export interface CanvasMeasures {
  filmM2: number;
  /** The canvas itself, shrunk. */
  cutPieceM2: number;
  /** Film that is left over. */
  offcutM2: number;
  /** Harpoon welded along the edge of the canvas and its cut-outs. */
  harpoonM: number;
}

/** What there is to be mounted: things counted, lengths in metres. */
export interface TakeOff {
  /** Those on the plan and those without a place together. */
  spotlights: number;
  chandeliers: number;
  pipes: number;
  vents: number;
  sensors: number;
  hatches: number;
  lightLineM: number;
  trackM: number;
  curtainNicheM: number;
  /** Of the walls, by what holds the canvas there; `none` are the metres that take no profile. */
  profileM: Partial<Record<ProfileKind, number>>;
  /** Of the walls whose material is named. */
  wallM: Partial<Record<WallMaterial, number>>;
  /** Edges of all columns and openings. */
  cutoutM: number;
  columns: number;
}

/** How well the readings agree, by the tolerances of the organization. */
export interface CheckMeasures {
  misclosureMm: number;
  misclosurePercent: number;
  verdict: CheckVerdict;
  /** Label of the reading that is wrong, where the geometry can tell. */
  doubtful: string | null;
  /** Why a refused misclosure was accepted all the same. */
  reason: string | null;
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
  categoryId?: string;
  kind?: ItemKind;
  quantity: DecimalString;
  /** By rule; null for a line a person added, and where the rule has no result for the quantity a person typed. */
  computedQuantity: DecimalString | null;
  overridden: boolean;
  priceMinor: Minor;
  /** Before any discount. */
  sumMinor: Minor;
  /** Its own or that of its category; null when only the one of the whole estimate applies, or none. */
  discount: LineDiscount | null;
  /** What one unit and the line cost the firm; absent when the price book does not have it. */
  costMinor?: Minor;
  costSumMinor?: Minor;
  /** The installer's part of the cost. */
  payMinor?: Minor;
  paySumMinor?: Minor;
  dealerMinor?: Minor;
  dealerSumMinor?: Minor;
  explanation: Explanation;
}

export interface LineDiscount {
  by: 'line' | 'category';
  percent: DecimalString;
  /** Of this line, half-up to the kopeck. */
  amountMinor: Minor;
}

/** A sum beside the lines: a percentage with its base said, or what lacks to the minimum order. */
export interface Adjustment {
  /** "<roomId>:<coefficient>", "manual:<id>" or "minimum-order". */
  key: string;
  kind: 'coefficient' | 'minimum-order';
  roomId: string | null;
  /** Empty for the minimum order, which the one who shows it names. */
  name: string;
  /** Of a coefficient: "15" is 15 % of `baseMinor`; null for the minimum order. */
  percent: DecimalString | null;
  /** Kinds of items whose lines of that room (or of all) are the base; empty for the minimum order. */
  base: ItemKind[];
  /** Sum of those lines, or the minimum that was not reached. */
  baseMinor: Minor;
  /** Before any discount. */
  sumMinor: Minor;
  /**
   * Of a coefficient: its part of the discounts its lines have of their own or of their categories, half-up to the kopeck;
   * of the sign of `sumMinor`, absent where it is nothing.
   */
  discountMinor?: Minor;
}

/** Why a quantity is what it is. */
export interface Explanation {
  /** Null for a line a person added. */
  ruleSet: { id: string; version: number } | null;
  /** As the rule has it, for one room; null for a line a person added. */
  formula: string | null;
  /** The condition the line is there by, which holds; absent where the rule has none. */
  when?: string;
  /**
   * Everything the formula uses, in order of first use, then what the condition uses beside it; values of the rule set
   * before those they are made of.
   */
  measures: ExplainedMeasure[];
  /** The quantity before rounding and packing, to nine places; null where nothing was rounded. */
  unrounded: DecimalString | null;
  rounding: { mode: RoundingMode; step: DecimalString } | null;
  /** Whole packs of so much. */
  pack: DecimalString | null;
  notes: ExplanationNote[];
}

/** A measure or a named value of the rule set, and what it came from. */
export interface ExplainedMeasure {
  /** One of rules/measures.ts ("area", "profile.shadow"), or the key of a value of the rule set. */
  name: string;
  /** A decimal to nine places; a word of a text; "true" or "false". */
  value: string;
  /** What a value of the rule set is made of; absent for a measure. */
  formula?: string;
  /** "m", "m2", "pcs" for plain numbers, "text" for words, "boolean". */
  unit: string;
  /**
   * What was added up; a term with the unit "" is a factor. Names are corner letters ("AB", "ACD", "⌒BC" for an arc), a
   * cut-out ("К1"), the name of a level in quotes ("«Ниша»") or one of ExplanationTermName; units are "m", "m2" and "pcs".
   * Empty where there is nothing to add up.
   */
  terms: ExplanationTerm[];
}

/** Names of terms that are words, for translation. */
export type ExplanationTermName =
  | 'seam'
  | 'shrink'
  | 'inner_corners'
  | 'outer_corners'
  | 'cutout_corners'
  | 'free_corners'
  | 'spotlights'
  | 'spotlights_on_plan'
  | 'chandeliers'
  | 'chandeliers_on_plan';

export interface ExplanationTerm {
  name: string;
  value: DecimalString;
  unit: string;
}

export type ExplanationNoteCode =
  /** The narrowest roll that needs no seam; params: rollM, minWidthM, shrinkMin. */
  | 'ROLL_CHOSEN'
  /** A person chose the roll; params: rollM. */
  | 'ROLL_GIVEN'
  /** The cheapest canvas was asked for; params: rollM. */
  | 'ROLL_CHEAPEST'
  /** One width of the roll does not do; params: rollM, strips, shrink. */
  | 'SEAM_NEEDED'
  /** A person chose where a seam runs; params: rollM, strips. */
  | 'SEAM_GIVEN'
  /** params: gapXmm, gapYmm. */
  | 'GAP_SPREAD'
  /** Readings that disagree were taken all the same; params: misclosureMm, misclosurePercent, reason (a text). */
  | 'MISCLOSURE_ACCEPTED'
  /** Some of what is counted lies outside of the room; params: count. */
  | 'OUTSIDE_ROOM'
  /** Sides whose profile has no line of its own and is billed as the ordinary one; params: profile, metres. */
  | 'PROFILE_AS_ORDINARY'
  /** Sides whose profile is not billed by any line; params: profile, metres. */
  | 'PROFILE_NOT_BILLED'
  /** Another line of the rules stands instead of this one, which therefore has nothing by rule; params: ruleKey, and name, that of its item. */
  | 'REPLACED_BY';

export interface ExplanationNote {
  code: ExplanationNoteCode;
  params: Record<string, string | number>;
}

export interface EstimateTotals {
  /** Lines and coefficients, before discount and without the minimum order's line. */
  grossMinor: Minor;
  /** All discounts together, as shown: never below zero, and never more than gross and top-up. */
  discountMinor: Minor;
  /** What lacks to the minimum order. */
  topUpMinor: Minor;
  /** What `toPayMinor` contains of it, whether it was in the prices or came on top; null when the terms have none. */
  vat: { mode: VatTerms['mode']; ratePercent: DecimalString; amountMinor: Minor } | null;
  /** Gross − discount + top-up, and VAT where it comes on top, by the rounding of the terms; see roundingOf. */
  toPayMinor: Minor;
  /** Adds up to what is to be paid; empty when the terms have no stages. */
  schedule: (PaymentStage & { amountMinor: Minor })[];
  /** The first stage, and all the others. */
  prepaymentMinor: Minor;
  restMinor: Minor;
  /** Of the lines (coefficients and the minimum order cost nothing); present only when every line has a cost. */
  costMinor?: Minor;
  /** What is left of what is to be paid, without VAT, after the cost. */
  marginMinor?: Minor;
  /** Present only when some line has pay; lines without it are not the installer's. */
  payMinor?: Minor;
  /** The lines at the dealer's prices, without coefficients; present only when every line has one. */
  dealerMinor?: Minor;
}

export type EstimateProblemCode =
  | 'ITEM_NOT_PRICED'
  | 'SUM_TOO_LARGE'
  | 'QUANTITY_INVALID'
  | 'DISCOUNT_INVALID'
  /** A discount on a category that by the terms gets none: it is not given; params: categoryId. */
  | 'DISCOUNT_EXCLUDED'
  | 'CATEGORY_UNKNOWN'
  | 'COEFFICIENT_INVALID'
  | 'SCHEDULE_INVALID'
  | 'FILM_UNKNOWN'
  /**
   * A formula of the rule set cannot be read, or has no result for a room: its line is left out. Params: ruleKey,
   * formulaCode, at (in the formula), rulePath (of the formula in the rule set: "lines.3.quantity").
   */
  | 'RULE_FAILED'
  | 'COUNT_OUT_OF_RANGE'
  | 'ROOM_UNKNOWN'
  /** A hand-changed quantity of a line the rule set does not have any more; params: ruleKey, quantity, and room, its name. */
  | 'RULE_UNKNOWN'
  /** A hand-changed quantity of a line whose condition does not hold in the room any more; params: ruleKey, quantity, name and unit of the item it was for, and room, its name. */
  | 'OVERRIDE_UNUSED'
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
