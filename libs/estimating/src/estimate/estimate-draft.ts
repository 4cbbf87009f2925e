import type { DecimalString, Minor } from '@smet/money';
import type { RoomPlan } from '../plan/room-plan.js';
import type { RoomShape } from '../shape/room-shape.js';

/** Everything a person enters into an estimate; prices are not part of it. */
export interface EstimateDraft {
  rooms: RoomInput[];
  overrides: QuantityOverride[];
  manualLines: ManualLine[];
  /** "0" … "100", at most two digits after the point. */
  discountPercent: DecimalString;
}

export interface RoomInput {
  id: string;
  name: string;
  shape: RoomShape;
  /** Nothing was decided beside the shape when absent. */
  plan?: RoomPlan;
  /** Lamps that have no place on the plan yet; those on it come on top. */
  spotlights: number;
  chandeliers: number;
}

/** A hand-changed quantity of a generated line; the computed one is kept beside it in the result. */
export interface QuantityOverride {
  roomId: string;
  ruleKey: string;
  quantity: DecimalString;
}

/** A line a person added from the nomenclature, to a room or to the whole estimate (null). */
export interface ManualLine {
  id: string;
  itemCode: string;
  roomId: string | null;
  quantity: DecimalString;
}

/** An item with its price at the moment of pricing. `costMinor` is absent for people who may not see purchase prices. */
export interface PricedItem {
  itemId: string;
  code: string;
  name: string;
  unit: string;
  priceMinor: Minor;
  costMinor?: Minor;
}

/** Prices by item code. */
export type PriceBook = ReadonlyMap<string, PricedItem>;
