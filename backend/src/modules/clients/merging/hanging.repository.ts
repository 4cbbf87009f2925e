import { Injectable } from '@nestjs/common';
import { managerOf, type Transaction } from '../../../platform/database/index.js';
import { HANGING, HANGING_TABLES, type Hanging } from './hanging.js';
import type { ClientImage } from './merged-columns.js';
import type { FoldedRow, Image, ImageRow, Moved } from './merges.repository.js';

interface Pair {
  readonly winnerId: string;
  readonly loserId: string;
}

/** Rows of other modules are known by their ids only: their content is not ours to put back. */
const imageOf = (table: string): string => {
  const references = HANGING.filter((one) => one.table === table);
  const row = references.some(({ removable }) => removable)
    ? 'to_jsonb(t)'
    : `jsonb_build_object('id', t.id, ${references.map(({ column }) => `'${column}', t.${column}`).join(', ')})`;
  const own = references.map(({ column }) => `t.${column} = c.id`).join(' or ');
  return `'${table}', (select coalesce(jsonb_agg(${row} order by t.id), '[]') from ${table} t where ${own})`;
};

const IMAGES = `
  select to_jsonb(c) as client, jsonb_build_object(${HANGING_TABLES.map(imageOf).join(', ')}) as rows
    from clients c where c.id = any($1::uuid[])`;

/** The rows that hang on clients, taken from one to another and back. Both clients must be locked. */
@Injectable()
export class HangingRepository {
  /** Locks clients in the order of their ids, so that two merges cannot wait for each other; then nothing can refer to them anew. */
  async lockClients(tx: Transaction, ids: readonly string[]): Promise<void> {
    await managerOf(tx).query(`select 1 from clients where id = any($1::uuid[]) order by id for update`, [ids]);
  }

  /** By id. */
  async findImages(tx: Transaction, ids: readonly string[]): Promise<Map<string, Image>> {
    const images = await managerOf(tx).query<Image[]>(IMAGES, [ids]);
    return new Map(images.map((image) => [image.client.id, image]));
  }

  /** What says of the two that one is a contact person of the other goes: they are one now. */
  async foldOwnContacts(tx: Transaction, { winnerId, loserId }: Pair): Promise<FoldedRow[]> {
    const [rows] = await managerOf(tx).query<[{ row: ImageRow }[], number]>(
      `delete from client_contacts t where (company_id, person_id) in (($1, $2), ($2, $1)) returning to_jsonb(t) as row`,
      [winnerId, loserId],
    );
    return rows.map(({ row }) => ({ table: 'client_contacts', row, onto: null }));
  }

  /** Rows that both have: one of each two is taken away. */
  async fold(tx: Transaction, { table, column, same, weaker }: Hanging, pair: Pair): Promise<FoldedRow[]> {
    if (same === null) return [];
    const winnerGives = weaker === null ? 'false' : `w.${weaker} and not l.${weaker}`;
    const [rows] = await managerOf(tx).query<[Omit<FoldedRow, 'table'>[], number]>(
      `with twins as (
         select case when ${winnerGives} then w.id else l.id end as gone,
                case when ${winnerGives} then l.id else w.id end as onto
           from ${table} l join ${table} w on ${same('l')} = ${same('w')}
          where w.${column} = $1 and l.${column} = $2)
       delete from ${table} t using twins where t.id = twins.gone returning to_jsonb(t) as row, twins.onto`,
      [pair.winnerId, pair.loserId],
    );
    return rows.map(({ row, onto }) => ({ table, row, onto }));
  }

  /** Ids of the loser's rows, which are the winner's now, behind its own. */
  async move(tx: Transaction, { table, column, order }: Hanging, pair: Pair): Promise<string[]> {
    const behind =
      order === null
        ? ''
        : `, ${order} = t.${order} + (select coalesce(max(o.${order}) + 1, 0)
      from ${table} o where o.${column} = $1)`;
    const [rows] = await managerOf(tx).query<[{ id: string }[], number]>(
      `update ${table} t set ${column} = $1${behind} where t.${column} = $2 returning t.id`,
      [pair.winnerId, pair.loserId],
    );
    return rows.map(({ id }) => id);
  }

