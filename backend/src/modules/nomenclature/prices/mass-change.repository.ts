import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { actorOf, type Transaction, Transactions } from '../../../platform/database/index.js';
import { queryParams } from '../../visibility/index.js';
import type { PriceToChange } from './mass-change.js';
import { categoriesBelow, NOW, priceInForce } from './price-sql.js';

export interface ChangedPrices {
  readonly listId: string;
  /** Items of these categories and below, and these items; both null: the whole list. */
  readonly categoryIds: readonly string[] | null;
  readonly itemIds: readonly string[] | null;
  /** Null: now. */
  readonly at: string | null;
}

type Row = Omit<PriceToChange, 'amountMinor'> & { readonly amount: string };

@Injectable()
export class MassChangeRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The prices in force at the moment of items that are offered, by code. */
  async listPrices(source: Actor | Transaction, filter: ChangedPrices): Promise<PriceToChange[]> {
    const { params, param } = queryParams();
    const list = param(filter.listId);
    const at = filter.at === null ? NOW : `${param(filter.at)}::timestamptz`;
    const chosen = [
      ...(filter.categoryIds
        ? [`i.category_id in ${categoriesBelow(`= any(${param(filter.categoryIds)}::uuid[])`)}`]
        : []),
      ...(filter.itemIds ? [`i.id = any(${param(filter.itemIds)}::uuid[])`] : []),
    ];
    const sql = `
      select i.id as "itemId", i.code, i.name, i.unit, price.amount_minor as amount,
             exists (select from prices later where later.price_list_id = ${list} and later.item_id = i.id
                        and later.valid_from > ${at} and later.withdrawn_at is null) as planned
        from items i cross join lateral (${priceInForce(list, at)}) price
       where i.organization_id = ${param(actorOf(source).organizationId)}
         and i.archived_at is null and i.deleted_at is null ${chosen.length > 0 ? `and (${chosen.join(' or ')})` : ''}
       order by i.code`;
    const rows = await this.transactions.query<Row>(source, sql, params);
    return rows.map(({ amount, ...row }) => ({ ...row, amountMinor: Number(amount) }));
  }
}
