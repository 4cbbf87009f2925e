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

  /**
   * Tries a letter again at once, as it was written: a parked one, or one that waits for its next try. False when it has
   * left, and what it said is not known any more.
   * @throws AppError 503 MAIL.NOT_CONFIGURED
   */
  async tryAgain(tx: Transaction, key: string): Promise<boolean> {
    if (!this.server.configured) throw unavailable('MAIL.NOT_CONFIGURED');
    const letter = await this.letters.revive(tx, key, this.clock.now());
    if (letter === null) return false;
    await this.queueOfLetters.add(tx, letter, null);
    return true;
  }

  /** What has become of letters, by key: waiting, or parked for a person with the reason. Those that have left are absent. */
  statusesOf(tx: Transaction, keys: readonly string[]): Promise<ReadonlyMap<string, LetterStatus>> {
    return this.letters.statusesOf(tx, keys);
  }
}
