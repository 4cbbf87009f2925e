import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { ImportJournal } from '../import-journal.js';
import { ImportRowsRepository } from '../import-rows.repository.js';
import { ImportTargets } from '../import-targets.js';
import { ImportsRepository, type ImportRecord } from '../imports.repository.js';
import { runOf, type Stage } from './stage.js';

/** Writes the new and the changed rows in the order of the file. */
@Injectable()
export class ApplyStage implements Stage {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly rows: ImportRowsRepository,
    private readonly targets: ImportTargets,
    private readonly journal: ImportJournal,
    private readonly config: Config,
  ) {}

  async step(tx: Transaction, record: ImportRecord): Promise<boolean> {
    const { id: importId, applied_to: after, total_rows: end } = record;
    if (after >= end) {
      await this.imports.change(tx, importId, { state: 'applied' });
      await this.journal.applied(tx, record);
      return false;
    }
    const to = Math.min(after + this.config.importChunkRows, end);
    const planned = await this.rows.plannedBetween(tx, importId, after, to);
    const outcomes = await this.targets.get(record.kind).apply(tx, planned, runOf(record, record.applied_at));
    await this.rows.writeApplied(tx, importId, outcomes);
    const refused = outcomes.filter(({ problem }) => problem !== undefined).length;
    await this.imports.change(tx, importId, {
      applied_to: to,
      done_rows: record.done_rows + planned.length,
      applied_rows: record.applied_rows + planned.length - refused,
      faulty_rows: record.faulty_rows + refused,
    });
    return true;
  }
}
