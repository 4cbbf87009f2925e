'use client';

import { Button, FileButton, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { DragEvent } from 'react';
import classes from './imports.module.css';

const MAX_BYTES = 50 * 1024 * 1024;
const ACCEPTED = '.xlsx,.xlsm,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Refusal = 'tooLarge' | 'empty' | 'several';

function refusalOf(file: File): Refusal | null {
  if (file.size === 0) return 'empty';
  return file.size > MAX_BYTES ? 'tooLarge' : null;
}

/** A place to drop one table on, and a button for those who do not drag. What it holds is judged by the server. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations('imports.form');
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const take = (files: readonly File[]) => {
    const [file] = files;
    if (!file) return;
    const reason = files.length > 1 ? 'several' : refusalOf(file);
    setRefused(reason);
    if (reason === null) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take([...event.dataTransfer.files]);
  };
  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileSpreadsheet size={36} stroke={1.5} aria-hidden />
      <Text fw={600}>{t('drop')}</Text>
      <Text size="sm" c="dimmed">
        {t('dropAbout')}
      </Text>
      <FileButton accept={ACCEPTED} onChange={(file) => take(file ? [file] : [])}>
        {(props) => <Button {...props}>{t('choose')}</Button>}
      </FileButton>
      {refused && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t(refused)}
        </Text>
      )}
    </div>
  );
}
