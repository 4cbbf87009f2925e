import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createOrganization } from '../../../test/builders.js';
import { AmocrmStand, SECOND_TOKEN } from '../../../test/support/amocrm-stand.js';
import { until } from '../../../test/support/index.js';
import { enterAs } from '../../../test/support/people.js';
import type { AmocrmIntegrationDto, AmocrmTestDto } from './dto/amocrm-integration.dto.js';

const BASE = '/integrations/amocrm';
const EMPTY = {
  connection: null,
  stageMappings: [],
  waiting: [],
  recent: [],
  counts: { synced: 0, waiting: 0, rejected: 0 },
};

let stand: AmocrmStand;
beforeAll(async () => {
  stand = await AmocrmStand.start(3600);
});
afterAll(() => stand?.close());
afterEach(() => stand.amocrm.faults.clear());

const tryOut = (body: Record<string, unknown>) => stand.owner.send<AmocrmTestDto>('POST', `${BASE}/test`, body);
const access = () => ({ baseUrl: stand.amocrm.url, token: stand.amocrm.token });

describe('before anything is connected', () => {
  it('says so, and an order tells of no exchange', async () => {
    expect(await stand.integration()).toEqual(EMPTY);
    const order = await stand.createOrder('+79020000001');
    expect((await stand.order(order.id)).sync).toBeNull();
    expect((await stand.act('pause')).status).toBe(404);
    expect((await stand.act(`orders/${order.id}/retry`)).status).toBe(404);
  });

  it('tries an address and a token without saving', async () => {
    const { status, body } = await tryOut(access());
    expect(status).toBe(200);
    expect(body).toEqual({
      ok: true,
      account: { id: 30_250_001, name: 'Демо Потолки' },
      problemCode: null,
      problemDetail: null,
    });
    expect(await stand.integration()).toEqual(EMPTY);
  });

  it.each([
    { what: 'a private address', baseUrl: 'http://127.0.0.1:1', problemCode: 'ADDRESS_REFUSED', field: 'baseUrl' },
    {
      what: 'the metadata service',
      baseUrl: 'http://169.254.169.254',
      problemCode: 'ADDRESS_REFUSED',
      field: 'baseUrl',
    },
    { what: 'a wrong token', token: 'wrong-token', problemCode: 'TOKEN_REFUSED', field: 'token' },
  ])('names what is wrong: $what', async ({ what: _what, problemCode, field, ...change }) => {
    const body = { ...access(), ...change };
    expect((await tryOut(body)).body).toMatchObject({ ok: false, account: null, problemCode });
    const saved = await stand.save(body);
    expect(saved.status).toBe(422);
    expect(saved.body).toMatchObject({
      code: 'AMOCRM.CHECK_FAILED',
      invalidParams: [{ path: field, code: problemCode }],
    });
    expect(await stand.integration()).toEqual(EMPTY);
  });

  it.each([
    { fault: { dead: true }, problemCode: 'UNREACHABLE', field: 'baseUrl' },
    { fault: { banned: true }, problemCode: 'API_BANNED', field: 'baseUrl' },
  ])('names what is wrong: $problemCode', async ({ fault, problemCode, field }) => {
    stand.amocrm.faults.set(fault);
    expect((await stand.save(access())).body).toMatchObject({ invalidParams: [{ path: field, code: problemCode }] });
  });

  it('names missing rights', async () => {
    stand.amocrm.faults.add({ effect: 'status', path: '/api/v4/leads/custom_fields', status: 403, body: 'json' });
    expect((await stand.save(access())).body).toMatchObject({ invalidParams: [{ path: 'token', code: 'NO_RIGHTS' }] });
  });

  it.each([
    { body: {}, path: 'baseUrl' },
    { body: { baseUrl: 'ftp://x', token: 'long-enough' }, path: 'baseUrl' },
    { body: { baseUrl: 'https://x.amocrm.ru', token: 'with space' }, path: 'token' },
    { body: { baseUrl: 'https://x.amocrm.ru', token: 'x'.repeat(5000) }, path: 'token' },
    { body: { baseUrl: 'https://x.amocrm.ru', other: 1 }, path: 'other' },
  ])('refuses a bad body at $path', async ({ body, path }) => {
    const answer = await stand.save(body);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ invalidParams: expect.arrayContaining([expect.objectContaining({ path })]) });
  });
});

