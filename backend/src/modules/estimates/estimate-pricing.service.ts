import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  requiredItemCodes,
  type EstimateDraft,
  type MoneyTerms,
  type PricedItem,
  type Pricing,
  type RuleSet,
} from '@smet/estimating';
import type { Actor } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { EstimatePrices, PriceBooks, type EstimatePriceSource, type PriceTerms } from '../nomenclature/index.js';
import { PricingTerms } from '../pricing-terms/index.js';
import { RuleSets } from '../rule-sets/index.js';
import { canonicalJson } from './canonical-json.js';
import { estimateNotFound, priceListMissing } from './estimates.errors.js';
import { EstimatesRepository, type PricingBasis } from './estimates.repository.js';
import type { EstimateHeader } from './stored-estimate.js';

/** What needs items: lines by hand and substitutes of any variant. */
type NeedsItems = Pick<EstimateDraft, 'variants'>;

/** What an estimate is computed by, as of one moment. */
export interface LoadedPricing {
  readonly ruleSet: RuleSet;
  readonly terms: MoneyTerms;
  /** Of every item the rule set can ask for and of the lines added by hand, with what the firm pays. */
  readonly priceBook: readonly PricedItem[];
}

/** With the rules themselves, not only their name. */
type RuledBasis = PricingBasis & { readonly ruleSet: RuleSet };

/** The rules, terms and prices an estimate is computed with: its own, or those of now. */
@Injectable()
export class EstimatePricing implements EstimatePriceSource, OnModuleInit {
  constructor(
    private readonly priceBooks: PriceBooks,
    private readonly ruleSets: RuleSets,
    private readonly pricingTerms: PricingTerms,
    private readonly repository: EstimatesRepository,
    private readonly estimatePrices: EstimatePrices,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.estimatePrices.register(this);
  }

  async priceTermsOf(actor: Actor, estimateId: string): Promise<PriceTerms> {
    const header = await this.repository.findHeader(actor, estimateId);
    if (!header) throw estimateNotFound();
    return priceTerms(basisOf(header));
  }

  ruleSetOf(source: Actor | Transaction, header: EstimateHeader): Promise<RuleSet> {
    return this.ruleSets.get(source, header.rule_set_id, header.rule_set_version);
  }

  /** The estimate's own: with them the browser can go on computing whatever is changed next. */
  async load(source: Actor | Transaction, header: EstimateHeader, draft: NeedsItems): Promise<LoadedPricing> {
    const ruleSet = await this.ruleSetOf(source, header);
    const priceBook = header.price_book ?? (await this.priceBookOf(source, { ...basisOf(header), ruleSet }, draft));
    return { ruleSet, terms: header.terms, priceBook };
  }

  /**
   * What a new estimate or one that is priced anew follows from.
   * @param at a moment in the past for prices somebody was shown; now when absent.
   * @throws AppError 409 ESTIMATE.PRICE_LIST_MISSING
   */
  async basisOfNow(source: Actor | Transaction, at?: Date): Promise<RuledBasis> {
    const basis = await this.findBasisOfNow(source, at);
    if (basis === null) throw priceListMissing();
    return basis;
  }

  private async findBasisOfNow(source: Actor | Transaction, at?: Date): Promise<RuledBasis | null> {
    const pricedAt = at ?? this.clock.now();
    const { priceListId, ...lists } = await this.priceBooks.defaultLists(source);
    if (priceListId === null) return null;
    const ruleSet = await this.ruleSets.current(source);
    const terms = await this.pricingTerms.snapshot(source, pricedAt);
    return { ruleSet, terms, priceListId, ...lists, pricedAt: pricedAt.toISOString() };
  }

  /** What computing a draft anew would use, and the moment of it. */
  async loadFresh(
    source: Actor | Transaction,
    draft: NeedsItems,
    at?: Date,
  ): Promise<{ basis: RuledBasis; pricing: LoadedPricing }> {
    const basis = await this.basisOfNow(source, at);
    const { ruleSet, terms } = basis;
    return { basis, pricing: { ruleSet, terms, priceBook: await this.priceBookOf(source, basis, draft) } };
  }

  /**
   * Whether computing anew would use other rules, terms or prices, as far as a person sees them.
   * @param seen the prices of an item that the person may see
   */
  async isOutdated(
    source: Actor | Transaction,
    { header, draft, pricing }: { header: EstimateHeader; draft: NeedsItems; pricing: LoadedPricing },
    seen: (item: PricedItem) => object,
  ): Promise<boolean> {
    const basis = await this.findBasisOfNow(source);
    if (basis === null) return false;
    const { id, version } = basis.ruleSet;
    if (id !== header.rule_set_id || version !== header.rule_set_version) return true;
    if (canonicalJson(basis.terms) !== canonicalJson(header.terms)) return true;
    const fresh = await this.priceBookOf(source, basis, draft);
    const now = new Map(fresh.map((item) => [item.code, canonicalJson(seen(item))]));
    return pricing.priceBook.some((item) => now.get(item.code) !== canonicalJson(seen(item)));
  }

  /** The greatest discount the person gives without asking, per cent. */
  discountLimitOf(source: Actor | Transaction): Promise<number> {
    return this.pricingTerms.discountLimitOf(source);
  }

  private priceBookOf(source: Actor | Transaction, basis: RuledBasis, { variants }: NeedsItems): Promise<PricedItem[]> {
    const codes = requiredItemCodes(basis.ruleSet, ...variants);
    return this.priceBooks.load(source, { codes, ...priceTerms(basis) });
  }
}

/** As the engine takes it. */
export function toPricing({ ruleSet, terms, priceBook }: LoadedPricing, { tolerances }: EstimateHeader): Pricing {
  return { ruleSet, terms, tolerances, priceBook: new Map(priceBook.map((item) => [item.code, item])) };
}

function basisOf(header: EstimateHeader): PricingBasis {
  return {
    ruleSet: { id: header.rule_set_id, version: header.rule_set_version },
    terms: header.terms,
    priceListId: header.price_list_id,
    costListId: header.cost_list_id,
    payListId: header.pay_list_id,
    dealerListId: header.dealer_list_id,
    pricedAt: header.priced_at,
  };
}

function priceTerms({ priceListId, costListId, payListId, dealerListId, pricedAt }: PricingBasis): PriceTerms {
  return { priceListId, costListId, payListId, dealerListId, at: pricedAt };
}
