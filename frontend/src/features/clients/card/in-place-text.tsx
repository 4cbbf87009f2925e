'use client';

import { Autocomplete, Textarea, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import clsx from 'clsx';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { focusOnAppear } from '../../../shared/ui/focus-on-appear';
import classes from './in-place.module.css';

interface InPlaceTextProps {
  label: string;
  /** As it is typed; empty when there is none. */
  value: string;
  /** As it is read, when that differs. */
  words?: string;
  /** Stands in the place of nothing. */
  empty: string;
  editable: boolean;
  /** Gets the trimmed text, only when it is another one. */
  onSave: (text: string) => void;
  kind?: 'text' | 'number' | 'date' | 'long';
  /** Texts used before, offered while typing. */
  known?: string[];
  maxLength: number;
  /** An emptied text is not saved. */
  required?: boolean;
}

/** Edits in place: Enter and leaving the field save, Escape puts the old text back. */
export function InPlaceText(props: InPlaceTextProps) {
  const { label, value, words, empty, editable, kind = 'text' } = props;
  const [typing, setTyping] = useState(false);
  if (typing) return <Typing {...props} onDone={() => setTyping(false)} />;
  const shown = words ?? value;
  const text = <span className={clsx(kind === 'long' && classes.long, !shown && classes.empty)}>{shown || empty}</span>;
  if (!editable) return text;
  return (
    <button
      type="button"
      className={classes.value}
      aria-label={`${label}: ${shown || empty}`}
      onClick={() => setTyping(true)}
    >
      {text}
      <IconPencil size={15} aria-hidden />
    </button>
  );
}

function Typing({
  label,
  value,
  onSave,
  onDone,
  kind = 'text',
  known,
  maxLength,
  required,
}: InPlaceTextProps & { onDone: () => void }) {
  const [text, setText] = useState(value);
  const finish = () => {
    const next = text.trim();
    onDone();
    if (next !== value && (next || !required)) onSave(next);
  };
  const field = {
    'aria-label': label,
    value: text,
    maxLength,
    ref: focusOnAppear,
    onBlur: finish,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') onDone();
      if (event.key === 'Enter' && (kind !== 'long' || event.ctrlKey || event.metaKey)) finish();
    },
  };
  const onChange = (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value);
  if (kind === 'long') return <Textarea {...field} autosize minRows={2} onChange={onChange} />;
  if (known) return <Autocomplete {...field} data={known} onChange={setText} />;
  const decimal = kind === 'number' ? { inputMode: 'decimal' as const } : {};
  return <TextInput {...field} {...decimal} type={kind === 'date' ? 'date' : 'text'} onChange={onChange} />;
}
