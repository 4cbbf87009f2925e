import { describe, expect, it } from '@jest/globals';
import { getAccount, listPipelines } from './account.js';
import { accountBaseUrl, createAmocrmClient } from './client.js';
import { decodeLead } from './decode.js';
import { createLead, getLead, linkContact, updateLead } from './leads.js';
import { listCustomFields } from './custom-fields.js';
import { createLeadNote } from './notes.js';
import { allPages, pages } from './pages.js';
import { leadRow, NO_CONTENT, noWaiting, page, response, scriptedAccount } from './scripted-account.spec-helper.js';

const LEADS = { path: '/api/v4/leads', collection: 'leads', decode: decodeLead };

describe('accountBaseUrl', () => {
  it.each([
    ['demo.amocrm.ru', 'https://demo.amocrm.ru'],
    [' https://demo.amocrm.ru/leads/pipeline/1/?x=1#y ', 'https://demo.amocrm.ru'],
    ['HTTPS://Demo.AmoCRM.ru', 'https://demo.amocrm.ru'],
    ['http://127.0.0.1:3002', 'http://127.0.0.1:3002'],
    ['127.0.0.1:3002', 'https://127.0.0.1:3002'],
    ['https://user:pass@demo.amocrm.ru', null],
    ['javascript:alert(1)', null],
    ['ftp://demo.amocrm.ru', null],
    ['', null],
    ['два слова', null],
  ])('reads %j as %j', (text, expected) => {
    expect(accountBaseUrl(text)).toBe(expected);
  });
});

describe('a call', () => {
  it('carries the token as a bearer to the account and nowhere else', async () => {
    const account = scriptedAccount(response(200, { id: 1, name: 'Demo', subdomain: 'demo', currency: 'RUB' }));
    expect(await getAccount(account.client)).toEqual({
      kind: 'ok',
      value: { id: 1, name: 'Demo', subdomain: 'demo', currency: 'RUB', isApiFilterEnabled: false },
    });
    expect(account.requests[0]).toMatchObject({
      url: 'https://demo.amocrm.ru/api/v4/account?with=is_api_filter_enabled',
      headers: { authorization: 'Bearer token-1' },
    });
  });

  it.each(['', 'два слова', 'abc\ndef', 'токен'])('is not made with a token that cannot be one: %j', async (token) => {
    const { requests } = scriptedAccount(NO_CONTENT);
    const http = { send: () => Promise.reject(new Error('must not be called')) };
    const client = createAmocrmClient({ baseUrl: 'https://demo.amocrm.ru', token, http, limiter: noWaiting });
    expect(await getAccount(client)).toEqual({ kind: 'reauthorize', code: 'TOKEN_MALFORMED' });
    expect(requests).toHaveLength(0);
  });

  it('waits for a near slot and hands a far one back', async () => {
    const keys: string[] = [];
    const waits = [5, 1001];
    const limiter = {
      acquire(key: string) {
        keys.push(key);
        return Promise.resolve({ waitMs: waits.shift() ?? 0 });
      },
    };
    const account = scriptedAccount(response(200, { _embedded: { pipelines: [] } }), limiter);
    expect((await listPipelines(account.client)).kind).toBe('ok');
    expect(await listPipelines(account.client)).toEqual({
      kind: 'retry',
      afterMs: 1001,
      code: 'WAITING_FOR_SLOT',
      outcomeKnown: true,
    });
    expect(account.requests).toHaveLength(1);
    expect(keys).toEqual(['https://demo.amocrm.ru', 'https://demo.amocrm.ru']);
  });

  it('that fails below HTTP is an outcome', async () => {
    const account = scriptedAccount({ ok: false, kind: 'timeout', code: 'TOTAL_TIMEOUT', outcomeKnown: false });
    expect(await createLead(account.client, { name: 'x' }, null)).toEqual({
      kind: 'retry',
      afterMs: 1000,
      code: 'TIMEOUT',
      outcomeKnown: false,
    });
  });

  it.each([
    ['not the shape we know', response(200, { _embedded: { leads: [{ id: 'ten' }] } })],
    ['another collection', response(200, { _embedded: { contacts: [] } })],
    ['nothing at all', NO_CONTENT],
    ['two answers to one item', response(200, { _embedded: { leads: [{ id: 1 }, { id: 2 }] } })],
  ])('does not believe a success with %s, and the write may have happened', async (_what, answer) => {
    const account = scriptedAccount(answer);
    expect(await createLead(account.client, { name: 'x' }, 30)).toMatchObject({
      kind: 'retry',
      code: 'RESPONSE_UNEXPECTED',
      outcomeKnown: false,
    });
  });
});

