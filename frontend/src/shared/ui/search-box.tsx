'use client';

import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';

const SEARCH_PAUSE_MS = 300;
const MAX_QUERY = 100;

interface SearchBoxProps {
  /** What is searched for now, as the address says it. */
  value: string;
  onChange: (value: string) => void;
  label: string;
  placeholder: string;
  resetLabel: string;
}

/** Keeps its own text while typing; the address, and with it the list, follow after a short pause. */
export function SearchBox({ value, onChange, label, placeholder, resetLabel }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const announce = useDebouncedCallback(onChange, SEARCH_PAUSE_MS);
  const [known, setKnown] = useState(value);
  // The address changed by other means (Back, reset): the box follows it, but never while it says the same already.
  if (known !== value) {
    setKnown(value);
    if (text.trim() !== value) setText(value);
  }
  const type = (typed: string) => {
    setText(typed);
    announce(typed.trim());
  };
  return (
    <TextInput
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={text && <CloseButton size="sm" aria-label={resetLabel} onClick={() => type('')} />}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      maxLength={MAX_QUERY}
    />
  );
}
