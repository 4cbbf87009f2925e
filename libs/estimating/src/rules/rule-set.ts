import type { DecimalString } from '@smet/money';
import type { ItemKind } from '../estimate/estimate-draft.js';
import type { ProfileKind } from '../plan/room-plan.js';
import type { RollWidth } from './roll-width.js';

export type FilmMaterial = 'pvc' | 'textile';

/** How much a film is cut smaller than the room: by default, and at its tightest. 0.93 is 7 % smaller. */
export interface ShrinkRange {
  readonly default: number;
  readonly min: number;
}

/** A material canvases are cut from, with every roll in stock. */
export interface Film {
  /** Stable name, unique in the rule set: "pvc-matte". */
  readonly key: string;
  /** What people call it: «ПВХ матовый». */
  readonly title: string;
  readonly material: FilmMaterial;
  /** Shrink factors kx along the roll and ky across it. A canvas stretched tighter across is so along it in proportion. */
  readonly shrink: { readonly along: ShrinkRange; readonly across: ShrinkRange };
  /** However narrow a sliver left out by hand, ky never goes below this: the film would tear. At most across.min. */
  readonly tightest: number;
  /** Added on every side of the room, in metres: textile is cut larger and trimmed. */
  readonly allowanceM: number;
  /** Narrowest first; the last one is also the one a seam is made on. */
  readonly rolls: readonly RollWidth[];
  /** A textile takes no seam: it covers the room in one piece or not at all. */
  readonly onePiece: boolean;
  /** Directions strips may take in the room: any, along and across walls (gloss), or the chosen one only (print). */
  readonly rotation: 'any' | 'walls' | 'chosen';
}

/** How a profile is cut from its sticks. */
export interface StickCuttingRule {
  readonly stickMm: number;
  /** A spliced piece is never shorter than this. */
  readonly minSpliceMm: number;
  /** False: a wall longer than a stick cannot be made of it. */
  readonly spliceable: boolean;
  readonly kerfMm: number;
}

export interface StickRule extends StickCuttingRule {
  /** The item given out as sticks of this profile. */
  readonly code: string;
  /** Only for canvases of this material, where the others are held by a profile of another kind; all when absent. */
  readonly material?: FilmMaterial;
}

/** The item of a line: always the same, or chosen by film and roll ("pvc-matte 3.2"), or by the film's material. */
export type RuleItem =
  | { by: 'code'; code: string }
  | { by: 'canvas'; codes: Readonly<Record<string, string>> }
  | { by: 'material'; codes: Readonly<Record<FilmMaterial, string>> };

/** A formula of formula/, over the measures of a room (rules/measures.ts) and the named values of the rule set. */
export type FormulaSource = string;

/** A value the firm has named, for use in its formulas. Values may use each other, but not in a circle. */
export interface RuleValue {
  /** What formulas call it: "led_length". */
  readonly key: string;
  readonly title: string;
  readonly formula: FormulaSource;
}

/** What comes along with a thing: a spotlight brings a platform, a lamp and an hour of work. */
export interface RuleBundle {
  readonly key: string;
  readonly title: string;
  /** How many of the thing a room has; a plain number. */
  readonly count: FormulaSource;
}

export const ROUNDING_MODES = ['half-up', 'up', 'down'] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];

export interface Rounding {
  readonly mode: RoundingMode;
  /** In metres, square metres or pieces, as the quantity is. */
  readonly step: DecimalString;
}

/** One line of every room; `key` is stable, it names the line in overrides and in stored estimates. */
export interface RuleLine {
  readonly key: string;
  readonly item: RuleItem;
  /** What is billed of a room; below zero is nothing. Null: never billed, only given out. */
  readonly quantity: FormulaSource | null;
  /** The line is there only where this is so. */
  readonly when?: FormulaSource;
  /** Key of a bundle: the quantity is for one of it. */
  readonly bundle?: string;
  /** When absent: lengths and areas half-up by the steps of the rule set, plain numbers not at all. */
  readonly rounding?: Rounding;
  /** Billed in whole packs of so much. Without `rounding` it is the unrounded quantity that is packed. */
  readonly pack?: DecimalString;
  /** Keys of lines that are left out wherever this one has a quantity; none where it is only given out. */
  readonly replaces?: readonly string[];
  readonly stock?: RuleStock;
}

/**
 * What the warehouse gives out where it is not what is billed: summed over all rooms, then rounded and packed once. A
 * line without it gives out what it bills, if its item is a material; a billed line that has no quantity gives out nothing.
 * An item that the cutting list gives out as sticks is given out by nothing else.
 */
export interface RuleStock {
  /** May use `quantity`, what is billed. Without it, and in a bundle, it is for one of the bundle. */
  readonly quantity: FormulaSource;
  readonly rounding?: Rounding;
  readonly pack?: DecimalString;
  /** Another item than the billed one. */
  readonly code?: string;
}

/** A surcharge on lines of a room. Coefficients are no base of one another. */
export interface RuleCoefficient {
  readonly key: string;
  readonly title: string;
  /** A plain number: 0.15 is 15 % more. */
  readonly percent: FormulaSource;
  readonly when?: FormulaSource;
  /** Kinds of items whose lines in the room it is taken of. */
  readonly base: readonly ItemKind[];
}

/**
 * How rooms become lines, as a JSON document a firm edits. A rule set is data with a version; an estimate stores both, and
 * a version never changes once estimates were made by it.
 */
export interface RuleSet {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** Steps of the single, half-up rounding of each measure. */
  readonly steps: { readonly areaM2: DecimalString; readonly lengthM: DecimalString };
  readonly corners: {
    /** A turn smaller than this is no corner. */
    readonly straightBelowDeg: number;
    /** Corners that every room has and nobody pays for. */
    readonly free: number;
  };
  /** Short walls in a row that turn little and the same way are one curve; the points inside it are no corners. */
  readonly curves: { readonly maxChordM: number; readonly maxTurnDeg: number; readonly minChords: number };
  /** The first one is taken unless the room says otherwise. */
  readonly films: readonly [Film, ...Film[]];
  readonly sticks: Readonly<Record<StickProfile, StickRule>>;
  readonly values: readonly RuleValue[];
  readonly bundles: readonly RuleBundle[];
  /** In the order shown. */
  readonly lines: readonly RuleLine[];
  readonly coefficients: readonly RuleCoefficient[];
}

/** Profiles that come in sticks. */
export type StickProfile = Exclude<ProfileKind, 'none'>;
