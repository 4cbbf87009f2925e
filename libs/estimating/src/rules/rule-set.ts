import type { DecimalString } from '@smet/money';

/** What a quantity is taken from. 'manual' is a line a person added. */
export type BasisKey =
  | 'billed_area'
  | 'billed_perimeter'
  | 'spotlights'
  | 'points_of_light'
  | 'chandeliers'
  | 'extra_corners'
  | 'arc_length'
  | 'seam_length'
  | 'manual';

/** Width of a roll in metres, as the rule set writes it: "3.2", "5.0". */
export type RollWidth = DecimalString;

/** The item of a line: always the same, or chosen by the roll the room takes. */
export type RuleItem = { by: 'code'; code: string } | { by: 'roll'; codes: Readonly<Record<RollWidth, string>> };

/** One line of every room; `key` is stable, it names the line in overrides and in stored estimates. */
export interface RuleLine {
  readonly key: string;
  readonly item: RuleItem;
  readonly basis: Exclude<BasisKey, 'manual'>;
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
  readonly shrink: { readonly default: number; readonly min: number };
  /** Narrowest first; the last one is also the one a seam is made on. */
  readonly rolls: readonly RollWidth[];
  readonly prepaymentPercent: DecimalString;
  /** In the order shown. */
  readonly lines: readonly RuleLine[];
}
