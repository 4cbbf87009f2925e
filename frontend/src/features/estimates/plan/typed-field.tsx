'use client';

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { formatCentimetres } from '../../../shared/formatting';
import { useInputMode } from '../rooms/use-number-pad';
import { parsePlace } from './centimetres';
import classes from './plan.module.css';

interface TypedFieldProps {
  label: string;
  /** Shown inside the field in place of a label above it. */
  letters?: string;
  /** The value as it is now, in words. */
  shown: string;
  unit: string;
  readOnly: boolean;
  /** Says whether the text is a value and takes it. */
  onCommit: (text: string) => boolean;
  description?: ReactNode;
}

/** A value that is taken when the field is left or Enter is pressed: a half-typed number moves nothing. */
export function TypedField({ label, letters, shown, unit, readOnly, onCommit, description }: TypedFieldProps) {
  const inputMode = useInputMode('decimal');
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const settle = (text: string | null): void => {
    if (text === null || text === shown || onCommit(text)) {
      setTyped(null);
      setWrong(false);
    } else setWrong(true);
  };
  return (
    <TextInput
      className={classes.typed}
      {...(letters ? { 'aria-label': label } : { label })}
      description={description}
      data-step
      data-optional=""
      inputMode={inputMode}
      autoComplete="off"
      maxLength={9}
      value={typed ?? shown}
      readOnly={readOnly}
      error={wrong}
      leftSection={letters && <span className={classes.letters}>{letters}</span>}
      leftSectionWidth={letters ? 42 : undefined}
      leftSectionPointerEvents="none"
      rightSection={<span className={classes.unit}>{unit}</span>}
      rightSectionPointerEvents="none"
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setWrong(false);
      }}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => settle(typed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle(typed);
        if (event.key === 'Escape') {
          setTyped(null);
          setWrong(false);
        }
      }}
    />
  );
}

interface LengthProps extends Omit<TypedFieldProps, 'shown' | 'unit' | 'onCommit'> {
  mm: number | null;
  /** Smaller is refused, in millimetres. */
  least?: number;
  unit: string;
  /** False when the length cannot be taken. */
  onCommit: (mm: number) => boolean | void;
}

/** The same for a length or a place in centimetres. */
export function CentimetreField({ mm, least = -Infinity, onCommit, ...field }: LengthProps) {
  return (
    <TypedField
      {...field}
      shown={mm === null ? '' : formatCentimetres(mm)}
      onCommit={(text) => {
        const typed = parsePlace(text);
        return typed !== null && typed >= least && onCommit(typed) !== false;
      }}
    />
  );
}
