'use client';

import { ActionIcon, Button, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { formatDecimal } from '../../../shared/formatting';
import { Panel } from '../../../shared/ui/panel';
import type { TermsPanelProps } from './prices-view';
import { scheduleSum } from './terms-form';
import type { TermsForm } from './terms-form';
import classes from '../settings.module.css';

const MOMENTS = ['before_start', 'on_start', 'on_delivery', 'after_mounting', 'after_act'] as const;
const MOST_STAGES = 10;
const WHOLE = 10_000;

type Stage = TermsForm['schedule'][number];

/** When which part is paid; the parts must make the whole. */
export function SchedulePanel({ form, change, errorOf, readOnly }: TermsPanelProps) {
  const t = useTranslations('settings.prices.schedule');
  const { schedule } = form;
  const sum = scheduleSum(schedule);
  const set = (index: number, part: Partial<Stage>) =>
    change({ schedule: schedule.map((stage, at) => (at === index ? { ...stage, ...part } : stage)) });
  const add = () => {
    const left = sum === null || sum >= WHOLE ? '' : formatDecimal(String((WHOLE - sum) / 100));
    change({ schedule: [...schedule, { when: 'after_mounting', percent: left }] });
  };
  return (
    <Panel title={t('title')}>
      <Stack gap="sm">
        <p className={classes.about}>{t('about')}</p>
        {schedule.map((stage, index) => (
          // Stages have no name of their own and are never reordered.
          <div key={index} className={classes.stage}>
            <Select
              aria-label={t('when', { number: index + 1 })}
              data={MOMENTS.map((value) => ({ value, label: t(`moments.${value}`) }))}
              value={stage.when}
              allowDeselect={false}
              readOnly={readOnly}
              onChange={(when) => when && set(index, { when })}
            />
            <TextInput
              aria-label={t('percent', { number: index + 1 })}
              inputMode="decimal"
              autoComplete="off"
              maxLength={6}
              rightSection="%"
              value={stage.percent}
              error={errorOf(`schedule.${index}`)}
              readOnly={readOnly}
              onChange={(event) => set(index, { percent: event.currentTarget.value })}
            />
            {!readOnly && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t('remove', { number: index + 1 })}
                disabled={schedule.length === 1}
                onClick={() => change({ schedule: schedule.filter((_, at) => at !== index) })}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            )}
          </div>
        ))}
        <div className={classes.sum}>
          {readOnly || (
            <Button
              variant="default"
              size="sm"
              leftSection={<IconPlus size={16} aria-hidden />}
              disabled={schedule.length >= MOST_STAGES}
              onClick={add}
            >
              {t('add')}
            </Button>
          )}
          <output className={clsx('tabular', sum !== WHOLE && classes.wrong)}>
            {sum === null ? t('sumUnknown') : t('sum', { sum: formatDecimal(String(sum / 100)) })}
          </output>
        </div>
        {errorOf('schedule') && (
          <div role="alert" className={classes.wrong}>
            {errorOf('schedule')}
          </div>
        )}
      </Stack>
    </Panel>
  );
}
