import { Injectable } from '@nestjs/common';
import type { PriceListKind } from '@smet/database';
import type { ItemKind } from '@smet/estimating';
import type { Actor } from '../../../platform/access/index.js';
import { type Transaction, Transactions } from '../../../platform/database/index.js';
import type { PriceTerms } from './estimate-prices.js';
import { costOf, priceInForce } from './price-sql.js';

export interface PriceBookFilter extends PriceTerms {
  readonly codes: readonly string[];
}

export interface DefaultPriceLists {
  readonly priceListId: string | null;
  readonly costListId: string | null;
  readonly payListId: string | null;
  readonly dealerListId: string | null;
}

/** Raw columns: bigint arrives as text. */
interface PricedItemRow {
  item_id: string;
  code: string;
  name: string;
  unit: string;
  category_id: string;
  kind: ItemKind;
  price_minor: string;
  /** Purchase and pay together. */
  cost_minor: string | null;
  pay_minor: string | null;
  dealer_minor: string | null;
}

const PRICE_BOOK = `
  select i.id as item_id, i.code, i.name, i.unit, i.category_id, i.kind, price.amount_minor as price_minor,
         ${costOf('purchase.amount_minor', 'pay.amount_minor')} as cost_minor, pay.amount_minor as pay_minor,
         dealer.amount_minor as dealer_minor
    from items i
    join lateral (${priceInForce('$2', '$4')}) price on true
    left join lateral (${priceInForce('$3', '$4')}) purchase on true
    left join lateral (${priceInForce('$5', '$4')}) pay on true
    left join lateral (${priceInForce('$6', '$4')}) dealer on true
   where i.code = any($1::text[]) and i.deleted_at is null
   order by i.code`;

@Injectable()
export class PriceBooksRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Archived items stay priced: an estimate made before goes on with them. */
  readPriceBook(source: Actor | Transaction, filter: PriceBookFilter): Promise<PricedItemRow[]> {
    const { codes, priceListId, costListId, payListId, dealerListId, at } = filter;
    const params = [codes, priceListId, costListId, at, payListId, dealerListId];
    return this.transactions.query<PricedItemRow>(source, PRICE_BOOK, params);
  }

  async findDefaultPriceLists(source: Actor | Transaction): Promise<DefaultPriceLists> {
    const sql = `select id, kind from price_lists where is_default`;
    const rows = await this.transactions.query<{ id: string; kind: PriceListKind }>(source, sql);
    const idOf = (kind: PriceListKind) => rows.find((row) => row.kind === kind)?.id ?? null;
    return {
      priceListId: idOf('sale'),
      costListId: idOf('cost'),
      payListId: idOf('pay'),
      dealerListId: idOf('dealer'),
    };
  }
}
