'use client';

import { useState } from 'react';
import classes from './lines.module.css';

interface CellFieldProps {
  label: string;
  text: string;
  /** Whether the first keystroke replaces the text. */
  replace: boolean;
  invalidHint: string;
  /** Answers whether the text can stand here. */
  onType: (text: string) => boolean;
  onLeave: () => void;
}

const MOST_CHARACTERS = 14;

/** The field a cell becomes while it is typed in; it knows what is no value yet, the estimate knows the last value. */
export function CellField({ label, text, replace, invalidHint, onType, onLeave }: CellFieldProps) {
  const [typed, setTyped] = useState(text);
  const [invalid, setInvalid] = useState(false);
  const [begin] = useState(() => (field: HTMLInputElement | null) => {
    field?.focus();
    if (replace) field?.select();
  });
  return (
    <input
      ref={begin}
      className={classes.field}
      data-quantity
      data-invalid={invalid || undefined}
      aria-invalid={invalid}
      aria-label={label}
      title={invalid ? invalidHint : undefined}
      inputMode="decimal"
      autoComplete="off"
      maxLength={MOST_CHARACTERS}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setInvalid(!onType(event.currentTarget.value));
      }}
      onBlur={onLeave}
    />
  );
}
