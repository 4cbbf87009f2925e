import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOrganization, type TestOrganization } from '../../../test/builders.js';
import { startApi, type TestApi } from '../../../test/support/index.js';
import { enterAs, type Person } from '../../../test/support/people.js';
import type { ClientDto, ClientPageDto } from '../clients/index.js';
import type { CustomFieldDto, CustomFieldListDto } from './dto/custom-field.dto.js';

let api: TestApi;
let organization: TestOrganization;
let owner: Person;
let made = 0;

beforeAll(async () => {
  api = await startApi();
  organization = await createOrganization(api.db.owner);
  owner = await enterAs(api, organization.id, 'owner');
});
afterAll(() => api.close());

const field = async (given: object): Promise<CustomFieldDto> => {
  const { status, body } = await owner.send<CustomFieldDto>('POST', '/custom-fields', { subject: 'client', ...given });
  expect([status, body]).toMatchObject([201, {}]);
  return body;
};
const client = (fields: object) =>
  owner.send<ClientDto>('POST', '/clients', {
    name: `Client ${++made}`,
    phones: [{ number: `+7904000${String(made).padStart(4, '0')}` }],
    fields,
  });

describe('own fields', () => {
  it('are made, changed, archived and brought back by those who manage the organization', async () => {
    const text = await field({ name: 'Как узнали', type: 'text' });
    expect(text).toMatchObject({ key: 'kak_uznali', position: 0, options: null, archived: false, version: 1 });
    const twin = await owner.send('POST', '/custom-fields', { subject: 'client', name: 'Как узнали', type: 'number' });
    expect(twin).toMatchObject({ status: 409, body: { code: 'CUSTOM_FIELD.NAME_TAKEN' } });
    const path = `/custom-fields/${text.id}`;
    const renamed = await owner.send<CustomFieldDto>('PATCH', path, { version: 1, name: 'Откуда' });
    expect(renamed.body).toMatchObject({ id: text.id, key: text.key, name: 'Откуда', version: 2 });
    expect(await owner.send('PATCH', path, { version: 1, name: 'Z' })).toMatchObject({
      status: 409,
      body: { code: 'CUSTOM_FIELD.CHANGED', current: { version: 2 } },
    });
    // The key of the renamed one is taken, its name is not.
    expect((await field({ name: 'Как узнали', type: 'text' })).key).toBe('kak_uznali_2');
    expect((await owner.send('DELETE', `${path}?version=2`)).status).toBe(200);
    const list = async (query: string) =>
      (await owner.get<CustomFieldListDto>(`/custom-fields?subject=client${query}`)).body.items.map(({ key }) => key);
    expect(await list('')).toEqual(['kak_uznali_2']);
    expect(await list('&archived=true')).toEqual(['kak_uznali', 'kak_uznali_2']);
    const back = await owner.send<CustomFieldDto>('PATCH', path, { version: 3, archived: false });
    expect(back.body).toMatchObject({ archived: false, version: 4 });
  });

  it('are closed to those who may not, and to other organizations', async () => {
    const { id } = await field({ name: 'Closed', type: 'text' });
    const manager = await enterAs(api, organization.id, 'manager');
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    const body = { subject: 'client', name: 'B', type: 'text' };
    expect((await manager.send('POST', '/custom-fields', body)).status).toBe(403);
    expect((await manager.get('/custom-fields?subject=client')).status).toBe(200);
    expect((await stranger.send('PATCH', `/custom-fields/${id}`, { version: 1, name: 'C' })).status).toBe(404);
    expect((await api.anonymous.get('/api/v1/custom-fields?subject=client')).status).toBe(401);
    for (const [given, path] of [
      [{ ...body, type: 'choice' }, 'options'],
      [{ ...body, options: ['a'] }, 'options'],
      [{ ...body, unit: 'mm' }, 'unit'],
      [{ ...body, categoryIds: [] }, 'categoryIds'],
      [{ ...body, type: 'money' }, 'type'],
    ] as const) {
      const refused = await owner.send('POST', '/custom-fields', given);
      expect([refused.status, refused.body.invalidParams?.at(0)?.path]).toEqual([422, path]);
    }
  });

  it('hold values of their types only, and are found by them', async () => {
    await field({ name: 'area', type: 'number', unit: 'м²' });
    await field({ name: 'moved', type: 'date' });
    await field({ name: 'pets', type: 'boolean' });
    await field({ name: 'style', type: 'choice', options: ['Loft', 'Classic'] });
    await field({ name: 'note', type: 'text' });
    const values = { area: 54.5, moved: '2026-03-01', pets: true, style: 'Loft', note: 'a "b" \\ c' };
    const first = (await client(values)).body;
    expect(first.fields).toEqual(values);
    const second = (await client({ area: 80, moved: '2026-09-01', pets: false, style: 'Classic' })).body;
    const refused = await client({ area: '80', moved: '2026-02-30', pets: 'yes', style: 'Baroque', note: 5 });
    expect([refused.status, refused.body]).toMatchObject([422, { code: 'CUSTOM_FIELD.VALUES' }]);

    const by = async (query: string) =>
      (await owner.get<ClientPageDto>(`/clients?${query}`)).body.items.map(({ id }) => id);
    expect(await by('field.style=loft')).toEqual([first.id]);
    expect(await by('field[pets]=false')).toEqual([second.id]);
    expect(await by(`field.note=${encodeURIComponent('a "b" \\ c')}`)).toEqual([first.id]);
    expect(await by('field.area=54,5')).toEqual([first.id]);
    expect(await by('field.area=60..')).toEqual([second.id]);
    expect(await by('field.area=50..100&field.moved=..2026-08-31')).toEqual([first.id]);
    expect(await by('field.area=50..100&field.style=Loft&field.pets=false')).toEqual([]);
    for (const query of ['field.area=big', 'field.unheard=1', 'field.moved=1..2..3', 'field=x', 'field.area=..']) {
      expect((await owner.get(`/clients?${query}`)).status).toBe(422);
    }

    const changed = await owner.send<ClientDto>('PATCH', `/clients/${first.id}`, {
      version: 1,
      fields: { note: null, area: 55 },
    });
    expect(changed.body.fields).toEqual({ area: 55, moved: '2026-03-01', pets: true, style: 'Loft' });
  });
});
