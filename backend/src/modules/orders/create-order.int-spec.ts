import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient, createOrganization, type TestOrganization } from '../../../test/builders.js';
import { startApi, type TestApi } from '../../../test/support/index.js';
import { enterAs, type Person } from '../../../test/support/people.js';
import type { OrderDto } from './dto/order.dto.js';

let api: TestApi;
let organization: TestOrganization;
let manager: Person;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  organization = await createOrganization(api.db.owner);
  manager = await enterAs(api, organization.id, 'manager');
});

const body = (phone = '8 900 123-45-67') => ({ client: { phone, name: 'Anna' }, address: 'Lenina 1' });

const count = async (table: 'orders' | 'clients' | 'client_phones') => {
  const { rows } = await api.db.owner.query<{ count: number }>(
    `select count(*)::int as count from ${table} where organization_id = $1`,
    [organization.id],
  );
  return rows[0]?.count;
};

describe('POST /orders', () => {
  it('makes the order and its client in one go', async () => {
    const { status, body: order } = await manager.send<OrderDto>('POST', '/orders', body());
    expect(status).toBe(201);
    expect(order).toMatchObject({
      number: 1,
      client: { name: 'Anna', phone: '+79001234567' },
      address: 'Lenina 1',
      stage: { id: organization.stages.lead, kind: 'open' },
      responsible: { id: manager.id, name: manager.name },
      measurer: null,
      totalMinor: 0,
      currency: 'RUB',
      version: 1,
      comment: null,
      estimates: [],
      sync: null,
    });
    expect(await manager.get(`/orders/${order.id}`)).toMatchObject({ status: 200, body: order });
  });

  it('finds the client by the phone, however it is typed, and keeps the known name', async () => {
    const known = await createClient(api.db.owner, organization.id, { phone: '+79001234567', name: 'Known' });
    const { body: order } = await manager.send<OrderDto>('POST', '/orders', body('+7 (900) 1234567'));
    expect(order.client).toEqual({ id: known.id, name: 'Known', phone: '+79001234567' });
  });

  it('takes a client back out of the trash', async () => {
    const known = await createClient(api.db.owner, organization.id, { phone: '+79001234567' });
    await api.db.owner.query(`update clients set deleted_at = now() where id = $1`, [known.id]);
    const { body: order } = await manager.send<OrderDto>('POST', '/orders', body());
    expect(order.client.id).toBe(known.id);
    expect((await manager.get(`/clients/${known.id}`)).status).toBe(200);
    const traces = await api.db.owner.query<{ name: string }>(
      `select type as name from events where subject_id = $1 union all select action from audit_log where entity_id = $1`,
      [known.id],
    );
    expect(traces.rows.map(({ name }) => name)).toEqual(['client.restored', 'client.restored']);
  });

  it('gives 30 parallel orders numbers without gaps and twins', async () => {
    const made = await Promise.all(
      Array.from({ length: 30 }, (_, i) => manager.send<OrderDto>('POST', '/orders', body(`+7900000${1000 + i}`))),
    );
    expect(made.map(({ status }) => status)).toEqual(made.map(() => 201));
    const numbers = made.map(({ body: order }) => order.number).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  });

  it('makes one client of 50 parallel orders with one phone', async () => {
    const made = await Promise.all(Array.from({ length: 50 }, () => manager.send<OrderDto>('POST', '/orders', body())));
    expect(made.map(({ status }) => status)).toEqual(made.map(() => 201));
    expect(new Set(made.map(({ body: order }) => order.client.id)).size).toBe(1);
    expect(await count('clients')).toBe(1);
    expect(await count('client_phones')).toBe(1);
    expect(await count('orders')).toBe(50);
  });

  it('does it once for one idempotency key, also in parallel', async () => {
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => manager.send<OrderDto>('POST', '/orders', body(), 'key-1')),
    );
    const answered = sent.filter(({ status }) => status === 201 || status === 200);
    expect(new Set(answered.map(({ body: order }) => order.id)).size).toBe(1);
    expect(await count('orders')).toBe(1);
    const other = await manager.send('POST', '/orders', body('+79005556677'), 'key-1');
    expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY.KEY_REUSED' } });
  });

  it('rolls the new client back together with the order', async () => {
    const stranger = '01900000-0000-7000-8000-000000000000';
    const refused = await manager.send('POST', '/orders', { ...body(), measurerUserId: stranger });
    expect(refused.status).toBe(422);
    expect(refused.body.invalidParams).toEqual([
      expect.objectContaining({ path: 'measurerUserId', code: 'PERSON_UNKNOWN' }),
    ]);
    expect(await count('clients')).toBe(0);
  });

  it.each<[string, object, string]>([
    ['a phone that is none', { client: { phone: '12', name: 'A' }, address: 'x' }, 'client.phone'],
    ['no phone', { client: { name: 'A' }, address: 'x' }, 'client.phone'],
    ['no name', { client: { phone: '+79001234567' }, address: 'x' }, 'client.name'],
    ['no client', { address: 'x' }, 'client'],
    ['no address', { client: { phone: '+79001234567', name: 'A' } }, 'address'],
    ['an endless address', { client: { phone: '+79001234567', name: 'A' }, address: 'x'.repeat(501) }, 'address'],
    ['a blank address', { ...body(), address: '   ' }, 'address'],
    ['a text that cannot be stored', { ...body(), address: 'a\0b' }, 'address'],
    ['half a character', { ...body(), comment: 'a\ud800b' }, 'comment'],
    ['a name that cannot be stored', { ...body(), client: { phone: '+79001234567', name: '\0' } }, 'client.name'],
    ['an unknown field', { ...body(), totalMinor: 5 }, 'totalMinor'],
    ['a client of nobody', { client: { id: '01900000-0000-7000-8000-000000000000' }, address: 'x' }, 'client.id'],
  ])('refuses %s and names the field', async (_, sent, path) => {
    const refused = await manager.send('POST', '/orders', sent);
    expect(refused.status).toBe(422);
    expect(refused.body.invalidParams?.map((param) => param.path)).toContain(path);
    expect(await count('orders')).toBe(0);
  });

  it('does not take a client of another organization', async () => {
    const other = await createOrganization(api.db.owner);
    const foreign = await createClient(api.db.owner, other.id);
    const refused = await manager.send('POST', '/orders', { client: { id: foreign.id }, address: 'x' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'ORDER.CLIENT_UNKNOWN' } });
  });

  it('is not for everybody', async () => {
    const measurer = await enterAs(api, organization.id, 'measurer');
    expect((await measurer.send('POST', '/orders', body())).status).toBe(403);
    expect((await api.anonymous.post('/api/v1/orders')).status).toBe(401);
  });
});
