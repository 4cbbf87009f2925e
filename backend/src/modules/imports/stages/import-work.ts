import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';

export const IMPORT_TASK = 'imports.work';

/** Writes the job of a stage, in the transaction that begins it. */
@Injectable()
export class ImportWork {
  constructor(private readonly jobs: Jobs) {}

  async enqueue(tx: Transaction, importId: string): Promise<void> {
    const queue = `imports:${tx.actor.organizationId}`;
    await this.jobs.enqueue(tx, IMPORT_TASK, { importId }, { queue, key: `import:${importId}` });
  }
}
