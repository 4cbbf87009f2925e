'use client';

import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { EstimateEditing } from '../model/use-estimate-form';
import { useVariantName } from './use-variant-name';
import { MaterialFields } from './material-fields';

const USUAL_NAMES = ['economy', 'standard', 'premium'] as const;

/** A copy of the shown variant made of something else: its lines, discounts and changes by hand come along. */
export function NewVariant({ editing, onClose }: { editing: EstimateEditing; onClose: () => void }) {
  const t = useTranslations('variants');
  const common = useTranslations('common');
  const { form, variant, base, dispatch } = editing;
  const nameOf = useVariantName(form);
  const taken = new Set(form.variants.map(({ name }) => name.trim().toLowerCase()));
  const usual = USUAL_NAMES.map((name) => t(`names.${name}`)).slice(Math.min(form.variants.length, 2));
  const [name, setName] = useState(
    () =>
      usual.find((known) => !taken.has(known.toLowerCase())) ??
      t('names.numbered', { number: String(form.variants.length + 1) }),
  );
  const [specification, setSpecification] = useState(variant.specification);
  return (
    <Modal opened onClose={onClose} title={t('add')} centered closeButtonProps={{ 'aria-label': common('close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!name.trim()) return;
          const added = { ...variant, id: crypto.randomUUID(), name: name.trim(), specification };
          dispatch({ type: 'add-variant', variant: added });
          onClose();
        }}
      >
        <Stack gap="md">
          <TextInput
            data-autofocus
            label={t('name')}
            description={t('copyOf', { name: nameOf(variant.id) })}
            maxLength={60}
            value={name}
            error={name.trim() ? null : t('nameRequired')}
            onChange={(event) => setName(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
          />
          <MaterialFields specification={specification} films={base.ruleSet.films} onChange={setSpecification} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button type="submit">{t('create')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
