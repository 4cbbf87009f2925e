import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { Transactions } from '../../platform/database/index.js';
import { computeDraft } from './compute-draft.js';
import { changesDiscount } from './discount-change.js';
import { assertComputed, assertDocuments } from './draft-check.js';
import { DraftWriter } from './draft-writer.service.js';
import type { SaveEstimateDto } from './dto/estimate-input.dto.js';
import type { EstimateDto } from './dto/estimate.dto.js';
import { EstimatePricing, toPricing } from './estimate-pricing.service.js';
import { EstimateViews } from './estimate-views.service.js';
import { discountNotAllowed, draftInvalid } from './estimates.errors.js';
import { OpenDrafts } from './open-drafts.service.js';
import type { EstimateHeader } from './stored-estimate.js';
import { assertSubstitutes } from './substitutes-check.js';

/** Saving is one use case: the whole draft in, recomputed, the whole estimate out. */
@Injectable()
export class SaveEstimateService {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: OpenDrafts,
    private readonly pricing: EstimatePricing,
    private readonly writer: DraftWriter,
    private readonly views: EstimateViews,
  ) {}

  /**
   * Recomputes every variant of the draft with the estimate's own rules, terms and prices and puts it in place of the
   * stored one; the browser's figures are never taken. A refused draft changes nothing. Everything is computed before the
   * transaction begins and shown after it, so that no lock is held meanwhile: what was read for it still holds under the locks, because every
   * change of an estimate raises its version and the save takes effect on the version it was made on only.
   */
  async save(actor: Actor, id: string, input: SaveEstimateDto): Promise<EstimateDto> {
    const { draft, version, title } = input;
    assertDocuments(draft);
    const before = await this.drafts.get(actor, id, version);
    const mayDiscount = actor.permissions.has('estimate:discount');
    if (!mayDiscount && changesDiscount(before.variant_heads, draft.variants)) throw discountNotAllowed();
    const currentVariantId = currentOf(input, before);
    const pricing = await this.pricing.load(actor, before, draft);
    assertSubstitutes(draft, pricing.priceBook);
    const variants = computeDraft(draft, toPricing(pricing, before));
    assertComputed(draft, variants);
    await this.transactions.run(actor, async (tx) => {
      await this.writer.lock(tx, before, title);
      await this.writer.write(tx, { before, draft, variants, currentVariantId });
    });
    return this.views.show(actor, id);
  }
}

/** The one that is asked for, that which was, or the first. */
function currentOf({ currentVariantId: asked, draft }: SaveEstimateDto, before: EstimateHeader): string {
  const ids = draft.variants.map(({ id }) => id);
  const [first] = ids;
  if (first === undefined || (asked !== undefined && !ids.includes(asked))) {
    throw draftInvalid([{ path: 'currentVariantId', code: 'VARIANT_UNKNOWN' }]);
  }
  const kept = ids.includes(before.current_variant_id) ? before.current_variant_id : first;
  return asked ?? kept;
}
