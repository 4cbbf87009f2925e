import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createAddressGuard, type ResolvedAddress } from './address-guard.js';
import { createHttpClient, type HttpClientOptions } from './http-client.js';
import type { HttpLogEntry } from './types.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const LOOPBACK: ResolvedAddress = { address: '127.0.0.1', family: 4 };
const open: Server[] = [];

interface TinyServer {
  readonly host: string;
  readonly url: string;
  readonly seen: { method: string; path: string; headers: IncomingMessage['headers']; body: string }[];
}

/** A server that does exactly what a test needs it to do wrong. */
async function serve(handler: Handler): Promise<TinyServer> {
  const seen: TinyServer['seen'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
      handler(request, response);
    });
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, url: `http://${host}`, seen };
}

function clientFor(servers: readonly TinyServer[], options: HttpClientOptions = {}) {
  const guard = createAddressGuard({ allowPrivateHosts: servers.map(({ host }) => host) });
  return createHttpClient({ guard, timeoutMs: 2000, connectTimeoutMs: 1000, maxResponseBytes: 10_000, ...options });
}

const redirectTo =
  (location: string, status = 302): Handler =>
  (_request, response) =>
    response.writeHead(status, { location }).end();

const answer: Handler = (_request, response) =>
  response.writeHead(200, { 'content-type': 'application/json', 'x-request-id': 'r-1' }).end('{"fine":true}');

let logged: HttpLogEntry[];

beforeEach(() => {
  logged = [];
});

afterEach(async () => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

describe('an answer', () => {
  it('is parsed, with its request id; the request goes out as JSON with our name', async () => {
    const server = await serve(answer);
    const client = clientFor([server], { userAgent: 'SMET/test' });
    const result = await client.send({ method: 'POST', url: `${server.url}/x`, json: { имя: 'Анна' } });
    expect(result).toMatchObject({
      ok: true,
      response: { status: 200, body: { kind: 'json', value: { fine: true } }, requestId: 'r-1' },
    });
    expect(server.seen).toMatchObject([
      {
        method: 'POST',
        body: '{"имя":"Анна"}',
        headers: { 'user-agent': 'SMET/test', 'content-type': 'application/json' },
      },
    ]);
  });

  it.each([
    ['empty', 204, ''],
    ['not-json', 200, '<html>429 Too Many Requests</html>'],
    ['not-json', 200, '{"cut":'],
  ])('with a body that is %s is a value, not an exception (%s %j)', async (kind, status, body) => {
    const server = await serve((_request, response) => response.writeHead(status).end(body));
    const result = await clientFor([server]).send({ method: 'GET', url: server.url });
    expect(result).toMatchObject({ ok: true, response: { status, body: { kind } } });
  });

  it('above the size limit is cut off', async () => {
    const server = await serve((_request, response) => response.end('x'.repeat(1_000_000)));
    const client = clientFor([server]);
    const expected = { ok: false, kind: 'too-large' };
    expect(await client.send({ method: 'GET', url: server.url })).toMatchObject({ ...expected, outcomeKnown: true });
    expect(await client.send({ method: 'POST', url: server.url, json: 1 })).toMatchObject({
      ...expected,
      outcomeKnown: false,
    });
  });
});

describe('a failure', () => {
  it('before the connection stands leaves the outcome of a write known', async () => {
    const server = await serve(answer);
    const client = clientFor([server]);
    const closing = open.splice(0)[0]!;
    await new Promise((resolve) => closing.close(resolve));
    expect(await client.send({ method: 'POST', url: server.url, json: {} })).toEqual({
      ok: false,
      kind: 'unreachable',
      code: 'ECONNREFUSED',
      outcomeKnown: true,
    });
  });

  it('after the write was received leaves it unknown', async () => {
    const server = await serve((request) => request.socket.resetAndDestroy());
    const client = clientFor([server]);
    expect(await client.send({ method: 'POST', url: server.url, json: {} })).toMatchObject({
      kind: 'unreachable',
      outcomeKnown: false,
    });
    expect(await client.send({ method: 'GET', url: server.url })).toMatchObject({
      kind: 'unreachable',
      outcomeKnown: true,
    });
    expect(server.seen).toHaveLength(2);
  });

  it('in the middle of the answer is noticed', async () => {
    const server = await serve((request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"half":', () => request.socket.destroy());
    });
    const result = await clientFor([server]).send({ method: 'POST', url: server.url, json: {} });
    expect(result).toMatchObject({ ok: false, kind: 'unreachable', outcomeKnown: false });
  });

  it.each([
    ['never answers', () => undefined],
    ['never finishes', (_request: IncomingMessage, response: ServerResponse) => void response.write('{')],
  ])('of a server that %s is a timeout', async (_what, handler) => {
    const server = await serve(handler);
    const client = clientFor([server], { timeoutMs: 150 });
    expect(await client.send({ method: 'PATCH', url: server.url, json: {} })).toEqual({
      ok: false,
      kind: 'timeout',
      code: 'TOTAL_TIMEOUT',
      outcomeKnown: false,
    });
  });

  it('of TLS is told apart', async () => {
    const server = await serve(answer);
    const result = await clientFor([server]).send({
      method: 'POST',
      url: server.url.replace('http:', 'https:'),
      json: {},
    });
    expect(result).toMatchObject({ ok: false, kind: 'tls', outcomeKnown: true });
  });

  it('of the name is told apart, also when the name server is slow', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' }));
    const request = { method: 'POST', url: 'https://nowhere.test/', json: {} } as const;
    const client = createHttpClient({ guard: createAddressGuard({ resolve }) });
    expect(await client.send(request)).toMatchObject({ kind: 'dns', code: 'ENOTFOUND', outcomeKnown: true });
    const silent = createAddressGuard({ resolve: () => new Promise(() => undefined) });
    const impatient = createHttpClient({ guard: silent, connectTimeoutMs: 50 });
    expect(await impatient.send(request)).toMatchObject({ kind: 'timeout', code: 'DNS_TIMEOUT', outcomeKnown: true });
  });

  it('to build the request is a value too', async () => {
    const server = await serve(answer);
    const headers = { authorization: 'Bearer токен' };
    const result = await clientFor([server]).send({ method: 'GET', url: server.url, headers });
    expect(result).toMatchObject({ ok: false, code: 'ERR_INVALID_CHAR', outcomeKnown: true });
    expect(await clientFor([server]).send({ method: 'GET', url: 'nonsense' })).toMatchObject({ code: 'URL_INVALID' });
  });
});

