import type { ItemReader } from './api/batch.js';
import { isItem } from './api/batch.js';
import type { EntityRow, EntityType, World } from './world.js';
import { takeId } from './world.js';

interface TagReference {
  readonly id?: number;
  readonly name?: string;
}

/** `set` replaces the whole set (empty clears); `add` and `remove` are incremental [D:tags-api]. */
export interface TagChange {
  readonly set: TagReference[] | null;
  readonly add: TagReference[];
  readonly remove: TagReference[];
}

/** Reads `_embedded.tags` (null clears), `tags_to_add` and `tags_to_delete` of an item. */
export function readTagChange(
  world: World,
  type: EntityType,
  readers: { item: ItemReader; embedded: ItemReader | null },
): TagChange {
  const { item, embedded } = readers;
  const replaced = embedded?.raw('tags');
  return {
    set: replaced === null ? [] : embedded && replaced !== undefined ? references(world, type, embedded, 'tags') : null,
    add: references(world, type, item, 'tags_to_add'),
    remove: references(world, type, item, 'tags_to_delete'),
  };
}

/** Makes the tags that do not exist yet and returns the ids after the change. */
export function applyTagChange(
  world: World,
  type: EntityType,
  row: Pick<EntityRow, 'tags'>,
  change: TagChange,
): number[] {
  const removed = new Set(change.remove.map((tag) => findTag(world, type, tag)));
  const kept = (change.set === null ? row.tags : change.set.map((tag) => ensureTag(world, type, tag))).filter(
    (id) => !removed.has(id),
  );
  return [...new Set([...kept, ...change.add.map((tag) => ensureTag(world, type, tag))])];
}

export function renderTags(world: World, ids: number[]): unknown[] {
  return ids.flatMap((id) => {
    const tag = world.state.tags.find((candidate) => candidate.id === id);
    return tag ? [{ id: tag.id, name: tag.name, color: null }] : [];
  });
}

function references(world: World, type: EntityType, reader: ItemReader, key: string): TagReference[] {
  const rows = reader.list(key) ?? [];
  return rows.flatMap((row, index) => {
    const reference = toReference(row);
    if (!reference) reader.fail('InvalidType', `${key}.${index}`);
    else if (reference.id !== undefined && findTag(world, type, reference) === undefined) {
      reader.fail('NotSupportedChoice', `${key}.${index}.id`);
    }
    return reference ? [reference] : [];
  });
}

function toReference(row: unknown): TagReference | null {
  if (!isItem(row)) return null;
  if (typeof row['id'] === 'number') return { id: row['id'] };
  return typeof row['name'] === 'string' && row['name'].trim() !== '' ? { name: row['name'].trim() } : null;
}

function findTag(world: World, type: EntityType, tag: TagReference): number | undefined {
  return world.state.tags.find(
    (candidate) =>
      candidate.entity_type === type && (tag.id === undefined ? candidate.name === tag.name : candidate.id === tag.id),
  )?.id;
}

function ensureTag(world: World, type: EntityType, tag: TagReference): number {
  const existing = findTag(world, type, tag);
  if (existing !== undefined) return existing;
  const id = takeId(world);
  world.state.tags.push({ id, name: tag.name ?? '', entity_type: type });
  return id;
}
