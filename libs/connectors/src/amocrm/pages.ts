import { ok, type Outcome } from '../http/index.js';
import type { AmocrmClient, Query } from './client.js';
import { embedded, row, type Decoder } from './decode.js';
import { MAX_PAGES, PAGE_SIZE } from './limits.js';

export interface PageRequest<T> {
  readonly path: string;
  /** Name under `_embedded`. */
  readonly collection: string;
  readonly decode: Decoder<T>;
  readonly query?: Query;
  /** Rows per page asked for; the other side may give fewer. */
  readonly limit?: number;
  /** Checked here on every row: their filters are ignored silently when the add-on is not paid for. */
  readonly accept?: (item: T) => boolean;
}

/**
 * Pages one by one, from the first. Ends on 204, on an empty page and on a missing `_links.next` (which may also point
 * at an empty page). The link itself is not followed: a list cannot lead us to another host. A failure is the last thing
 * yielded.
 */
export async function* pages<T>(
  client: AmocrmClient,
  request: PageRequest<T>,
): AsyncGenerator<Outcome<readonly T[]>, void, void> {
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const outcome = await onePage(client, request, page);
    if (outcome.kind !== 'ok') {
      yield outcome;
      return;
    }
    if (outcome.value === null || outcome.value.size === 0) return;
    yield ok(outcome.value.items);
    if (!outcome.value.hasNext) return;
  }
  yield { kind: 'bug', code: 'PAGING_ENDLESS', details: [] };
}

/** All rows of all pages, or the first failure. For short lists only. */
export async function allPages<T>(client: AmocrmClient, request: PageRequest<T>): Promise<Outcome<readonly T[]>> {
  const items: T[] = [];
  for await (const page of pages(client, request)) {
    if (page.kind !== 'ok') return page;
    items.push(...page.value);
  }
  return ok(items);
}

interface Page<T> {
  readonly items: readonly T[];
  /** Rows before `accept`. */
  readonly size: number;
  readonly hasNext: boolean;
}

function onePage<T>(client: AmocrmClient, request: PageRequest<T>, page: number): Promise<Outcome<Page<T> | null>> {
  const query = { ...request.query, page, limit: request.limit ?? PAGE_SIZE };
  return client.call({ method: 'GET', path: request.path, query }, (value) => {
    const all = embedded(value, request.collection).map(request.decode);
    const links = row(value)['_links'];
    const next = links === undefined ? undefined : row(links, '_links')['next'];
    const items = request.accept === undefined ? all : all.filter(request.accept);
    return { items, size: all.length, hasNext: next !== undefined && next !== null };
  });
}
