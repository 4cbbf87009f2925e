import { describe, expect, it } from '@jest/globals';
import type { HttpRequest } from '../http/index.js';
import { findContact } from './contacts.js';
import { findLeadByOrderId, listChangedLeads } from './leads.js';
import { ensureCustomFields } from './own-fields.js';
import { contactRow, leadRow, NO_CONTENT, page, response, scriptedAccount } from './scripted-account.spec-helper.js';

const NOW = 1_700_000_000;
const ORDER = '0190b0a0-0000-7000-8000-000000000001';
const CLIENT = '0190b0a0-0000-7000-8000-000000000002';

describe('findLeadByOrderId', () => {
  it('finds the lead that carries our id and stops there', async () => {
    const account = scriptedAccount([
      page('leads', [leadRow(3, { created: NOW }, 'another'), leadRow(2, { created: NOW - 10 }, ORDER)]),
      page('leads', [leadRow(1)]),
    ]);
    expect(await findLeadByOrderId(account.client, ORDER, NOW - 60)).toMatchObject({ kind: 'ok', value: { id: 2 } });
    expect(account.asked).toEqual(['GET /api/v4/leads?order[created_at]=desc&with=contacts&page=1&limit=250']);
  });

  it('looks back beyond the intent by the margin of both clocks, and no further', async () => {
    const account = scriptedAccount([
      page('leads', [leadRow(3, { created: NOW })]),
      page('leads', [leadRow(2, { created: NOW - 300 }, ORDER)]),
    ]);
    expect(await findLeadByOrderId(account.client, ORDER, NOW)).toMatchObject({ value: { id: 2 } });
    const none = scriptedAccount([
      page('leads', [leadRow(3, { created: NOW - 301 })]),
      page('leads', [leadRow(2, {}, ORDER)]),
    ]);
    expect(await findLeadByOrderId(none.client, ORDER, NOW)).toEqual({ kind: 'ok', value: null });
    expect(none.requests).toHaveLength(1);
  });

  it('reads to the end when the order it asked for is ignored', async () => {
    const account = scriptedAccount([
      page('leads', [leadRow(1, { created: NOW - 9000 }), leadRow(2, { created: NOW - 8000 })]),
      page('leads', [leadRow(3, { created: NOW - 7000 }), leadRow(4, { created: NOW }, ORDER)]),
      NO_CONTENT,
    ]);
    expect(await findLeadByOrderId(account.client, ORDER, NOW)).toMatchObject({ value: { id: 4 } });
  });

  it('takes no lead from the bin and no failure for an absence', async () => {
    const deleted = { ...leadRow(2, { created: NOW }, ORDER), is_deleted: true };
    const account = scriptedAccount([page('leads', [deleted], false)]);
    expect(await findLeadByOrderId(account.client, ORDER, NOW)).toEqual({ kind: 'ok', value: null });
    const failing = scriptedAccount([page('leads', [leadRow(3, { created: NOW })]), response(502, '<html>')]);
    expect((await findLeadByOrderId(failing.client, ORDER, NOW)).kind).toBe('retry');
  });
});

describe('listChangedLeads', () => {
  it('gives what changed since the watermark with the overlap, each once, and the next watermark', async () => {
    const account = scriptedAccount([
      page('leads', [leadRow(5, { updated: NOW + 50 }), leadRow(4, { updated: NOW + 10 })]),
      page('leads', [leadRow(4, { updated: NOW + 10 }), leadRow(3, { updated: NOW - 300 })]),
      page('leads', [leadRow(2, { updated: NOW - 301 })]),
      page('leads', [leadRow(1)]),
    ]);
    const outcome = await listChangedLeads(account.client, NOW, NOW + 60);
    expect(outcome).toMatchObject({ kind: 'ok', value: { watermark: NOW + 50 } });
    expect(outcome.kind === 'ok' && outcome.value.leads.map(({ id }) => id)).toEqual([5, 4, 3]);
    expect(account.asked[0]).toBe('GET /api/v4/leads?order[updated_at]=desc&with=contacts&page=1&limit=250');
    expect(account.requests).toHaveLength(3);
  });

  it('keeps the watermark when nothing changed', async () => {
    const account = scriptedAccount([NO_CONTENT]);
    expect(await listChangedLeads(account.client, NOW, NOW + 60)).toEqual({
      kind: 'ok',
      value: { leads: [], watermark: NOW },
    });
  });

  it('does not believe a time that has not come yet, in a lead or in the watermark', async () => {
    const nextYear = NOW + 365 * 86_400;
    const rows = () => [page('leads', [leadRow(6, { updated: nextYear }), leadRow(5, { updated: NOW + 5 })], false)];
    const watermarkAfter = async (before: number) => {
      const outcome = await listChangedLeads(scriptedAccount(rows()).client, before, NOW + 60);
      return outcome.kind === 'ok' ? [outcome.value.watermark, outcome.value.leads.length] : outcome;
    };
    expect(await watermarkAfter(NOW)).toEqual([NOW + 5, 2]);
    expect(await watermarkAfter(nextYear)).toEqual([NOW + 60, 2]);
  });
});

