import type { PriceListKind } from '@smet/database';

/**
 * Now, as SQL that an index can be searched with and that is later than every write before it, also of the same
 * transaction.
 */
export const NOW = 'statement_timestamp()';

/** At most one list of a kind is the default; where there is none, nothing has that price. */
export const defaultList = (kind: PriceListKind) =>
  `(select l.id from price_lists l where l.kind = '${kind}' and l.is_default)`;

/**
 * SQL of the price of the item `i` in force at a moment, as `columns` of `prices p`: the newest one that holds by then and
 * was not taken back by then. What was taken back later was in force, and estimates priced then keep it.
 */
export const priceInForce = (list: string, at: string, columns = 'p.amount_minor') => `
  select ${columns} from prices p
   where p.price_list_id = ${list} and p.item_id = i.id and p.valid_from <= ${at}
     and (p.withdrawn_at is null or p.withdrawn_at > ${at})
   order by p.valid_from desc, p.created_at desc limit 1`;

/**
 * What a unit of the item `i` costs the firm: what is paid for the thing and to the installer. A material whose purchase
 * nobody knows costs nobody knows what; work and services need not be bought.
 */
export const costOf = (purchase: string, pay: string) => `
  case when ${purchase} is not null then ${purchase} + coalesce(${pay}, 0)
       when i.kind <> 'material' then ${pay} end`;

/** The categories `id` (an SQL expression of one or of an array, with `= any`) and all below them. */
export const categoriesBelow = (condition: string) => `(
  with recursive below as (
    select top.id from categories top where top.id ${condition}
    union
    select c.id from categories c join below b on c.parent_id = b.id)
  select id from below)`;
