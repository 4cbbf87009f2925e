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

const REFERENCED = '23503';
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
    const rows = await managerOf(tx).query<{ id: string }[]>(
      `insert into items (id, organization_id, category_id, code, name, unit, kind, norm)
       select r.id, $1, r.category_id, r.code, r.name, r.unit, r.kind, r.norm
         from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
           as r (id, category_id, code, name, unit, kind, norm)
       on conflict on constraint uq_items_organization_id_code do nothing
       returning id`,
      [
        tx.actor.organizationId,
        items.map(({ id }) => id),
        items.map(({ categoryId }) => categoryId),
        items.map(({ code }) => code),
        items.map(({ name }) => name),
        items.map(({ unit }) => unit),
        items.map(({ kind }) => kind),
        items.map(({ norm }) => norm),
      ],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The ids of those changed; the others have another version, or their category is gone. */
  async update(tx: Transaction, changes: readonly ItemChange[]): Promise<Set<string>> {
    if (changes.length === 0) return new Set();
    const [rows] = await managerOf(tx).query<[{ id: string }[], number]>(
      `update items i
          set name = coalesce(r.name, i.name), unit = coalesce(r.unit, i.unit), kind = coalesce(r.kind, i.kind),
              category_id = coalesce(r.category_id, i.category_id),
              norm = case when r.with_norm then r.norm else coalesce(r.norm, i.norm) end,
              version = i.version + 1, updated_at = now()
         from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::boolean[])
           as r (id, version, name, unit, kind, category_id, norm, with_norm)
        where i.id = r.id and i.version = r.version
          and (r.category_id is null or exists (select from categories c where c.id = r.category_id))
       returning i.id`,
      [
        changes.map(({ id }) => id),
        changes.map(({ version }) => version),
        changes.map(({ name }) => name),
        changes.map(({ unit }) => unit),
        changes.map(({ kind }) => kind),
        changes.map(({ categoryId }) => categoryId),
        changes.map(({ norm }) => norm),
        changes.map(({ withNorm }) => withNorm),
      ],
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
    const together = await this.attempt(tx, sql, ids);
    if (together !== null) return new Set(together);
    const deleted = new Set<string>();
    for (const id of ids) for (const gone of (await this.attempt(tx, sql, [id])) ?? []) deleted.add(gone);
    return deleted;
  }

  /** Null when something still points at one of them; the transaction goes on. */
  private async attempt(tx: Transaction, sql: string, ids: readonly string[]): Promise<string[] | null> {
    const manager = managerOf(tx);
    await manager.query('savepoint attempt');
    try {
      const [rows] = await manager.query<[{ id: string }[], number]>(sql, [ids]);
      await manager.query('release savepoint attempt');
      return rows.map(({ id }) => id);
    } catch (error) {
      if (sqlState(error) !== REFERENCED) throw error;
      await manager.query('rollback to savepoint attempt');
      return null;
    }
  }
}
