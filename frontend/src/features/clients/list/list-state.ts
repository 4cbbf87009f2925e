import type { ClientSort } from '@smet/api-client';
import type { ClientListInput } from '../../../shared/api/query-keys';

const SORTS: readonly ClientSort[] = ['name', '-name', 'createdAt', '-createdAt', 'updatedAt', '-updatedAt'];
const DEFAULT_SORT: ClientSort = 'name';
const TEXTS = ['query', 'tag', 'source', 'responsibleUserId'] as const;
const FIELD = 'field.';
const FIELD_KEY = /^[a-z][a-z0-9_]{0,39}$/;
const MAX_TEXT = 100;

const isSort = (value: string | null): value is ClientSort => SORTS.includes(value as ClientSort);
const clean = (text: string | null): string => text?.trim().slice(0, MAX_TEXT) ?? '';

/** The list as the address bar describes it; what the address says wrongly is left out. */
export function readListState(params: URLSearchParams): ClientListInput {
  const sort = params.get('sort');
  const kind = params.get('kind');
  const fields: Record<string, string> = {};
  for (const [name, value] of params) {
    const key = name.startsWith(FIELD) ? name.slice(FIELD.length) : '';
    if (FIELD_KEY.test(key) && clean(value)) fields[key] = clean(value);
  }
  const state: ClientListInput = { fields, sort: isSort(sort) ? sort : DEFAULT_SORT };
  for (const name of TEXTS) {
    const value = clean(params.get(name));
    if (value) state[name] = value;
  }
  if (kind === 'person' || kind === 'company') state.kind = kind;
  if (params.get('trash') === 'true') state.trash = true;
  return state;
}

/** The same back into an address; defaults stay unsaid so that links are short. */
export function writeListState({ fields, sort, ...state }: ClientListInput): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) if (value) params.set(name, String(value));
  for (const [key, value] of Object.entries(fields)) params.set(`${FIELD}${key}`, value);
  if (sort !== DEFAULT_SORT) params.set('sort', sort);
  return params.toString();
}

/** Whether the rows are fewer than all there are; the trash is a place, not a condition. */
export const isFiltered = ({ query, kind, tag, source, responsibleUserId, fields }: ClientListInput): boolean =>
  Boolean(query ?? kind ?? tag ?? source ?? responsibleUserId) || Object.keys(fields).length > 0;
