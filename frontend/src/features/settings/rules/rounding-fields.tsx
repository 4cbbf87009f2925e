'use client';

import { Select } from '@mantine/core';
import type { Rounding } from '@smet/estimating';
import { useTranslations } from 'next-intl';
import { DecimalField } from './decimal-field';

const WORDS = { 'half-up': 'roundingHalfUp', up: 'roundingUp', down: 'roundingDown' } as const;
const DEFAULT = 'default';
const FIRST_STEP = '1';

interface RoundingFieldsProps {
  value: Rounding | undefined;
  onChange: (rounding: Rounding | undefined) => void;
  readOnly: boolean;
}

/** How a quantity is rounded, where it is not as all are. */
export function RoundingFields({ value, onChange, readOnly }: RoundingFieldsProps) {
  const t = useTranslations('rules.line');
  const choices = [
    { value: DEFAULT, label: t('roundingDefault') },
    ...Object.entries(WORDS).map(([mode, word]) => ({ value: mode, label: t(word) })),
  ];
  const choose = (mode: string | null) => {
    const known = mode && mode in WORDS ? (mode as Rounding['mode']) : null;
    onChange(known === null ? undefined : { mode: known, step: value?.step ?? FIRST_STEP });
  };
  return (
    <>
      <Select
        label={t('rounding')}
        data={choices}
        value={value?.mode ?? DEFAULT}
        allowDeselect={false}
        readOnly={readOnly}
        onChange={choose}
      />
      {value && (
        <DecimalField
          label={t('step')}
          value={value.step}
          readOnly={readOnly}
          onChange={(step) => step !== null && onChange({ ...value, step })}
        />
      )}
    </>
  );
}
