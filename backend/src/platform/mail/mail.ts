import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import type { Transaction } from '../database/index.js';
import { unavailable } from '../http/index.js';
import { LettersRepository, type LetterRequest, type LetterStatus } from './letters.repository.js';
import { LetterQueue } from './letter-queue.js';
import { MailServer } from './mail-server.js';

/** Letters to people outside: written in the change's transaction, sent by the worker. */
@Injectable()
export class Mail {
  constructor(
    private readonly server: MailServer,
    private readonly letters: LettersRepository,
    private readonly queueOfLetters: LetterQueue,
    private readonly clock: Clock,
  ) {}

  /** Whether this installation can send letters at all (SMTP_URL and MAIL_FROM are set). */
  get configured(): boolean {
    return this.server.configured;
  }

  /**
   * Asks for a letter: it leaves when the transaction commits, and never otherwise. A parked or waiting letter with the
   * same key is replaced and tried at once; after one that has left, the key sends again.
   * @throws AppError 503 MAIL.NOT_CONFIGURED when this installation has no way out for letters.
   */
  async queue(tx: Transaction, request: LetterRequest): Promise<void> {
    if (!this.server.configured) throw unavailable('MAIL.NOT_CONFIGURED');
    const id = await this.letters.put(tx, request, this.clock.now());
    await this.queueOfLetters.add(tx, { id, urgent: request.expiresAt !== undefined }, null);
  }

  /** Takes a letter back that has not left; nothing happens when it has. */
  withdraw(tx: Transaction, key: string): Promise<void> {
    return this.letters.withdraw(tx, key);
  }

  /** What has become of a letter: waiting, parked for a person with the reason, or null when it has left. */
  statusOf(tx: Transaction, key: string): Promise<LetterStatus | null> {
    return this.letters.statusOf(tx, key);
  }
}
