import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import { OrderTotals } from '../../orders/index.js';
import { DraftWriter } from '../draft-writer.service.js';
import type { EstimateDto } from '../dto/estimate.dto.js';
import { EstimateViews } from '../estimate-views.service.js';
import { draftOpen, estimateChanged, estimateNotFound } from '../estimates.errors.js';
import { versionBegun } from '../estimates.events.js';
import { EstimatesRepository } from '../estimates.repository.js';
import { VersionsRepository } from './versions.repository.js';

/** An issued version is never changed: whoever wants to goes on with a copy of it. */
@Injectable()
export class BeginVersionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: EstimatesRepository,
    private readonly versions: VersionsRepository,
    private readonly writer: DraftWriter,
    private readonly orders: OrderTotals,
    private readonly views: EstimateViews,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /**
   * A draft after the newest issued version, with everything it has and its prices.
   * @throws AppError 404, 409 ESTIMATE.CHANGED, ESTIMATE.DRAFT_OPEN when there is a draft already
   */
  async begin(actor: Actor, id: string, version: number): Promise<EstimateDto> {
    const before = await this.repository.findHeader(actor, id);
    if (!before) throw estimateNotFound();
    if (before.version !== version) throw estimateChanged(before.version);
    if (before.status === 'draft') throw draftOpen(version);
    await this.transactions.run(actor, async (tx) => {
      await this.writer.lock(tx, before);
      await this.versions.copy(tx, before.version_id);
      await this.orders.refresh(tx, before.order_id);
      const number = before.number + 1;
      await this.events.record(tx, versionBegun(id, { orderId: before.order_id, number }));
      await this.audit.write(tx, {
        action: 'estimate.version-begun',
        entityType: 'estimate',
        entityId: id,
        changes: { number },
      });
    });
    return this.views.show(actor, id);
  }
}
