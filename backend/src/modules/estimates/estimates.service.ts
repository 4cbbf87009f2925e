import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Transactions, type IdempotencyRequest } from '../../platform/database/index.js';
import { Events } from '../../platform/events/index.js';
import { OrderTotals } from '../orders/index.js';
import type { EstimateDto } from './dto/estimate.dto.js';
import { EstimatePricing } from './estimate-pricing.service.js';
import { EstimateViews } from './estimate-views.service.js';
import { estimateCreated } from './estimates.events.js';
import { EstimatesRepository } from './estimates.repository.js';

/** Begins estimates. */
@Injectable()
export class EstimatesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: EstimatesRepository,
    private readonly pricing: EstimatePricing,
    private readonly views: EstimateViews,
    private readonly orders: OrderTotals,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** An empty draft with one variant in an order, by the rules, terms and default price lists of now. */
  create(
    actor: Actor,
    orderId: string,
    title: string | undefined,
    idempotency: IdempotencyRequest | null,
  ): Promise<EstimateDto> {
    return this.transactions.runOnce(actor, idempotency, async (tx) => {
      await this.orders.lock(tx, orderId);
      const id = await this.repository.insert(tx, { orderId, title, ...(await this.pricing.basisOfNow(tx)) });
      await this.events.record(tx, estimateCreated(id, orderId));
      await this.audit.write(tx, {
        action: 'estimate.created',
        entityType: 'estimate',
        entityId: id,
        changes: { orderId },
      });
      return this.views.show(tx, id);
    });
  }
}
