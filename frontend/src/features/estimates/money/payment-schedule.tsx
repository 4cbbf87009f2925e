'use client';

import { ActionIcon, Button, Popover, Select } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { PAYMENT_MOMENTS } from '@smet/estimating';
import type { EstimateTotals, PaymentStage } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { formatDecimal, formatMoney } from '../../../shared/formatting';
import type { FormAction } from '../model/form-reducer';
import type { StageField, VariantForm } from '../model/types';
import { parseShare, percentText } from '../model/variant-form';
import { PercentField } from './percent-field';
import { leftOf } from './shares';
import classes from '../totals.module.css';

interface PaymentScheduleProps {
  /** What is paid when. */
  schedule: EstimateTotals['schedule'];
  /** Of the organization: where an own one begins. */
  usual: readonly PaymentStage[];
  variant: VariantForm;
  currency: string;
  readOnly: boolean;
  dispatch: (action: FormAction) => void;
}

/** When how much is paid, and where it is changed. */
export function PaymentSchedule({ schedule, usual, variant, currency, readOnly, dispatch }: PaymentScheduleProps) {
  const t = useTranslations('estimates.money');
  return (
    <div className={classes.schedule}>
      <div className={classes.scheduleHead}>
        <h3>{t('schedule')}</h3>
        {!readOnly && <ScheduleEditor {...{ usual, variant, dispatch }} />}
      </div>
      <dl className={classes.stages}>
        {schedule.map(({ when, percent, amountMinor }, index) => (
          <div key={index} className={classes.row}>
            <dt>
              {t(`moment.${when}`)}, {formatDecimal(percent)} %
            </dt>
            <dd className="tabular">{formatMoney(amountMinor, currency)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

type ScheduleEditorProps = Pick<PaymentScheduleProps, 'usual' | 'variant' | 'dispatch'>;

const MOST_STAGES = 5;

function ScheduleEditor({ usual, variant, dispatch }: ScheduleEditorProps) {
  const t = useTranslations('estimates.money');
  const stages = variant.schedule ?? usual.map(({ when, percent }) => ({ when, text: percentText(percent) }));
  const left = leftOf(stages);
  const change = (next: StageField[] | null, gesture?: string) =>
    dispatch({ type: 'schedule', stages: next, ...(gesture !== undefined && { gesture }) });
  const put = (index: number, stage: StageField, gesture?: string) =>
    change(
      stages.map((known, at) => (at === index ? stage : known)),
      gesture,
    );
  const add = () => {
    const when = PAYMENT_MOMENTS.find((moment) => !stages.some((stage) => stage.when === moment));
    change([
      ...stages,
      { when: when ?? 'after_act', text: left === null || left.startsWith('-') ? '' : percentText(left) },
    ]);
  };
  return (
    <Popover position="top-end" width={380} shadow="lg" trapFocus withinPortal>
      <Popover.Target>
        <ActionIcon variant="subtle" size={26} aria-label={t('editSchedule')} title={t('editSchedule')}>
          <IconPencil size={15} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.box}>
        <h3 className={classes.boxTitle}>{t('schedule')}</h3>
        <ul className={classes.fields}>
          {stages.map((stage, index) => (
            <li key={index}>
              <Select
                className={classes.grow}
                size="xs"
                aria-label={t('stageMoment', { number: index + 1 })}
                allowDeselect={false}
                data={PAYMENT_MOMENTS.map((value) => ({ value, label: t(`moment.${value}`) }))}
                value={stage.when}
                comboboxProps={{ withinPortal: false }}
                onChange={(when) => put(index, { ...stage, when: when ?? stage.when })}
              />
              <PercentField
                label={t('stagePercent', { number: index + 1 })}
                text={stage.text}
                problem={parseShare(stage.text) === null ? t('percentInvalid') : null}
                onType={(text) => put(index, { ...stage, text }, String(index))}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('removeStage', { number: index + 1 })}
                disabled={stages.length === 1}
                onClick={() => change(stages.filter((_, at) => at !== index))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
        {left !== '0' && (
          <p className={classes.warning} role="alert">
            {left === null
              ? t('percentInvalid')
              : t(left.startsWith('-') ? 'tooMuch' : 'tooLittle', { percent: formatDecimal(left.replace('-', '')) })}
          </p>
        )}
        <div className={classes.boxButtons}>
          <Button
            variant="light"
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden />}
            disabled={stages.length >= MOST_STAGES}
            onClick={add}
          >
            {t('addStage')}
          </Button>
          {variant.schedule !== null && (
            <Button variant="subtle" size="compact-sm" onClick={() => change(null)}>
              {t('usualSchedule')}
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
