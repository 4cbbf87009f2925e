'use client';

import { Button } from '@mantine/core';
import { IconArrowsSplit } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { formatMoney } from '../../shared/formatting';
import { Notice } from '../../shared/ui/notice';
import type { EstimateForm, EstimateView } from './model/types';
import { useEstimateResult } from './model/use-estimate-result';
import classes from './editor.module.css';

interface ChooseStateProps {
  reason: string;
  mine: { form: EstimateForm; label: string };
  saved: EstimateView;
  takeMineLabel: string;
  onTakeMine: () => void;
  onTakeSaved: () => void;
}

/** Two states of one estimate side by side, and the choice between them: nothing is overwritten silently. */
export function ChooseState({ reason, mine, saved, takeMineLabel, onTakeMine, onTakeSaved }: ChooseStateProps) {
  const t = useTranslations('estimates.notices');
  const { result } = useEstimateResult(saved, mine.form, true);
  return (
    <Notice urgent tone="warning" icon={<IconArrowsSplit />} title={reason}>
      <div className={classes.choice}>
        <div className={classes.choiceSide}>
          <b>{mine.label}</b>
          <span className="tabular">{formatMoney(result.totals.toPayMinor, saved.currency)}</span>
          <span>{t('rooms', { names: mine.form.rooms.map(({ name }) => name).join(', ') || '—' })}</span>
          <Button size="xs" onClick={onTakeMine}>
            {takeMineLabel}
          </Button>
        </div>
        <div className={classes.choiceSide}>
          <b>{t('theirs')}</b>
          <span className="tabular">{formatMoney(saved.result.totals.toPayMinor, saved.currency)}</span>
          <span>{t('rooms', { names: saved.draft.rooms.map(({ name }) => name).join(', ') || '—' })}</span>
          <Button size="xs" variant="default" onClick={onTakeSaved}>
            {t('takeTheirs')}
          </Button>
        </div>
      </div>
    </Notice>
  );
}
