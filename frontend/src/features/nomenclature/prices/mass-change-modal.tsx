'use client';

import { Button, Group, Modal, MultiSelect, Select, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { MassChange, PriceList } from '@smet/api-client';
import { REPRICING_MODES } from '@smet/money';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { viewProblem } from '../../../shared/api/problems';
import { useMe } from '../../../shared/session/session';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import { MassChangeSample } from './mass-change-sample';
import { readPercent } from './percent';
import { dayStart } from './day-start';
import { useMassChange } from './use-mass-change';
import classes from '../nomenclature.module.css';

const STEPS = ['1', '10', '50', '100', '500', '1000', '5000', '10000'] as const;
type Mode = MassChange['rounding']['mode'];

interface MassChangeModalProps {
  list: PriceList;
  paths: { value: string; label: string }[];
  /** The category the table shows: most likely what is meant. */
  categoryId: string | null;
  onClose: () => void;
}

/** Prices up or down by a percent: first what would come of it, then, on the same numbers, the change itself. */
export default function MassChangeModal({ list, paths, categoryId, onClose }: MassChangeModalProps) {
  const t = useTranslations('nomenclature.mass');
  const common = useTranslations('common');
  const narrow = useMediaQuery('(max-width: 47.99em)');
  const { timezone } = useMe().organization;
  const [percent, setPercent] = useState('');
  const [categoryIds, setCategoryIds] = useState<string[]>(categoryId === null ? [] : [categoryId]);
  const [mode, setMode] = useState<Mode>('nearest');
  const [step, setStep] = useState<string>('100');
  const [day, setDay] = useState('');
  const { preview, apply } = useMassChange(list, onClose);
  const parsed = readPercent(percent);
  const body = (): MassChange => ({
    percent: parsed ?? 0,
    rounding: { mode, stepMinor: Number(step) },
    ...(categoryIds.length > 0 && { categoryIds }),
    ...(day !== '' && { validFrom: dayStart(day, timezone) }),
  });
  /** What was previewed is not what is asked any more. */
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      preview.reset();
      apply.reset();
      set(value);
    };
  const error = apply.error ?? preview.error;
  const shown = preview.data;
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      fullScreen={narrow}
      title={t('title', { list: list.name })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          preview.mutate(body());
        }}
      >
        <div className={classes.fields}>
          <TextInput
            data-autofocus
            label={t('percent')}
            description={t('percentAbout')}
            inputMode="decimal"
            autoComplete="off"
            maxLength={10}
            value={percent}
            error={percent !== '' && parsed === null && t('percentWrong')}
            onChange={(event) => changed(setPercent)(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('validFrom')}
            description={t('validFromAbout')}
            value={day}
            onChange={(event) => changed(setDay)(event.currentTarget.value)}
          />
          <Select
            label={t('mode')}
            data={REPRICING_MODES.map((value) => ({ value, label: t(`modes.${value}`) }))}
            value={mode}
            allowDeselect={false}
            onChange={(value) => value && changed(setMode)(value)}
          />
          <Select
            label={t('step')}
            data={STEPS.map((value) => ({ value, label: t(`steps.${value}`) }))}
            value={step}
            allowDeselect={false}
            onChange={(value) => value && changed(setStep)(value)}
          />
          <MultiSelect
            className={classes.wide}
            label={t('categories')}
            placeholder={categoryIds.length === 0 ? t('wholeList') : ''}
            data={paths}
            value={categoryIds}
            searchable
            onChange={changed(setCategoryIds)}
          />
        </div>
        {shown && <MassChangeSample preview={shown} list={list} />}
        {error && <ProblemAlert problem={viewProblem(error)} />}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button
            type="submit"
            variant={shown ? 'default' : 'filled'}
            disabled={parsed === null}
            loading={preview.isPending}
          >
            {t('preview')}
          </Button>
          {shown && shown.count > 0 && (
            <Button loading={apply.isPending} onClick={() => apply.mutate({ ...body(), digest: shown.digest })}>
              {t('apply', { count: shown.count })}
            </Button>
          )}
        </Group>
      </form>
    </Modal>
  );
}