describe('findContact', () => {
  const wanted = { clientId: CLIENT, phones: ['+7 999 000-00-01'], emails: ['Anna@example.test'] };

  /** Answers each query with its own rows, whether they fit or not. */
  function answering(rows: Record<string, unknown[]>) {
    return scriptedAccount((request: HttpRequest) => {
      const query = new URL(request.url).searchParams.get('query') ?? '';
      return rows[query] === undefined ? NO_CONTENT : page('contacts', rows[query], false);
    });
  }

  it('goes by our id, then the phone in any spelling, then the e-mail', async () => {
    const byId = answering({ [CLIENT]: [contactRow(1, { clientId: CLIENT })] });
    expect(await findContact(byId.client, wanted)).toMatchObject({
      value: { matchedBy: 'client-id', contact: { id: 1 } },
    });
    const byPhone = answering({ '9990000001': [contactRow(2, { phones: ['8(999)0000001'] })] });
    expect(await findContact(byPhone.client, wanted)).toMatchObject({
      value: { matchedBy: 'phone', contact: { id: 2 } },
    });
    const byEmail = answering({ 'anna@example.test': [contactRow(3, { emails: ['ANNA@example.test'] })] });
    expect(await findContact(byEmail.client, wanted)).toMatchObject({
      value: { matchedBy: 'email', contact: { id: 3 } },
    });
    const queries = byEmail.requests.map(({ url }) => new URL(url).searchParams.get('query'));
    expect(queries).toEqual([CLIENT, '9990000001', 'anna@example.test']);
  });

  it('does not believe the search: a row must have the phone itself', async () => {
    const loose = answering({
      [CLIENT]: [contactRow(1, { name: CLIENT })],
      '9990000001': [contactRow(2, { phones: ['+7 999 000-00-11'], name: '9990000001' })],
      'anna@example.test': [contactRow(3, { emails: ['joanna@example.test'] })],
    });
    expect(await findContact(loose.client, wanted)).toEqual({ kind: 'ok', value: null });
  });

  it('never takes a contact of another client of ours, and of several the oldest', async () => {
    const account = answering({
      '9990000001': [
        contactRow(9, { phones: ['89990000001'] }),
        contactRow(4, { phones: ['89990000001'], clientId: 'another-client' }),
        contactRow(7, { phones: ['89990000001'], clientId: '' }),
      ],
    });
    expect(await findContact(account.client, wanted)).toMatchObject({ value: { contact: { id: 7 } } });
  });

  it('reads the latest changes first when a create of ours may have happened', async () => {
    const account = scriptedAccount([page('contacts', [contactRow(5, { clientId: CLIENT, updated: NOW })])]);
    expect(await findContact(account.client, { ...wanted, since: NOW })).toMatchObject({
      value: { contact: { id: 5 } },
    });
    expect(account.asked).toEqual(['GET /api/v4/contacts?order[updated_at]=desc&page=1&limit=250']);
    const old = scriptedAccount([page('contacts', [contactRow(5, { updated: NOW - 301 })])]);
    expect(await findContact(old.client, { ...wanted, since: NOW })).toEqual({ kind: 'ok', value: null });
    expect(old.requests).toHaveLength(4);
  });

  it('does not search by what is no phone, and passes a failure on', async () => {
    const account = scriptedAccount(NO_CONTENT);
    await findContact(account.client, { clientId: CLIENT, phones: ['112'], emails: [' '] });
    expect(account.requests).toHaveLength(1);
    const failing = scriptedAccount([NO_CONTENT, response(429, '<html>')]);
    expect((await findContact(failing.client, wanted)).kind).toBe('retry');
  });
});

describe('ensureCustomFields', () => {
  const field = (id: number, code: string | null) => ({ id, name: 'x', code, type: 'text' });
  const created = (id: number) => response(201, { _embedded: { custom_fields: [field(id, 'X')] } });
  const leadFields = page('custom_fields', [field(1, 'SMET_ORDER_ID'), field(2, 'SMET_ORDER_URL')], false);
  const contactFields = page('custom_fields', [field(9, null), field(3, 'SMET_CLIENT_ID')], false);
  const ids = { kind: 'ok', value: { orderId: 1, orderUrl: 2, clientId: 3 } };

  it('creates nothing when everything is there', async () => {
    const account = scriptedAccount([leadFields, contactFields]);
    expect(await ensureCustomFields(account.client)).toEqual(ids);
    expect(account.asked.every((line) => line.startsWith('GET '))).toBe(true);
  });

  it('creates what is missing, also when the rest is on a later page', async () => {
    const account = scriptedAccount([
      page('custom_fields', [field(8, 'OTHER')]),
      page('custom_fields', [field(2, 'SMET_ORDER_URL')], false),
      created(1),
      NO_CONTENT,
      created(3),
    ]);
    expect(await ensureCustomFields(account.client, { orderId: 'a', orderUrl: 'b', clientId: 'c' })).toEqual(ids);
    expect(account.requests.flatMap(({ json }) => (json === undefined ? [] : [json]))).toEqual([
      [{ code: 'SMET_ORDER_ID', type: 'text', name: 'a', is_api_only: true }],
      [{ code: 'SMET_CLIENT_ID', type: 'text', name: 'c', is_api_only: true }],
    ]);
  });

  it('takes the field another process made in the meantime', async () => {
    const refused = response(400, {
      'validation-errors': [{ request_id: '0', errors: [{ code: 'NotUnique', path: 'code' }] }],
    });
    const account = scriptedAccount([
      page('custom_fields', [field(2, 'SMET_ORDER_URL')], false),
      refused,
      leadFields,
      contactFields,
    ]);
    expect(await ensureCustomFields(account.client)).toEqual(ids);
    const hopeless = scriptedAccount([NO_CONTENT, refused, NO_CONTENT]);
    expect(await ensureCustomFields(hopeless.client)).toMatchObject({ kind: 'rejected', code: 'VALIDATION' });
  });

  it('passes a failure on', async () => {
    const account = scriptedAccount([leadFields, response(403, { status: 403 })]);
    expect(await ensureCustomFields(account.client)).toMatchObject({ kind: 'rejected', code: 'NO_RIGHTS' });
  });
});