describe('connecting', () => {
  it('reads the account and pairs up the stages', async () => {
    const { connection, stageMappings, recent } = await stand.connect();
    expect(connection).toMatchObject({
      baseUrl: stand.amocrm.url,
      accountName: 'Демо Потолки',
      state: 'active',
      problemCode: null,
      tokenHint: `…${stand.amocrm.token.slice(-4)}`,
    });
    const { lead, measured, won, lost } = stand.organization.stages;
    expect(stageMappings.map(({ stageId, externalStatusId }) => [stageId, externalStatusId])).toEqual([
      [lead, 70_010_011],
      [measured, 70_010_012],
      [won, 142],
      [lost, 143],
    ]);
    expect(stageMappings[0]).toMatchObject({ externalPipelineName: 'Потолки', externalStatusName: 'Новая заявка' });
    expect(recent[0]).toMatchObject({ kind: 'connected', summary: { account: 'Демо Потолки' } });
  });

  it('answers 409 with the version that is current to whoever saw another', async () => {
    const { connection } = await stand.integration();
    const stale = await stand.save({ ...access(), version: (connection?.version ?? 0) + 7 });
    expect(stale.status).toBe(409);
    expect(stale.body).toMatchObject({ code: 'AMOCRM.CONNECTION_CHANGED', current: { version: connection?.version } });
    expect((await stand.save(access())).status).toBe(409);
  });

  it('keeps the stored token for the same address and never sends it to another', async () => {
    const version = (await stand.integration()).connection?.version;
    expect((await stand.save({ baseUrl: stand.amocrm.url, version })).status).toBe(200);
    expect((await tryOut({ baseUrl: stand.amocrm.url })).body).toMatchObject({ ok: true });
    const elsewhere = { baseUrl: 'https://other.amocrm.ru', version: (version ?? 0) + 1 };
    expect((await tryOut({ baseUrl: elsewhere.baseUrl })).body).toMatchObject({
      ok: false,
      problemCode: 'TOKEN_REQUIRED',
    });
    expect((await stand.save(elsewhere)).body).toMatchObject({
      invalidParams: [{ path: 'token', code: 'TOKEN_REQUIRED' }],
    });
  });

  it('takes another account only while nothing was sent to the first', async () => {
    const order = await stand.createOrder('+79020000002');
    await stand.synced(order.id);
    const setAccount = (accountId: number) =>
      stand.api.db.owner.query(`update connections set account_id = $2 where organization_id = $1`, [
        stand.organization.id,
        accountId,
      ]);
    await setAccount(1);
    const version = (await stand.integration()).connection?.version;
    const answer = await stand.save({ ...access(), version });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'AMOCRM.OTHER_ACCOUNT', invalidParams: [{ path: 'baseUrl' }] });
    await setAccount(30_250_001);
  });

  it('pauses and resumes, each only when it changes something', async () => {
    expect((await stand.act('resume')).status).toBe(409);
    expect((await stand.act('pause')).body.connection?.state).toBe('paused');
    expect((await stand.act('pause')).status).toBe(409);
    const order = await stand.createOrder('+79020000003');
    expect((await stand.order(order.id)).sync).toMatchObject({ state: 'waiting', externalUrl: null });
    expect((await stand.act('resume')).body.connection?.state).toBe('active');
    await stand.synced(order.id);
  });
});

