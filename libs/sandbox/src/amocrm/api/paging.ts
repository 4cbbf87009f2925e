import { textAt } from '../query.js';
import type { ApiAnswer, ApiContext } from './context.js';
import { NO_CONTENT, ok } from './context.js';

export interface PageLimits {
  readonly byDefault: number;
  readonly most: number;
}

/** Leads, contacts, notes: 50 by default (seen in issue logs), 250 at most [D:leads-api]. */
export const ENTITY_PAGE: PageLimits = { byDefault: 50, most: 250 };
/** The feed gives at most 100 a page [D:events-and-notes]. */
export const EVENT_PAGE: PageLimits = { byDefault: 50, most: 100 };
/** Custom fields come 50 a page whatever `limit` says [D:custom-fields]. */
export const FIELD_PAGE: PageLimits = { byDefault: 50, most: 50 };

/**
 * A HAL page without a total, as leads, contacts, notes and events have it: an empty page is 204, and a full page
 * always has a `next`, even when there is nothing behind it ([I#193]).
 */
export function pageAnswer<T>(
  context: ApiContext,
  rows: readonly T[],
  limits: PageLimits,
  render: (page: readonly T[]) => Record<string, unknown>,
): ApiAnswer {
  const { page, limit } = pageOf(context, limits);
  const part = rows.slice((page - 1) * limit, page * limit);
  if (part.length === 0) return NO_CONTENT;
  const links = { ...link(context, 'self', page), ...(part.length === limit && link(context, 'next', page + 1)) };
  const back = page > 1 && { ...link(context, 'first', 1), ...link(context, 'prev', page - 1) };
  return ok({ _page: page, _links: { ...links, ...back }, _embedded: render(part) });
}

/** A HAL page that knows its total (custom fields, users). */
export function countedPageAnswer<T>(
  context: ApiContext,
  rows: readonly T[],
  limits: PageLimits,
  render: (page: readonly T[]) => Record<string, unknown>,
): ApiAnswer {
  const { page, limit } = pageOf(context, limits);
  const part = rows.slice((page - 1) * limit, page * limit);
  if (part.length === 0) return NO_CONTENT;
  const pages = Math.ceil(rows.length / limit);
  const links = {
    ...link(context, 'self', page),
    ...(page < pages && link(context, 'next', page + 1)),
    ...link(context, 'first', 1),
    ...link(context, 'last', pages),
    ...(page > 1 && link(context, 'prev', page - 1)),
  };
  return ok({ _total_items: rows.length, _page: page, _page_count: pages, _links: links, _embedded: render(part) });
}

function pageOf(context: ApiContext, limits: PageLimits): { page: number; limit: number } {
  const page = positive(textAt(context.query, 'page')) ?? 1;
  // Assumed: a larger limit is cut down, not refused.
  const limit = Math.min(positive(textAt(context.query, 'limit')) ?? limits.byDefault, limits.most);
  return { page, limit };
}

function positive(text: string | undefined): number | null {
  const value = Number(text);
  return Number.isSafeInteger(value) && value > 0 ? value : null;
}

function link(context: ApiContext, name: string, page: number): Record<string, { href: string }> {
  const query = new URLSearchParams(context.search);
  query.set('page', String(page));
  return { [name]: { href: `${context.base}${context.path}?${query.toString()}` } };
}
