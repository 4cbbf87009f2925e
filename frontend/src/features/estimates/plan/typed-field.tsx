'use client';

import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { formatCentimetres } from '../../../shared/formatting';
import { useInputMode } from '../rooms/use-number-pad';
import { parsePlace } from './centimetres';
import { startTyping } from './typing';
import type { Typing } from './typing';
import classes from './plan.module.css';

const NUMBER = /^[-−]?\d+([.,]\d*)?$/;

interface TypedFieldProps {
  label: string;
  /** Shown inside the field in place of a label above it. */
  letters?: string;
  /** The value as it is now, in words. */
  shown: string;
  unit: string;
  readOnly: boolean;
  /** Says whether the text is a value and takes it; called with every character, so that it is one step to undo. */
  onCommit: (text: string) => boolean;
  description?: ReactNode;
  /** Why a number is not taken, where there is more to say than that it does not do. */
  refusal?: string;
  onActive?: (active: boolean) => void;
}

/** A value that is taken while it is typed. What is no value stays in the field and changes nothing. */
export function TypedField({ label, letters, shown, unit, readOnly, onCommit, ...rest }: TypedFieldProps) {
  const { description, onActive } = rest;
  const t = useTranslations('plan.panel');
  const { refusal = t('refused') } = rest;
  const inputMode = useInputMode('decimal');
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const typing = useRef<Typing | null>(null);
  const isTaken = useRef(true);
  const type = (text: string): void => {
    typing.current ??= startTyping(shown, onCommit);
    isTaken.current = typing.current.type(text);
    setTyped(text);
    setWrong(false);
  };
  const settle = (): void => {
    typing.current = null;
    if (isTaken.current || typed === shown) setTyped(null);
    else setWrong(true);
  };
  const cancel = (): void => {
    typing.current?.cancel();
    typing.current = null;
    isTaken.current = true;
    setTyped(null);
    setWrong(false);
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
      error={wrong && (NUMBER.test(typed?.trim() ?? '') ? refusal : t('notNumber'))}
      leftSection={letters && <span className={classes.letters}>{letters}</span>}
      leftSectionWidth={letters ? 42 : undefined}
      leftSectionPointerEvents="none"
      rightSection={<span className={classes.unit}>{unit}</span>}
      rightSectionPointerEvents="none"
      // While it is typed in it shows its own text: undo lets go of it first.
      data-pending
      onChange={(event) => type(event.currentTarget.value)}
      onFocus={(event) => {
        onActive?.(true);
        event.currentTarget.select();
      }}
      onBlur={() => {
        onActive?.(false);
        settle();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
        if (event.key === 'Escape') cancel();
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
