import type { Switches } from '../faults.js';
import { Problem } from '../problems.js';
import type { QueryTree } from '../query.js';
import type { World } from '../world.js';

/** Everything an endpoint may look at. */
export interface ApiContext {
  readonly world: World;
  readonly switches: Readonly<Switches>;
  /** `http://host:port` as the caller reached us: links carry it, the PHP client cuts it off `next` again. */
  readonly base: string;
  readonly path: string;
  readonly search: string;
  readonly query: QueryTree;
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** `body` undefined means an answer without one. */
export interface ApiAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export interface ApiRoute {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly handle: (context: ApiContext) => ApiAnswer;
}

export const NO_CONTENT: ApiAnswer = { status: 204 };

export function ok(body: unknown): ApiAnswer {
  return { status: 200, body };
}

export function selfLink(context: ApiContext, path: string): { self: { href: string } } {
  return { self: { href: `${context.base}${path}` } };
}

export function ownLink(context: ApiContext): { self: { href: string } } {
  return selfLink(context, context.path + context.search);
}

/** A numeric path parameter; anything else cannot be a row of ours. */
export function idParam(context: ApiContext, name: string): number {
  const id = Number(context.params[name]);
  if (!Number.isSafeInteger(id) || id <= 0) throw new Problem(404, `Cannot find ${context.path}`);
  return id;
}
