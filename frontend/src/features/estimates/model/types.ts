import type { Estimate } from '@smet/api-client';
import type {
  Arc,
  EstimateDraft,
  EstimateResult,
  ManualLine,
  PricedItem,
  QuantityOverride,
  RoomKind,
} from '@smet/estimating';

/** The API's estimate with the documents of the estimating library named. */
export type EstimateView = Omit<Estimate, 'draft' | 'result' | 'priceBook'> & {
  draft: EstimateDraft;
  result: EstimateResult;
  priceBook: PricedItem[];
};

/** A diagonal as it is typed: two corners and a length in centimetres. */
export interface DiagonalField {
  from: number;
  to: number;
  text: string;
}

/** A room as it is typed. Texts stay exactly what was typed, so that nothing is lost while it is not a number yet. */
export interface RoomForm {
  id: string;
  name: string;
  kind: RoomKind;
  /** Centimetres, in the order of the walls: AB, BC… */
  sides: string[];
  diagonals: DiagonalField[];
  /** Which corners turn back, when the lengths alone allow several rooms. */
  reflexCorners: number[] | null;
  /** Kept as they came; arcs have no fields on this screen yet. */
  arcs: Arc[];
  spotlights: string;
  chandeliers: string;
}

/** Everything a person can change in an estimate, in the state of being typed. */
export interface EstimateForm {
  title: string;
  rooms: RoomForm[];
  overrides: QuantityOverride[];
  manualLines: ManualLine[];
  discount: string;
}
