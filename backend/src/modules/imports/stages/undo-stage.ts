import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { ImportJournal } from '../import-journal.js';
import { ImportRowsRepository } from '../import-rows.repository.js';
import { ImportTargets } from '../import-targets.js';
import { ImportsRepository, type ImportRecord } from '../imports.repository.js';
import { runOf, type Stage } from './stage.js';

/** Takes applied rows back, the last first; what somebody has touched since stays and is told. */
@Injectable()
export class UndoStage implements Stage {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly rows: ImportRowsRepository,
    private readonly targets: ImportTargets,
    private readonly journal: ImportJournal,
    private readonly config: Config,
  ) {}

  async step(tx: Transaction, record: ImportRecord): Promise<boolean> {
    const { id: importId } = record;
    const to = record.undone_from ?? record.applied_to;
    if (to <= 0) {
      await this.imports.change(tx, importId, { state: 'undone' });
      await this.journal.undone(tx, record);
      return false;
    }
    const after = Math.max(to - this.config.importChunkRows, 0);
    const planned = (await this.rows.plannedBetween(tx, importId, after, to)).toReversed();
    const outcomes = await this.targets.get(record.kind).undo(tx, planned, runOf(record, record.applied_at));
    await this.rows.writeUndone(tx, importId, outcomes);
    const kept = outcomes.filter(({ problem }) => problem !== undefined).length;
    await this.imports.change(tx, importId, {
      undone_from: after,
      done_rows: record.done_rows + planned.length,
      kept_rows: record.kept_rows + kept,
    });
    return true;
  }
}
