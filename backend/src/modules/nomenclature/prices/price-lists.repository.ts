import { Injectable } from '@nestjs/common';
import { newId, type PriceListKind } from '@smet/database';
import type { Actor } from '../../../platform/access/index.js';
import { actorOf, managerOf, type Transaction, Transactions } from '../../../platform/database/index.js';
import { mapConstraint } from '../../../platform/http/index.js';
import { queryParams } from '../../visibility/index.js';
import { PRICE_LIST_CONSTRAINTS } from '../nomenclature.errors.js';
import type { PriceListDto } from './dto/price-list.dto.js';
import { readableKinds } from './price-rights.js';

export interface NewPriceList {
  readonly name: string;
  readonly kind: PriceListKind;
  /** Null: that of the organization. */
  readonly currency: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

export interface PriceListPatch {
  readonly name?: string | undefined;
  readonly validFrom?: string | null | undefined;
  readonly validUntil?: string | null | undefined;
  readonly archived?: boolean | undefined;
  readonly isDefault?: true | undefined;
}

const COLUMNS = `l.id, l.name, l.kind, l.currency, l.is_default as "isDefault", l.valid_from::text as "validFrom",
  l.valid_until::text as "validUntil", l.archived_at is not null as archived, l.version`;

/** Price lists as far as the actor may read their kinds: the others do not exist. */
@Injectable()
export class PriceListsRepository {
  constructor(private readonly transactions: Transactions) {}

  list(actor: Actor, withArchived: boolean): Promise<PriceListDto[]> {
    const sql = `
      select ${COLUMNS} from price_lists l
       where l.kind = any($1::text[]) and ($2 or l.archived_at is null)
       order by array_position(array['sale', 'dealer', 'cost', 'pay'], l.kind), l.is_default desc, l.name, l.id
       limit 1000`;
    return this.transactions.read<PriceListDto>(actor, sql, [readableKinds(actor), withArchived]);
  }

  async find(source: Actor | Transaction, id: string): Promise<PriceListDto | null> {
    const sql = `select ${COLUMNS} from price_lists l where l.id = $1 and l.kind = any($2::text[])`;
    const params = [id, readableKinds(actorOf(source))];
    const [list] = await this.transactions.query<PriceListDto>(source, sql, params);
    return list ?? null;
  }

  /** Whoever writes prices of a list or changes it waits here for the other; estimates are not kept from naming it. */
  async lock(tx: Transaction, id: string): Promise<PriceListDto | null> {
    await managerOf(tx).query(`select from price_lists where id = $1 for no key update`, [id]);
    return this.find(tx, id);
  }

  async count(tx: Transaction): Promise<number> {
    const [row] = await managerOf(tx).query<{ n: number }[]>(`select count(*)::int as n from price_lists`);
    return row?.n ?? 0;
  }

  async organizationCurrency(tx: Transaction): Promise<string> {
    const [row] = await managerOf(tx).query<{ currency: string }[]>(
      `select currency from organizations where id = $1`,
      [tx.actor.organizationId],
    );
    if (!row) throw new Error('the organization vanished');
    return row.currency;
  }

  /** @throws AppError 409 PRICE_LIST.NAME_TAKEN, 422 PRICE_LIST.INVALID */
  async insert(tx: Transaction, list: NewPriceList): Promise<string> {
    const id = newId();
    const currency = list.currency ?? (await this.organizationCurrency(tx));
    await managerOf(tx)
      .query(
        `insert into price_lists (id, organization_id, name, kind, currency, valid_from, valid_until)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, tx.actor.organizationId, list.name, list.kind, currency, list.validFrom, list.validUntil],
      )
      .catch(refused);
    return id;
  }

  /**
   * False when the version is not the current one any more. A new default takes the place of the old one.
   * @throws AppError 409 PRICE_LIST.NAME_TAKEN, 422 PRICE_LIST.INVALID
   */
  async update(
    tx: Transaction,
    { id, version, kind }: Pick<PriceListDto, 'id' | 'version' | 'kind'>,
    patch: PriceListPatch,
  ): Promise<boolean> {
    const { params, param } = queryParams();
    const columns = { name: patch.name, valid_from: patch.validFrom, valid_until: patch.validUntil };
    const sets = Object.entries(columns).flatMap(([column, value]) =>
      value === undefined ? [] : [`${column} = ${param(value)}`],
    );
    if (patch.archived !== undefined)
      sets.push(`archived_at = ${patch.archived ? 'coalesce(archived_at, now())' : 'null'}`);
    if (patch.isDefault) {
      sets.push('is_default = true');
      await managerOf(tx).query(
        `update price_lists set is_default = false, version = version + 1, updated_at = now()
          where kind = $1 and is_default and id <> $2`,
        [kind, id],
      );
    }
    const [rows] = await managerOf(tx)
      .query<[unknown[], number]>(
        `update price_lists set ${[...sets, 'version = version + 1', 'updated_at = now()'].join(', ')}
          where id = ${param(id)} and version = ${param(version)} returning id`,
        params,
      )
      .catch(refused);
    return rows.length === 1;
  }

  /**
   * False when the version is not the current one any more.
   * @throws AppError 409 PRICE_LIST.IN_USE
   */
  async remove(tx: Transaction, { id, version }: Pick<PriceListDto, 'id' | 'version'>): Promise<boolean> {
    const [rows] = await managerOf(tx)
      .query<[unknown[], number]>(`delete from price_lists where id = $1 and version = $2 returning id`, [id, version])
      .catch(refused);
    return rows.length === 1;
  }
}

function refused(error: unknown): never {
  throw mapConstraint(error, PRICE_LIST_CONSTRAINTS);
}