  /** Links to external systems, which name clients without a foreign key; where both have one, each keeps its own. */
  async moveLinks(tx: Transaction, pair: Pair): Promise<string[]> {
    const [rows] = await managerOf(tx).query<[{ id: string }[], number]>(
      `update external_links l set entity_id = $1, updated_at = now()
        where l.entity_type = 'client' and l.entity_id = $2
          and not exists (select from external_links w
                           where w.connection_id = l.connection_id and w.entity_type = 'client' and w.entity_id = $1)
        returning l.id`,
      [pair.winnerId, pair.loserId],
    );
    return rows.map(({ id }) => id);
  }

  /** Those of the moved links that are still the winner's go back, unless the loser has got one meanwhile. */
  async returnLinks(tx: Transaction, ids: readonly string[], { winnerId, loserId }: Pair): Promise<void> {
    await managerOf(tx).query(
      `update external_links l set entity_id = $3, updated_at = now()
        where l.id = any($1::uuid[]) and l.entity_id = $2
          and not exists (select from external_links o
                           where o.connection_id = l.connection_id and o.entity_type = 'client' and o.entity_id = $3)`,
      [ids, winnerId, loserId],
    );
  }

  /** Moved rows that are still there go back as they are now, to the place they had. */
  async moveBack(tx: Transaction, hanging: Hanging, rows: readonly ImageRow[], pair: Pair): Promise<void> {
    const { table, column, order } = hanging;
    const place = order === null ? '' : `, ${order} = (i.row ->> '${order}')::int`;
    await managerOf(tx).query(
      `update ${table} t set ${column} = $2${place}
         from jsonb_array_elements($1::jsonb) as i (row)
        where t.id = (i.row ->> 'id')::uuid and t.${column} = $3 and (i.row ->> '${column}')::uuid = $2`,
      [JSON.stringify(rows), pair.loserId, pair.winnerId],
    );
  }

  /**
   * Makes the rows of an image again that are not there. A number that somebody holds by now is shared with them: nothing is
   * lost, and nobody's number is taken.
   */
  async remake(tx: Transaction, table: string, rows: readonly ImageRow[]): Promise<void> {
    if (rows.length === 0) return;
    const shared = `'{}'::jsonb`;
    const held = `jsonb_build_object('shared', exists (
      select from client_phones h where h.number = i.row ->> 'number' and not h.shared))`;
    await managerOf(tx).query(
      `insert into ${table} select (jsonb_populate_record(null::${table},
                i.row || ${table === 'client_phones' ? held : shared})).*
         from jsonb_array_elements($1::jsonb) as i (row)
        where not exists (select from ${table} t where t.id = (i.row ->> 'id')::uuid)`,
      [JSON.stringify(rows)],
    );
  }

  /** Which of these rows are not there any more. */
  async listMissing(tx: Transaction, table: string, rows: readonly ImageRow[]): Promise<ImageRow[]> {
    const known = await managerOf(tx).query<{ id: string }[]>(`select id from ${table} where id = any($1::uuid[])`, [
      rows.map(({ id }) => id),
    ]);
    return rows.filter(({ id }) => !known.some((row) => row.id === id));
  }

  /** Which of these clients are parts of others now. */
  async listMerged(tx: Transaction, ids: readonly string[]): Promise<string[]> {
    const rows = await managerOf(tx).query<{ id: string }[]>(
      `select id from clients where id = any($1::uuid[]) and merged_into_id is not null`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  async setColumns(tx: Transaction, id: string, image: ClientImage): Promise<void> {
    await managerOf(tx).query(
      `update clients set kind = $2, name = $3, source = $4, responsible_user_id = $5, comment = $6, fields = $7::jsonb,
                          version = version + 1, updated_at = now()
        where id = $1`,
      [
        id,
        image.kind,
        image.name,
        image.source,
        image.responsible_user_id,
        image.comment,
        JSON.stringify(image.fields),
      ],
    );
  }

  /** Null parts them. */
  async setMergedInto(tx: Transaction, loserId: string, winnerId: string | null): Promise<void> {
    await managerOf(tx).query(
      `update clients set merged_into_id = $2, version = version + 1, updated_at = now() where id = $1`,
      [loserId, winnerId],
    );
  }

  /** Whether the client stands in contacts as what its kind does not allow. */
  async contradicts(tx: Transaction, id: string, kind: 'person' | 'company'): Promise<boolean> {
    const column = kind === 'person' ? 'company_id' : 'person_id';
    const rows = await managerOf(tx).query<unknown[]>(`select 1 from client_contacts where ${column} = $1 limit 1`, [
      id,
    ]);
    return rows.length > 0;
  }
}

/** Every id that a merge moved, whatever the table. */
export const idsOf = (moved: Moved): Set<string> => new Set(Object.values(moved).flat());
