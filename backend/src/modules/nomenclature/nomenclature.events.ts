import type { DomainEvent } from '../../platform/events/index.js';

/** Version 1; subscribers read what they need by the id. */
const happened = (
  subject: 'item' | 'category' | 'price_list',
  type: string,
  id: string,
  payload: Readonly<Record<string, unknown>> = {},
): DomainEvent => ({ type, version: 1, subject: { type: subject, id }, payload });

export const itemEvent = (
  what: 'created' | 'updated' | 'archived' | 'unarchived' | 'deleted' | 'restored',
  itemId: string,
) => happened('item', `item.${what}`, itemId);

export const categoryEvent = (what: 'created' | 'updated' | 'deleted', categoryId: string) =>
  happened('category', `category.${what}`, categoryId);

export const priceListEvent = (what: 'created' | 'updated' | 'deleted', listId: string) =>
  happened('price_list', `price-list.${what}`, listId);

/** Prices of a list were put or taken back; `count` of them. */
export const pricesChanged = (listId: string, count: number) =>
  happened('price_list', 'prices.changed', listId, { count });
