'use client';

import { Button, Group, Modal, Select, Switch, TextInput } from '@mantine/core';
import type { PriceList, PriceListKind } from '@smet/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '../../../shared/api/client';
import { unwrap, viewProblem } from '../../../shared/api/problems';
import { queryKeys } from '../../../shared/api/query-keys';
import { useCan, useMe } from '../../../shared/session/session';
import { ProblemAlert } from '../../../shared/ui/problem-alert';
import classes from '../nomenclature.module.css';

const CURRENCIES = ['RUB', 'KZT', 'BYN', 'USD', 'EUR', 'CNY'] as const;
type Currency = (typeof CURRENCIES)[number];

const KINDS = [
  { kind: 'sale', permission: 'nomenclature:read' },
  { kind: 'cost', permission: 'cost:read' },
  { kind: 'dealer', permission: 'dealer-price:read' },
  { kind: 'pay', permission: 'pay:read' },
] as const;

interface PriceListModalProps {
  /** Null: a new one. */
  list: PriceList | null;
  onClose: () => void;
  onCreated?: (id: string) => void;
}

interface ListForm {
  name: string;
  kind: PriceListKind;
  currency: Currency;
  validFrom: string;
  validUntil: string;
  isDefault: boolean;
}

function useSaveList(list: PriceList | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ name, kind, currency, validFrom, validUntil, isDefault }: ListForm): Promise<PriceList> => {
      const common = { name: name.trim(), validFrom: validFrom || null, validUntil: validUntil || null };
      if (list === null) return unwrap(api.POST('/api/v1/price-lists', { body: { ...common, kind, currency } }));
      const makesDefault = isDefault && !list.isDefault;
      const body = { ...common, version: list.version, ...(makesDefault && { isDefault: true as const }) };
      return unwrap(api.PATCH('/api/v1/price-lists/{id}', { params: { path: { id: list.id } }, body }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.nomenclature.all }),
  });
}

function useArchiveList(list: PriceList | null) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      if (list === null) return;
      const { id, version } = list;
      await unwrap(
        api.PATCH('/api/v1/price-lists/{id}', { params: { path: { id } }, body: { version, archived: true } }),
      );
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.nomenclature.all }),
  });
}

/** A price list: what it is called, from when until when it holds, whether new estimates take it. */
export default function PriceListModal({ list, onClose, onCreated }: PriceListModalProps) {
  const t = useTranslations('nomenclature.lists');
  const common = useTranslations('common');
  const can = useCan();
  const { currency } = useMe().organization;
  const [form, setForm] = useState<ListForm>({
    name: list?.name ?? '',
    kind: list?.kind ?? 'sale',
    currency: CURRENCIES.find((one) => one === (list?.currency ?? currency)) ?? 'RUB',
    validFrom: list?.validFrom ?? '',
    validUntil: list?.validUntil ?? '',
    isDefault: list?.isDefault ?? false,
  });
  const save = useSaveList(list);
  const archive = useArchiveList(list);
  const change = (patch: Partial<ListForm>) => setForm({ ...form, ...patch });
  const error = save.error ?? archive.error;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(list ? 'settings' : 'new')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(form, {
            onSuccess: ({ id }) => {
              onCreated?.(id);
              onClose();
            },
          });
        }}
      >
        <div className={classes.fields}>
          <TextInput
            className={classes.wide}
            data-autofocus
            required
            label={t('name')}
            maxLength={100}
            value={form.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Select
            label={t('kind')}
            data={KINDS.filter(({ permission }) => can(permission)).map(({ kind }) => ({
              value: kind,
              label: t(`kinds.${kind}`),
            }))}
            value={form.kind}
            allowDeselect={false}
            disabled={list !== null}
            onChange={(kind) => kind && change({ kind })}
          />
          <Select
            label={t('currency')}
            data={[...CURRENCIES]}
            value={form.currency}
            allowDeselect={false}
            disabled={list !== null}
            onChange={(value) => value && change({ currency: value })}
          />
          <TextInput
            type="date"
            label={t('validFrom')}
            value={form.validFrom}
            onChange={(event) => change({ validFrom: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('validUntil')}
            value={form.validUntil}
            onChange={(event) => change({ validUntil: event.currentTarget.value })}
          />
          {list && (
            <Switch
              className={classes.wide}
              label={t('isDefault')}
              checked={form.isDefault}
              disabled={list.isDefault}
              onChange={(event) => change({ isDefault: event.currentTarget.checked })}
            />
          )}
        </div>
        {error && <ProblemAlert problem={viewProblem(error)} />}
        <Group justify="space-between" mt="lg">
          {list && !list.isDefault ? (
            <Button
              variant="default"
              loading={archive.isPending}
              onClick={() => archive.mutate(undefined, { onSuccess: onClose })}
            >
              {t('archive')}
            </Button>
          ) : (
            <span />
          )}
          <Button type="submit" disabled={form.name.trim() === ''} loading={save.isPending}>
            {common('save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
