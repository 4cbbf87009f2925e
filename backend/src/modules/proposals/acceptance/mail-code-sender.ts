import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/index.js';
import { Mail } from '../../../platform/mail/index.js';
import { codeLetter } from '../letters/letter-texts.js';
import { CodeSender, type CodeMessage } from './code-sender.js';

/** Codes by e-mail. */
@Injectable()
export class MailCodeSender extends CodeSender {
  constructor(private readonly mail: Mail) {
    super();
  }

  get available(): boolean {
    return this.mail.configured;
  }

  /** Every code has a letter of its own: two letters of one name would look like a repetition to the reader's side. */
  send(tx: Transaction, { codeId, to, expiresAt, ...message }: CodeMessage): Promise<void> {
    return this.mail.queue(tx, { to, key: `proposal-code:${codeId}`, expiresAt, ...codeLetter(message) });
  }
}
