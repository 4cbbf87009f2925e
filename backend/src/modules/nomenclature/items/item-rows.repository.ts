import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import type { ItemKind } from '@smet/estimating';
import { managerOf, type Transaction } from '../../../platform/database/index.js';
import { mapConstraint } from '../../../platform/http/index.js';
import type { FieldChanges } from '../../custom-fields/index.js';
import { queryParams } from '../../visibility/index.js';
import { itemCategoryUnknown, itemCodeTaken, type ItemHolder } from '../nomenclature.errors.js';
import type { ItemState } from './dto/list-items.query.dto.js';

/** The columns of an item's own row that people fill in. */
export interface ItemColumns {
  readonly categoryId?: string | undefined;
  readonly code?: string | undefined;
  readonly name?: string | undefined;
  readonly unit?: string | undefined;
  readonly kind?: ItemKind | undefined;
  readonly norm?: string | null | undefined;
  /** Only those that change; null takes a value away. */
  readonly fields?: FieldChanges | undefined;
}
export type NewItem = ItemColumns & Required<Pick<ItemColumns, 'categoryId' | 'code' | 'name' | 'unit'>>;

/** An item's own row, locked for the rest of the transaction. */
export interface LockedItem {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly state: ItemState;
}

const COLUMNS: Readonly<Record<Exclude<keyof ItemColumns, 'fields'>, string>> = {
  categoryId: 'category_id',
  code: 'code',
  name: 'name',
  unit: 'unit',
  kind: 'kind',
  norm: 'norm',
};

/** What a step from one state to another writes. */
const INTO_STATE: Readonly<Record<'archive' | 'unarchive' | 'delete' | 'undelete', string>> = {
  archive: 'archived_at = now()',
  unarchive: 'archived_at = null',
  delete: 'deleted_at = now()',
  undelete: 'deleted_at = null',
};
export type StateStep = keyof typeof INTO_STATE;

const HOLDER = `i.id, i.code, i.name, i.deleted_at is not null as deleted`;

/** Writes the rows of items themselves. */
@Injectable()
export class ItemRowsRepository {
  /** @throws AppError 409 ITEM.CODE_TAKEN, 422 ITEM.CATEGORY_UNKNOWN */
  async insert(tx: Transaction, item: NewItem): Promise<string> {
    const rows = await managerOf(tx)
      .query<{ id: string }[]>(
        `insert into items (id, organization_id, category_id, code, name, unit, kind, norm, fields)
         values ($1, $2, $3, $4, $5, $6, $7, $8, jsonb_strip_nulls($9::jsonb))
         on conflict (organization_id, code) do nothing returning id`,
        [
          newId(),
          tx.actor.organizationId,
          item.categoryId,
          item.code,
          item.name,
          item.unit,
          item.kind ?? 'material',
          item.norm || null,
          JSON.stringify(item.fields ?? {}),
        ],
      )
      .catch(refused);
    const [made] = rows;
    if (!made) throw itemCodeTaken(await this.findByCode(tx, item.code));
    return made.id;
  }

  /** Null when there is no such item. Until the transaction is over no line of an estimate can begin to name it. */
  async lock(tx: Transaction, id: string): Promise<LockedItem | null> {
    const [row] = await managerOf(tx).query<LockedItem[]>(
      `select id, code, version,
              case when deleted_at is not null then 'deleted' when archived_at is not null then 'archived' else 'active'
              end as state
         from items where id = $1 for update`,
      [id],
    );
    return row ?? null;
  }

  /**
   * False when the version is not the current one any more.
   * @throws AppError 409 ITEM.CODE_TAKEN, 422 ITEM.CATEGORY_UNKNOWN
   */
  async update(
    tx: Transaction,
    { id, version }: { id: string; version: number },
    patch: ItemColumns,
  ): Promise<boolean> {
    const { params, param } = queryParams();
    const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
    const sets = names
      .filter((name) => patch[name] !== undefined)
      .map((name) => `${COLUMNS[name]} = ${param(patch[name] === '' ? null : patch[name])}`);
    if (patch.fields !== undefined) {
      sets.push(`fields = jsonb_strip_nulls(fields || ${param(JSON.stringify(patch.fields))}::jsonb)`);
    }
    return this.write(tx, `${sets.join(', ')}${sets.length > 0 ? ',' : ''}`, {
      id: param(id),
      version: param(version),
      params,
    });
  }

