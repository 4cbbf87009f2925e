'use client';

import { TextInput } from '@mantine/core';
import { parseDecimal } from '@smet/money';
import { useState } from 'react';

interface DecimalFieldProps {
  label: string;
  /** Null: not set. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** What no value means; without it there must be one. */
  placeholder?: string;
  readOnly?: boolean;
}

const BOUNDS = { max: 10_000, scale: 4 };

/** A positive number with a comma. What cannot be read is not taken over: leaving the field shows what holds. */
export function DecimalField({ label, value, onChange, placeholder, readOnly = false }: DecimalFieldProps) {
  const [text, setText] = useState<string | null>(null);
  const stored = value?.replace('.', ',') ?? '';
  const type = (typed: string) => {
    setText(typed);
    if (typed.trim() === '' && placeholder !== undefined) return onChange(null);
    const read = parseDecimal(typed, BOUNDS);
    if (read !== null && Number(read) > 0) onChange(read);
  };
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      inputMode="decimal"
      autoComplete="off"
      maxLength={10}
      value={text ?? stored}
      readOnly={readOnly}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => setText(null)}
    />
  );
}