describe('the guard', () => {
  it('keeps requests from private addresses that nobody allowed', async () => {
    const server = await serve(answer);
    expect(await clientFor([]).send({ method: 'GET', url: server.url })).toMatchObject({
      kind: 'blocked-address',
      code: 'PRIVATE_ADDRESS',
      outcomeKnown: true,
    });
    expect(server.seen).toHaveLength(0);
  });

  it('keeps a public name that resolves to a private address from being connected to', async () => {
    const server = await serve(answer);
    const guard = createAddressGuard({ resolve: () => Promise.resolve([LOOPBACK]) });
    const url = server.url.replace('http://127.0.0.1', 'https://innocent.test');
    expect(await createHttpClient({ guard }).send({ method: 'GET', url })).toMatchObject({ kind: 'blocked-address' });
    expect(server.seen).toHaveLength(0);
  });

  it('asks for the name once and connects to what it was told, whatever the name says a moment later', async () => {
    const server = await serve(answer);
    const host = server.host.replace('127.0.0.1', 'rebinding.test');
    const answers = [[LOOPBACK], [{ address: '169.254.169.254', family: 4 as const }]];
    const guard = createAddressGuard({
      allowPrivateHosts: [host],
      resolve: () => Promise.resolve(answers.shift() ?? []),
    });
    const client = createHttpClient({ guard });
    expect(await client.send({ method: 'GET', url: `http://${host}/` })).toMatchObject({ ok: true });
    expect(answers).toHaveLength(1);
    expect(await client.send({ method: 'GET', url: `http://${host}/` })).toMatchObject({ kind: 'blocked-address' });
    expect(server.seen.map(({ headers }) => headers.host)).toEqual([host]);
  });

  it.each(['http://169.254.169.254/latest/meta-data/', 'https://2852039166/', 'https://[::ffff:169.254.169.254]/'])(
    'stands after a redirect to %s',
    async (target) => {
      const server = await serve(redirectTo(target));
      const result = await clientFor([server]).send({ method: 'GET', url: server.url });
      expect(result).toMatchObject({ ok: false, kind: 'blocked-address' });
    },
  );

  it('stands after a redirect to a name that is private', async () => {
    const inner = await serve(answer);
    const outer = await serve(redirectTo(inner.url.replace('http://127.0.0.1', 'https://inner.test')));
    const guard = createAddressGuard({ allowPrivateHosts: [outer.host], resolve: () => Promise.resolve([LOOPBACK]) });
    const result = await createHttpClient({ guard }).send({ method: 'GET', url: outer.url });
    expect(result).toMatchObject({ ok: false, kind: 'blocked-address' });
    expect(inner.seen).toHaveLength(0);
  });
});