  /** False when the version is not the current one any more. */
  setState(tx: Transaction, { id, version }: { id: string; version: number }, step: StateStep): Promise<boolean> {
    const { params, param } = queryParams();
    return this.write(tx, `${INTO_STATE[step]},`, { id: param(id), version: param(version), params });
  }

  /** Who has the code, in the trash too. */
  async findByCode(tx: Transaction, code: string): Promise<ItemHolder | null> {
    const sql = `select ${HOLDER} from items i where i.code = $1`;
    const [row] = await managerOf(tx).query<ItemHolder[]>(sql, [code]);
    return row ?? null;
  }

  /** The item has these barcodes and no others; those that another item has are answered and not written. */
  async replaceBarcodes(tx: Transaction, itemId: string, barcodes: readonly string[]): Promise<string[]> {
    const manager = managerOf(tx);
    await manager.query(`delete from item_barcodes where item_id = $1 and not barcode = any($2::text[])`, [
      itemId,
      barcodes,
    ]);
    const written = await manager.query<{ barcode: string }[]>(
      `insert into item_barcodes (id, organization_id, item_id, barcode, position)
       select b.id, $1, $2, b.barcode, b.nth - 1
         from unnest($3::uuid[], $4::text[]) with ordinality b (id, barcode, nth) order by b.barcode
       on conflict (organization_id, barcode) do update set position = excluded.position
         where item_barcodes.item_id = excluded.item_id
       returning barcode`,
      [tx.actor.organizationId, itemId, barcodes.map(() => newId()), barcodes],
    );
    return barcodes.filter((barcode) => !written.some((row) => row.barcode === barcode));
  }

  async findByBarcode(tx: Transaction, barcode: string): Promise<ItemHolder | null> {
    const sql = `select ${HOLDER} from item_barcodes b join items i on i.id = b.item_id where b.barcode = $1`;
    const [row] = await managerOf(tx).query<ItemHolder[]>(sql, [barcode]);
    return row ?? null;
  }

  /** The item has these pictures and no others; files that are no pictures are answered and not written. */
  async replacePictures(tx: Transaction, itemId: string, fileIds: readonly string[]): Promise<string[]> {
    const manager = managerOf(tx);
    await manager.query(`delete from item_pictures where item_id = $1 and not file_id = any($2::uuid[])`, [
      itemId,
      fileIds,
    ]);
    const written = await manager.query<{ file_id: string }[]>(
      `insert into item_pictures (id, organization_id, item_id, file_id, position)
       select p.id, $1, $2, f.id, p.nth - 1
         from unnest($3::uuid[], $4::uuid[]) with ordinality p (id, file_id, nth)
         join files f on f.id = p.file_id and f.purpose = 'picture' and f.deleted_at is null
       on conflict (organization_id, item_id, file_id) do update set position = excluded.position
       returning file_id`,
      [tx.actor.organizationId, itemId, fileIds.map(() => newId()), fileIds],
    );
    return fileIds.filter((fileId) => !written.some((row) => row.file_id === fileId));
  }

  private async write(
    tx: Transaction,
    sets: string,
    { id, version, params }: { id: string; version: string; params: unknown[] },
  ): Promise<boolean> {
    const [rows] = await managerOf(tx)
      .query<[unknown[], number]>(
        `update items set ${sets} version = version + 1, updated_at = now()
          where id = ${id} and version = ${version} returning id`,
        params,
      )
      .catch(refused);
    return rows.length === 1;
  }
}

function refused(error: unknown): never {
  throw mapConstraint(error, {
    uq_items_organization_id_code: () => itemCodeTaken(null),
    fk_items_category_id: itemCategoryUnknown,
  });
}
