import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { apiRoutes } from './api/routes.js';
import { registerControl } from './control.js';
import { Dispatcher } from './dispatcher.js';
import { Faults } from './faults.js';
import { RequestJournal } from './journal.js';
import { ControlError } from '../web/own-origin.js';
import { registerPage } from './page/page-routes.js';
import { Problem } from './problems.js';
import { seedState } from './seed.js';
import { ensureFolderOf, loadState, StateStore } from './state-store.js';
import type { AccountState, World } from './world.js';

/** The token the demo connects with. */
export const DEMO_TOKEN = 'demo-long-lived-token';

/** amoCRM allows one integration seven requests a second [K:limitations]. */
const REQUESTS_PER_SECOND = 7;
const MOST_BODY_BYTES = 5 * 1024 * 1024;

export interface AmocrmSandboxOptions {
  /** 0 takes a free port. */
  port: number;
  /** Default 127.0.0.1. */
  host?: string;
  /** Where the state is kept; without it the state lives as long as the process. */
  stateFile?: string;
  /** Overrides of the demo account; only used when the state is new. */
  account?: Partial<AccountState>;
  /** Accepted bearer tokens; the first one is `token` of the handle. Default: the demo token. */
  tokens?: string[];
  /** 0 switches the limiter off. Default 7. */
  requestsPerSecond?: number;
  /** Milliseconds since the epoch; a test may bring its own clock. */
  now?: () => number;
}

export interface AmocrmSandbox {
  /** `http://host:port`, without a trailing slash. */
  readonly url: string;
  readonly token: string;
  readonly faults: Faults;
  readonly requests: RequestJournal;
  /** Cuts open connections, waits for the state file. */
  close(): Promise<void>;
}

/**
 * Starts a stand-in of amoCRM: a real HTTP server with its own state. Rejects with the listen error (EADDRINUSE) or
 * StateFileError when it cannot start.
 */
export async function startAmocrmSandbox(options: AmocrmSandboxOptions): Promise<AmocrmSandbox> {
  const { world, store } = await openWorld(options);
  const faults = new Faults({
    dead: false,
    banned: false,
    tokensRevoked: false,
    paidFilter: false,
    requestsPerSecond: options.requestsPerSecond ?? REQUESTS_PER_SECOND,
    rateLimitBody: 'html',
    searchLagMs: 0,
  });
  const journal = new RequestJournal();
  const tokens = options.tokens ?? [DEMO_TOKEN];
  const closing = new AbortController();
  const dispatcher = new Dispatcher({
    world,
    store,
    faults,
    journal,
    tokens: new Set(tokens),
    closing: closing.signal,
  });

  const app = fastify({ bodyLimit: MOST_BODY_BYTES, forceCloseConnections: true, exposeHeadRoutes: false });
  takeBodiesAsText(app);
  answerErrors(app);
  registerApi(app, dispatcher);
  registerControl(app, faults, journal);
  registerPage(app, { world, store, faults, journal, token: tokens[0] ?? '' });
  const host = options.host ?? '127.0.0.1';
  await app.listen({ port: options.port, host });
  return {
    url: `http://${host}:${(app.server.address() as AddressInfo).port}`,
    token: tokens[0] ?? '',
    faults,
    requests: journal,
    close: async () => {
      closing.abort();
      await app.close();
      await store.settle();
    },
  };
}

async function openWorld(options: AmocrmSandboxOptions): Promise<{ world: World; store: StateStore }> {
  const file = options.stateFile ?? null;
  if (file !== null) await ensureFolderOf(file);
  const loaded = file === null ? null : loadState(file);
  const state = loaded ?? seedState(options.account);
  const store = new StateStore(file, () => state);
  const world: World = { state, now: options.now ?? Date.now, touch: () => store.touch() };
  if (!loaded) store.touch();
  await store.settle();
  return { world, store };
}

/** Bodies are kept as they came: the journal shows them even when they are not JSON. */
function takeBodiesAsText(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
}

function registerApi(app: FastifyInstance, dispatcher: Dispatcher): void {
  for (const route of apiRoutes) {
    app.route({
      method: route.method,
      url: route.path,
      handler: dispatcher.handlerOf(route),
    });
  }
  for (const [path, methods] of unusedMethods()) {
    const refuse = (): never => {
      throw new Problem(405, 'Method not allowed');
    };
    for (const method of methods) {
      const route = { method: 'GET', path, handle: refuse } as const;
      app.route({ method, url: path, handler: dispatcher.handlerOf(route) });
    }
  }
  const unknown = dispatcher.handlerOf(null);
  app.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api/')) return unknown(request, reply);
    return reply.code(404).type('text/plain; charset=utf-8').send('Такой страницы у имитатора нет');
  });
}

function unusedMethods(): Map<string, ('GET' | 'POST' | 'PATCH' | 'DELETE')[]> {
  const all = ['GET', 'POST', 'PATCH', 'DELETE'] as const;
  const paths = new Set(apiRoutes.map((route) => route.path));
  return new Map(
    [...paths].map((path) => {
      const used = new Set<string>(apiRoutes.filter((route) => route.path === path).map((route) => route.method));
      return [path, all.filter((method) => !used.has(method))];
    }),
  );
}

/** What is left over: orders to the stand-in that make no sense, bodies that are too long, a full disk. */
function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, _request, reply) => {
    const given = error instanceof ControlError ? 400 : statusOf(error);
    const problem = new Problem(given, error instanceof Error ? error.message : String(error));
    if (given >= 500) console.error('amoCRM stand-in:', error);
    reply
      .code(given)
      .header('Content-Type', 'application/problem+json')
      .send(Buffer.from(JSON.stringify(problem.toBody())));
  });
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 600 ? status : 500;
}
