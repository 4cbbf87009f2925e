import type { CategoryNode } from '@smet/api-client';

export interface TreeRow {
  category: CategoryNode;
  depth: number;
  hasChildren: boolean;
}

/** Rows of the tree in the order it is read, those below a closed category left out. */
export function treeRows(categories: readonly CategoryNode[], closed: ReadonlySet<string> = new Set()): TreeRow[] {
  const parents = new Set(categories.map(({ parentId }) => parentId));
  const depths = new Map<string, number>();
  const hidden = new Set<string>();
  return categories.flatMap((category) => {
    const { id, parentId } = category;
    const depth = parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1;
    depths.set(id, depth);
    if (parentId !== null && (hidden.has(parentId) || closed.has(parentId))) hidden.add(id);
    return hidden.has(id) ? [] : { category, depth, hasChildren: parents.has(id) };
  });
}

/** A category and all that is below it: it cannot be moved there. */
export function branchOf(categories: readonly CategoryNode[], id: string): Set<string> {
  const branch = new Set([id]);
  for (const one of categories) if (one.parentId !== null && branch.has(one.parentId)) branch.add(one.id);
  return branch;
}

export interface Place {
  parentId: string | null;
  /** The neighbour it stands before; null: behind all of them. */
  beforeId: string | null;
}

/** Where a category stands now: what undoes a move. */
export function placeOf(categories: readonly CategoryNode[], id: string): Place {
  const parentId = categories.find((one) => one.id === id)?.parentId ?? null;
  const neighbours = categories.filter((one) => one.parentId === parentId);
  const after = neighbours[neighbours.findIndex((one) => one.id === id) + 1];
  return { parentId, beforeId: after?.id ?? null };
}

/** `before:<id>`, `into:<id>` or `end`: where something is dropped. */
export function placeOfDrop(categories: readonly CategoryNode[], drop: string): Place {
  const [how, id = ''] = drop.split(':');
  if (how === 'into') return { parentId: id, beforeId: null };
  if (how !== 'before') return { parentId: null, beforeId: null };
  return { parentId: categories.find((one) => one.id === id)?.parentId ?? null, beforeId: id };
}

/** «Профили / Теневые»: a category as it is chosen from a list. */
export function categoryPaths(categories: readonly CategoryNode[]): { value: string; label: string }[] {
  const names = new Map<string, string>();
  return categories.map(({ id, name, parentId }) => {
    const above = parentId === null ? undefined : names.get(parentId);
    const label = above === undefined ? name : `${above} / ${name}`;
    names.set(id, label);
    return { value: id, label };
  });
}
