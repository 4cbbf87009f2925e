import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Failure } from '@smet/connectors/http';
import type { Actor } from '../../../platform/access/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { JobHandlers, type JobContext, type JobPayload } from '../../../platform/jobs/index.js';
import { Log } from '../../../platform/observability/index.js';
import { PUSH_ORDER } from '../lanes.js';
import { ConnectionAccess } from './connection-access.service.js';
import { sendContact } from './contact-sender.js';
import { sendLead } from './lead-sender.js';
import { PushPreparation, type PushTarget } from './push-preparation.service.js';
import { PushSettlement } from './push-settlement.service.js';
import type { PushWork } from './push-work.js';

/** An account that answered this lately has not changed hands. */
const TRUST_MS = 60_000;

/**
 * Brings one order to amoCRM: read and write down the intent, call, write down what came of it. The calls stand outside
 * of any transaction, and whatever they come to is a value: the job itself only fails on a defect.
 */
@Injectable()
export class PushOrderJob implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly transactions: Transactions,
    private readonly preparation: PushPreparation,
    private readonly settlement: PushSettlement,
    private readonly access: ConnectionAccess,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.handlers.register(PUSH_ORDER, (payload, job) => this.guarded(targetOf(payload), job));
  }

  /** What breaks is tried again by the queue; the order says why it waits, and after the last try that it is given up. */
  private async guarded(target: PushTarget, job: JobContext): Promise<void> {
    try {
      await this.run(job.actor, target);
    } catch (error) {
      const { jobId, attempt, lastAttempt } = job;
      this.log.error('a push to amoCRM broke', { ...target, jobId, attempt, lastAttempt, error });
      await this.transactions.run(job.actor, (tx) => this.settlement.broke(tx, target, job));
      throw error;
    }
  }

  private async run(actor: Actor, target: PushTarget): Promise<void> {
    const work = await this.transactions.run(actor, (tx) => this.preparation.prepare(tx, target));
    if (work === null) return;
    const failure = await this.send(actor, work);
    if (failure === null) return;
    await this.transactions.run(actor, (tx) => this.settlement.failed(tx, work, failure));
  }

  private async send(actor: Actor, work: PushWork): Promise<Failure | null> {
    const stranger = this.needsCheck(work) ? await this.access.checkAccount(work.connection, work.client) : null;
    if (stranger !== null) return stranger;
    const contact = await sendContact(work.client, work.contact);
    if (contact.kind !== 'ok') return contact;
    // Kept at once: should the lead fail, the contact need not be looked for again.
    await this.transactions.run(actor, (tx) => this.settlement.contactSent(tx, work, contact.value));
    const lead = await sendLead(work, contact.value);
    if (lead.kind !== 'ok') return lead;
    await this.transactions.run(actor, (tx) => this.settlement.leadSent(tx, work, lead.value));
    return null;
  }

  private needsCheck({ connection }: PushWork): boolean {
    const { lastSuccessAt, problemCode } = connection;
    return (
      problemCode !== null || lastSuccessAt === null || this.clock.now().getTime() - lastSuccessAt.getTime() > TRUST_MS
    );
  }
}

function targetOf(payload: JobPayload): PushTarget {
  const { connectionId, orderId } = payload;
  if (typeof connectionId !== 'string' || typeof orderId !== 'string') throw new Error('the job names no order');
  return { connectionId, orderId };
}
