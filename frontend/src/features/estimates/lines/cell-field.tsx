'use client';

import { useId, useState } from 'react';
import classes from './lines.module.css';

interface CellFieldProps {
  label: string;
  text: string;
  /** Whether the first keystroke replaces the text. */
  replace: boolean;
  /** Why the text cannot stand here; null when it can. */
  problem: string | null;
  onType: (text: string) => void;
  onLeave: () => void;
}

const MOST_CHARACTERS = 14;

/** The field a cell becomes while it is typed in; the text is its own, the estimate knows the last value. */
export function CellField({ label, text, replace, problem, onType, onLeave }: CellFieldProps) {
  const [typed, setTyped] = useState(text);
  const hint = useId();
  const [begin] = useState(() => (field: HTMLInputElement | null) => {
    field?.focus();
    if (replace) field?.select();
  });
  return (
    <>
      <input
        ref={begin}
        className={classes.field}
        data-quantity
        data-invalid={problem !== null || undefined}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : hint}
        aria-label={label}
        inputMode="decimal"
        autoComplete="off"
        maxLength={MOST_CHARACTERS}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onType(event.currentTarget.value);
        }}
        onBlur={onLeave}
      />
      {problem !== null && (
        <output id={hint} className={classes.fieldProblem}>
          {problem}
        </output>
      )}
    </>
  );
}
