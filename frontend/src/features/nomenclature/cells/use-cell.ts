'use client';

import { useState } from 'react';
import { viewProblem } from '../../../shared/api/problems';
import type { ProblemView } from '../../../shared/api/problems';
import { StaleCell } from './stale-cell';

export type CellState =
  | { kind: 'idle' }
  | { kind: 'typing'; text: string; wrong: boolean }
  | { kind: 'saving'; text: string }
  | { kind: 'refused'; problem: ProblemView }
  | { kind: 'stale'; mine: string; stale: StaleCell };

interface CellInput {
  /** What the field begins with. */
  text: string;
  /** The text as it is kept, or null when it cannot be. */
  read: (typed: string) => string | null;
  save: (value: string) => Promise<void>;
}

const IDLE: CellState = { kind: 'idle' };

/** One value edited in place: typed, shown at once, written in the background, put back when refused. */
export function useCell({ text, read, save }: CellInput) {
  const [state, setState] = useState<CellState>(IDLE);
  const run = async (mine: string, write: () => Promise<void>) => {
    setState({ kind: 'saving', text: mine });
    try {
      await write();
      setState(IDLE);
    } catch (error) {
      setState(
        error instanceof StaleCell
          ? { kind: 'stale', mine, stale: error }
          : { kind: 'refused', problem: viewProblem(error) },
      );
    }
  };
  /** Answers whether the field may be left. */
  const finish = (): boolean => {
    if (state.kind !== 'typing') return true;
    const value = read(state.text);
    if (value === null) {
      setState({ ...state, wrong: true });
      return false;
    }
    if (value === text) setState(IDLE);
    else void run(value, () => save(value));
    return true;
  };
  return {
    state,
    begin: (typed = text) => setState({ kind: 'typing', text: typed, wrong: false }),
    type: (typed: string) => setState({ kind: 'typing', text: typed, wrong: false }),
    cancel: () => setState(IDLE),
    finish,
    overwrite: () => state.kind === 'stale' && void run(state.mine, state.stale.overwrite),
  };
}
