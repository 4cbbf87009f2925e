'use client';

import { Button } from '@mantine/core';
import { IconArrowsSplit } from '@tabler/icons-react';
import type { EstimateResult } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { formatMoney } from '../../shared/formatting';
import { Notice } from '../../shared/ui/notice';
import type { EstimateForm, EstimateView } from './model/types';
import { variantOf } from './model/estimate-form';
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

/** What is saved of the variant that goes into the order. */
function currentResult({ results, currentVariantId }: EstimateView): EstimateResult {
  const [first] = results;
  const current = results.find(({ variantId }) => variantId === currentVariantId) ?? first;
  if (!current) throw new Error('An estimate without variants');
  return current.result;
}

/** Two states of one estimate side by side, and the choice between them: nothing is overwritten silently. */
export function ChooseState({ reason, mine, saved, takeMineLabel, onTakeMine, onTakeSaved }: ChooseStateProps) {
  const t = useTranslations('estimates.notices');
  const variant = variantOf(mine.form, mine.form.currentVariantId);
  const { result } = useEstimateResult(saved, { form: mine.form, variant, dirty: true });
  const theirs = currentResult(saved);
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
          <span className="tabular">{formatMoney(theirs.totals.toPayMinor, saved.currency)}</span>
          <span>{t('rooms', { names: saved.draft.rooms.map(({ name }) => name).join(', ') || '—' })}</span>
          <Button size="xs" variant="default" onClick={onTakeSaved}>
            {t('takeTheirs')}
          </Button>
        </div>
      </div>
    </Notice>
  );
}
