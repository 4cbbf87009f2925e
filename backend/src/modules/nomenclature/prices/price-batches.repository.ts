import { Injectable } from '@nestjs/common';
import type { RepricingRounding } from '@smet/money';
import type { Actor } from '../../../platform/access/index.js';
import { actorOf, isoText, type Transaction, Transactions } from '../../../platform/database/index.js';
import type { KeysetPosition } from '../../../platform/http/keyset-cursor.js';
import type { PriceBatchDto } from './dto/price-batch.dto.js';
import { readableKinds } from './price-rights.js';

/** Raw columns: bigint arrives as text. */
type BatchRow = Omit<PriceBatchDto, 'rounding'> & {
  readonly mode: RepricingRounding['mode'] | null;
  readonly step: string | null;
};

const person = (alias: string) =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.name) end`;

const BATCHES = `
  select b.id, b.price_list_id as "priceListId", b.kind, b.count, trim_scale(b.percent)::text as percent,
         b.rounding_mode as mode, b.rounding_step_minor as step, ${isoText('b.valid_from')} as "validFrom",
         ${isoText('b.created_at')} as "createdAt", ${person('made')} as "createdBy",
         ${isoText('b.undone_at')} as "undoneAt", ${person('undid')} as "undoneBy"
    from price_batches b join price_lists l on l.id = b.price_list_id
    left join users made on made.id = b.created_by left join users undid on undid.id = b.undone_by`;

/** Reads batches of the lists the actor may read. */
@Injectable()
export class PriceBatchesRepository {
  constructor(private readonly transactions: Transactions) {}

  async find(source: Actor | Transaction, id: string): Promise<PriceBatchDto | null> {
    const sql = `${BATCHES} where b.id = $1 and l.kind = any($2::text[])`;
    const [row] = await this.transactions.query<BatchRow>(source, sql, [id, readableKinds(actorOf(source))]);
    return row ? toBatch(row) : null;
  }

  async list(actor: Actor, listId: string, after: KeysetPosition | null, limit: number): Promise<PriceBatchDto[]> {
    const sql = `
      ${BATCHES} where b.organization_id = $1 and b.price_list_id = $2
        and ($3::timestamptz is null or (b.created_at, b.id) < ($3::timestamptz, $4::uuid))
       order by b.created_at desc, b.id desc limit $5`;
    const params = [actor.organizationId, listId, after?.[0] ?? null, after?.[1] ?? null, limit];
    return (await this.transactions.read<BatchRow>(actor, sql, params)).map(toBatch);
  }
}

function toBatch({ mode, step, ...batch }: BatchRow): PriceBatchDto {
  return { ...batch, rounding: mode === null || step === null ? null : { mode, stepMinor: Number(step) } };
}
