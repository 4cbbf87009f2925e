import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';

/** The lists an estimate is priced by, null where it has none of the kind; the moment (ISO 8601) its prices were in force. */
export interface PriceTerms {
  readonly priceListId: string;
  readonly costListId: string | null;
  readonly payListId: string | null;
  readonly dealerListId: string | null;
  readonly at: string;
}

/** The module of estimates, seen from here. */
export interface EstimatePriceSource {
  /** @throws AppError 404 when the estimate is absent or not visible to the actor. */
  priceTermsOf(actor: Actor, estimateId: string): Promise<PriceTerms>;
}

/**
 * Where the module of estimates puts itself (in `onModuleInit`), so that items can be shown at the prices an estimate
 * will bill, without the nomenclature knowing estimates.
 */
@Injectable()
export class EstimatePrices {
  private source: EstimatePriceSource | null = null;

  register(source: EstimatePriceSource): void {
    this.source = source;
  }

  /** @throws AppError 404 when the estimate is absent or not visible to the actor. */
  termsOf(actor: Actor, estimateId: string): Promise<PriceTerms> {
    if (!this.source) throw new Error('no module told the prices of estimates');
    return this.source.priceTermsOf(actor, estimateId);
  }
}
