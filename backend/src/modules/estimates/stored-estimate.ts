import type {
  Adjustment,
  EstimateDraft,
  EstimateLine,
  EstimateProblem,
  EstimateTotals,
  MeasurementTolerances,
  MoneyTerms,
  PricedItem,
  RoomInput,
  RoomMeasures,
  RoomPlan,
  RoomShape,
  VariantContent,
  VariantDraft,
} from '@smet/estimating';
import type { Presented } from './versions/presented.js';

/** One version of an estimate as stored. Amounts in minor units, decimals without idle zeros, times in ISO 8601, UTC. */
export interface EstimateRow extends EstimateRooms {
  /** In the order shown. */
  readonly variants: VariantRow[];
}

/** The same with its rooms and what the variants are, without what was computed. */
export interface EstimateRooms extends EstimateHeader {
  readonly rooms: RoomRow[];
}

/** The same without its content. */
export interface EstimateHeader {
  readonly id: string;
  readonly order_id: string;
  readonly order_number: number;
  readonly client_name: string;
  readonly address: string;
  readonly currency: string;
  readonly title: string;
  /** Of the aggregate. */
  readonly version: number;
  readonly updated_at: string;
  readonly version_id: string;
  readonly number: number;
  readonly newest_number: number;
  readonly status: 'draft' | 'issued';
  readonly issued_at: string | null;
  readonly valid_until: string | null;
  readonly content_hash: string | null;
  readonly acceptance: { readonly variantId: string; readonly acceptedAt: string; readonly name: string } | null;
  readonly rule_set_id: string;
  readonly rule_set_version: number;
  readonly terms: MoneyTerms;
  readonly price_list_id: string;
  readonly cost_list_id: string | null;
  readonly pay_list_id: string | null;
  readonly dealer_list_id: string | null;
  readonly priced_at: string;
  /** Of an issued version. */
  readonly price_book: PricedItem[] | null;
  readonly current_variant_id: string;
  readonly variant_heads: VariantHead[];
  readonly versions: VersionRow[];
  /** The newest one of this version. */
  readonly approval: ApprovalRow | null;
  /** Kept since it was issued; null of a draft. Where it is there, the fields below and those of the order are its own. */
  readonly presented: Presented | null;
  readonly company_name: string;
  readonly timezone: string;
  /** Of the organization, BCP 47. */
  readonly locale: string;
  /** The day it is where the organization is. */
  readonly today: string;
  /** Of the organization: as they are now, of an issued version as they were. */
  readonly tolerances: MeasurementTolerances;
}

/** What was entered of a variant and what it came to. */
export interface VariantHead {
  readonly id: string;
  readonly name: string;
  readonly content: VariantContent;
  readonly grossMinor: number;
  readonly discountMinor: number;
  readonly toPayMinor: number;
  readonly adjustments: Adjustment[];
  /** Lines a hand lowered below what the rules ask for. */
  readonly lowered: readonly LoweredLine[];
  readonly digest: string | null;
}

export type LoweredLine = Pick<LineRow, 'quantity' | 'computedQuantity' | 'priceMinor'>;

export interface VersionRow {
  readonly number: number;
  readonly status: 'draft' | 'issued';
  readonly issuedAt: string | null;
  readonly validUntil: string | null;
  readonly toPayMinor: number;
  readonly accepted: boolean;
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
}

export interface ApprovalRow {
  readonly id: string;
  readonly state: 'asked' | 'given' | 'refused';
  readonly percent: string;
  readonly limitPercent: string;
  readonly askedBy: PersonRow;
  readonly comment: string | null;
  readonly decidedBy: PersonRow | null;
  readonly decisionComment: string | null;
}

export interface RoomRow {
  readonly id: string;
  readonly name: string;
  readonly shape: RoomShape;
  readonly plan: RoomPlan | null;
  readonly spotlights: number;
  readonly chandeliers: number;
}

/** A variant with everything that was computed of it. */
export interface VariantRow extends Omit<VariantHead, 'digest' | 'lowered'> {
  readonly problems: EstimateProblem[];
  readonly topUpMinor: number;
  readonly vat: EstimateTotals['vat'];
  readonly payments: EstimateTotals['schedule'];
  readonly costMinor: number | null;
  readonly marginMinor: number | null;
  readonly payMinor: number | null;
  readonly dealerMinor: number | null;
  readonly rooms: MeasuresRow[];
  readonly lines: LineRow[];
}

export interface MeasuresRow {
  readonly roomId: string;
  readonly subtotalMinor: number;
  readonly measures: RoomMeasures;
}

export interface LineRow extends Pick<
  EstimateLine,
  | 'key'
  | 'roomId'
  | 'ruleKey'
  | 'itemId'
  | 'code'
  | 'name'
  | 'unit'
  | 'quantity'
  | 'computedQuantity'
  | 'overridden'
  | 'priceMinor'
  | 'sumMinor'
  | 'discount'
  | 'explanation'
> {
  readonly categoryId: string | null;
  readonly kind: EstimateLine['kind'] | null;
  readonly costMinor: number | null;
  readonly payMinor: number | null;
  readonly dealerMinor: number | null;
}

/** What was entered, read back from the rows. */
export function toDraft({ rooms, variant_heads: variants }: EstimateRooms): EstimateDraft {
  return { rooms: rooms.map(toRoomInput), variants: variants.map(toVariantDraft) };
}

/** What was entered about a room; nothing was decided beside its shape where no plan is stored. */
export function toRoomInput({ id, name, shape, plan, spotlights, chandeliers }: RoomRow): RoomInput {
  return { id, name, shape, ...(plan && { plan }), spotlights, chandeliers };
}

export function toVariantDraft({ id, name, content }: VariantHead): VariantDraft {
  return { id, name, ...content };
}
