import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api, Json } from '../../test/api.js';
import { startTest } from '../../test/api.js';
import type { AmocrmSandbox } from './index.js';

/** Keys that the vendor's PHP models read without a guard: a missing one is a crash there (documented by its source). */
const REQUIRED = {
  account:
    'id name subdomain created_at created_by updated_at updated_by current_user_id country currency customers_mode is_unsorted_on mobile_feature_version is_loss_reason_enabled is_helpbot_enabled is_technical_account contact_name_display_order',
  datetime: 'date_pattern short_date_pattern short_time_pattern date_format time_format timezone timezone_offset',
  pipeline: 'id sort account_id is_main is_unsorted_on is_archive',
  status: 'id name sort is_editable pipeline_id color type account_id',
  customField: 'id name sort account_id entity_type',
  user: 'email rights',
  tag: 'id name',
  note: 'id entity_id note_type params',
  event: 'type entity_id entity_type created_by created_at value_after value_before account_id',
};

describe('shapes of the stand-in', () => {
  let sandbox: AmocrmSandbox;
  let api: Api;

  beforeAll(async () => {
    ({ sandbox, api } = await startTest());
  });
  afterAll(() => sandbox.close());

  it('account has every unguarded key, embedded parts only when asked for', async () => {
    const plain = (await api.get('/api/v4/account')).json;
    expectKeys(plain, 'account');
    expect(plain).toMatchObject({ name: 'Демо Потолки', country: 'RU', currency: 'RUB' });
    expect(plain['_embedded']).toEqual({});
    const parts = 'amojo_id,uuid,version,drive_url,users_groups,task_types,amojo_rights,datetime_settings';
    const full = (await api.get(`/api/v4/account?with=${parts}`)).json;
    expectKeys(full['_embedded']?.['datetime_settings'], 'datetime');
    expect(full).toMatchObject({ amojo_id: expect.any(String), uuid: expect.any(String), version: 16 });
    expect(Object.keys(full['_embedded'] ?? {}).toSorted()).toEqual([
      'amojo_rights',
      'datetime_settings',
      'task_types',
      'users_groups',
    ]);
  });

  it('pipelines and statuses have every unguarded key; 142 and 143 are in each pipeline', async () => {
    const pipelines = (await api.get('/api/v4/leads/pipelines')).json;
    expect(pipelines['_total_items']).toBe(2);
    for (const pipeline of pipelines['_embedded']?.['pipelines'] ?? []) {
      expectKeys(pipeline, 'pipeline');
      const statuses = pipeline['_embedded']?.['statuses'] ?? [];
      for (const status of statuses) expectKeys(status, 'status');
      expect(statuses.map((status) => status['id'])).toEqual(expect.arrayContaining([142, 143]));
      expect(statuses.filter((status) => Number(status['type']) === 1)).toHaveLength(1);
      const alone = await api.get(`/api/v4/leads/pipelines/${Number(pipeline['id'])}`);
      expect(alone.json['_embedded']?.['statuses']).toHaveLength(statuses.length);
      const listed = await api.get(`/api/v4/leads/pipelines/${Number(pipeline['id'])}/statuses`);
      expect(listed.json['_total_items']).toBe(statuses.length);
    }
    expect((await api.get('/api/v4/leads/pipelines/1')).status).toBe(404);
  });

  it('the ceilings pipeline has the stages of an order', async () => {
    const pipeline = (await api.get('/api/v4/leads/pipelines')).json['_embedded']?.['pipelines']?.[0];
    expect(pipeline?.['name']).toBe('Потолки');
    expect(pipeline?.['_embedded']?.['statuses']?.map((status) => status['name'])).toEqual([
      'Неразобранное',
      'Новая заявка',
      'Замер назначен',
      'Замер выполнен',
      'Смета отправлена',
      'Договор',
      'Производство',
      'Монтаж',
      'Успешно реализовано',
      'Закрыто и не реализовано',
    ]);
  });

  it('custom fields and users have every unguarded key', async () => {
    const fields = (await api.get('/api/v4/contacts/custom_fields')).json['_embedded']?.['custom_fields'];
    expect(fields?.map((field) => field['code'])).toEqual(['POSITION', 'PHONE', 'EMAIL']);
    for (const field of fields ?? []) expectKeys(field, 'customField');
    expect((await api.get('/api/v4/leads/custom_fields')).status).toBe(204);
    const users = (await api.get('/api/v4/users')).json;
    expect(users['_total_items']).toBe(3);
    for (const user of users['_embedded']?.['users'] ?? []) expectKeys(user, 'user');
  });

  it('tags, notes and events have every unguarded key', async () => {
    const id = await api.create('leads', { tags_to_add: [{ name: 'SMET' }] });
    await api.post(`/api/v4/leads/${id}/notes`, [{ note_type: 'common', params: { text: 'Да' } }]);
    expectKeys((await api.get(`/api/v4/leads/${id}`)).json['_embedded']?.['tags']?.[0], 'tag');
    expectKeys((await api.get('/api/v4/leads/notes')).json['_embedded']?.['notes']?.[0], 'note');
    for (const event of (await api.get('/api/v4/events')).json['_embedded']?.['events'] ?? []) {
      expectKeys(event, 'event');
      expect(event['id']).toMatch(/^[0-9a-z]{26}$/);
      expect((await api.get(`/api/v4/events/${String(event['id'])}`)).json['id']).toBe(event['id']);
    }
  });

  it('links carry the address the caller used', async () => {
    const { port } = new URL(sandbox.url);
    const response = await fetch(`http://localhost:${port}/api/v4/account`, {
      headers: { Authorization: `Bearer ${sandbox.token}` },
    });
    const body = (await response.json()) as { _links: { self: { href: string } } };
    expect(body['_links'].self.href).toBe(`http://localhost:${port}/api/v4/account`);
  });

  it('every answer has a request id', async () => {
    expect((await api.get('/api/v4/account')).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  function expectKeys(value: Json | undefined, model: keyof typeof REQUIRED): void {
    expect(Object.keys(value ?? {})).toEqual(expect.arrayContaining(REQUIRED[model].split(' ')));
  }
});
