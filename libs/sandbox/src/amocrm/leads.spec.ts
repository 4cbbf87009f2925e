import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../../test/api.js';
import { problemsOf, startTest } from '../../test/api.js';
import type { AmocrmSandbox } from './index.js';
import { CEILINGS_PIPELINE_ID, SERVICE_PIPELINE_ID } from './index.js';

const UNSORTED = CEILINGS_PIPELINE_ID * 10;
const NEW_REQUEST = UNSORTED + 1;
const MEASURE_SET = UNSORTED + 2;
const SERVICE_FIRST = SERVICE_PIPELINE_ID * 10 + 1;

describe('leads and contacts of the stand-in', () => {
  let sandbox: AmocrmSandbox;
  let api: Api;
  let now = 1_800_000_000_000;

  beforeAll(async () => {
    ({ sandbox, api } = await startTest({ now: () => now }));
  });
  afterAll(() => sandbox.close());

  it('gives a new lead the first ordinary stage of the main pipeline and answers bare ids', async () => {
    const created = await api.post('/api/v4/leads', [{ name: 'Первая', price: 45_000, request_id: 'mine' }, {}]);
    expect(created.status).toBe(200);
    expect(created.headers.get('content-type')).toBe('application/hal+json');
    const rows = created.json['_embedded']?.['leads'];
    expect(rows?.map((row) => Object.keys(row))).toEqual([
      ['id', 'request_id', '_links'],
      ['id', 'request_id', '_links'],
    ]);
    expect(rows?.map((row) => row['request_id'])).toEqual(['mine', '1']);
    const read = await api.get(`/api/v4/leads/${Number(rows?.[0]?.['id'])}`);
    expect(read.json).toMatchObject({
      name: 'Первая',
      price: 45_000,
      pipeline_id: CEILINGS_PIPELINE_ID,
      status_id: NEW_REQUEST,
      closed_at: null,
      custom_fields_values: null,
      created_at: 1_800_000_000,
    });
  });

  it('refuses unknown choices, unknown keys and wrong types, each with its path, and stores nothing of the batch', async () => {
    const before = await countLeads();
    const answer = await api.post('/api/v4/leads', [
      { name: 'Хорошая' },
      { price: '45000', status_id: 999, responsible_user_id: 5, sum: 1 },
      { pipeline_id: 999, request_id: 'b' },
      { custom_fields_values: [{ field_id: 999, values: [{ value: 'x' }] }], request_id: 'c' },
    ]);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.json).toMatchObject({ title: 'Bad Request', status: 400, detail: 'Request validation failed' });
    expect(problemsOf(answer)).toEqual([
      '1: NotSupportedChoice responsible_user_id',
      '1: InvalidType price',
      '1: NotSupportedChoice status_id',
      '1: FieldNotExpected sum',
      'b: NotSupportedChoice pipeline_id',
      'c: NotSupportedChoice custom_fields_values.0.field_id',
    ]);
    expect(await countLeads()).toBe(before);
  });

  it('refuses a deactivated responsible person and the incoming stage, on create and on update', async () => {
    const id = await api.create('leads', {});
    const refused = [
      await api.post('/api/v4/leads', [{ responsible_user_id: 9_000_003 }]),
      await api.post('/api/v4/leads', [{ status_id: UNSORTED }]),
      await api.patch(`/api/v4/leads/${id}`, { status_id: UNSORTED }),
    ];
    expect(refused.flatMap(problemsOf)).toEqual([
      '0: NotSupportedChoice responsible_user_id',
      '0: NotSupportedChoice status_id',
      '0: NotSupportedChoice status_id',
    ]);
  });

  it('refuses empty bodies, bodies that are not JSON, objects for arrays and more than 250 rows', async () => {
    const empty = await api.post('/api/v4/leads', []);
    expect([empty.status, empty.json['detail']]).toEqual([400, 'Request data can not be empty']);
    expect((await api.send('POST', '/api/v4/leads', '')).json['detail']).toBe('Request data can not be empty');
    expect((await api.send('POST', '/api/v4/leads', '[{')).status).toBe(400);
    expect((await api.post('/api/v4/leads', { name: 'одна' })).status).toBe(400);
    const many = await api.post(
      '/api/v4/leads',
      Array.from({ length: 251 }, () => ({ name: 'x' })),
    );
    expect([many.status, many.json['detail']]).toEqual([422, 'Limit 250 per page']);
  });

  it('closes in any pipeline with 142 and 143, keeps the moment, and opens again', async () => {
    const id = await api.create('leads', { pipeline_id: SERVICE_PIPELINE_ID });
    now += 60_000;
    const closedAt = Math.floor(now / 1000);
    const answer = await api.patch(`/api/v4/leads/${id}`, { status_id: 142 });
    expect(answer.json).toMatchObject({ id, updated_at: closedAt });
    expect(Object.keys(answer.json)).not.toContain('status_id');
    now += 60_000;
    await api.patch(`/api/v4/leads/${id}`, { status_id: 143 });
    const closed = (await api.get(`/api/v4/leads/${id}`)).json;
    expect(closed).toMatchObject({ status_id: 143, pipeline_id: SERVICE_PIPELINE_ID, closed_at: closedAt });
    await api.patch(`/api/v4/leads/${id}`, { status_id: SERVICE_FIRST });
    expect((await api.get(`/api/v4/leads/${id}`)).json).toMatchObject({ status_id: SERVICE_FIRST, closed_at: null });
  });

  it('moves to another pipeline only with both ids', async () => {
    const id = await api.create('leads', {});
    expect(problemsOf(await api.patch('/api/v4/leads', [{ id, status_id: SERVICE_FIRST }]))).toEqual([
      '0: NotSupportedChoice status_id',
    ]);
    const moved = await api.patch('/api/v4/leads', [
      { id, status_id: SERVICE_FIRST, pipeline_id: SERVICE_PIPELINE_ID },
    ]);
    expect(moved.json['_embedded']?.['leads']?.[0]).toMatchObject({ id });
    expect((await api.get(`/api/v4/leads/${id}`)).json['pipeline_id']).toBe(SERVICE_PIPELINE_ID);
  });

  it('answers 204 for a missing lead, 404 for a PATCH of one, and touches only what a PATCH sends', async () => {
    const missing = await api.get('/api/v4/leads/5');
    expect([missing.status, missing.text]).toEqual([204, '']);
    expect((await api.patch('/api/v4/leads/5', { price: 1 })).status).toBe(404);
    const id = await api.create('leads', { name: 'Имя', price: 10 });
    await api.patch(`/api/v4/leads/${id}`, { price: 20 });
    expect((await api.get(`/api/v4/leads/${id}`)).json).toMatchObject({ name: 'Имя', price: 20 });
  });

  it('links contacts on create and afterwards, one of them the main one', async () => {
    const [first, second] = [await api.create('contacts', { name: 'А' }), await api.create('contacts', { name: 'Б' })];
    const id = await api.create('leads', { _embedded: { contacts: [{ id: first }] } });
    const linked = await api.post(`/api/v4/leads/${id}/link`, [
      { to_entity_id: second, to_entity_type: 'contacts', metadata: { is_main: true } },
    ]);
    expect(linked.json['_embedded']?.['links']).toEqual([
      {
        entity_id: id,
        entity_type: 'leads',
        to_entity_id: second,
        to_entity_type: 'contacts',
        metadata: { main_contact: true },
      },
    ]);
    const lead = await api.get(`/api/v4/leads/${id}?with=contacts`);
    const contacts = lead.json['_embedded']?.['contacts'];
    expect(contacts?.map((row) => [row['id'], row['is_main']])).toEqual([
      [first, false],
      [second, true],
    ]);
    const seen = await api.get(`/api/v4/contacts/${second}?with=leads`);
    expect(seen.json['_embedded']?.['leads']?.map((row) => row['id'])).toEqual([id]);
    expect(problemsOf(await api.post('/api/v4/leads', [{ _embedded: { contacts: [{ id: 1 }] } }]))).toEqual([
      '0: NotSupportedChoice _embedded.contacts.0.id',
    ]);
    expect(
      (await api.post(`/api/v4/leads/${id}/unlink`, [{ to_entity_id: second, to_entity_type: 'contacts' }])).status,
    ).toBe(204);
    expect((await api.get(`/api/v4/leads/${id}/links`)).json['_total_items']).toBe(1);
  });

  it('accepts only tags in _embedded of a PATCH; the set is replaced, cleared by null, changed by add and delete', async () => {
    const id = await api.create('leads', { _embedded: { tags: [{ name: 'сайт' }] }, tags_to_add: [{ name: 'SMET' }] });
    expect(await tagsOf(id)).toEqual(['сайт', 'SMET']);
    await api.patch(`/api/v4/leads/${id}`, { tags_to_add: [{ name: 'срочно' }], tags_to_delete: [{ name: 'сайт' }] });
    expect(await tagsOf(id)).toEqual(['SMET', 'срочно']);
    await api.patch(`/api/v4/leads/${id}`, { _embedded: { tags: [{ name: 'новая' }] } });
    expect(await tagsOf(id)).toEqual(['новая']);
    await api.patch(`/api/v4/leads/${id}`, { _embedded: { tags: null } });
    expect(await tagsOf(id)).toEqual([]);
    expect(problemsOf(await api.patch(`/api/v4/leads/${id}`, { _embedded: { contacts: [] } }))).toEqual([
      '0: FieldNotExpected _embedded.contacts',
    ]);
  });

  it('never de-duplicates contacts, and names them by first and last name', async () => {
    const phone = { custom_fields_values: [{ field_code: 'PHONE', values: [{ value: '+7 000 000-00-01' }] }] };
    const first = await api.create('contacts', { name: 'Дубль', ...phone });
    const second = await api.create('contacts', { first_name: 'Иван', last_name: 'Пробный', ...phone });
    expect(second).not.toBe(first);
    const patched = await api.patch(`/api/v4/contacts/${second}`, { last_name: 'Иной' });
    expect(patched.json).toMatchObject({ id: second, name: 'Иван Иной' });
  });

  it('tells the feed what happened, newest first', async () => {
    const id = await api.create('leads', { price: 1 });
    await api.patch(`/api/v4/leads/${id}`, { price: 2, status_id: MEASURE_SET });
    await api.post('/api/v4/leads/notes', [{ entity_id: id, note_type: 'common', params: { text: 'Привет' } }]);
    const feed = await api.get(`/api/v4/events?filter[entity]=lead&filter[entity_id][]=${id}`);
    expect(feed.json['_embedded']?.['events']?.map((event) => event['type'])).toEqual([
      'common_note_added',
      'sale_field_changed',
      'lead_status_changed',
      'lead_added',
    ]);
    const moved = await api.get(`/api/v4/events?filter[type]=lead_status_changed&filter[entity_id]=${id}`);
    expect(moved.json['_embedded']?.['events']?.[0]).toMatchObject({
      value_before: [{ lead_status: { id: NEW_REQUEST, pipeline_id: CEILINGS_PIPELINE_ID } }],
      value_after: [{ lead_status: { id: MEASURE_SET, pipeline_id: CEILINGS_PIPELINE_ID } }],
    });
    expect((await api.get('/api/v4/events?filter[type]=nothing')).status).toBe(204);
    expect((await api.get(`/api/v4/leads/${id}/notes`)).json['_embedded']?.['notes']?.[0]).toMatchObject({
      entity_id: id,
      note_type: 'common',
      params: { text: 'Привет' },
    });
  });

  async function countLeads(): Promise<number> {
    return (await api.get('/api/v4/leads?limit=250')).json['_embedded']?.['leads']?.length ?? 0;
  }

  async function tagsOf(id: number): Promise<string[]> {
    const lead = await api.get(`/api/v4/leads/${id}`);
    return lead.json['_embedded']?.['tags']?.map((tag) => String(tag['name'])) ?? [];
  }
});
