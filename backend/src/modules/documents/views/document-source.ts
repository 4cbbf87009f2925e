import type {
  Adjustment,
  EstimateDraft,
  EstimateLine,
  EstimateTotals,
  MeasurementTolerances,
  MoneyTerms,
  PricedItem,
  RoomMeasures,
  RuleSet,
} from '@smet/estimating';
import type { CompanyProfile } from '../../company/index.js';

/** A version of an estimate as plain data: all that documents are composed from. Amounts in minor units. */
export interface DocumentSource {
  readonly order: { readonly number: number; readonly clientName: string; readonly address: string };
  /** Of the version. */
  readonly number: number;
  readonly status: 'draft' | 'issued';
  /** ISO 8601. */
  readonly issuedAt: string | null;
  readonly updatedAt: string;
  /** The last day of the offer, "2026-12-20". */
  readonly validUntil: string | null;
  readonly contentHash: string | null;
  readonly acceptance: { readonly variantId: string } | null;
  readonly currency: string;
  readonly draft: EstimateDraft;
  readonly currentVariantId: string;
  readonly results: readonly { readonly variantId: string; readonly result: ResultSource }[];
  readonly terms: MoneyTerms;
  readonly tolerances: MeasurementTolerances;
  readonly ruleSet: RuleSet;
  readonly priceBook: readonly PricedItem[];
}

/** What of a result documents read. */
export interface ResultSource {
  readonly rooms: readonly { readonly roomId: string; readonly measures?: MeasuresSource | undefined }[];
  readonly lines: readonly LineSource[];
  readonly adjustments: readonly Adjustment[];
  readonly totals: Omit<EstimateTotals, 'costMinor' | 'marginMinor' | 'payMinor' | 'dealerMinor'>;
}

type MeasuresSource = Pick<RoomMeasures, 'billedArea' | 'billedPerimeter' | 'innerCorners' | 'outerCorners'>;

export type LineSource = Pick<
  EstimateLine,
  | 'key'
  | 'roomId'
  | 'code'
  | 'name'
  | 'unit'
  | 'kind'
  | 'quantity'
  | 'priceMinor'
  | 'sumMinor'
  | 'discount'
  | 'payMinor'
  | 'paySumMinor'
>;

/** Whose document it is, and where. */
export interface DocumentContext {
  readonly company: CompanyProfile;
  /** Of the organization, for the day of a moment. */
  readonly timezone: string;
}

/** Whether a variant is in the estimate is asked before anything is composed. */
export class VariantMissingError extends Error {
  constructor(readonly variantId: string) {
    super(`There is no variant ${variantId}`);
    this.name = 'VariantMissingError';
  }
}

/** The variant a document is about: the one asked for, else the accepted, else the current one. */
export function shownVariantId(source: DocumentSource, asked?: string): string {
  const id = asked ?? source.acceptance?.variantId ?? source.currentVariantId;
  if (!source.results.some(({ variantId }) => variantId === id)) throw new VariantMissingError(id);
  return id;
}

/** The result of a variant as the engine computed it; what the client does not see is not told apart here. */
export function resultOf(source: DocumentSource, variantId: string): ResultSource {
  const found = source.results.find((one) => one.variantId === variantId);
  if (!found) throw new VariantMissingError(variantId);
  return found.result;
}

/** What the engine computes one variant from. */
export function inputOf({ draft }: DocumentSource, variantId: string) {
  const variant = draft.variants.find(({ id }) => id === variantId);
  if (!variant) throw new VariantMissingError(variantId);
  return { rooms: draft.rooms, ...variant };
}
