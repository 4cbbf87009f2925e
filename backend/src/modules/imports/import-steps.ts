import type { ImportState } from '@smet/database';
import type { ImportRecord } from './imports.repository.js';

/** What people may ask of an import. */
export type ImportStep = 'map' | 'apply' | 'undo' | 'stop';

type Standing = Pick<ImportRecord, 'state' | 'applied_to' | 'undone_from' | 'mapping' | 'total_rows'>;

/** A stage is worked on by the background. */
const AT_WORK: ReadonlySet<ImportState> = new Set(['reading', 'checking', 'applying', 'undoing']);
const HALTED: ReadonlySet<ImportState> = new Set(['stopped', 'failed']);

/** Whether a step leads on from where an import stands. */
export function isPossible(
  step: ImportStep,
  { state, applied_to, undone_from, mapping, total_rows }: Standing,
): boolean {
  const halted = HALTED.has(state);
  const untouched = applied_to === 0 && undone_from === null;
  if (step === 'stop') return AT_WORK.has(state);
  if (step === 'map') return state === 'mapping' || state === 'checked' || (halted && untouched && total_rows > 0);
  if (step === 'apply')
    return state === 'checked' || (halted && mapping !== null && applied_to > 0 && undone_from === null);
  return state === 'applied' || (halted && applied_to > 0);
}

/** Where stopping leaves an import: nothing but the columns is known yet, or part of the rows is applied. */
export function stoppedState(state: ImportState): ImportState {
  return state === 'checking' ? 'mapping' : 'stopped';
}
