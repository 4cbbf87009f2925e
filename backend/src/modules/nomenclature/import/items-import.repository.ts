import { Injectable } from '@nestjs/common';
import type { ItemKind } from '@smet/database';
import type { Actor } from '../../../platform/access/index.js';
import { managerOf, Transactions, type Transaction } from '../../../platform/database/index.js';
import { sqlState } from '../../../platform/http/index.js';
import type { CategoryNode } from './category-paths.js';

export interface ImportedItem {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: ItemKind;
  readonly category_id: string;
  readonly norm: string | null;
  readonly version: number;
}

/** What a row says about an item; null says nothing. */
export interface ItemChange {
  readonly id: string;
  readonly version: number;
  readonly name: string | null;
  readonly unit: string | null;
  readonly kind: ItemKind | null;
  readonly categoryId: string | null;
  readonly norm: string | null;
  /** Whether `norm` is written even when it is null: what was put back may have been nothing. */
  readonly withNorm: boolean;
}

export interface NewItem {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: ItemKind;
  readonly categoryId: string;
  readonly norm: string | null;
}

/** A unique key, or a foreign one. */
const REFUSED = new Set(['23505', '23503']);
/** Without a look at conflicts, which is a third of the time: they are rare and the second attempt passes them over. */
const INSERT = `
  insert into items (id, organization_id, category_id, code, name, unit, kind, norm)
  select r.id, $2, r."categoryId", r.code, r.name, r.unit, r.kind, r.norm
    from json_to_recordset($1) as r (id uuid, "categoryId" uuid, code text, name text, unit text, kind text, norm text)`;
const COLUMNS = `id, code, name, unit, kind, category_id, norm, version`;

/** Items by the thousand, each method one statement. */
@Injectable()
export class ItemsImportRepository {
  constructor(private readonly transactions: Transactions) {}

  findByCodes(tx: Transaction, codes: readonly string[]): Promise<ImportedItem[]> {
    return managerOf(tx).query<ImportedItem[]>(`select ${COLUMNS} from items where code = any($1::text[])`, [codes]);
  }

  listCategories(source: Actor | Transaction): Promise<CategoryNode[]> {
    return this.transactions.query<CategoryNode>(
      source,
      `select id, parent_id, name from categories order by sort, id`,
    );
  }

  /** By code, after the given one. */
  listItems(actor: Actor, after: string, limit: number): Promise<ImportedItem[]> {
    const sql = `select ${COLUMNS} from items where archived_at is null and code > $1 order by code limit $2`;
    return this.transactions.read<ImportedItem>(actor, sql, [after, limit]);
  }

  /** Behind its sisters. */
  async insertCategory(tx: Transaction, { id, parent_id, name }: CategoryNode): Promise<void> {
    await managerOf(tx).query(
      `insert into categories (id, organization_id, parent_id, name, sort)
       select $1, $2, $3, $4, coalesce(max(sort) + 1, 0) from categories where parent_id is not distinct from $3`,
      [id, tx.actor.organizationId, parent_id, name],
    );
  }

  /** Those that nothing is in. */
  async deleteEmptyCategory(tx: Transaction, id: string): Promise<void> {
    await managerOf(tx).query(
      `delete from categories c where c.id = $1
          and not exists (select from items i where i.organization_id = c.organization_id and i.category_id = c.id)
          and not exists (select from categories k where k.organization_id = c.organization_id and k.parent_id = c.id)`,
      [id],
    );
  }

  /** The ids of those made; the others' codes are taken by now. */
  async insert(tx: Transaction, items: readonly NewItem[]): Promise<Set<string>> {
    if (items.length === 0) return new Set();
    const made = await this.attempt(tx, `${INSERT} returning id`, [JSON.stringify(items), tx.actor.organizationId]);
    if (made !== null) return new Set(made);
    const some = `${INSERT} on conflict on constraint uq_items_organization_id_code do nothing returning id`;
    const rows = await managerOf(tx).query<{ id: string }[]>(some, [JSON.stringify(items), tx.actor.organizationId]);
    return new Set(rows.map(({ id }) => id));
  }

  /** The ids of those changed; the others have another version, or their category is gone. */
  async update(tx: Transaction, changes: readonly ItemChange[]): Promise<Set<string>> {
    if (changes.length === 0) return new Set();
    const [rows] = await managerOf(tx).query<[{ id: string }[], number]>(
      `update items i
          set name = coalesce(r.name, i.name), unit = coalesce(r.unit, i.unit), kind = coalesce(r.kind, i.kind),
              category_id = coalesce(r."categoryId", i.category_id),
              norm = case when r."withNorm" then r.norm else coalesce(r.norm, i.norm) end,
              version = i.version + 1, updated_at = now()
         from json_to_recordset($1) as r (id uuid, version int, name text, unit text, kind text, "categoryId" uuid,
           norm text, "withNorm" boolean)
        where i.id = r.id and i.version = r.version
          and (r."categoryId" is null or exists (select from categories c where c.id = r."categoryId"))
       returning i.id`,
      [JSON.stringify(changes)],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * Deletes those that are as they were made and used nowhere; the ids of the deleted. What uses items is not listed here:
   * a foreign key that refuses is asked about one by one.
   */
  async deleteUntouched(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const unpriced = `not exists (select from prices p where p.organization_id = i.organization_id and p.item_id = i.id)`;
    const sql = `delete from items i where i.id = any($1::uuid[]) and i.version = 1 and ${unpriced} returning i.id`;
    const together = await this.attempt(tx, sql, [ids]);
    if (together !== null) return new Set(together);
    const deleted = new Set<string>();
    for (const id of ids) for (const gone of (await this.attempt(tx, sql, [[id]])) ?? []) deleted.add(gone);
    return deleted;
  }

  /** Null when a key stood against it; the transaction goes on. */
  private async attempt(tx: Transaction, sql: string, params: readonly unknown[]): Promise<string[] | null> {
    const manager = managerOf(tx);
    await manager.query('savepoint attempt');
    try {
      const result = await manager.query<{ id: string }[] | [{ id: string }[], number]>(sql, [...params]);
      await manager.query('release savepoint attempt');
      return rowsOf(result).map(({ id }) => id);
    } catch (error) {
      if (!REFUSED.has(sqlState(error) ?? '')) throw error;
      await manager.query('rollback to savepoint attempt');
      return null;
    }
  }
}

/** TypeORM answers rows to an insert, rows and their count to a deletion. */
function rowsOf(result: { id: string }[] | [{ id: string }[], number]): { id: string }[] {
  const [rows] = result;
  return Array.isArray(rows) ? rows : (result as { id: string }[]);
}
