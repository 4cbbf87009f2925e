import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Events } from '../../platform/events/index.js';
import type { ImportRecord } from './imports.repository.js';

/** What is told of an import: its milestones for good, every step to those who look at it. */
@Injectable()
export class ImportJournal {
  constructor(
    private readonly audit: Audit,
    private readonly events: Events,
  ) {}

  /** Somebody began with a file. */
  async begun(tx: Transaction, { id, kind, fileId }: { id: string; kind: string; fileId: string }): Promise<void> {
    await this.audit.write(tx, { action: 'import.begun', ...entityOf(id), changes: { kind, fileId } });
    await this.moved(tx, id);
  }

  async applied(tx: Transaction, { id, kind, applied_rows: rows }: ImportRecord): Promise<void> {
    await this.audit.write(tx, { action: 'import.applied', ...entityOf(id), changes: { kind, rows } });
    await this.events.record(tx, {
      type: 'import.applied',
      version: 1,
      subject: subjectOf(id),
      payload: { kind, rows },
    });
  }

  async undone(tx: Transaction, record: ImportRecord): Promise<void> {
    const { id, kind, applied_rows: applied, kept_rows: kept } = record;
    const payload = { kind, rows: applied - kept, kept };
    await this.audit.write(tx, { action: 'import.undone', ...entityOf(id), changes: payload });
    await this.events.record(tx, { type: 'import.undone', version: 1, subject: subjectOf(id), payload });
  }

  /** It stands elsewhere, or further on: whoever shows it asks again. */
  async moved(tx: Transaction, id: string): Promise<void> {
    await this.events.announce(tx, { type: 'import.moved', version: 1, subject: subjectOf(id) });
  }
}

const subjectOf = (id: string) => ({ type: 'import', id });
const entityOf = (entityId: string) => ({ entityType: 'import', entityId });
