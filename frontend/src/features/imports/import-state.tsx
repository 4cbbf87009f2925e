'use client';

import type { ImportState as State } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import classes from './imports.module.css';

const TONES: Readonly<Record<State, 'work' | 'wait' | 'done' | 'quiet' | 'bad'>> = {
  reading: 'work',
  mapping: 'wait',
  checking: 'work',
  checked: 'wait',
  applying: 'work',
  applied: 'done',
  undoing: 'work',
  undone: 'quiet',
  stopped: 'wait',
  failed: 'bad',
};

/** Where an import stands: a dot for the eye, words for everybody. */
export function ImportState({ state }: { state: State }) {
  const t = useTranslations('imports.states');
  return (
    <span className={classes.state} data-tone={TONES[state]}>
      {t(state)}
    </span>
  );
}
