import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import { type Transaction, Transactions } from '../../../platform/database/index.js';
import type { ItemUse } from '../../nomenclature/index.js';

const MOST = 50;
/** An item that is everywhere has a hundred thousand lines: so many of them tell enough. */
const MOST_LINES = 5000;

/** Templates call items by their codes, wherever in the document. */
const TEMPLATES = `
  select 'template' as kind, t.id, t.name as title, null as "orderId" from estimate_templates t
   where jsonb_path_exists(t.document, '$.** ? (@ == $code)', jsonb_build_object('code', $1::text))
   order by t.name limit ${MOST}`;

const ESTIMATES = `
  select case v.status when 'draft' then 'draft' else 'issued' end as kind, e.id, o.number::text as title,
         o.id as "orderId"
    from (select distinct version_id from (
            select l.version_id from estimate_lines l where l.item_id = $1 limit ${MOST_LINES}) of_item) named
    join estimate_versions v on v.id = named.version_id
    join estimates e on e.id = v.estimate_id
    join orders o on o.id = e.order_id
   group by 1, e.id, o.id
   order by 1, o.number desc limit ${MOST}`;

@Injectable()
export class EstimateItemUsesRepository {
  constructor(private readonly transactions: Transactions) {}

  listTemplates(source: Actor | Transaction, code: string): Promise<ItemUse[]> {
    return this.transactions.query<ItemUse>(source, TEMPLATES, [code]);
  }

  /** Newest orders first, drafts before what was issued. */
  listEstimates(source: Actor | Transaction, itemId: string): Promise<ItemUse[]> {
    return this.transactions.query<ItemUse>(source, ESTIMATES, [itemId]);
  }
}
