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
  const { currency } = useMe().organization;
  const save = useSaveItemField();
  const edits = useCan()('nomenclature:edit');
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
    return [
      {
        key: 'code',
        title: t('columns.code'),
        width: 140,
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
      { key: 'unit', title: t('columns.unit'), width: 96, render: field('unit') },
      { key: 'category', title: t('columns.category'), wideOnly: true, render: ({ category }) => category.name },
      {
        key: 'price',
        title: t('columns.priceMinor'),
        align: 'right',
        width: 140,
        render: ({ priceMinor }) =>
          priceMinor === null ? (
            <span className={classes.dim}>—</span>
          ) : (
            <span className="tabular">{formatMoney(priceMinor, currency)}</span>
          ),
      },
    ];
  }, [t, currency, save, edits, onOpen]);
}
