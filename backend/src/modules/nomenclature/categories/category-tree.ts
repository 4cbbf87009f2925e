/** A category as it stands in the tree. */
export interface CategoryNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly sort: number;
  readonly name: string;
}

export interface CategoryPlace {
  readonly parentId: string | null;
  /** The neighbour it stands before; null: behind all of them. */
  readonly beforeId: string | null;
}

/** Deeper than this nobody finds anything. */
const MOST_LEVELS = 8;

export type PlaceProblem = {
  readonly path: 'parentId' | 'beforeId';
  readonly code: 'CATEGORY_UNKNOWN' | 'BELOW_ITSELF' | 'TOO_DEEP' | 'NO_NEIGHBOUR';
};

const bySort = (a: CategoryNode, b: CategoryNode) =>
  a.sort - b.sort || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);

function childrenOf<T extends CategoryNode>(nodes: readonly T[]): (parentId: string | null) => readonly T[] {
  const children = new Map<string | null, T[]>();
  for (const node of nodes) children.set(node.parentId, [...(children.get(node.parentId) ?? []), node]);
  for (const siblings of children.values()) siblings.sort(bySort);
  return (parentId) => children.get(parentId) ?? [];
}

/** Each before those below it, neighbours by their places. */
export function inTreeOrder<T extends CategoryNode>(nodes: readonly T[]): T[] {
  const children = childrenOf(nodes);
  const below = (parentId: string | null): T[] => children(parentId).flatMap((node) => [node, ...below(node.id)]);
  return below(null);
}

/** Why a category (an existing one, or `null` for one to be made) cannot stand there; null when it can. */
export function placeProblem(
  nodes: readonly CategoryNode[],
  id: string | null,
  { parentId, beforeId }: CategoryPlace,
): PlaceProblem | null {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  let levels = 0;
  for (let above = parentId; above !== null; levels++) {
    const node = byId.get(above);
    if (!node) return { path: 'parentId', code: 'CATEGORY_UNKNOWN' };
    if (node.id === id) return { path: 'parentId', code: 'BELOW_ITSELF' };
    above = node.parentId;
  }
  if (levels + heightOf(nodes, id) > MOST_LEVELS) return { path: 'parentId', code: 'TOO_DEEP' };
  const neighbour = beforeId === null ? null : byId.get(beforeId);
  if (neighbour === undefined || (neighbour && (neighbour.parentId !== parentId || neighbour.id === id))) {
    return { path: 'beforeId', code: 'NO_NEIGHBOUR' };
  }
  return null;
}

/** Ids of all with that parent, in their order, once `id` stands at its place among them. */
export function siblingsWith(
  nodes: readonly CategoryNode[],
  id: string,
  { parentId, beforeId }: CategoryPlace,
): string[] {
  const others = childrenOf(nodes)(parentId).flatMap((node) => (node.id === id ? [] : [node.id]));
  const index = beforeId === null ? others.length : others.indexOf(beforeId);
  return others.toSpliced(index, 0, id);
}

/** Levels from the category down to the deepest below it, itself included. */
function heightOf(nodes: readonly CategoryNode[], id: string | null): number {
  if (id === null) return 1;
  const children = childrenOf(nodes);
  const height = (parentId: string): number => 1 + Math.max(0, ...children(parentId).map((node) => height(node.id)));
  return height(id);
}
