import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import type { Actor } from '../../../platform/access/index.js';
import { managerOf, type Transaction, Transactions } from '../../../platform/database/index.js';
import { mapConstraint } from '../../../platform/http/index.js';
import { queryParams } from '../../visibility/index.js';
import { categoryNameTaken, categoryNotEmpty } from '../nomenclature.errors.js';
import type { CategoryNode } from './category-tree.js';

export interface CategoryRow extends CategoryNode {
  readonly version: number;
}

const COLUMNS = `id, parent_id as "parentId", name, sort, version`;

@Injectable()
export class CategoriesRepository {
  constructor(private readonly transactions: Transactions) {}

  list(source: Actor | Transaction): Promise<CategoryRow[]> {
    return this.transactions.query<CategoryRow>(source, `select ${COLUMNS} from categories`);
  }

  /** The whole tree, held as it is: two who move at once would make a ring together. */
  lockTree(tx: Transaction): Promise<CategoryRow[]> {
    return managerOf(tx).query<CategoryRow[]>(`select ${COLUMNS} from categories order by id for no key update`);
  }

  /** @throws AppError 409 CATEGORY.NAME_TAKEN */
  async insert(tx: Transaction, { name, parentId }: { name: string; parentId: string | null }): Promise<string> {
    const id = newId();
    await managerOf(tx)
      .query(`insert into categories (id, organization_id, name, parent_id) values ($1, $2, $3, $4)`, [
        id,
        tx.actor.organizationId,
        name,
        parentId,
      ])
      .catch(refused);
    return id;
  }

  /**
   * False when the version is not the current one any more.
   * @throws AppError 409 CATEGORY.NAME_TAKEN
   */
  async update(
    tx: Transaction,
    { id, version }: { id: string; version: number },
    patch: { readonly name?: string | undefined; readonly parentId?: string | null | undefined },
  ): Promise<boolean> {
    const { params, param } = queryParams();
    const sets = Object.entries({ name: patch.name, parent_id: patch.parentId }).flatMap(([column, value]) =>
      value === undefined ? [] : [`${column} = ${param(value)}`],
    );
    const [rows] = await managerOf(tx)
      .query<[unknown[], number]>(
        `update categories set ${[...sets, 'version = version + 1', 'updated_at = now()'].join(', ')}
          where id = ${param(id)} and version = ${param(version)} returning id`,
        params,
      )
      .catch(refused);
    return rows.length === 1;
  }

  /** Their places among their neighbours, in this order; their versions stay: nothing of them changed. */
  async arrange(tx: Transaction, ids: readonly string[]): Promise<void> {
    await managerOf(tx).query(
      `update categories c set sort = place.nth - 1
         from unnest($1::uuid[]) with ordinality place (id, nth) where c.id = place.id and c.sort <> place.nth - 1`,
      [ids],
    );
  }

  /**
   * False when the version is not the current one any more.
   * @throws AppError 409 CATEGORY.NOT_EMPTY
   */
  async remove(tx: Transaction, { id, version }: { id: string; version: number }): Promise<boolean> {
    const [rows] = await managerOf(tx)
      .query<[unknown[], number]>(`delete from categories where id = $1 and version = $2 returning id`, [id, version])
      .catch(refused);
    return rows.length === 1;
  }
}

function refused(error: unknown): never {
  throw mapConstraint(error, {
    uq_categories_name: categoryNameTaken,
    fk_categories_parent_id: categoryNotEmpty,
    fk_items_category_id: categoryNotEmpty,
  });
}
