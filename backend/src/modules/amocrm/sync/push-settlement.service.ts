import { Injectable } from '@nestjs/common';
import type { Failure } from '@smet/connectors/http';
import { Clock } from '../../../platform/clock/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import { contactSent, leadSent, syncDelayed, syncRejected } from '../amocrm.events.js';
import { Lanes } from '../lanes.js';
import { ConnectionAccess } from './connection-access.service.js';
import type { SentContact } from './contact-sender.js';
import type { SentLead } from './lead-sender.js';
import { LinksRepository } from './links.repository.js';
import { verdictOf } from './outcome-policy.js';
import { agreedOn } from './push-decision.js';
import type { PushWork } from './push-work.js';
import { retryTime } from './retry-time.js';

/** What is written down after the calls of a push. */
@Injectable()
export class PushSettlement {
  constructor(
    private readonly access: ConnectionAccess,
    private readonly links: LinksRepository,
    private readonly lanes: Lanes,
    private readonly events: Events,
    private readonly clock: Clock,
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
    await this.access.succeeded(tx, connection.id);
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
    const verdict = verdictOf(failure);
    await this.access.failed(tx, connection.id, verdict);
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
}
