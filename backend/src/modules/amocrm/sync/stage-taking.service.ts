import { Injectable } from '@nestjs/common';
import { contentHash, type AmocrmLead } from '@smet/connectors/amocrm';
import type { Transaction } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import { OrdersForSync, type OrderForSync } from '../../orders/index.js';
import { stageKept, stageTaken, stageUnmapped } from '../amocrm.events.js';
import { stageNameOf, type Connection } from '../connection/connection.js';
import { MappingsRepository } from '../connection/mappings.repository.js';
import { readLeadAgreement } from './agreement.js';
import { LinksRepository, type Link } from './links.repository.js';
import { agreementAfter, decidePull, type PullFacts, type PullStep } from './pull-decision.js';

const ORIGIN = 'amocrm';

export interface MovedLead {
  readonly lead: AmocrmLead;
  readonly link: Link;
}

/** Takes the stage of one lead over to its order, one transaction a lead. */
@Injectable()
export class StageTaking {
  constructor(
    private readonly links: LinksRepository,
    private readonly mappings: MappingsRepository,
    private readonly orders: OrdersForSync,
    private readonly events: Events,
  ) {}

  async take(tx: Transaction, connection: Connection, { lead, link: seen }: MovedLead): Promise<void> {
    const link = await this.links.lockWithOrder(tx, connection.id, seen.entityId);
    const order = await this.orders.find(tx, seen.entityId);
    // Tied to another lead meanwhile, or deleted.
    if (!link || link.externalId !== lead.id || !order || order.deleted) return;
    const facts: PullFacts = {
      theirs: { pipelineId: lead.pipelineId, statusId: lead.statusId },
      agreement: readLeadAgreement(link.syncedContent) ?? { schemaVersion: 1, sent: {}, seen: null },
      linkState: link.state,
      orderStageId: order.stageId,
      pairs: await this.mappings.list(tx, connection.id),
    };
    const step = decidePull(facts);
    if (step.kind === 'same') return;
    // Before the order moves: its own event enqueues a push, which then finds both sides agreed.
    const agreement = agreementAfter(step, facts);
    await this.links.storeAgreement(tx, link.id, agreement, contentHash(agreement.sent));
    await this.follow(tx, { step, order, theirs: stageNameOf(connection.settings, facts.theirs) });
  }

  private async follow(
    tx: Transaction,
    {
      step,
      order,
      theirs,
    }: { step: PullStep; order: OrderForSync; theirs: { readonly pipeline: string; readonly status: string } },
  ): Promise<void> {
    const names = { pipeline: theirs.pipeline, status: theirs.status };
    if (step.kind === 'keep-ours') await this.events.record(tx, stageKept(order, names));
    if (step.kind === 'unmapped') await this.events.record(tx, stageUnmapped(order, names));
    if (step.kind !== 'take') return;
    const outcome = await this.orders.applyExternalStage(tx, {
      orderId: order.id,
      stageId: step.stageId,
      origin: ORIGIN,
    });
    if (outcome !== 'changed') return;
    const after = await this.orders.find(tx, order.id);
    await this.events.record(tx, stageTaken(order, { from: order.stageName, to: after?.stageName ?? '' }));
  }
}
