import { Injectable, type OnModuleInit } from '@nestjs/common';
import { listChangedLeads, type AmocrmClient, type AmocrmLead, type ChangedLeads } from '@smet/connectors/amocrm';
import type { Outcome } from '@smet/connectors/http';
import type { Actor } from '../../../platform/access/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Transactions, type Transaction } from '../../../platform/database/index.js';
import { JobHandlers, type JobPayload } from '../../../platform/jobs/index.js';
import type { Connection } from '../connection/connection.js';
import { PULL } from '../lanes.js';
import { readLeadAgreement } from './agreement.js';
import { ConnectionAccess } from './connection-access.service.js';
import { sameStage } from './content.js';
import { LinksRepository, type Link } from './links.repository.js';
import { unixSeconds } from './push-work.js';
import { StageTaking } from './stage-taking.service.js';

/** Takes over what was moved in amoCRM since the last time. */
@Injectable()
export class PullJob implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly transactions: Transactions,
    private readonly access: ConnectionAccess,
    private readonly links: LinksRepository,
    private readonly stages: StageTaking,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(PULL, (payload, { actor }) => this.run(actor, connectionOf(payload)));
  }

  async run(actor: Actor, connectionId: string): Promise<void> {
    const opened = await this.transactions.run(actor, (tx) => this.access.open(tx, connectionId));
    if (!opened || this.access.heldUntil(opened.connection)) return;
    const changed = await this.read(opened.connection, opened.client);
    if (changed.kind !== 'ok') {
      await this.transactions.run(actor, (tx) => this.access.failed(tx, connectionId, 'pull', changed));
      return;
    }
    for (const { lead, link } of await this.moved(actor, connectionId, changed.value.leads)) {
      await this.transactions.run(actor, (tx) => this.stages.take(tx, opened.connection, { lead, link }));
    }
    // Only now: what was not taken over because of a crash is read again.
    await this.transactions.run(actor, (tx) =>
      this.access.succeeded(tx, connectionId, 'pull', new Date(changed.value.watermark * 1000)),
    );
  }

  private async read(connection: Connection, client: AmocrmClient): Promise<Outcome<ChangedLeads>> {
    const startedAt = unixSeconds(this.clock.now());
    const stranger = await this.access.checkAccount(connection, client);
    if (stranger !== null) return stranger;
    return listChangedLeads(client, unixSeconds(connection.pullWatermark ?? new Date(0)), startedAt);
  }

  /** Of all that changed: our leads whose stage is not the one seen last. Most pulls end here. */
  private async moved(
    actor: Actor,
    connectionId: string,
    leads: readonly AmocrmLead[],
  ): Promise<{ lead: AmocrmLead; link: Link }[]> {
    if (leads.length === 0) return [];
    const ids = leads.map(({ id }) => id);
    const links = await this.transactions.run(actor, (tx: Transaction) =>
      this.links.listByLeads(tx, connectionId, ids),
    );
    const byLead = new Map(links.map((link) => [link.externalId, link]));
    return leads.flatMap((lead) => {
      const link = byLead.get(lead.id);
      return link && !lead.isDeleted && !sameStage(readLeadAgreement(link.syncedContent)?.seen ?? null, lead)
        ? [{ lead, link }]
        : [];
    });
  }
}

function connectionOf(payload: JobPayload): string {
  const { connectionId } = payload;
  if (typeof connectionId !== 'string') throw new Error('the job names no connection');
  return connectionId;
}
