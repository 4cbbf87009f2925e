import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Transactions, type IdempotencyRequest, type Transaction } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import { nothingToChange, previewOutdated, priceInThePast, priceOutOfRange } from '../nomenclature.errors.js';
import { pricesChanged } from '../nomenclature.events.js';
import type { ApplyMassChangeDto, MassChangeDto, MassChangePreviewDto } from './dto/mass-change.dto.js';
import type { PriceBatchDto } from './dto/price-batch.dto.js';
import { planMassChange, type MassChangePlan } from './mass-change.js';
import { MassChangeRepository } from './mass-change.repository.js';
import { PriceBatches } from './price-batches.service.js';
import { PriceLists } from './price-lists.service.js';
import { PriceRowsRepository } from './price-rows.repository.js';

const SAMPLE = 20;

/** Raises or lowers many prices of a list by a percentage: shown first, then written exactly as it was shown. */
@Injectable()
export class MassChangeService {
  constructor(
    private readonly transactions: Transactions,
    private readonly lists: PriceLists,
    private readonly repository: MassChangeRepository,
    private readonly rows: PriceRowsRepository,
    private readonly batches: PriceBatches,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError 404, 422 PRICE.IN_THE_PAST, PRICE.OUT_OF_RANGE */
  async preview(actor: Actor, listId: string, input: MassChangeDto): Promise<MassChangePreviewDto> {
    const list = await this.lists.get(actor, listId);
    if (input.validFrom !== undefined && Date.parse(input.validFrom) < this.clock.now().getTime())
      throw priceInThePast();
    const { steps, unchanged, plannedLater, totals, digest } = await this.plan(actor, list.id, input);
    const sample = steps.slice(0, SAMPLE).map(({ item: { itemId, code, name, unit, amountMinor }, afterMinor }) => ({
      itemId,
      code,
      name,
      unit,
      beforeMinor: amountMinor,
      afterMinor,
    }));
    return { count: steps.length, unchanged, plannedLater, totals, sample, digest };
  }

  /**
   * @throws AppError 404, 409 PRICE.PREVIEW_OUTDATED, PRICE.NOTHING_TO_CHANGE, PRICE_LIST.ARCHIVED,
   * 422 PRICE.IN_THE_PAST, PRICE.OUT_OF_RANGE
   */
  apply(
    actor: Actor,
    listId: string,
    { digest, ...input }: ApplyMassChangeDto,
    idempotency: IdempotencyRequest | null,
  ): Promise<PriceBatchDto> {
    return this.transactions.runOnce(actor, idempotency, async (tx) => {
      await this.lists.lockForPrices(tx, listId);
      const validFrom = await this.rows.momentOf(tx, input.validFrom);
      const plan = await this.plan(tx, listId, input);
      if (plan.digest !== digest) throw previewOutdated();
      const count = plan.steps.length;
      if (count === 0) throw nothingToChange();
      const percent = String(input.percent);
      const terms = { kind: 'change' as const, percent, rounding: input.rounding };
      const batchId = await this.rows.openBatch(tx, { listId, ...terms, count, validFrom });
      const prices = plan.steps.map(({ item, afterMinor }) => ({ itemId: item.itemId, amountMinor: afterMinor }));
      await this.rows.put(tx, { listId, validFrom, batchId }, prices);
      await this.events.record(tx, pricesChanged(listId, count));
      const changes = { batchId, percent, rounding: input.rounding, count, validFrom };
      await this.audit.write(tx, { action: 'prices.changed', entityType: 'price_list', entityId: listId, changes });
      return this.batches.get(tx, batchId);
    });
  }

  private async plan(source: Actor | Transaction, listId: string, input: MassChangeDto): Promise<MassChangePlan> {
    const { categoryIds = null, itemIds = null, validFrom: at = null } = input;
    const prices = await this.repository.listPrices(source, { listId, categoryIds, itemIds, at });
    const plan = planMassChange(prices, input);
    if (plan === null) throw priceOutOfRange();
    return plan;
  }
}
