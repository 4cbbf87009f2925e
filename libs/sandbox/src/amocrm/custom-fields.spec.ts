import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api, Json } from '../../test/api.js';
import { problemsOf, startTest } from '../../test/api.js';
import type { AmocrmSandbox } from './index.js';

describe('custom fields of the stand-in', () => {
  let sandbox: AmocrmSandbox;
  let api: Api;

  beforeAll(async () => {
    ({ sandbox, api } = await startTest());
  });
  afterAll(() => sandbox.close());

  it('makes fields with 201 and full models, and refuses a code that is taken and an unknown type', async () => {
    const made = await api.post('/api/v4/leads/custom_fields', [
      { name: 'Заказ SMET', type: 'text', code: 'SMET_ORDER' },
      { name: 'Материал', type: 'select', enums: [{ value: 'Матовый' }, { value: 'Сатин' }] },
    ]);
    expect(made.status).toBe(201);
    expect(made.json['_embedded']?.['custom_fields']?.[0]).toMatchObject({
      name: 'Заказ SMET',
      type: 'text',
      code: 'SMET_ORDER',
      entity_type: 'leads',
      request_id: '0',
    });
    expect(made.json['_embedded']?.['custom_fields']?.[1]?.['enums']).toHaveLength(2);
    const refused = await api.post('/api/v4/leads/custom_fields', [
      { name: 'Ещё', type: 'text', code: 'SMET_ORDER' },
      { type: 'picture' },
    ]);
    expect(problemsOf(refused)).toEqual(['0: NotUnique code', '1: FieldMissing name', '1: NotSupportedChoice type']);
  });

  it('lists 50 a page whatever the limit, with totals', async () => {
    const rows = Array.from({ length: 60 }, (_unused, index) => ({ name: `Поле ${index}`, type: 'numeric' }));
    await api.post('/api/v4/contacts/custom_fields', rows);
    const first = await api.get('/api/v4/contacts/custom_fields?limit=250');
    expect(first.json['_embedded']?.['custom_fields']).toHaveLength(50);
    expect(first.json).toMatchObject({ _total_items: 63, _page: 1, _page_count: 2 });
    const second = await api.get('/api/v4/contacts/custom_fields?page=2');
    expect(second.json['_embedded']?.['custom_fields']).toHaveLength(13);
    expect(second.json['_links']).not.toHaveProperty('next');
  });

  it('replaces a field that is sent, leaves the others, clears with values null', async () => {
    const [one, two] = [await field({ type: 'text' }), await field({ type: 'numeric' })];
    const id = await api.create('leads', {
      custom_fields_values: [
        { field_id: one, values: [{ value: 'было' }] },
        { field_id: two, values: [{ value: 15 }] },
      ],
    });
    await api.patch(`/api/v4/leads/${id}`, { custom_fields_values: [{ field_id: one, values: [{ value: 'стало' }] }] });
    expect(await valuesOf(id)).toMatchObject([
      { field_id: one, field_type: 'text', values: [{ value: 'стало' }] },
      { field_id: two, field_type: 'numeric', values: [{ value: '15' }] },
    ]);
    await api.patch(`/api/v4/leads/${id}`, { custom_fields_values: [{ field_id: one, values: null }] });
    expect(await valuesOf(id)).toMatchObject([{ field_id: two }]);
    await api.patch(`/api/v4/leads/${id}`, { custom_fields_values: [{ field_id: two, values: null }] });
    expect(await valuesOf(id)).toBeNull();
  });

  it('keeps phones with their kind, WORK by default, and refuses enum and unknown kinds', async () => {
    const id = await api.create('contacts', {
      custom_fields_values: [
        { field_code: 'PHONE', values: [{ value: '+70000000001' }, { value: '+70000000002', enum_code: 'MOB' }] },
      ],
    });
    const contact = await api.get(`/api/v4/contacts/${id}`);
    expect(contact.json['custom_fields_values']?.[0]).toMatchObject({
      field_code: 'PHONE',
      field_type: 'multitext',
      values: [
        { value: '+70000000001', enum_code: 'WORK' },
        { value: '+70000000002', enum_code: 'MOB' },
      ],
    });
    const refused = await api.post('/api/v4/contacts', [
      { custom_fields_values: [{ field_code: 'PHONE', values: [{ value: '1', enum: 'WORK' }] }] },
      { custom_fields_values: [{ field_code: 'PHONE', values: [{ value: '1', enum_code: 'PAGER' }] }] },
      { custom_fields_values: [{ field_code: 'FAXES', values: [{ value: '1' }] }] },
    ]);
    expect(problemsOf(refused)).toEqual([
      '0: FieldNotExpected custom_fields_values.0.values.0.enum',
      '1: NotSupportedChoice custom_fields_values.0.values.0.enum_code',
      '2: NotSupportedChoice custom_fields_values.0.field_code',
    ]);
  });

  it('takes a choice by value, id or code and refuses an unknown one', async () => {
    const select = await field({ type: 'select', enums: [{ value: 'Матовый', code: 'matt' }, { value: 'Сатин' }] });
    const write = (value: Record<string, unknown>): Record<string, unknown> => ({
      custom_fields_values: [{ field_id: select, values: [value] }],
    });
    const id = await api.create('leads', write({ value: 'Сатин' }));
    expect(await valuesOf(id)).toMatchObject([{ values: [{ value: 'Сатин', enum_code: null }] }]);
    await api.patch(`/api/v4/leads/${id}`, write({ enum_code: 'matt' }));
    expect(await valuesOf(id)).toMatchObject([{ values: [{ value: 'Матовый', enum_code: 'matt' }] }]);
    expect(problemsOf(await api.patch(`/api/v4/leads/${id}`, write({ value: 'Глянец' })))).toEqual([
      '0: NotSupportedChoice custom_fields_values.0.values.0.value',
    ]);
  });

  it('snaps a date to the midnight of the account zone and keeps the moment of a date_time', async () => {
    const [date, moment] = [await field({ type: 'date' }), await field({ type: 'date_time' })];
    const at = Date.UTC(2026, 10, 20, 0, 0, 0) / 1000;
    const id = await api.create('leads', {
      custom_fields_values: [
        { field_id: date, values: [{ value: at }] },
        { field_id: moment, values: [{ value: '2026-11-20T00:00:00+00:00' }] },
      ],
    });
    expect(await valuesOf(id)).toMatchObject([
      { values: [{ value: Date.UTC(2026, 10, 19, 21, 0, 0) / 1000 }] },
      { values: [{ value: at }] },
    ]);
  });

  it('refuses values of a wrong type', async () => {
    const [text, flag] = [await field({ type: 'text' }), await field({ type: 'checkbox' })];
    const answer = await api.post('/api/v4/leads', [
      {
        custom_fields_values: [
          { field_id: text, values: [{ value: 5 }] },
          { field_id: flag, values: [{ value: 'yes' }] },
          { field_id: flag, values: 'yes' },
          { field_id: text },
        ],
      },
    ]);
    expect(problemsOf(answer)).toEqual([
      '0: InvalidType custom_fields_values.0.values.0.value',
      '0: InvalidType custom_fields_values.1.values.0.value',
      '0: InvalidType custom_fields_values.2.values',
      '0: FieldMissing custom_fields_values.3.values',
    ]);
  });

  async function field(draft: Record<string, unknown>): Promise<number> {
    const made = await api.post('/api/v4/leads/custom_fields', [{ name: 'Поле', ...draft }]);
    return Number(made.json['_embedded']?.['custom_fields']?.[0]?.['id']);
  }

  async function valuesOf(id: number): Promise<Json | undefined> {
    return (await api.get(`/api/v4/leads/${id}`)).json['custom_fields_values'];
  }
});
