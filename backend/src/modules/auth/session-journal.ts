import { Injectable } from '@nestjs/common';
import { SessionDirectory } from '../../platform/access/session-directory.js';
import { Audit } from '../../platform/audit/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Events } from '../../platform/events/index.js';

/** What is left behind about sessions: the audit log, and word to the other processes and open streams. */
@Injectable()
export class SessionJournal {
  constructor(
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly directory: SessionDirectory,
  ) {}

  async began(tx: Transaction, sessionId: string): Promise<void> {
    await this.audit.write(tx, { action: 'session.signed_in', entityType: 'session', entityId: sessionId });
  }

  async ended(tx: Transaction, sessionId: string, action: string): Promise<void> {
    await this.audit.write(tx, { action, entityType: 'session', entityId: sessionId });
    await this.events.announceSessionEnd(tx, sessionId);
  }

  forget(sessionId: string): void {
    this.directory.forget(sessionId);
  }
}
