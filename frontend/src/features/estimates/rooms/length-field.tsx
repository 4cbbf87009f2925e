'use client';

import { TextInput } from '@mantine/core';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { stepOnEnter } from './entry-steps';
import { useInputMode } from './use-number-pad';
import classes from './room-entry.module.css';

interface LengthFieldProps {
  /** What a screen reader says: "Стена AB, см". */
  name: string;
  /** In the field's left part: its letters, or a choice of another reading. */
  letters: ReactNode;
  isWide?: boolean;
  text: string;
  /** Id of the words under the group that say what is wrong here; null when nothing is. */
  problemId: string | null;
  /** In the field's right part: an arc over the wall, a degree sign. */
  note?: ReactNode;
  noteWidth?: number;
  /** Marks the field that is not obligatory. */
  placeholder?: string;
  readOnly: boolean;
  onType: (text: string) => void;
  /** The field was come to. */
  onActive: () => void;
  /** By which the pane finds the field of what was chosen on the drawing. */
  fieldId?: string;
}

/** One reading. The text stays as typed; a comma and a point mean the same. */
export function LengthField(props: LengthFieldProps) {
  const { name, letters, isWide = false, text, problemId, note, noteWidth, readOnly, onType, onActive } = props;
  const inputMode = useInputMode('decimal');
  return (
    <TextInput
      // A length, its letters and a note do not fit in the width of one field.
      className={clsx(classes.field, note && !isWide && classes.noted)}
      aria-label={name}
      data-step
      data-optional={props.placeholder === undefined ? undefined : ''}
      data-field={props.fieldId}
      inputMode={inputMode}
      enterKeyHint="next"
      autoComplete="off"
      maxLength={12}
      value={text}
      placeholder={props.placeholder}
      readOnly={readOnly}
      error={problemId !== null}
      aria-describedby={problemId ?? undefined}
      leftSection={typeof letters === 'string' ? <span className={classes.letters}>{letters}</span> : letters}
      leftSectionWidth={isWide ? 70 : 42}
      leftSectionPointerEvents={isWide ? 'all' : 'none'}
      rightSection={note}
      rightSectionWidth={note ? noteWidth : undefined}
      onChange={(event) => onType(event.currentTarget.value)}
      onKeyDown={stepOnEnter}
      onFocus={(event) => {
        onActive();
        event.currentTarget.select();
      }}
    />
  );
}
