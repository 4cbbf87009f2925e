import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EstimateDraft, RuleSet } from '@smet/estimating';
import type { Actor } from '../../../platform/access/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { canonicalJson } from '../canonical-json.js';
import { computeDraft } from '../compute-draft.js';
import { assertComputed } from '../draft-check.js';
import { DraftWriter } from '../draft-writer.service.js';
import type { FreshPricesDto, RepriceEstimateDto } from '../dto/estimate-actions.dto.js';
import type { EstimateDto } from '../dto/estimate.dto.js';
import { EstimatePricing, toPricing } from '../estimate-pricing.service.js';
import { viewPrice } from '../estimate-view.js';
import { EstimateViews } from '../estimate-views.service.js';
import { estimateNotFound, pricesStale } from '../estimates.errors.js';
import { EstimatesRepository, type PricingBasis } from '../estimates.repository.js';
import { OpenDrafts } from '../open-drafts.service.js';
import { toDraft } from '../stored-estimate.js';

/** Prices that were looked at longer ago have to be looked at again. */
const SHOWN_FOR_MS = 24 * 60 * 60 * 1000;

/** Computing an estimate anew by the rules, terms and prices of now; what a hand entered or changed stays. */
@Injectable()
export class RepriceEstimateService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: EstimatesRepository,
    private readonly drafts: OpenDrafts,
    private readonly pricing: EstimatePricing,
    private readonly writer: DraftWriter,
    private readonly views: EstimateViews,
    private readonly clock: Clock,
  ) {}

  /** What computing anew would use, so that its difference can be shown before. */
  async fresh(actor: Actor, id: string): Promise<FreshPricesDto> {
    const row = await this.repository.findRooms(actor, id);
    if (!row) throw estimateNotFound();
    const { basis, pricing } = await this.pricing.loadFresh(actor, toDraft(row));
    const { ruleSet, terms, priceBook } = pricing;
    const seen = priceBook.map((item) => viewPrice(item, actor.permissions));
    return { pricedAt: basis.pricedAt, digest: basisDigest(basis), ruleSet, terms, priceBook: seen };
  }

  /**
   * Computes the draft by what was shown: the prices of that moment, and no other rules, terms and price lists.
   * @throws AppError 409 ESTIMATE.CHANGED, ESTIMATE.ISSUED, ESTIMATE.PRICES_STALE; 422 where the draft does not fit
   */
  async reprice(actor: Actor, id: string, { version, pricedAt, digest }: RepriceEstimateDto): Promise<EstimateDto> {
    const before = await this.drafts.getRooms(actor, id, version);
    const at = new Date(pricedAt);
    const age = this.clock.now().getTime() - at.getTime();
    if (age < 0 || age > SHOWN_FOR_MS || at < new Date(before.priced_at)) throw pricesStale();
    const stored = toDraft(before);
    const { basis, pricing } = await this.pricing.loadFresh(actor, stored, at);
    if (basisDigest(basis) !== digest) throw pricesStale();
    const draft = withoutLostOverrides(stored, basis.ruleSet);
    const variants = computeDraft(draft, toPricing(pricing, before));
    assertComputed(draft, variants);
    await this.transactions.run(actor, async (tx) => {
      await this.writer.lock(tx, before);
      await this.repository.setBasis(tx, before.version_id, basis);
      await this.writer.write(tx, { before, draft, variants, currentVariantId: before.current_variant_id });
    });
    return this.views.show(actor, id);
  }
}

/** SHA-256 of what prices are taken and sums computed by; the moment is told beside it. */
function basisDigest(basedOn: PricingBasis): string {
  const { ruleSet, pricedAt: _, ...others } = basedOn;
  const basis = canonicalJson({ ...others, ruleSet: { id: ruleSet.id, version: ruleSet.version } });
  return createHash('sha256').update(basis).digest('hex');
}

/** A hand's quantity of a line the rules do not have any more has nothing left to change. */
function withoutLostOverrides({ rooms, variants }: EstimateDraft, { lines }: RuleSet): EstimateDraft {
  const known = new Set(lines.map(({ key }) => key));
  return {
    rooms,
    variants: variants.map((variant) => ({
      ...variant,
      overrides: variant.overrides.filter(({ ruleKey }) => known.has(ruleKey)),
    })),
  };
}
