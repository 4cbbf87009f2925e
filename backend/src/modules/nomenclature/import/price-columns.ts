import type { PriceListKind } from '@smet/database';
import type { Actor, Permission } from '../../../platform/access/index.js';
import type { ImportColumn } from '../../imports/index.js';
import type { PriceListRow } from './prices-import.repository.js';

/** What a kind of prices is called in tables; only for the list that is the default of its kind. */
const SYNONYMS: Readonly<Record<PriceListKind, readonly string[]>> = {
  sale: ['Цена', 'Розница', 'Розничная цена', 'Цена продажи', 'Цена, руб', 'price', 'sale_rub'],
  cost: ['Закупка', 'Закупочная цена', 'Себестоимость', 'Цена закупки', 'cost', 'purchase_rub'],
  dealer: ['Дилер', 'Дилерская', 'Дилерская цена', 'Опт', 'Оптовая цена', 'dealer'],
  pay: ['Оплата монтажника', 'Монтажнику', 'Расценка', 'pay'],
};

/** Lists of these kinds are for those with the right only, to read as to write. */
const NEEDED: Readonly<Partial<Record<PriceListKind, Permission>>> = {
  cost: 'cost:read',
  dealer: 'dealer-price:read',
  pay: 'pay:read',
};

const CODE: ImportColumn = {
  key: 'code',
  title: 'Артикул',
  required: true,
  type: 'text',
  synonyms: ['Код', 'Код товара', 'SKU', 'code'],
};

/** The key of a list's column. */
export const listKey = (listId: string): string => `list:${listId}`;

/** The list a column is of, or null. */
export const listOf = (key: string): string | null => (key.startsWith('list:') ? key.slice('list:'.length) : null);

/** The lists the actor may read and write. */
export function openLists(actor: Actor, lists: readonly PriceListRow[]): PriceListRow[] {
  return lists.filter(({ kind }) => {
    const needed = NEEDED[kind];
    return needed === undefined || actor.permissions.has(needed);
  });
}

export function priceColumns(lists: readonly PriceListRow[]): ImportColumn[] {
  return [
    CODE,
    ...lists.map(({ id, name, kind, is_default }): ImportColumn => ({
      key: listKey(id),
      title: name,
      required: false,
      type: 'money',
      synonyms: is_default ? SYNONYMS[kind] : [],
    })),
  ];
}
