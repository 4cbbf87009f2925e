import { Injectable } from '@nestjs/common';
import type { Failure } from '@smet/connectors/http';
import { Clock } from '../../../platform/clock/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import type { JobContext } from '../../../platform/jobs/index.js';
import { OrdersForSync } from '../../orders/index.js';
import { contactSent, leadSent, syncDelayed, syncRejected } from '../amocrm.events.js';
import { Lanes } from '../lanes.js';
import { ConnectionAccess } from './connection-access.service.js';
import type { SentContact } from './contact-sender.js';
import type { SentLead } from './lead-sender.js';
import { LinksRepository } from './links.repository.js';
import type { PushTarget } from './push-preparation.service.js';
import { agreedOn } from './push-decision.js';
import type { PushWork } from './push-work.js';
import { retryTime } from './retry-time.js';

type BrokenJob = Pick<JobContext, 'jobId' | 'lastAttempt'>;

/** What is written down after the calls of a push. */
@Injectable()
export class PushSettlement {
  constructor(
    private readonly access: ConnectionAccess,
    private readonly links: LinksRepository,
    private readonly lanes: Lanes,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly orders: OrdersForSync,
  ) {}

  async contactSent(tx: Transaction, work: PushWork, sent: SentContact): Promise<void> {
    if (!work.contact.changed) return;
    await this.links.finishContact(tx, work.contact.linkId, {
      externalId: sent.contactId,
      contentHash: work.contact.hash,
      agreement: { schemaVersion: 1, sent: work.contact.wanted },
    });
    if (sent.how === 'unchanged') return;
    await this.events.record(tx, contactSent(work.order, { contactId: sent.contactId, how: sent.how }));
  }

  async leadSent(tx: Transaction, work: PushWork, sent: SentLead): Promise<void> {
    const { lead, order, connection } = work;
    // The connection before the link, as saving and resuming do: the other way round they could wait for each other.
    await this.access.succeeded(tx, connection.id, 'push');
    await this.links.finish(tx, lead.linkId, {
      externalId: sent.leadId,
      contentHash: lead.hash,
      agreement: agreedOn(lead.agreement, lead.wanted),
    });
    if (sent.how === 'unchanged') return;
    const { leadId, how, fields } = sent;
    await this.events.record(tx, leadSent(order, { leadId, how, fields: fields.join(' ') }));
  }

  async failed(tx: Transaction, work: PushWork, failure: Failure): Promise<void> {
    const { lead, order, connection } = work;
    const verdict = await this.access.failed(tx, connection.id, 'push', failure);
    if (verdict.kind === 'rejected') {
      if (await this.links.reject(tx, lead.linkId, verdict.problem)) {
        await this.events.record(tx, syncRejected(order, verdict.problem));
      }
      return;
    }
    const retryAt =
      verdict.kind === 'later' ? retryTime(this.clock.now(), lead.attempts + 1, verdict.afterMs, Math.random) : null; // a person resumes the connection, and with it everything that waits
    await this.links.postpone(tx, lead.linkId, verdict.problem, retryAt);
    if (retryAt) await this.lanes.push(tx, connection.id, order.id, retryAt);
    // Said once and not with every try.
    if (verdict.problem.code !== lead.problemCode) await this.events.record(tx, syncDelayed(order, verdict.problem));
  }

  /** The push itself broke: a defect of ours, told with the order so that it can be found in the log by its job. */
  async broke(tx: Transaction, { connectionId, orderId }: PushTarget, job: BrokenJob): Promise<void> {
    const link = await this.links.lock(tx, connectionId, orderId);
    if (!link || (link.state !== 'waiting' && link.state !== 'sending')) return;
    const problem = { code: 'INTERNAL', detail: `job ${job.jobId}` } as const;
    await this.links.recordDefect(tx, link.id, problem, job.lastAttempt);
    const order = job.lastAttempt ? await this.orders.find(tx, orderId) : null;
    if (order) await this.events.record(tx, syncRejected(order, problem));
  }
}
