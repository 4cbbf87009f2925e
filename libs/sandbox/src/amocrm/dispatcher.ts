import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiAnswer, ApiContext, ApiRoute } from './api/context.js';
import type { FaultRule, Faults } from './faults.js';
import type { JournalEntry, RequestJournal } from './journal.js';
import { RateLimiter } from './limiter.js';
import { Problem, titleOf, unauthorized } from './problems.js';
import { parseQuery } from './query.js';
import type { StateStore } from './state-store.js';
import type { World } from './world.js';

/** Without a charset: a third-party client compares the problem type exactly (amocrm-checks.md §2). */
const HAL = 'application/hal+json';
const PROBLEM = 'application/problem+json';

interface WireAnswer {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
  readonly headers?: Record<string, string>;
}

export interface DispatcherParts {
  readonly world: World;
  readonly store: StateStore;
  readonly faults: Faults;
  readonly journal: RequestJournal;
  readonly tokens: ReadonlySet<string>;
  /** Aborted when the stand-in closes, so that a delayed answer does not hold it. */
  readonly closing: AbortSignal;
}

/** Carries one API request through the faults, the limiter and the token check to its endpoint. */
export class Dispatcher {
  private readonly limiter = new RateLimiter();

  constructor(private readonly parts: DispatcherParts) {}

  /** The handler of one endpoint; without a route every request is 404. */
  handlerOf(route: ApiRoute | null): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
    return async (request, reply) => {
      await this.run(route, request, reply);
      return reply;
    };
  }

  private async run(route: ApiRoute | null, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { faults } = this.parts;
    const entry = this.openEntry(request);
    reply.header('X-Request-Id', entry.requestId);
    if (faults.switches.dead) return cut(reply, entry, 'dead');
    const refusal = this.refusal(request, entry);
    if (refusal) return send(reply, entry, refusal);
    const rule = faults.take(entry.method, entry.path);
    if (rule) entry.fault = rule.effect;
    const answer = await this.carryOut(route, { request, entry, rule });
    if (rule?.delayMs !== undefined) await this.pause(rule.delayMs);
    if (rule?.effect === 'lost-answer') return cut(reply, entry, rule.effect);
    return send(reply, entry, rule?.effect === 'malformed' ? halved(answer) : answer);
  }

  private openEntry(request: FastifyRequest): JournalEntry {
    const { path, search } = splitUrl(request.url);
    return this.parts.journal.open({
      at: new Date(this.parts.world.now()).toISOString(),
      requestId: randomUUID(),
      method: request.method,
      path,
      search,
      userAgent: request.headers['user-agent'] ?? '',
      body: readBody(request.body).value,
    });
  }

  /** Ban, limiter and token, in the order a gateway in front of the API meets them. */
  private refusal(request: FastifyRequest, entry: JournalEntry): WireAnswer | null {
    const { faults, tokens, world } = this.parts;
    const { banned, tokensRevoked, requestsPerSecond, rateLimitBody } = faults.switches;
    if (banned) return refused(entry, 'banned', htmlAnswer(403));
    const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (!this.limiter.admit(token, requestsPerSecond, world.now())) {
      return refused(entry, 'rate-limit', limitAnswer(rateLimitBody));
    }
    if (tokensRevoked || !tokens.has(token)) return refused(entry, null, problemAnswer(unauthorized()));
    return null;
  }

  private async carryOut(
    route: ApiRoute | null,
    job: { request: FastifyRequest; entry: JournalEntry; rule: FaultRule | null },
  ): Promise<WireAnswer> {
    const { request, entry, rule } = job;
    const failing = rule?.effect === 'status' ? errorAnswer(rule.status ?? 503, rule) : null;
    if (failing && rule?.stored !== true) return failing;
    const answer = await this.answer(route, request, entry);
    return failing ?? answer;
  }

  private async answer(route: ApiRoute | null, request: FastifyRequest, entry: JournalEntry): Promise<WireAnswer> {
    const base = `${request.protocol}://${request.host}`;
    try {
      if (!route) throw new Problem(404, `Cannot ${entry.method} ${base}${entry.path}`);
      const answer = route.handle(this.contextOf(request, entry, base));
      // The write is in the file before the caller hears of it.
      await this.parts.store.settle();
      return halAnswer(answer);
    } catch (error) {
      if (error instanceof Problem) return problemAnswer(error);
      entry.status = 500;
      throw error;
    }
  }

  private contextOf(request: FastifyRequest, entry: JournalEntry, base: string): ApiContext {
    const body = readBody(request.body);
    if (!body.isJson && request.method !== 'GET') throw new Problem(400, 'Request body is not JSON');
    return {
      world: this.parts.world,
      switches: this.parts.faults.switches,
      base,
      path: entry.path,
      search: entry.search,
      query: parseQuery(entry.search),
      params: request.params as Record<string, string>,
      body: body.value,
    };
  }

  private async pause(delayMs: number): Promise<void> {
    try {
      await wait(delayMs, undefined, { signal: this.parts.closing });
    } catch (error) {
      if (!this.parts.closing.aborted) throw error;
    }
  }
}

