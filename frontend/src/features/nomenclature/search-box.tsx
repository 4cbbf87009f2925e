'use client';

import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

const PAUSE_MS = 300;
const MAX = 100;

/** Keeps its own text while typing; the list follows after a short pause. */
export function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useTranslations('nomenclature');
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const announce = useDebouncedCallback(onChange, PAUSE_MS);
  // The address changed by other means: the box follows it, unless it says the same already.
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
      aria-label={t('search')}
      placeholder={t('searchPlaceholder')}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={text && <CloseButton size="sm" aria-label={t('reset')} onClick={() => type('')} />}
      value={text}
      maxLength={MAX}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
