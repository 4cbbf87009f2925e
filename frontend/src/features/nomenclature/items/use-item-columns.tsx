'use client';

import type { Item } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { formatMoney } from '../../../shared/formatting';
import { useCan, useMe } from '../../../shared/session/session';
import type { Column } from '../../../shared/ui/data-table';
import { EditableCell } from '../cells/editable-cell';
import { useSaveItemField } from './use-save-item';
import classes from '../nomenclature.module.css';

const MAX = { name: 300, unit: 20 } as const;
const read = (typed: string): string | null => typed.trim() || null;

export function useItemColumns(onOpen: (id: string) => void): Column<Item>[] {
  const t = useTranslations('nomenclature');
  const can = useCan();
  const { currency } = useMe().organization;
  const save = useSaveItemField();
  const edits = can('nomenclature:edit');
  const dealers = can('dealer-price:read');
  const costs = can('cost:read');
  return useMemo(() => {
    const field = (name: 'name' | 'unit') => (item: Item) =>
      edits && item.state === 'active' ? (
        <EditableCell
          column={name}
          label={t('cellOf', { column: t(`columns.${name}`), code: item.code })}
          text={item[name]}
          maxLength={MAX[name]}
          read={read}
          save={(value) => save(item, name, value)}
        />
      ) : (
        item[name]
      );
    const money = (key: 'priceMinor' | 'dealerMinor' | 'costMinor'): Column<Item> => ({
      key,
      title: t(`columns.${key}`),
      align: 'right',
      width: 130,
      ...(key !== 'priceMinor' && { wideOnly: true }),
      render: (item) => {
        const amount = item[key];
        return typeof amount === 'number' ? (
          <span className="tabular">{formatMoney(amount, currency)}</span>
        ) : (
          <span className={classes.dim}>—</span>
        );
      },
    });
    return [
      {
        key: 'code',
        title: t('columns.code'),
        width: 150,
        sortable: true,
        render: ({ id, code }) => (
          <button
            type="button"
            className={classes.code}
            onClick={(event) => {
              event.stopPropagation();
              onOpen(id);
            }}
          >
            {code}
          </button>
        ),
      },
      { key: 'name', title: t('columns.name'), sortable: true, render: field('name') },
      { key: 'unit', title: t('columns.unit'), width: 110, render: field('unit') },
      { key: 'category', title: t('columns.category'), wideOnly: true, render: ({ category }) => category.name },
      money('priceMinor'),
      ...(dealers ? [money('dealerMinor')] : []),
      ...(costs ? [money('costMinor')] : []),
    ];
  }, [t, currency, save, edits, dealers, costs, onOpen]);
}