describe('a redirect', () => {
  const headers = { Authorization: 'Bearer s3cret', 'X-Own': '1' };

  it('within the origin keeps the token', async () => {
    const server = await serve((request, response) =>
      request.url === '/a' ? redirectTo('/b', 307)(request, response) : answer(request, response),
    );
    const client = clientFor([server]);
    expect(await client.send({ method: 'POST', url: `${server.url}/a`, headers, json: { a: 1 } })).toMatchObject({
      ok: true,
      response: { status: 200 },
    });
    expect(server.seen.map(({ method, path, body }) => `${method} ${path} ${body}`)).toEqual([
      'POST /a {"a":1}',
      'POST /b {"a":1}',
    ]);
    expect(server.seen.map(({ headers: sent }) => sent.authorization)).toEqual(['Bearer s3cret', 'Bearer s3cret']);
  });

  it('to another origin goes without the token and whatever else is ours', async () => {
    const other = await serve(answer);
    const server = await serve(redirectTo(`${other.url}/there`));
    const client = clientFor([server, other]);
    expect(await client.send({ method: 'GET', url: server.url, headers })).toMatchObject({ ok: true });
    expect(server.seen).toMatchObject([{ headers: { authorization: 'Bearer s3cret', 'x-own': '1' } }]);
    const names = other.seen.map(({ headers: sent }) => Object.keys(sent).sort());
    expect(names).toEqual([['accept', 'connection', 'host', 'user-agent']]);
  });

  it.each([
    ['to another origin', 307],
    ['that would turn it into a read', 302],
  ])('of a write %s is not followed', async (_what, status) => {
    const other = await serve(answer);
    const server = await serve(redirectTo(status === 307 ? other.url : '/b', status));
    const client = clientFor([server, other]);
    const result = await client.send({ method: 'POST', url: `${server.url}/a`, headers, json: { name: 'Анна' } });
    expect(result).toMatchObject({ ok: true, response: { status } });
    expect(other.seen).toHaveLength(0);
    expect(server.seen).toHaveLength(1);
  });

  it('is followed three times at most', async () => {
    const server = await serve((request, response) => {
      const step = Number(request.url?.slice(1));
      return step === 0 ? answer(request, response) : redirectTo(`/${step - 1}`)(request, response);
    });
    const client = clientFor([server]);
    expect(await client.send({ method: 'GET', url: `${server.url}/3` })).toMatchObject({ ok: true });
    expect(await client.send({ method: 'GET', url: `${server.url}/4` })).toMatchObject({ code: 'TOO_MANY_REDIRECTS' });
  });
});

describe('the log', () => {
  it('tells of every exchange and of no secret', async () => {
    const server = await serve(answer);
    const client = clientFor([server], { onExchange: (entry) => logged.push(entry) });
    await client.send({
      method: 'GET',
      url: `${server.url}/contacts?page=1&query=9161234567`,
      headers: { authorization: 'Bearer s3cret' },
    });
    await client.send({ method: 'GET', url: 'http://10.0.0.1/' });
    expect(logged).toMatchObject([
      { method: 'GET', url: `${server.url}/contacts?page=1&query=[hidden]`, status: 200, requestId: 'r-1' },
      { status: null, failure: 'blocked-address', code: 'PRIVATE_ADDRESS' },
    ]);
    expect(JSON.stringify(logged)).not.toMatch(/s3cret|9161234567/);
  });
});
