import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { Transactions, type Transaction } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import { OrderTotals } from '../../orders/index.js';
import type { AskApprovalDto, DecideApprovalDto } from '../dto/estimate-actions.dto.js';
import type { EstimateDto } from '../dto/estimate.dto.js';
import { EstimatePricing } from '../estimate-pricing.service.js';
import { EstimateViews } from '../estimate-views.service.js';
import { approvalAboveLimit, approvalAsked, approvalNotAsked, approvalNotNeeded } from '../estimates.errors.js';
import { approvalChanged } from '../estimates.events.js';
import { OpenDrafts } from '../open-drafts.service.js';
import type { EstimateHeader } from '../stored-estimate.js';
import { approvalState, greatestDiscount, isAbove } from './approval-state.js';
import { ApprovalsRepository } from './approvals.repository.js';

/** A discount beyond one's limit may be saved, but is issued only after somebody with a higher limit agreed. */
@Injectable()
export class ApprovalsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: OpenDrafts,
    private readonly repository: ApprovalsRepository,
    private readonly pricing: EstimatePricing,
    private readonly orders: OrderTotals,
    private readonly views: EstimateViews,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** @throws AppError 409 ESTIMATE.CHANGED, ESTIMATE.ISSUED, ESTIMATE.APPROVAL_NOT_NEEDED, ESTIMATE.APPROVAL_ASKED */
  async ask(actor: Actor, id: string, { version, comment }: AskApprovalDto): Promise<EstimateDto> {
    return this.change(actor, { id, version }, async (tx, header) => {
      const limitPercent = await this.pricing.discountLimitOf(tx);
      const { state, percent, row } = approvalState(
        greatestDiscount(header.variant_heads),
        limitPercent,
        header.approval,
      );
      if (state === 'given' || !isAbove(percent, limitPercent)) throw approvalNotNeeded();
      // A smaller discount than was asked for may be asked for anew: somebody with a lower limit can decide on it.
      if (state === 'asked' && row?.percent === percent) throw approvalAsked();
      const versionId = header.version_id;
      await this.repository.ask(tx, { versionId, percent, limitPercent, comment: comment ?? null });
      return { action: 'estimate.approval-asked', percent };
    });
  }

  /**
   * @throws AppError 403 ESTIMATE.APPROVAL_ABOVE_LIMIT when the actor may not give as much; 409 ESTIMATE.CHANGED,
   * ESTIMATE.ISSUED, ESTIMATE.APPROVAL_NOT_ASKED
   */
  async decide(actor: Actor, id: string, { version, given, comment }: DecideApprovalDto): Promise<EstimateDto> {
    return this.change(actor, { id, version }, async (tx, header) => {
      const limitPercent = await this.pricing.discountLimitOf(tx);
      const { state, row } = approvalState(greatestDiscount(header.variant_heads), limitPercent, header.approval);
      if (state !== 'asked' || row === null) throw approvalNotAsked();
      if (isAbove(row.percent, limitPercent)) throw approvalAboveLimit();
      if (!(await this.repository.decide(tx, row.id, { given, comment: comment ?? null }))) throw approvalNotAsked();
      return { action: given ? 'estimate.approval-given' : 'estimate.approval-refused', percent: row.percent };
    });
  }

  /**
   * On the version that was looked at, under the order's lock, so that no save comes between. The version stays: an approval
   * is no edit, and whoever is typing goes on.
   */
  private async change(
    actor: Actor,
    { id, version }: { id: string; version: number },
    work: (tx: Transaction, header: EstimateHeader) => Promise<{ action: string; percent: string }>,
  ): Promise<EstimateDto> {
    await this.transactions.run(actor, async (tx) => {
      const { order_id: orderId } = await this.drafts.get(tx, id, version);
      await this.orders.lock(tx, orderId);
      const { action, percent } = await work(tx, await this.drafts.get(tx, id, version));
      await this.events.record(tx, approvalChanged(action, id, { orderId, percent }));
      await this.audit.write(tx, { action, entityType: 'estimate', entityId: id, changes: { percent } });
    });
    return this.views.show(actor, id);
  }
}
