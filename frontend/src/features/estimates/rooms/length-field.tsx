'use client';

import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import classes from './room-entry.module.css';

interface LengthFieldProps {
  label: string;
  /** Shown in the field's left part in place of the label: a choice of another diagonal. */
  ends?: ReactNode;
  kind: 'side' | 'diagonal';
  text: string;
  /** Id of the words under the group that say what is wrong here; null when nothing is. */
  problemId: string | null;
  readOnly: boolean;
  onType: (text: string) => void;
  onActive: (active: boolean) => void;
}

/** Next field of the same room on Enter, as on a number pad; the last one leaves the fields. */
export function focusNextField(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  const fields = [
    ...(event.currentTarget.closest('[data-entry]')?.querySelectorAll<HTMLInputElement>('input[data-step]') ?? []),
  ];
  const next = fields[fields.indexOf(event.currentTarget) + (event.shiftKey ? -1 : 1)];
  if (!next) {
    event.currentTarget.blur();
    return;
  }
  next.focus();
  next.select();
}

/** One length in centimetres. The text stays as typed; a comma and a point mean the same. */
export const LengthField = memo(function LengthField(props: LengthFieldProps) {
  const { label, ends, kind, text, problemId, readOnly, onType, onActive } = props;
  const t = useTranslations('estimates.entry');
  return (
    <TextInput
      className={classes.field}
      aria-label={t(kind === 'side' ? 'sideLabel' : 'diagonalLabel', { name: label })}
      data-step
      inputMode="decimal"
      autoComplete="off"
      maxLength={9}
      value={text}
      readOnly={readOnly}
      error={problemId !== null}
      aria-describedby={problemId ?? undefined}
      leftSection={ends ?? <span className={classes.letters}>{label}</span>}
      leftSectionWidth={ends ? 70 : 42}
      leftSectionPointerEvents={ends ? 'all' : 'none'}
      onChange={(event) => onType(event.currentTarget.value)}
      onKeyDown={focusNextField}
      onFocus={(event) => {
        onActive(true);
        event.currentTarget.select();
      }}
      onBlur={() => onActive(false)}
    />
  );
});
