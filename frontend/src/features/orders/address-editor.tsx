'use client';

import { ActionIcon, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { focusOnAppear } from '../../shared/ui/focus-on-appear';
import classes from './order-view.module.css';

interface AddressEditorProps {
  address: string;
  editable: boolean;
  onSave: (address: string) => void;
}

/** Edits in place: Enter and leaving the field save, Escape puts the old address back. */
export function AddressEditor({ address, editable, onSave }: AddressEditorProps) {
  const t = useTranslations('orders.card');
  const [typed, setTyped] = useState<string | null>(null);
  const finish = () => {
    const next = typed?.trim();
    setTyped(null);
    if (next && next !== address) onSave(next);
  };
  if (typed === null) {
    return (
      <span className={classes.address}>
        {address}
        {editable && (
          <ActionIcon variant="subtle" color="gray" aria-label={t('addressEdit')} onClick={() => setTyped(address)}>
            <IconPencil size={16} />
          </ActionIcon>
        )}
      </span>
    );
  }
  return (
    <TextInput
      aria-label={t('address')}
      value={typed}
      maxLength={500}
      ref={focusOnAppear}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
