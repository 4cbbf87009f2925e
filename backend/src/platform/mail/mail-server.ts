import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { Outcome } from '@smet/connectors/http';
import { createSmtpClient, type SmtpClient } from '@smet/connectors/smtp';
import { Config } from '../config/index.js';
import type { LetterRequest } from './letters.repository.js';

/** The configured way out for letters, or none. */
@Injectable()
export class MailServer {
  private readonly client: SmtpClient | null;
  private readonly domain: string;

  constructor({ mail }: Config) {
    this.client = mail === null ? null : createSmtpClient(mail);
    this.domain = domainToASCII(mail?.from.address.split('@')[1] ?? '') || 'localhost';
  }

  get configured(): boolean {
    return this.client !== null;
  }

  /** Every try of one letter carries one Message-ID, so that the reader's side knows a second copy. */
  send(
    organizationId: string,
    { to, subject, text, html, key }: Omit<LetterRequest, 'expiresAt'>,
  ): Promise<Outcome<null>> {
    // Letters of a time when mail was configured.
    if (this.client === null) return Promise.resolve({ kind: 'reauthorize', code: 'NOT_CONFIGURED' });
    const messageId = this.messageId(organizationId, key);
    return this.client.send({ to, subject, text, messageId, ...(html !== undefined && { html }) });
  }

  private messageId(organizationId: string, key: string): string {
    const unique = createHash('sha256').update(`${organizationId}:${key}`).digest('hex').slice(0, 40);
    return `<${unique}@${this.domain}>`;
  }
}
