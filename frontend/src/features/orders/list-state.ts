import type { OrderSort } from '@smet/api-client';
import type { OrderListInput } from '../../shared/api/query-keys';

const SORTS: readonly OrderSort[] = [
  '-createdAt',
  'createdAt',
  '-number',
  'number',
  '-totalMinor',
  'totalMinor',
  '-updatedAt',
];
const DEFAULT_SORT: OrderSort = '-createdAt';
const FILTERS = ['query', 'stageId', 'responsibleUserId'] as const;
const MAX_QUERY = 100;

interface Params {
  get(name: string): string | null;
}

const isSort = (value: string | null): value is OrderSort => SORTS.includes(value as OrderSort);

/** The list as the address bar describes it; what the address says wrongly is left out. */
export function readListState(params: Params): OrderListInput & { sort: OrderSort } {
  const sort = params.get('sort');
  const state: OrderListInput & { sort: OrderSort } = { sort: isSort(sort) ? sort : DEFAULT_SORT };
  for (const name of FILTERS) {
    const value = params.get(name)?.trim().slice(0, MAX_QUERY);
    if (value) state[name] = value;
  }
  return state;
}

/** The same back into an address; defaults stay unsaid so that links are short. */
export function writeListState(state: OrderListInput): string {
  const params = new URLSearchParams();
  for (const name of FILTERS) {
    const value = state[name];
    if (value) params.set(name, value);
  }
  if (state.sort !== DEFAULT_SORT) params.set('sort', state.sort);
  return params.toString();
}
