import { Injectable } from '@nestjs/common';
import { computeEstimate, type VariantInput, type EstimateResult, type PricedItem } from '@smet/estimating';
import { compareDecimals } from '@smet/money';
import { newId } from '@smet/database';
import type { Actor } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Transactions, type Transaction } from '../../platform/database/index.js';
import { Events } from '../../platform/events/index.js';
import { OrderTotals } from '../orders/index.js';
import { assertComputed, assertDocuments } from './draft-check.js';
import type { SaveEstimateDto } from './dto/estimate-input.dto.js';
import type { EstimateDto } from './dto/estimate.dto.js';
import { EstimatePricing } from './estimate-pricing.service.js';
import { toContent, type EstimateHeader } from './estimate-rows.js';
import { viewEstimate } from './estimate-view.js';
import { discountNotAllowed, estimateChanged, estimateIssued, estimateNotFound } from './estimates.errors.js';
import { estimateSaved } from './estimates.events.js';
import { EstimatesRepository } from './estimates.repository.js';

/** Saving is one use case: the whole draft in, recomputed, the whole estimate out. */
@Injectable()
export class SaveEstimateService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: EstimatesRepository,
    private readonly pricing: EstimatePricing,
    private readonly orders: OrderTotals,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /**
   * Recomputes the draft with the estimate's own rule set and prices and puts it in place of the stored one; the
   * browser's figures are never taken. A refused draft changes nothing. Everything is computed before the transaction
   * begins, so that no lock is held meanwhile: what was read for it still holds under the locks, because every change
   * of an estimate raises its version and the save takes effect on the version it was made on only.
   */
  async save(actor: Actor, id: string, input: SaveEstimateDto): Promise<EstimateDto> {
    assertDocuments(input.draft);
    const before = await this.openDraft(actor, id, input);
    const priceBook = await this.pricing.load(actor, before, input.draft);
    const result = this.compute(before, input.draft, priceBook);
    return this.transactions.run(actor, async (tx) => {
      await this.lock(tx, before, input);
      await this.repository.replaceContent(
        tx,
        { id: before.variant_id, discountPercent: input.draft.discountPercent },
        toContent(input.draft, result, newId),
      );
      await this.orders.refresh(tx, before.order_id);
      await this.journal(tx, before, input.draft.discountPercent, result);
      const saved = await this.repository.find(tx, id);
      if (!saved) throw estimateNotFound();
      return viewEstimate(saved, priceBook, result.problems, actor);
    });
  }

  /** What the draft is to replace, once the actor may do so. */
  private async openDraft(actor: Actor, id: string, { version, draft }: SaveEstimateDto): Promise<EstimateHeader> {
    const header = await this.repository.findHeader(actor, id);
    if (!header) throw estimateNotFound();
    if (header.version !== version) throw estimateChanged(header.version);
    if (header.status !== 'draft') throw estimateIssued(version);
    const discountChanges = compareDecimals(draft.discountPercent, header.discount_percent) !== 0;
    if (discountChanges && !actor.permissions.has('estimate:discount')) throw discountNotAllowed();
    return header;
  }

  /** The order's lock first, as every writer of estimates takes it; then the version decides who was first. */
  private async lock(tx: Transaction, before: EstimateHeader, { version, title }: SaveEstimateDto): Promise<void> {
    await this.orders.lock(tx, before.order_id);
    if (await this.repository.raiseVersion(tx, before.id, version, title)) return;
    const current = await this.repository.findHeader(tx, before.id);
    throw current ? estimateChanged(current.version) : estimateNotFound();
  }

  private compute(header: EstimateHeader, draft: VariantInput, priceBook: readonly PricedItem[]): EstimateResult {
    const byCode = new Map(priceBook.map((item) => [item.code, item]));
    const result = computeEstimate(draft, {
      priceBook: byCode,
      ruleSet: this.pricing.ruleSetOf(header),
      tolerances: header.tolerances,
    });
    assertComputed(draft, result);
    return result;
  }

  private async journal(
    tx: Transaction,
    before: EstimateHeader,
    discountPercent: string,
    { totals }: EstimateResult,
  ): Promise<void> {
    const { id, order_id: orderId } = before;
    const { toPayMinor } = totals;
    await this.events.record(tx, estimateSaved(id, { orderId, version: before.version + 1, toPayMinor }));
    await this.audit.write(tx, {
      action: 'estimate.saved',
      entityType: 'estimate',
      entityId: id,
      changes: {
        toPayMinor: { before: before.totals.toPayMinor, after: toPayMinor },
        discountPercent: { before: before.discount_percent, after: discountPercent },
      },
    });
  }
}
