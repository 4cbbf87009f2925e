import { Injectable } from '@nestjs/common';
import { computeEstimate, type EstimateDraft, type EstimateResult } from '@smet/estimating';
import { compareDecimals } from '@smet/money';
import { newId } from '@smet/database';
import type { Actor } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Transactions, type Transaction } from '../../platform/database/index.js';
import { Events } from '../../platform/events/index.js';
import { OrderTotals } from '../orders/index.js';
import { assertComputed, assertShapes } from './draft-check.js';
import type { SaveEstimateDto } from './dto/estimate-input.dto.js';
import type { EstimateDto } from './dto/estimate.dto.js';
import { EstimatePricing } from './estimate-pricing.service.js';
import { toContent, type EstimateRow } from './estimate-rows.js';
import { discountNotAllowed, estimateChanged, estimateIssued, estimateNotFound } from './estimates.errors.js';
import { estimateSaved } from './estimates.events.js';
import { EstimatesRepository } from './estimates.repository.js';
import { EstimatesService } from './estimates.service.js';

/** Saving is one use case: the whole draft in, recomputed, the whole estimate out. */
@Injectable()
export class SaveEstimateService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: EstimatesRepository,
    private readonly pricing: EstimatePricing,
    private readonly estimates: EstimatesService,
    private readonly orders: OrderTotals,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /**
   * Recomputes the draft with the estimate's own rule set and prices and puts it in place of the stored one; the
   * browser's figures are never taken. A refused draft changes nothing.
   */
  async save(actor: Actor, id: string, input: SaveEstimateDto): Promise<EstimateDto> {
    assertShapes(input.draft);
    return this.transactions.run(actor, async (tx) => {
      const before = await this.openDraft(tx, id, input);
      const result = await this.compute(tx, before, input.draft);
      await this.repository.replaceContent(
        tx,
        { id: before.variant_id, discountPercent: input.draft.discountPercent },
        toContent(input.draft, result, newId),
      );
      await this.orders.refresh(tx, before.order_id);
      await this.journal(tx, before, input.draft.discountPercent, result);
      return this.estimates.show(tx, id, actor);
    });
  }

  /** Takes the locks, the order's first as every writer of estimates does, and checks what the actor may change. */
  private async openDraft(
    tx: Transaction,
    id: string,
    { version, title, draft }: SaveEstimateDto,
  ): Promise<EstimateRow> {
    const head = await this.repository.findHead(tx, id);
    if (!head) throw estimateNotFound();
    await this.orders.lock(tx, head.orderId);
    if (!(await this.repository.raiseVersion(tx, id, version, title))) {
      const current = await this.repository.findHead(tx, id);
      throw estimateChanged(current?.version ?? head.version);
    }
    const row = await this.repository.find(tx, id);
    if (!row) throw estimateNotFound();
    if (row.status !== 'draft') throw estimateIssued(version);
    const discountChanges = compareDecimals(draft.discountPercent, row.discount_percent) !== 0;
    if (discountChanges && !tx.actor.permissions.has('estimate:discount')) throw discountNotAllowed();
    return row;
  }

  private async compute(tx: Transaction, row: EstimateRow, draft: EstimateDraft): Promise<EstimateResult> {
    const priceBook = await this.pricing.load(tx, row, draft);
    const byCode = new Map(priceBook.map((item) => [item.code, item]));
    const result = computeEstimate(draft, byCode, this.pricing.ruleSetOf(row));
    assertComputed(draft, result);
    return result;
  }

  private async journal(
    tx: Transaction,
    before: EstimateRow,
    discountPercent: string,
    { totals }: EstimateResult,
  ): Promise<void> {
    // `before` was read after the version had been raised.
    const { id, order_id: orderId, version } = before;
    const { toPayMinor } = totals;
    await this.events.record(tx, estimateSaved(id, { orderId, version, toPayMinor }));
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
