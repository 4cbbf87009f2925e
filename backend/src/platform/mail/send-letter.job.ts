import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Failure } from '@smet/connectors/http';
import { Audit } from '../audit/index.js';
import { Clock } from '../clock/index.js';
import { Transactions, type Transaction } from '../database/index.js';
import { JobHandlers, type JobContext, type JobPayload } from '../jobs/index.js';
import { Log } from '../observability/index.js';
import { decideDelivery } from './delivery-decision.js';
import { LetterQueue, SEND_LETTER } from './letter-queue.js';
import { LettersRepository, type LetterProblem, type WaitingLetter } from './letters.repository.js';
import { MailServer } from './mail-server.js';

const TOO_LATE: LetterProblem = { code: 'TOO_LATE', detail: null };

/**
 * Sends one letter: read, hand over outside of any transaction, write down what came of it. Whatever it comes to is a
 * value; the job itself only fails on a defect.
 */
@Injectable()
export class SendLetterJob implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly transactions: Transactions,
    private readonly letters: LettersRepository,
    private readonly queue: LetterQueue,
    private readonly server: MailServer,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.handlers.register(SEND_LETTER, (payload, job) => this.guarded(letterIdOf(payload), job));
  }

  /** What breaks is tried again by the job queue; after the last try the letter is parked. */
  private async guarded(letterId: string, job: JobContext): Promise<void> {
    try {
      await this.run(letterId, job);
    } catch (error) {
      this.log.error('a letter broke', { letterId, attempt: job.attempt, lastAttempt: job.lastAttempt, error });
      if (job.lastAttempt) await this.giveUp(letterId, job);
      throw error;
    }
  }

  private async run(letterId: string, { actor }: JobContext): Promise<void> {
    const letter = await this.transactions.run(actor, (tx) => this.letters.findWaiting(tx, letterId));
    if (letter === null) return;
    if (letter.expiresAt !== null && letter.expiresAt <= this.clock.now()) {
      return this.transactions.run(actor, (tx) => this.drop(tx, letter, TOO_LATE));
    }
    const outcome = await this.server.send(actor.organizationId, letter);
    await this.transactions.run(actor, (tx) =>
      outcome.kind === 'ok' ? this.letters.remove(tx, letter) : this.failed(tx, letter, outcome),
    );
  }

  private async failed(tx: Transaction, letter: WaitingLetter, failure: Failure): Promise<void> {
    const decision = decideDelivery(failure, letter, this.clock.now(), Math.random);
    if (decision.kind === 'drop') return this.drop(tx, letter, decision.problem);
    if (decision.kind === 'park') return this.park(tx, letter, decision.problem);
    const { at, problem } = decision;
    this.log.warn('a letter was not taken, it is tried again', { letterId: letter.id, key: letter.key, at, problem });
    if (await this.letters.fail(tx, letter, 'waiting', problem))
      await this.queue.add(tx, { id: letter.id, urgent: letter.expiresAt !== null }, at);
  }

  /** Nobody is helped by it any more, and nobody has to do anything about it. */
  private async drop(tx: Transaction, letter: WaitingLetter, problem: LetterProblem): Promise<void> {
    this.log.warn('a letter is dropped, its time is over', { letterId: letter.id, key: letter.key, problem });
    await this.letters.remove(tx, letter);
  }

  private async giveUp(letterId: string, { actor }: JobContext): Promise<void> {
    await this.transactions.run(actor, async (tx) => {
      const letter = await this.letters.findWaiting(tx, letterId);
      if (letter !== null) await this.park(tx, letter, { code: 'INTERNAL', detail: null });
    });
  }

  /** For a person: in the table of letters with its reason, in the audit log and as an error in the server's log. */
  private async park(tx: Transaction, letter: WaitingLetter, problem: LetterProblem): Promise<void> {
    if (!(await this.letters.fail(tx, letter, 'parked', problem))) return;
    this.log.error('a letter is parked', { letterId: letter.id, key: letter.key, problem });
    await this.audit.write(tx, {
      action: 'letter.parked',
      entityType: 'letter',
      entityId: letter.id,
      changes: { key: letter.key, problem },
    });
  }
}

function letterIdOf({ letterId }: JobPayload): string {
  if (typeof letterId !== 'string') throw new Error('the job names no letter');
  return letterId;
}
