import { Injectable } from '@nestjs/common';
import { ruleSetR1 } from '@smet/estimating';
import type { Actor } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Transactions, type IdempotencyRequest, type Transaction } from '../../platform/database/index.js';
import { Events } from '../../platform/events/index.js';
import { PriceBooks } from '../nomenclature/index.js';
import { OrderTotals } from '../orders/index.js';
import type { EstimateDto } from './dto/estimate.dto.js';
import { EstimatePricing } from './estimate-pricing.service.js';
import { toDraft } from './estimate-rows.js';
import { viewEstimate } from './estimate-view.js';
import { estimateNotFound, priceListMissing } from './estimates.errors.js';
import { estimateCreated } from './estimates.events.js';
import { EstimatesRepository } from './estimates.repository.js';

/** Begins and shows estimates. */
@Injectable()
export class EstimatesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: EstimatesRepository,
    private readonly pricing: EstimatePricing,
    private readonly priceBooks: PriceBooks,
    private readonly orders: OrderTotals,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  async get(actor: Actor, id: string): Promise<EstimateDto> {
    return this.show(actor, id, actor);
  }

  /** The estimate as the actor sees it, read in an open transaction or on its own. */
  async show(source: Actor | Transaction, id: string, actor: Actor): Promise<EstimateDto> {
    const row = await this.repository.find(source, id);
    if (!row) throw estimateNotFound();
    const priceBook = await this.pricing.load(source, row, toDraft(row));
    const problems = this.pricing.findProblems(row, priceBook);
    return viewEstimate(this.pricing.remeasure(row, priceBook), priceBook, problems, actor);
  }

  /** An empty draft in an order, priced by the default lists as of now. */
  create(
    actor: Actor,
    orderId: string,
    title: string | undefined,
    idempotency: IdempotencyRequest | null,
  ): Promise<EstimateDto> {
    return this.transactions.runOnce(actor, idempotency, async (tx) => {
      await this.orders.lock(tx, orderId);
      const { priceListId, costListId } = await this.priceBooks.defaultLists(tx);
      if (priceListId === null) throw priceListMissing();
      const id = await this.repository.insert(tx, { orderId, title, ruleSet: ruleSetR1, priceListId, costListId });
      await this.events.record(tx, estimateCreated(id, orderId));
      await this.audit.write(tx, {
        action: 'estimate.created',
        entityType: 'estimate',
        entityId: id,
        changes: { orderId },
      });
      return this.show(tx, id, actor);
    });
  }
}
