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
  description?: string;
  /** The least (without it anything above zero) and the largest there is, and digits after the comma. */
  bounds?: { min?: number; max: number; scale: number };
}

const BOUNDS: NonNullable<DecimalFieldProps['bounds']> = { max: 10_000, scale: 4 };

const isEnough = (value: number, min?: number) => (min === undefined ? value > 0 : value >= min);

/** A positive number with a comma. What cannot be read is not taken over: leaving the field shows what holds. */
export function DecimalField(props: DecimalFieldProps) {
  const { label, value, onChange, placeholder, readOnly = false, description, bounds = BOUNDS } = props;
  const [text, setText] = useState<string | null>(null);
  const stored = value?.replace('.', ',') ?? '';
  const type = (typed: string) => {
    setText(typed);
    if (typed.trim() === '' && placeholder !== undefined) return onChange(null);
    const read = parseDecimal(typed, bounds);
    if (read !== null && isEnough(Number(read), bounds.min)) onChange(read);
  };
  return (
    <TextInput
      label={label}
      description={description}
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
