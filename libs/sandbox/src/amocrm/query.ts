/** A query string in PHP's bracket grammar; arrays are trees with the keys 0, 1, 2… */
export type QueryValue = string | QueryTree;
export interface QueryTree {
  [key: string]: QueryValue;
}

/** Parses `filter[statuses][0][pipeline_id]=1&filter[id][]=2`; brackets may be percent-encoded. */
export function parseQuery(search: string): QueryTree {
  const root = emptyTree();
  for (const [name, value] of new URLSearchParams(search)) setAt(root, pathOf(name), value);
  return root;
}

export function textAt(tree: QueryTree, ...path: string[]): string | undefined {
  const found = valueAt(tree, ...path);
  return typeof found === 'string' ? found : undefined;
}

export function valueAt(tree: QueryTree, ...path: string[]): QueryValue | undefined {
  let current: QueryValue | undefined = tree;
  for (const key of path) {
    if (current === undefined || typeof current === 'string') return undefined;
    current = current[key];
  }
  return current;
}

/** `filter[id]=1`, `filter[id]=1,2` and `filter[id][]=1` are all lists. */
export function listAt(tree: QueryTree, ...path: string[]): string[] {
  const found = valueAt(tree, ...path);
  if (found === undefined) return [];
  if (typeof found === 'string') return found.split(',').map((part) => part.trim());
  return Object.values(found).filter((value) => typeof value === 'string');
}

/** The words of `with=a,b`. */
export function withOf(tree: QueryTree): Set<string> {
  return new Set(listAt(tree, 'with'));
}

function emptyTree(): QueryTree {
  return Object.create(null) as QueryTree;
}

function pathOf(name: string): string[] {
  const open = name.indexOf('[');
  if (open < 0) return [name];
  const inner = [...name.slice(open).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '');
  return [name.slice(0, open), ...inner];
}

function setAt(root: QueryTree, path: string[], value: string): void {
  let node = root;
  path.forEach((rawKey, depth) => {
    const key = rawKey === '' ? String(Object.keys(node).length) : rawKey;
    if (depth === path.length - 1) {
      node[key] = value;
      return;
    }
    const next = node[key];
    if (next === undefined || typeof next === 'string') node[key] = emptyTree();
    node = node[key] as QueryTree;
  });
}