/** The text of a body and its JSON value; an absent body is null. */
export function readBody(raw: unknown): { isJson: boolean; value: unknown } {
  if (typeof raw !== 'string' || raw === '') return { isJson: true, value: null };
  try {
    return { isJson: true, value: JSON.parse(raw) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return { isJson: false, value: raw };
    throw error;
  }
}

function splitUrl(url: string): { path: string; search: string } {
  const mark = url.indexOf('?');
  return mark < 0 ? { path: url, search: '' } : { path: url.slice(0, mark), search: url.slice(mark) };
}

/** Ends the exchange without an answer. What was stored stays stored. */
function cut(reply: FastifyReply, entry: JournalEntry, fault: string): void {
  entry.fault = fault;
  reply.hijack();
  reply.raw.socket?.destroy();
}

/** Bytes, not text: a string would get a charset added to its type. */
function send(reply: FastifyReply, entry: JournalEntry, answer: WireAnswer): void {
  entry.status = answer.status;
  reply.code(answer.status).headers(answer.headers ?? {});
  if (answer.type === null) {
    reply.send();
    return;
  }
  reply.header('Content-Type', answer.type).send(Buffer.from(answer.text));
}

function refused(entry: JournalEntry, fault: string | null, answer: WireAnswer): WireAnswer {
  entry.fault = fault;
  return answer;
}

function halAnswer(answer: ApiAnswer): WireAnswer {
  if (answer.body === undefined) return { status: answer.status, type: null, text: '' };
  return { status: answer.status, type: HAL, text: JSON.stringify(answer.body) };
}

function problemAnswer(problem: Problem): WireAnswer {
  return { status: problem.status, type: PROBLEM, text: JSON.stringify(problem.toBody()) };
}

/** Gateways (403 bans, 429, 5xx) answer with HTML unless told otherwise; the application with problem+json. */
function errorAnswer(status: number, how: Pick<FaultRule, 'body' | 'retryAfterSeconds'>): WireAnswer {
  const fromGateway = status === 403 || status === 429 || status >= 500;
  const retryAfter = how.retryAfterSeconds;
  if ((how.body ?? (fromGateway ? 'html' : 'json')) === 'html') return htmlAnswer(status, retryAfter);
  if (status === 401) return problemAnswer(unauthorized());
  const extra = retryAfter === undefined ? {} : { retry_after: retryAfter };
  return problemAnswer(new Problem(status, status === 402 ? 'Payment required' : titleOf(status), extra));
}

/** The documented JSON carries `retry_after`; whether amoCRM sends a Retry-After header is an open question, so: none. */
function limitAnswer(body: 'html' | 'json'): WireAnswer {
  if (body === 'html') return htmlAnswer(429);
  return problemAnswer(new Problem(429, 'Too Many Requests', { retry_after: 1 }));
}

function htmlAnswer(status: number, retryAfter?: number): WireAnswer {
  const title = `${status} ${titleOf(status)}`;
  const text = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`;
  const headers: Record<string, string> = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  return { status, type: 'text/html', text, headers };
}

function halved(answer: WireAnswer): WireAnswer {
  return { ...answer, type: answer.type ?? HAL, text: answer.text.slice(0, Math.ceil(answer.text.length / 2)) };
}
