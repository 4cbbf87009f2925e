import type { Actor } from '../../../platform/access/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import type { ImportRun } from '../import-target.js';
import type { ImportRecord } from '../imports.repository.js';

/**
 * A stage of an import in small steps. Each step is one transaction that holds the import's row, does a stretch of the work
 * and moves the position on, so that a process killed at any moment has done it or not, and the next one goes on from there.
 */
export interface Stage {
  /** Does one stretch; false: nothing is left and the stage is closed. */
  step(tx: Transaction, record: ImportRecord): Promise<boolean>;
}

/** The stages' surroundings: the system, on behalf of whoever asked for the stage. */
export function actingFor(system: Actor, { acted_by }: Pick<ImportRecord, 'acted_by'>): Actor {
  return { ...system, kind: 'user', userId: acted_by };
}

/** What targets are told of the import their rows belong to. */
export function runOf({ id: importId, options }: ImportRecord, at: string | null): ImportRun {
  if (at === null) throw new Error('the import has no moment yet');
  return { importId, options, at };
}
