import type { ApiClient, Item } from '@smet/api-client';
import { queryOptions } from '@tanstack/react-query';
import { unwrap } from '../../../shared/api/problems';
import { queryKeys } from '../../../shared/api/query-keys';

/** What the list of items takes at the most. */
const MOST_CODES = 300;
const MOST_CODE_CHARACTERS = 60;
const MOST_NAME_CHARACTERS = 100;
/** Addresses much longer than this are refused on the way. */
const MOST_ADDRESS_CHARACTERS = 6000;
const NAMES_AT_ONCE = 4;
/** More than have the same words in their names. */
const NAMESAKES = 50;

/** Codes have no blanks and no commas; names hardly ever have neither. */
const canBeCode = (key: string): boolean => key.length <= MOST_CODE_CHARACTERS && /^[^\s,]+$/.test(key);

/** All codes go into one request, into more only when they do not fit into one address. */
function inRequests(codes: readonly string[]): string[][] {
  const requests: string[][] = [];
  let characters = Infinity;
  for (const code of codes) {
    const length = encodeURIComponent(`${code},`).length;
    const isFull = characters + length > MOST_ADDRESS_CHARACTERS || (requests.at(-1)?.length ?? 0) >= MOST_CODES;
    if (isFull) {
      requests.push([]);
      characters = 0;
    }
    requests.at(-1)?.push(code);
    characters += length;
  }
  return requests;
}

async function itemsByCodes(api: ApiClient, estimateId: string, codes: readonly string[]): Promise<Item[]> {
  const pages = inRequests(codes).map(async (some) => {
    const params = { query: { estimateId, limit: MOST_CODES, codes: some.join(',') } };
    return (await unwrap(api.GET('/api/v1/items', { params }))).items;
  });
  return (await Promise.all(pages)).flat();
}

async function itemsByName(api: ApiClient, estimateId: string, name: string): Promise<Item[]> {
  const params = { query: { estimateId, limit: NAMESAKES, query: name.slice(0, MOST_NAME_CHARACTERS) } };
  return (await unwrap(api.GET('/api/v1/items', { params }))).items;
}

/** A few at a time: the API counts requests, and a list may name hundreds. */
async function itemsByNames(api: ApiClient, estimateId: string, names: readonly string[]): Promise<Item[]> {
  const waiting = [...names];
  const found: Item[] = [];
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      found.push(...(await itemsByName(api, estimateId, name)));
    }
  };
  await Promise.all(Array.from({ length: NAMES_AT_ONCE }, work));
  return found;
}

/** Items that may be meant by these codes or names, at the prices this estimate bills. */
export function itemsByKeysQuery(api: ApiClient, estimateId: string, keys: readonly string[]) {
  return queryOptions<Item[]>({
    queryKey: [...queryKeys.items.search(estimateId, ''), 'keys', keys],
    queryFn: async () => {
      const coded = await itemsByCodes(api, estimateId, [
        ...new Set(keys.filter(canBeCode).flatMap((key) => [key, key.toUpperCase()])),
      ]);
      const known = new Set(coded.map(({ code }) => code.toLowerCase()));
      const names = keys.filter((key) => !known.has(key.toLowerCase()));
      return [...coded, ...(await itemsByNames(api, estimateId, names))];
    },
    staleTime: 5 * 60_000,
  });
}
