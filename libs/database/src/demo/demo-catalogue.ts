import { priceListKinds, type PriceListKind } from '../entities/nomenclature/price-list.entity.js';
import { attributesOf } from './item-attributes.js';
import type { DemoPricedItem } from './demo-engine.js';
import { readNomenclature, type NomenclatureRow } from './nomenclature-file.js';
import { owned, type Row, type RowScope, type Tables } from './rows.js';

export interface Catalogue {
  readonly tables: Tables;
  /** By code. */
  readonly book: ReadonlyMap<string, DemoPricedItem>;
  /** Ids of its price lists. */
  readonly lists: Readonly<Record<PriceListKind, string>>;
}

type Item = NomenclatureRow & DemoPricedItem;

const KINDS: Readonly<Record<string, DemoPricedItem['kind']>> = { Работы: 'work', Цех: 'service', Услуги: 'service' };
/** Of a price that is a part of something, in per cent: nobody has a dealer's price for it. */
const SHARE = '%';

/**
 * Categories in the order the file names them, its items, and their prices: what clients pay, what is paid for things and
 * to installers for work, and what dealers pay.
 */
export function catalogueRows(scope: RowScope, currency: string): Catalogue {
  const { random, since } = scope;
  const rows = readNomenclature().map((row) => ({ ...row, itemId: random.id(since) }));
  const names = [...new Set(rows.map(({ category }) => category))];
  const categories = new Map(names.map((name) => [name, random.id(since)]));
  const items = rows.map((row) => pricedItem(row, categories));
  const lists = { sale: random.id(since), cost: random.id(since), pay: random.id(since), dealer: random.id(since) };
  const list = { currency, is_default: true, created_at: since };
  return {
    tables: [
      ['categories', names.map((name, sort) => owned(scope, { id: categories.get(name), name, sort }))],
      ['items', items.map((item) => itemRow(scope, item))],
      [
        'price_lists',
        [
          owned(scope, { id: lists.sale, name: 'Розница', kind: 'sale', ...list }),
          owned(scope, { id: lists.cost, name: 'Закупка', kind: 'cost', ...list }),
          owned(scope, { id: lists.pay, name: 'Оплата монтажникам', kind: 'pay', ...list }),
          owned(scope, { id: lists.dealer, name: 'Дилеры', kind: 'dealer', ...list }),
        ],
      ],
      ['prices', items.flatMap((item) => priceRows(scope, item, lists))],
    ],
    book: new Map(items.map((item) => [item.code, item])),
    lists,
  };
}

/** Works are bought from installers: what the file calls their purchase is the pay. */
function pricedItem(row: NomenclatureRow & { itemId: string }, categories: ReadonlyMap<string, string>): Item {
  const categoryId = categories.get(row.category);
  if (categoryId === undefined) throw new Error(`no category ${row.category}`);
  const kind = KINDS[row.category] ?? 'material';
  return {
    ...row,
    categoryId,
    kind,
    ...(kind === 'work' && { payMinor: row.costMinor }),
    ...(row.unit !== SHARE && { dealerMinor: dealerPrice(row.priceMinor) }),
  };
}

/** Our estimate: 20 % below retail, to the whole rouble. */
function dealerPrice(priceMinor: number): number {
  return Math.round((priceMinor * 4) / 500) * 100;
}

function itemRow(scope: RowScope, { itemId, categoryId, category, code, name, unit, kind, norm }: Item): Row {
  return owned(scope, {
    id: itemId,
    category_id: categoryId,
    code,
    name,
    unit,
    kind,
    norm,
    fields: attributesOf(name, category),
    version: 1,
    created_at: scope.since,
    updated_at: scope.since,
  });
}

function priceRows(scope: RowScope, item: Item, lists: Readonly<Record<PriceListKind, string>>): Row[] {
  const { itemId, priceMinor, costMinor, payMinor, dealerMinor } = item;
  const purchase = payMinor === undefined ? costMinor : undefined;
  const amounts = { sale: priceMinor, cost: purchase, pay: payMinor, dealer: dealerMinor };
  return priceListKinds.flatMap((kind) => {
    const row = { price_list_id: lists[kind], item_id: itemId, amount_minor: amounts[kind] };
    return row.amount_minor === undefined
      ? []
      : [owned(scope, { ...row, valid_from: scope.since, created_at: scope.since })];
  });
}
