import type { DecimalString, Minor } from '@smet/money';
import type { ProfileKind, RoomPlan } from '../plan/room-plan.js';
import type { RoomShape } from '../shape/room-shape.js';
import type { PaymentStage } from './money-terms.js';

/**
 * Everything a person enters into an estimate; prices are not part of it. Rooms are measured once and shared by all
 * variants; a variant says what they are made of and what it costs.
 */
export interface EstimateDraft {
  rooms: RoomInput[];
  /** At least one, in the order shown: good, better, best. */
  variants: VariantDraft[];
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

export interface VariantDraft extends VariantContent {
  id: string;
  name: string;
}

/** What one variant is computed from. */
export interface VariantInput extends VariantContent {
  rooms: RoomInput[];
}

export interface VariantContent {
  /** The rooms as they were measured when absent. */
  specification?: Specification;
  overrides: QuantityOverride[];
  manualLines: ManualLine[];
  /** Of everything without a discount of its own: "0" … "100", at most two digits after the point. */
  discountPercent: DecimalString;
  /** Instead of `discountPercent`: that of a line goes before that of its category. */
  discounts?: Discounts;
  /** Surcharges a person added to those of the rule set. */
  coefficients?: ManualCoefficient[];
  /** How the sum is paid; that of the organization when absent. */
  schedule?: PaymentStage[];
}

/** What a variant changes in every room, so that one measurement serves them all. */
export interface Specification {
  /** Key of a film of the rule set, instead of the one the room names. */
  film?: string;
  /** On every side whose profile is an ordinary one; sides with a profile of their own keep it. */
  profile?: ProfileKind;
  /** Items taken instead of those the rules ask for. */
  substitutes?: Substitute[];
}

export interface Substitute {
  code: string;
  by: string;
}

export interface Discounts {
  categories?: { categoryId: string; percent: DecimalString }[];
  /** By the key of the line, see EstimateLine. */
  lines?: { lineKey: string; percent: DecimalString }[];
}

/** What a percentage is taken of is always said. */
export interface ManualCoefficient {
  id: string;
  name: string;
  /** Null: of the whole estimate. */
  roomId: string | null;
  /** "30" is 30 % more; below zero it is less. */
  percent: DecimalString;
  base: ItemKind[];
}

/** What an item is, for those who price it: a thing, the firm's own work, or something done beside it. */
export const ITEM_KINDS = ['material', 'work', 'service'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

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

/**
 * An item with its prices at the moment of pricing. What the firm itself pays is absent for people who may not see it,
 * a dealer's price where there is none.
 */
export interface PricedItem {
  itemId: string;
  code: string;
  name: string;
  unit: string;
  /** Absent in estimates that were priced before items had it: then no rule or discount is meant by it. */
  categoryId?: string;
  kind?: ItemKind;
  priceMinor: Minor;
  /** What a unit costs the firm altogether: its purchase and the pay for it. */
  costMinor?: Minor;
  /** The installer's pay, a part of the cost. */
  payMinor?: Minor;
  dealerMinor?: Minor;
}

/** Prices by item code. */
export type PriceBook = ReadonlyMap<string, PricedItem>;