describe('two people who connect at once', () => {
  it('get one connection between them', async () => {
    const { id } = await createOrganization(stand.api.db.owner);
    const people = await Promise.all([enterAs(stand.api, id, 'owner'), enterAs(stand.api, id, 'administrator')]);
    // Both are held at the point where each has seen that there is none yet.
    const { owner } = stand.api.db;
    await owner.query('begin');
    await owner.query('lock table connections in share mode');
    const saving = Promise.all(people.map((person) => person.send('PUT', BASE, access())));
    await until(async () => {
      const held = `select from pg_locks where not granted and relation = 'connections'::regclass`;
      return (await owner.query(held)).rowCount === 2;
    }, 'both at the insert');
    await owner.query('commit');
    const answers = await saving;
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const late = answers.find(({ status }) => status === 409);
    expect(late?.body).toMatchObject({ code: 'AMOCRM.CONNECTION_CHANGED', current: { version: 1 } });
    const { rowCount } = await stand.api.db.owner.query('select 1 from connections where organization_id = $1', [id]);
    expect(rowCount).toBe(1);
  });
});

describe('who may what', () => {
  const calls: readonly ['GET' | 'POST' | 'PUT', string][] = [
    ['GET', ''],
    ['POST', '/test'],
    ['PUT', ''],
    ['POST', '/pause'],
    ['POST', '/resume'],
    ['POST', `/orders/01a1f925-161e-73d6-9fb2-5f8260f568a9/retry`],
  ];

  it.each(calls)('%s %s asks to sign in', async (method, path) => {
    const answer = await stand.api.anonymous.request(
      method,
      `/api/v1${BASE}${path}`,
      method === 'GET' ? undefined : {},
    );
    expect(answer.status).toBe(401);
  });

  it.each(calls)('%s %s is closed to a measurer', async (method, path) => {
    const measurer = await enterAs(stand.api, stand.organization.id, 'measurer');
    const answer = method === 'GET' ? await measurer.get(BASE) : await measurer.send(method, BASE + path, access());
    expect(answer.status).toBe(403);
  });

  it('a manager looks and changes nothing', async () => {
    expect((await stand.manager.get(BASE)).status).toBe(200);
    for (const [method, path] of calls) {
      if (method !== 'GET') expect((await stand.manager.send(method, BASE + path, access())).status).toBe(403);
    }
  });

  it('another organization has no connection and cannot retry an order of this one', async () => {
    const stranger = await enterAs(stand.api, (await createOrganization(stand.api.db.owner)).id, 'owner');
    expect((await stranger.get<AmocrmIntegrationDto>(BASE)).body).toEqual(EMPTY);
    const order = await stand.createOrder('+79020000004');
    expect((await stranger.send('POST', `${BASE}/orders/${order.id}/retry`, {})).status).toBe(404);
    expect((await stranger.send('POST', `${BASE}/pause`, {})).status).toBe(404);
  });
});

describe('the token', () => {
  it('is nowhere but encrypted in its column', async () => {
    await stand.connect(SECOND_TOKEN);
    stand.amocrm.faults.set({ tokensRevoked: true });
    const order = await stand.createOrder('+79020000005');
    await until(async () => (await stand.integration()).connection?.state === 'reauthorize', 'the refusal');
    const answers = [
      (await stand.owner.get(BASE)).raw,
      (await stand.owner.send('POST', `${BASE}/test`, { baseUrl: stand.amocrm.url, token: SECOND_TOKEN })).raw,
      (await stand.save({ baseUrl: stand.amocrm.url, token: SECOND_TOKEN })).raw,
      (await stand.owner.get(`/orders/${order.id}`)).raw,
      stand.api.logs.text(),
      stand.worker.logs.text(),
    ];
    const tables = ['connections', 'events', 'audit_log', 'external_links', 'graphile_worker._private_jobs'];
    for (const table of tables) {
      const { rows } = await stand.api.db.owner.query(`select t::text as text from ${table} t`);
      answers.push(JSON.stringify(rows));
    }
    for (const text of answers) {
      expect(text).not.toContain(SECOND_TOKEN);
      expect(text).not.toContain(Buffer.from(SECOND_TOKEN).toString('hex'));
    }
  });
});
