import type { DecimalString } from '@smet/money';
import type { ProfileKind } from '../plan/room-plan.js';
import type { RollWidth } from './roll-width.js';

/** What a quantity is taken from. 'manual' is a line a person added. */
export type BasisKey =
  | 'billed_area'
  | 'billed_perimeter'
  | 'profile_length'
  | 'spotlights'
  | 'points_of_light'
  | 'chandeliers'
  | 'extra_corners'
  | 'arc_length'
  | 'seam_length'
  | 'manual';

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
export interface StickRule {
  readonly stickMm: number;
  /** A spliced piece is never shorter than this. */
  readonly minSpliceMm: number;
  /** False: a wall longer than a stick cannot be made of it. */
  readonly spliceable: boolean;
  readonly kerfMm: number;
}

/** The item of a line: always the same, or chosen by film and roll ("pvc-matte 3.2"), or by the film's material. */
export type RuleItem =
  | { by: 'code'; code: string }
  | { by: 'canvas'; codes: Readonly<Record<string, string>> }
  | { by: 'material'; codes: Readonly<Record<FilmMaterial, string>> };

/** One line of every room; `key` is stable, it names the line in overrides and in stored estimates. */
export interface RuleLine {
  readonly key: string;
  readonly item: RuleItem;
  readonly basis: Exclude<BasisKey, 'manual'>;
  /** Only for canvases of this material. */
  readonly material?: FilmMaterial;
}

/** Norms of consumption of a room. */
export interface StockNorms {
  /** Pieces per metre of profile; whole pieces are given out, rounded up. */
  readonly screwsPerM: number;
  readonly dowelsPerM: number;
  /** Insert taken beyond the length of the profile, for its ends. */
  readonly tapeExtraM: number;
}

/**
 * How rooms become lines and lines become totals. A rule set is data with a version; an estimate stores both, and a
 * version never changes once estimates were made by it.
 */
export interface RuleSet {
  readonly id: string;
  readonly version: number;
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
  readonly sticks: Readonly<Record<Exclude<ProfileKind, 'none'>, StickRule>>;
  /** What the warehouse gives out for a room beside what is billed. */
  readonly stock: StockNorms;
  /** In the order shown. */
  readonly lines: readonly RuleLine[];
}
