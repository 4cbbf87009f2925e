'use client';

import {
  IconAlertTriangle,
  IconCloudCheck,
  IconCloudOff,
  IconCloudUp,
  IconGitMerge,
  IconPencil,
  IconSend,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { viewProblem } from '../../shared/api/problems';
import { useProblemText } from '../../shared/ui/use-problem-text';
import type { FormProblem } from './model/check-form';
import type { SaveState as State, Saving } from './model/use-saving';
import classes from './save-state.module.css';

const ICONS: Record<State, typeof IconCloudCheck> = {
  saved: IconCloudCheck,
  waiting: IconCloudUp,
  saving: IconCloudUp,
  unreachable: IconCloudOff,
  refused: IconAlertTriangle,
  held: IconPencil,
  conflict: IconGitMerge,
  sent: IconSend,
};

/** Where what is typed is now, always in view; what keeps it from being saved is said in words. */
export function SaveState({ saving }: { saving: Saving }) {
  const t = useTranslations('estimates.saving');
  const problemText = useProblemText();
  const heldWords = useHeldWords();
  const { state, refusal, problems } = saving;
  const Icon = ICONS[state];
  const words =
    state === 'held'
      ? heldWords(problems)
      : state === 'refused' && refusal
        ? t('refused', { reason: problemText(viewProblem(refusal)).text })
        : t(state === 'refused' ? 'held.other' : state);
  return (
    <output className={classes.state} data-state={state} title={words}>
      <Icon size={18} aria-hidden />
      <span className={classes.words}>{words}</span>
    </output>
  );
}

/** The first thing that is not finished, and that it will be saved once it is. */
function useHeldWords(): (problems: readonly FormProblem[]) => string {
  const t = useTranslations('estimates.saving.held');
  return ([problem]) => (problem ? t(problem.kind, { name: 'name' in problem ? problem.name : '' }) : t('other'));
}
