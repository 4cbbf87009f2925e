import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { Transactions, type Transaction } from '../../../platform/database/index.js';
import { JobHandlers, type JobPayload } from '../../../platform/jobs/index.js';
import { Log } from '../../../platform/observability/index.js';
import { AppError, sqlState } from '../../../platform/http/index.js';
import { ImportJournal } from '../import-journal.js';
import { ImportsRepository, type ImportProblem, type ImportRecord } from '../imports.repository.js';
import { UnreadableFile } from '../readers/table.js';
import { ImportStages } from './import-stages.js';
import { ReadFile } from './read-file.service.js';
import { IMPORT_TASK } from './import-work.js';
import { actingFor, type Stage } from './stage.js';

/** What the database says of wrong data and wrong statements: the same would be said the next time. */
const LASTING = /^(22|23|42|P0)/;

/** Works on the stage an import is in until it is closed. Imports of an organization take turns. */
@Injectable()
export class ImportJob implements OnModuleInit {
  private readonly stages: Readonly<Partial<Record<ImportRecord['state'], Stage>>>;

  constructor(
    private readonly transactions: Transactions,
    private readonly handlers: JobHandlers,
    private readonly imports: ImportsRepository,
    private readonly journal: ImportJournal,
    private readonly reading: ReadFile,
    private readonly log: Log,
    stages: ImportStages,
  ) {
    this.stages = stages.byState;
  }

  onModuleInit(): void {
    this.handlers.register(IMPORT_TASK, (payload, { actor, lastAttempt }) =>
      this.run(actor, importIdOf(payload), lastAttempt),
    );
  }

  private async run(system: Actor, id: string, lastAttempt: boolean): Promise<void> {
    const record = await this.imports.find(system, id);
    if (!record) return;
    const actor = actingFor(system, record);
    try {
      if (record.state === 'reading') await this.reading.run(actor, record);
      else while (await this.transactions.run(actor, (tx) => this.step(tx, record)));
    } catch (error) {
      // A lost connection has many faces, most of them without a code: what is not known to last is tried again.
      if (!isLasting(error) && !lastAttempt) throw error;
      await this.fail(actor, record, error);
    }
  }

  /** One stretch of the stage the job was made for; another stage has a job of its own. */
  private async step(tx: Transaction, { id, state }: ImportRecord): Promise<boolean> {
    const record = await this.imports.lock(tx, id);
    const stage = this.stages[state];
    if (!stage || record?.state !== state) return false;
    const goesOn = await stage.step(tx, record);
    await this.journal.moved(tx, id);
    return goesOn;
  }

  /** Told to people, who can go on or undo. */
  private async fail(actor: Actor, { id, state }: ImportRecord, error: unknown): Promise<void> {
    const problem: ImportProblem =
      error instanceof UnreadableFile
        ? { code: error.code, params: error.params }
        : { code: 'IMPORT.INTERNAL', params: { requestId: actor.requestId } };
    if (!(error instanceof UnreadableFile)) this.log.error('an import failed', { importId: id, state, error });
    await this.transactions.run(actor, async (tx) => {
      const record = await this.imports.lock(tx, id);
      if (record?.state !== state) return;
      await this.imports.change(tx, id, { state: 'failed', problem });
      await this.journal.moved(tx, id);
    });
  }
}

function isLasting(error: unknown): boolean {
  if (error instanceof UnreadableFile || error instanceof AppError || error instanceof TypeError) return true;
  return LASTING.test(sqlState(error) ?? '');
}

function importIdOf({ importId }: JobPayload): string {
  if (typeof importId !== 'string') throw new Error('the job names no import');
  return importId;
}
