import type { DemoPricedItem } from './demo-engine.js';
import { readNomenclature, type NomenclatureRow } from './nomenclature-file.js';
import { owned, type Row, type RowScope, type Tables } from './rows.js';

export interface Catalogue {
  readonly tables: Tables;
  /** By code. */
  readonly book: ReadonlyMap<string, DemoPricedItem>;
  readonly priceListId: string;
  readonly costListId: string;
}

type Item = NomenclatureRow & { itemId: string };

/** Categories in the order the file names them, its items, and their prices in two price lists. */
export function catalogueRows(scope: RowScope, currency: string): Catalogue {
  const { random, since } = scope;
  const items: Item[] = readNomenclature().map((row) => ({ ...row, itemId: random.id(since) }));
  const names = [...new Set(items.map((item) => item.category))];
  const categories = new Map(names.map((name) => [name, random.id(since)]));
  const [priceListId, costListId] = [random.id(since), random.id(since)];
  const list = { currency, is_default: true, created_at: since };
  return {
    tables: [
      ['categories', names.map((name, sort) => owned(scope, { id: categories.get(name), name, sort }))],
      ['items', items.map((item) => itemRow(scope, item, categories))],
      [
        'price_lists',
        [
          owned(scope, { id: priceListId, name: 'Розница', kind: 'sale', ...list }),
          owned(scope, { id: costListId, name: 'Закупка', kind: 'cost', ...list }),
        ],
      ],
      [
        'prices',
        items.flatMap(({ itemId, priceMinor, costMinor }) => [
          priceRow(scope, { price_list_id: priceListId, item_id: itemId, amount_minor: priceMinor }),
          priceRow(scope, { price_list_id: costListId, item_id: itemId, amount_minor: costMinor }),
        ]),
      ],
    ],
    book: new Map(items.map((item) => [item.code, item])),
    priceListId,
    costListId,
  };
}

function itemRow(scope: RowScope, item: Item, categories: ReadonlyMap<string, string>): Row {
  return owned(scope, {
    id: item.itemId,
    category_id: categories.get(item.category),
    code: item.code,
    name: item.name,
    unit: item.unit,
    norm: item.norm,
    version: 1,
    created_at: scope.since,
    updated_at: scope.since,
  });
}

function priceRow(scope: RowScope, row: Row): Row {
  return owned(scope, { ...row, valid_from: scope.since });
}
