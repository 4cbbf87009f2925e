import type { BatchItem } from './api/batch.js';
import { ItemReader } from './api/batch.js';
import type { FieldChange } from './field-values.js';
import { applyFieldChanges, readFieldChanges } from './field-values.js';
import type { TagChange } from './tags.js';
import { applyTagChange, readTagChange } from './tags.js';
import type { EntityRow, EntityType, World } from './world.js';
import { unixSeconds } from './world.js';

/** The part of a write that leads and contacts share, checked and ready to apply. */
export interface CommonChange {
  readonly name: string | undefined;
  readonly responsible: number | undefined;
  readonly createdBy: number | undefined;
  readonly updatedBy: number | undefined;
  readonly createdAt: number | undefined;
  readonly updatedAt: number | undefined;
  readonly fields: FieldChange[];
  readonly tags: TagChange;
}

/** One item being read, with the reader of its `_embedded` when it has one. */
export interface OpenItem {
  readonly item: ItemReader;
  readonly embedded: ItemReader | null;
}

export function openItem(row: BatchItem): OpenItem {
  const item = new ItemReader(row.item, row.problems);
  const embedded = item.object('_embedded');
  return { item, embedded: embedded ? new ItemReader(embedded, row.problems, '_embedded.') : null };
}

export function readCommon(world: World, type: EntityType, open: OpenItem): CommonChange {
  const { item } = open;
  return {
    name: item.text('name'),
    responsible: readUser(world, item, 'responsible_user_id'),
    createdBy: readUser(world, item, 'created_by'),
    updatedBy: readUser(world, item, 'updated_by'),
    createdAt: item.integer('created_at'),
    updatedAt: item.integer('updated_at'),
    fields: readFieldChanges(world, type, item.raw('custom_fields_values'), item.problems),
    tags: readTagChange(world, type, open),
  };
}

/** The shared columns of a new row. */
export function newCommon(world: World, id: number, type: EntityType, change: CommonChange): EntityRow {
  const me = world.state.account.current_user_id;
  const now = unixSeconds(world);
  const createdAt = change.createdAt ?? now;
  return {
    id,
    name: change.name ?? '',
    responsible_user_id: change.responsible ?? me,
    group_id: 0,
    created_by: change.createdBy ?? me,
    updated_by: change.updatedBy ?? me,
    created_at: createdAt,
    updated_at: change.updatedAt ?? now,
    is_deleted: false,
    values: applyFieldChanges([], change.fields),
    tags: applyTagChange(world, type, { tags: [] }, change.tags),
    indexed_at: world.now(),
  };
}

/** The shared columns of a changed row; only what was sent is touched. */
export function changedCommon(world: World, type: EntityType, row: EntityRow, change: CommonChange): EntityRow {
  return {
    ...row,
    name: change.name ?? row.name,
    responsible_user_id: change.responsible ?? row.responsible_user_id,
    created_by: change.createdBy ?? row.created_by,
    updated_by: change.updatedBy ?? world.state.account.current_user_id,
    created_at: change.createdAt ?? row.created_at,
    updated_at: change.updatedAt ?? unixSeconds(world),
    values: applyFieldChanges(row.values, change.fields),
    tags: applyTagChange(world, type, row, change.tags),
    indexed_at: world.now(),
  };
}

/** 0 is "no user" for authors; deactivated people are refused even where they are already written down [I#220]. */
function readUser(world: World, item: ItemReader, key: string): number | undefined {
  const id = item.integer(key);
  if (id === undefined || (id === 0 && key !== 'responsible_user_id')) return id;
  const user = world.state.users.find((candidate) => candidate.id === id);
  if (!user?.is_active) item.fail('NotSupportedChoice', key);
  return id;
}
