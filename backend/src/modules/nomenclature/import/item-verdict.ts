import { newId, type ItemKind } from '@smet/database';
import type { MappedRow, RowVerdict } from '../../imports/index.js';
import type { CategoryPaths } from './category-paths.js';
import { RowReader } from './cells.js';
import { KIND_WORDS, MAX_CATEGORY, MAX_CODE, MAX_NAME, MAX_NORM, MAX_UNIT } from './item-columns.js';
import type { ImportedItem } from './items-import.repository.js';

/** What a row says; what it does not say is not there. */
export interface ItemValues {
  readonly code: string;
  readonly name?: string;
  readonly unit?: string;
  readonly kind?: ItemKind;
  /** The path of names. */
  readonly category?: string;
  readonly norm?: string;
}

/** What the item was, of what the row changes. */
export interface ItemWas extends Omit<ItemValues, 'code' | 'norm'> {
  readonly norm?: string | null;
  readonly categoryId?: string;
}

/** What a row will do to the items as they are. */
export function judgeItem(row: MappedRow, items: ReadonlyMap<string, ImportedItem>, paths: CategoryPaths): RowVerdict {
  const reader = new RowReader(row);
  const code = reader.required('code', MAX_CODE);
  const item = code === null ? undefined : items.get(code);
  const isNew = code !== null && !item;
  const needed = (column: string, max: number) => (isNew ? reader.required(column, max) : reader.text(column, max));
  const values = withoutNulls({
    code,
    name: needed('name', MAX_NAME),
    unit: needed('unit', MAX_UNIT),
    kind: reader.choice('kind', KIND_WORDS),
    category: needed('category', MAX_CATEGORY),
    norm: reader.text('norm', MAX_NORM),
  });
  const { rowNumber } = row;
  const { problems } = reader;
  const verdict = { rowNumber, key: code, values, targetId: null, targetVersion: null, before: null, problems };
  if (problems.length > 0) return { ...verdict, action: 'faulty' };
  if (!item) return { ...verdict, action: 'new', targetId: newId() };
  const before = differences(values as unknown as ItemValues, item, paths);
  const known = { targetId: item.id, targetVersion: item.version };
  if (Object.keys(before).length === 0) return { ...verdict, ...known, action: 'unchanged' };
  return { ...verdict, ...known, action: 'changed', before: { ...before } };
}

function differences(values: ItemValues, item: ImportedItem, paths: CategoryPaths): ItemWas {
  const { name, unit, kind, category, norm } = values;
  const moved = category !== undefined && !paths.isCalled(item.category_id, category);
  return {
    ...(name !== undefined && name !== item.name && { name: item.name }),
    ...(unit !== undefined && unit !== item.unit && { unit: item.unit }),
    ...(kind !== undefined && kind !== item.kind && { kind: item.kind }),
    ...(moved && { category: paths.pathOf(item.category_id), categoryId: item.category_id }),
    ...(norm !== undefined && norm !== item.norm && { norm: item.norm }),
  };
}

function withoutNulls(values: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null));
}
