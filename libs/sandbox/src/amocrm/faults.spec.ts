import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../../test/api.js';
import { Api as BareApi, startTest } from '../../test/api.js';
import type { AmocrmSandbox } from './index.js';

describe('faults, limits and journal of the stand-in', () => {
  let sandbox: AmocrmSandbox;
  let api: Api;
  let now = 1_800_000_000_000;

  beforeAll(async () => {
    ({ sandbox, api } = await startTest({ now: () => now }));
  });
  afterEach(() => sandbox.faults.clear());
  afterAll(() => sandbox.close());

  it('answers 401 without a known token, in the problem type without a charset', async () => {
    const answer = await new BareApi(sandbox.url, 'stolen').get('/api/v4/leads');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.json).toEqual({
      title: 'Unauthorized',
      type: 'https://httpstatus.es/401',
      status: 401,
      detail: 'Неверный логин или пароль',
    });
    sandbox.faults.set({ tokensRevoked: true });
    expect((await api.get('/api/v4/leads')).status).toBe(401);
  });

  it('gives 429 to the eighth request within a second, as HTML or as JSON with retry_after', async () => {
    sandbox.faults.set({ requestsPerSecond: 7 });
    now += 10_000;
    const statuses: number[] = [];
    for (let turn = 0; turn < 7; turn += 1) statuses.push((await api.get('/api/v4/account')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200]);
    const html = await api.post('/api/v4/leads', [{ name: 'Лишняя' }]);
    expect([html.status, html.headers.get('content-type')]).toEqual([429, 'text/html']);
    expect(html.text).toContain('<h1>429 Too Many Requests</h1>');
    sandbox.faults.set({ rateLimitBody: 'json' });
    const json = await api.get('/api/v4/account');
    expect([json.status, json.json['retry_after']]).toEqual([429, 1]);
    now += 1000;
    expect((await api.get('/api/v4/account')).status).toBe(200);
    expect((await api.get('/api/v4/leads?query=Лишняя')).status).toBe(204);
  });

  it('stores a write whose answer is lost', async () => {
    sandbox.faults.add({ effect: 'lost-answer', method: 'POST', path: '/api/v4/leads' });
    await api.get('/api/v4/account');
    await expect(api.post('/api/v4/leads', [{ name: 'Потерянный ответ' }])).rejects.toThrow('fetch failed');
    expect((await api.get('/api/v4/leads?query=Потерянный')).json['_embedded']?.['leads']).toHaveLength(1);
    expect(sandbox.requests.list({ method: 'POST', path: '/api/v4/leads' }).at(-1)).toMatchObject({
      status: null,
      fault: 'lost-answer',
      body: [{ name: 'Потерянный ответ' }],
    });
  });

  it('answers the next matching requests with an error, storing nothing unless told to', async () => {
    sandbox.faults.add({ effect: 'status', status: 504, times: 2, path: '/api/v4/leads' });
    sandbox.faults.add({ effect: 'status', status: 500, method: 'POST', path: '/api/v4/*', stored: true });
    expect((await api.get('/api/v4/leads/pipelines')).status).toBe(200);
    const first = await api.post('/api/v4/leads', [{ name: 'Шлюз' }]);
    expect([first.status, first.headers.get('content-type')]).toEqual([504, 'text/html']);
    expect((await api.get('/api/v4/leads')).status).toBe(504);
    expect((await api.get('/api/v4/leads?query=Шлюз')).status).toBe(204);
    expect((await api.post('/api/v4/contacts', [{ name: 'Сохранённый' }])).status).toBe(500);
    expect((await api.get('/api/v4/contacts?query=Сохранённый')).status).toBe(200);
  });

  it('answers 402 and 403 in their own shapes and names Retry-After only when told to', async () => {
    sandbox.faults.add({ effect: 'status', status: 402 });
    sandbox.faults.add({ effect: 'status', status: 429, body: 'json', retryAfterSeconds: 30 });
    sandbox.faults.add({ effect: 'status', status: 429, retryAfterSeconds: 30 });
    expect((await api.get('/api/v4/account')).json).toMatchObject({ status: 402, detail: 'Payment required' });
    expect((await api.get('/api/v4/account')).json).toMatchObject({ status: 429, retry_after: 30 });
    expect((await api.get('/api/v4/account')).headers.get('retry-after')).toBe('30');
    sandbox.faults.set({ banned: true });
    const banned = await api.get('/api/v4/account');
    expect([banned.status, banned.headers.get('content-type')]).toEqual([403, 'text/html']);
  });

  it('answers half a body, though the write is stored', async () => {
    sandbox.faults.add({ effect: 'malformed' });
    await expect(api.post('/api/v4/contacts', [{ name: 'Половина' }])).rejects.toThrow(SyntaxError);
    expect((await api.get('/api/v4/contacts?query=Половина')).status).toBe(200);
  });

  it('is dead for the API and alive for its page and switches', async () => {
    const { url } = sandbox;
    await api.send('POST', '/_sandbox/faults', JSON.stringify({ switches: { dead: true } }));
    await expect(api.get('/api/v4/account')).rejects.toThrow('fetch failed');
    expect(await (await fetch(`${url}/`)).text()).toContain('Включены неполадки');
    await api.send('DELETE', '/_sandbox/faults');
    expect((await api.get('/api/v4/account')).status).toBe(200);
  });

  it('delays an answer after the write is stored, and closing does not wait for it', async () => {
    const other = await startTest();
    other.sandbox.faults.add({ effect: 'delay', delayMs: 3_600_000, method: 'POST' });
    const slow = other.api.post('/api/v4/leads', [{ name: 'Долгая' }]).then(
      () => 'answered',
      () => 'cut',
    );
    while (other.sandbox.requests.list({ method: 'POST' }).length === 0) await other.api.get('/api/v4/account');
    expect((await other.api.get('/api/v4/leads')).json['_embedded']?.['leads']).toHaveLength(1);
    await other.sandbox.close();
    expect(['answered', 'cut']).toContain(await slow);
  });

  it('refuses orders that make no sense, naming the key', async () => {
    const refusals = [
      [{ switches: { deaf: true } }, 'switches.deaf is unknown'],
      [{ switches: { dead: 'yes' } }, 'switches.dead must be a boolean'],
      [{ rules: [{ effect: 'explode' }] }, 'rule.effect must be one of status, delay, lost-answer, malformed'],
      [{ rules: [{ effect: 'status', status: 200 }] }, 'rule.status must be 400…599'],
    ] as const;
    for (const [body, message] of refusals) {
      const answer = await api.post('/_sandbox/faults', body);
      expect([answer.status, answer.json['detail']]).toEqual([400, message]);
    }
  });

  it('writes down what came, with path, query, body and answer, and no token', async () => {
    sandbox.requests.clear();
    await api.post('/api/v4/leads', [{ name: 'Для журнала' }]);
    await api.get('/api/v4/leads?page=9');
    const listed = (await api.get('/_sandbox/requests?path=/api/v4/leads')).json['requests'];
    expect(listed?.map((row) => [row['method'], row['path'], row['search'], row['status']])).toEqual([
      ['POST', '/api/v4/leads', '', 200],
      ['GET', '/api/v4/leads', '?page=9', 204],
    ]);
    expect(listed?.[0]?.['body']).toEqual([{ name: 'Для журнала' }]);
    expect(JSON.stringify(sandbox.requests.list())).not.toContain(sandbox.token);
  });

  it('answers 404 and 405 as problems', async () => {
    expect((await api.get('/api/v4/nothing')).json).toMatchObject({
      status: 404,
      detail: `Cannot GET ${sandbox.url}/api/v4/nothing`,
    });
    expect((await api.send('DELETE', '/api/v4/leads')).json).toMatchObject({ status: 405 });
  });
});