describe('endpoints', () => {
  it('create a lead as a batch of one with its main contact', async () => {
    const account = scriptedAccount(response(200, { _embedded: { leads: [{ id: 10, request_id: '0' }] } }));
    expect(await createLead(account.client, { name: 'x', price: 5 }, 30)).toEqual({ kind: 'ok', value: { id: 10 } });
    expect(account.asked).toEqual(['POST /api/v4/leads']);
    expect(account.requests[0]?.json).toEqual([
      { name: 'x', price: 5, _embedded: { contacts: [{ id: 30, is_main: true }] } },
    ]);
  });

  it('update a lead by its id with one object', async () => {
    const account = scriptedAccount(response(200, { id: 10, updated_at: 1_700_000_005, _links: {} }));
    expect(await updateLead(account.client, 10, { price: 5 })).toEqual({
      kind: 'ok',
      value: { id: 10, updatedAt: 1_700_000_005 },
    });
    expect(account.asked).toEqual(['PATCH /api/v4/leads/10']);
    expect(account.requests[0]?.json).toEqual({ price: 5 });
  });

  it('take silence about a lead for its absence', async () => {
    expect(await getLead(scriptedAccount(NO_CONTENT).client, 10)).toEqual({ kind: 'gone' });
    const found = await getLead(scriptedAccount(response(200, leadRow(10))).client, 10);
    expect(found).toMatchObject({ kind: 'ok', value: { id: 10, contacts: [{ id: 30, isMain: true }], fields: [] } });
  });

  it('link a contact as the main one and add a note', async () => {
    const account = scriptedAccount([
      response(200, { _total_items: 1, _embedded: { links: [] } }),
      response(200, { _embedded: { notes: [{ id: 77, entity_id: 10 }] } }),
    ]);
    expect((await linkContact(account.client, 10, 30)).kind).toBe('ok');
    expect(await createLeadNote(account.client, 10, 'Замер во вторник')).toEqual({ kind: 'ok', value: { id: 77 } });
    expect(account.requests.map(({ json }) => json)).toEqual([
      [{ to_entity_id: 30, to_entity_type: 'contacts', metadata: { is_main: true } }],
      [{ note_type: 'common', params: { text: 'Замер во вторник' } }],
    ]);
  });

  it('list pipelines with the stages of each', async () => {
    const status = { id: 142, name: 'Успешно', sort: 10_000, color: '#CCFF66', type: 0, pipeline_id: 1 };
    const unsorted = { id: 5, name: 'Неразобранное', sort: 10, color: null, type: 1, pipeline_id: 1 };
    const row = {
      id: 1,
      name: 'Воронка',
      sort: 1,
      is_main: true,
      is_archive: false,
      _embedded: { statuses: [unsorted, status] },
    };
    const account = scriptedAccount(response(200, { _embedded: { pipelines: [row] } }));
    const outcome = await listPipelines(account.client);
    expect(outcome).toMatchObject({
      kind: 'ok',
      value: [{ id: 1, isMain: true, isArchived: false, statuses: [{ id: 5, isUnsorted: true }, { id: 142 }] }],
    });
  });
});

describe('pages', () => {
  it('end on 204 although the last page promised a next one, and never follow its link', async () => {
    const account = scriptedAccount([page('leads', [leadRow(1)]), page('leads', [leadRow(2)]), NO_CONTENT]);
    const outcome = await allPages(account.client, LEADS);
    expect(outcome.kind === 'ok' && outcome.value.map(({ id }) => id)).toEqual([1, 2]);
    expect(account.asked).toEqual([1, 2, 3].map((number) => `GET /api/v4/leads?page=${number}&limit=250`));
  });

  it('end without a next link and on an empty page', async () => {
    const short = scriptedAccount([page('leads', [leadRow(1)], false), page('leads', [leadRow(2)])]);
    expect(await allPages(short.client, LEADS)).toMatchObject({ value: [{ id: 1 }] });
    const empty = scriptedAccount([page('leads', [leadRow(1)]), page('leads', []), page('leads', [leadRow(2)])]);
    expect(await allPages(empty.client, LEADS)).toMatchObject({ value: [{ id: 1 }] });
  });

  it('check every row themselves and go on when none of a page fits', async () => {
    const account = scriptedAccount([page('leads', [leadRow(1)]), page('leads', [leadRow(2)]), NO_CONTENT]);
    const outcome = await allPages(account.client, { ...LEADS, accept: ({ id }) => id === 2 });
    expect(outcome).toMatchObject({ kind: 'ok', value: [{ id: 2 }] });
  });

  it('stop at a failure and say so last', async () => {
    const account = scriptedAccount([page('leads', [leadRow(1)]), response(401, { status: 401 })]);
    const kinds: string[] = [];
    for await (const outcome of pages(account.client, LEADS)) kinds.push(outcome.kind);
    expect(kinds).toEqual(['ok', 'reauthorize']);
  });

  it('do not go on for ever', async () => {
    const account = scriptedAccount(page('leads', [leadRow(1)]));
    expect(await allPages(account.client, LEADS)).toMatchObject({ kind: 'bug', code: 'PAGING_ENDLESS' });
    expect(account.requests).toHaveLength(400);
  });

  it('of custom fields ask for fifty', async () => {
    const account = scriptedAccount(NO_CONTENT);
    expect(await listCustomFields(account.client, 'contacts')).toEqual({ kind: 'ok', value: [] });
    expect(account.asked).toEqual(['GET /api/v4/contacts/custom_fields?page=1&limit=50']);
  });
});
