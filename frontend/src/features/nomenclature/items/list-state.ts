import type { ItemKind, ItemSort, ItemState } from '@smet/api-client';

export interface ItemListInput {
  query?: string;
  categoryId?: string;
  kind?: ItemKind;
  state?: ItemState;
  sort: ItemSort;
}

const SORTS: readonly ItemSort[] = ['name', '-name', 'code', '-code', 'updatedAt', '-updatedAt'];
export const KINDS = ['material', 'work', 'service'] as const satisfies readonly ItemKind[];
const STATES = ['archived', 'deleted'] as const satisfies readonly ItemState[];
const DEFAULT_SORT: ItemSort = 'name';
const MAX_QUERY = 100;
const UUID = /^[0-9a-f-]{36}$/;

interface Params {
  get(name: string): string | null;
}

const oneOf = <T extends string>(value: string | null, values: readonly T[]): T | undefined =>
  values.find((known) => known === value);

/** The list as the address says it; what the address says wrongly is left out. */
export function readItemList(params: Params): ItemListInput {
  const query = params.get('query')?.trim().slice(0, MAX_QUERY);
  const categoryId = params.get('category');
  const kind = oneOf(params.get('kind'), KINDS);
  const state = oneOf(params.get('state'), STATES);
  return {
    sort: oneOf(params.get('sort'), SORTS) ?? DEFAULT_SORT,
    ...(query && { query }),
    ...(categoryId && UUID.test(categoryId) && { categoryId }),
    ...(kind && { kind }),
    ...(state && { state }),
  };
}

/** The same back into an address; defaults stay unsaid. */
export function writeItemList({ query, categoryId, kind, state, sort }: ItemListInput): URLSearchParams {
  const said = { query, category: categoryId, kind, state, sort: sort === DEFAULT_SORT ? undefined : sort };
  return new URLSearchParams(Object.entries(said).filter((entry): entry is [string, string] => Boolean(entry[1])));
}
