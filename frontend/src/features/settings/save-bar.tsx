'use client';

import { Button, Group } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { viewProblem } from '../../shared/api/problems';
import { Notice } from '../../shared/ui/notice';
import { ProblemAlert } from '../../shared/ui/problem-alert';
import { NewerNotice } from './newer-notice';
import type { NewerSettings } from './use-settings-draft';
import classes from './settings.module.css';

interface SaveBarProps {
  draft: { dirty: boolean; newer: NewerSettings | null };
  saving: { isPending: boolean; isSuccess: boolean; isError: boolean; error: unknown; reset: () => void };
  /** What was saved, in words. */
  saved: string;
  onReset: () => void;
  /** What keeps from saving, or what saving will do. */
  note?: ReactNode;
}

/** The end of a settings form: it stays in view while there is something to save. */
export function SaveBar({ draft, saving, saved, onReset, note }: SaveBarProps) {
  const t = useTranslations('settings.save');
  const { dirty } = draft;
  // While a save runs, the newer settings may be those it has just made.
  const newer = saving.isPending ? null : draft.newer;
  const keepMine = () => {
    saving.reset();
    newer?.keepMine();
  };
  return (
    <div className={classes.saveBar} data-dirty={dirty || undefined}>
      <div aria-live="polite" className={classes.saveNews}>
        {newer && <NewerNotice newer={newer} onKeepMine={keepMine} onTakeTheirs={onReset} />}
        {saving.isError && !newer && <ProblemAlert problem={viewProblem(saving.error)} />}
        {saving.isSuccess && !dirty && <Notice tone="success" icon={<IconCheck />} title={saved} />}
      </div>
      <Group gap="sm">
        <Button type="submit" loading={saving.isPending} disabled={!dirty || newer !== null}>
          {t('submit')}
        </Button>
        <Button variant="default" disabled={!dirty || saving.isPending} onClick={onReset}>
          {t('reset')}
        </Button>
        {note && <span className={classes.saveNote}>{note}</span>}
      </Group>
    </div>
  );
}
