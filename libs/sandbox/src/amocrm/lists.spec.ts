import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Api } from '../../test/api.js';
import { startTest } from '../../test/api.js';
import type { AmocrmSandbox } from './index.js';
import { CEILINGS_PIPELINE_ID } from './index.js';

const FIRST_STAGE = CEILINGS_PIPELINE_ID * 10 + 1;

describe('lists of the stand-in', () => {
  let sandbox: AmocrmSandbox;
  let api: Api;
  let now = 1_800_000_000_000;
  let ids: number[];

  beforeAll(async () => {
    ({ sandbox, api } = await startTest({ now: () => now }));
    ids = [];
    for (const name of ['Берёза', 'Дуб', 'Клён', 'Липа']) {
      ids.push(await api.create('leads', { name, price: name.length }));
      now += 10_000;
    }
    await api.patch(`/api/v4/leads/${ids[0]}`, { price: 100 });
  });
  afterAll(() => sandbox.close());

  it('pages with a next link even to an empty page, which is 204', async () => {
    const first = await api.get('/api/v4/leads?limit=2');
    expect(namesOf(first)).toEqual(['Берёза', 'Дуб']);
    expect(first.json['_links']).not.toHaveProperty('prev');
    const second = await follow(first);
    expect(namesOf(second)).toEqual(['Клён', 'Липа']);
    expect(second.json).toMatchObject({ _page: 2, _links: { prev: {}, first: {} } });
    const third = await follow(second);
    expect([third.status, third.text]).toEqual([204, '']);
    expect(third.headers.get('content-type')).toBeNull();
    const last = await api.get('/api/v4/leads?limit=3&page=2');
    expect(last.json['_links']).not.toHaveProperty('next');
  });

  it('gives 50 rows by default and 250 at most', async () => {
    const rows = Array.from({ length: 250 }, (_unused, index) => ({ name: `Контакт ${index}` }));
    await api.post('/api/v4/contacts', rows);
    await api.post('/api/v4/contacts', rows.slice(0, 5));
    expect((await api.get('/api/v4/contacts')).json['_embedded']?.['contacts']).toHaveLength(50);
    expect((await api.get('/api/v4/contacts?limit=500')).json['_embedded']?.['contacts']).toHaveLength(250);
  });

  it('orders by the columns the reference names, brackets encoded or not', async () => {
    const newest = await api.get('/api/v4/leads?order%5Bupdated_at%5D=desc');
    expect(namesOf(newest)).toEqual(['Берёза', 'Липа', 'Клён', 'Дуб']);
    expect(namesOf(await api.get('/api/v4/leads?order[id]=desc'))).toEqual(['Липа', 'Клён', 'Дуб', 'Берёза']);
    expect(namesOf(await api.get('/api/v4/leads?order[price]=desc'))).toEqual(['Берёза', 'Дуб', 'Клён', 'Липа']);
  });

  it('searches names and fields as text, phones by their digits too', async () => {
    await api.create('contacts', {
      name: 'Звонкий',
      custom_fields_values: [{ field_code: 'PHONE', values: [{ value: '+7 (000) 123-45-67' }] }],
    });
    expect(namesOf(await api.get('/api/v4/leads?query=берёз'))).toEqual(['Берёза']);
    expect(namesOf(await api.get('/api/v4/contacts?query=0001234567'))).toEqual(['Звонкий']);
    expect((await api.get('/api/v4/leads?query=нет такого')).status).toBe(204);
  });

  it('lets the search run behind the writes when the switch says so', async () => {
    sandbox.faults.set({ searchLagMs: 5000 });
    await api.create('leads', { name: 'Свежая' });
    expect((await api.get('/api/v4/leads?query=Свежая')).status).toBe(204);
    now += 5000;
    expect(namesOf(await api.get('/api/v4/leads?query=Свежая'))).toEqual(['Свежая']);
    sandbox.faults.clear();
  });

  it('ignores filters silently unless the paid add-on is on', async () => {
    const path = `/api/v4/leads?filter[statuses][0][pipeline_id]=${CEILINGS_PIPELINE_ID}&filter[statuses][0][status_id]=142`;
    expect(namesOf(await api.get(path)).length).toBeGreaterThan(3);
    expect((await api.get('/api/v4/account?with=is_api_filter_enabled')).json['is_api_filter_enabled']).toBe(false);
    sandbox.faults.set({ paidFilter: true });
    expect((await api.get('/api/v4/account?with=is_api_filter_enabled')).json['is_api_filter_enabled']).toBe(true);
    expect((await api.get(path)).status).toBe(204);
    expect(namesOf(await api.get(`/api/v4/leads?filter[id][]=${ids[1]}&filter[id][]=${ids[2]}`))).toEqual([
      'Дуб',
      'Клён',
    ]);
    expect(namesOf(await api.get('/api/v4/leads?filter[price][from]=100&filter[price][to]=100'))).toEqual(['Берёза']);
    expect((await api.get('/api/v4/leads?filter[updated_at]=1800000000')).status).toBe(204);
    expect(
      namesOf(
        await api.get(
          `/api/v4/leads?filter[statuses][0][pipeline_id]=${CEILINGS_PIPELINE_ID}&filter[statuses][0][status_id]=${FIRST_STAGE}&filter[name]=Дуб`,
        ),
      ),
    ).toEqual(['Дуб']);
    sandbox.faults.clear();
  });

  it('hides what is in the bin, shows it bare with only_deleted, and gives it back with the same id', async () => {
    const id = await api.create('leads', { name: 'Удалённая', price: 7 });
    await api.form(`/_sandbox/ui/leads/${id}/delete`, {});
    expect((await api.get(`/api/v4/leads/${id}`)).status).toBe(204);
    expect((await api.patch(`/api/v4/leads/${id}`, { price: 1 })).status).toBe(404);
    const bin = await api.get('/api/v4/leads?with=only_deleted');
    expect(bin.json['_embedded']?.['leads']).toHaveLength(1);
    expect(bin.json['_embedded']?.['leads']?.[0]).toMatchObject({ id, is_deleted: true, name: null, price: null });
    await api.form(`/_sandbox/ui/leads/${id}/restore`, {});
    expect((await api.get(`/api/v4/leads/${id}`)).json).toMatchObject({ name: 'Удалённая', is_deleted: false });
    const feed = await api.get(`/api/v4/events?filter[entity_id]=${id}`);
    expect(feed.json['_embedded']?.['events']?.map((event) => event['type'])).toEqual([
      'lead_restored',
      'lead_deleted',
      'lead_added',
    ]);
  });

  function namesOf(answer: Answer): string[] {
    const embedded = answer.json?.['_embedded'];
    return (embedded?.['leads'] ?? embedded?.['contacts'])?.map((row) => String(row['name'])) ?? [];
  }

  /** As a client does: the link must carry the address it was reached by. */
  async function follow(answer: Answer): Promise<Answer> {
    const next = answer.json['_links']?.['next']?.['href'] as unknown as string;
    expect(next.startsWith(sandbox.url)).toBe(true);
    return api.get(next.slice(sandbox.url.length));
  }
});
