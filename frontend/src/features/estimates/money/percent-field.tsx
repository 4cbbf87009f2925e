'use client';

import { TextInput } from '@mantine/core';
import { memo } from 'react';
import classes from '../totals.module.css';

interface PercentFieldProps {
  label: string;
  text: string;
  /** Why the text cannot stand; null when it can. */
  problem: string | null;
  /** Why it cannot be changed. */
  locked?: string;
  onType: (text: string) => void;
}

const MOST_CHARACTERS = 7;

/** A percentage as it is typed. */
export const PercentField = memo(function PercentField({ label, text, problem, locked, onType }: PercentFieldProps) {
  return (
    <TextInput
      className={classes.percentField}
      size="xs"
      aria-label={label}
      inputMode="decimal"
      autoComplete="off"
      maxLength={MOST_CHARACTERS}
      value={text}
      readOnly={locked !== undefined}
      error={problem !== null}
      title={problem ?? locked}
      rightSection={<span className={classes.percent}>%</span>}
      rightSectionWidth={24}
      onChange={(event) => onType(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
});
