import type {
  VariantInput,
  MeasurementTolerances,
  PriceBook,
  PricedItem,
  PricedSeams,
  RuleSet,
} from '@smet/estimating';

/** What a canvas is laid out and priced by, beside the room itself. */
export interface CanvasContext {
  draft: VariantInput;
  prices: PriceBook;
  ruleSet: RuleSet;
  tolerances: MeasurementTolerances;
  currency: string;
}

/** Asked of the worker: why the canvas of a room has a seam, and what else could be done. */
export interface SeamQuestion {
  draft: VariantInput;
  roomId: string;
  prices: readonly PricedItem[];
  ruleSet: RuleSet;
  tolerances: MeasurementTolerances;
}

/** Null when the canvas has no seam. */
export type SeamAnswer = PricedSeams | null;
