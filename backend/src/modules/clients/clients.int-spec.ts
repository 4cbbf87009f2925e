import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, createOrder, createOrganization, type TestOrganization } from '../../../test/builders.js';
import { startApi, type TestApi } from '../../../test/support/index.js';
import { enterAs, type Person } from '../../../test/support/people.js';
import type { ClientDto, ClientLookupDto, ClientPageDto } from './dto/client.dto.js';

let api: TestApi;
let organization: TestOrganization;
let manager: Person;

beforeAll(async () => {
  api = await startApi();
  organization = await createOrganization(api.db.owner);
  manager = await enterAs(api, organization.id, 'manager');
});
afterAll(() => api.close());

const create = (body: unknown, key?: string) => manager.send<ClientDto>('POST', '/clients', body, key);

describe('clients', () => {
  it('are made with their phones and e-mails in the order given', async () => {
    const { status, body } = await create({
      name: 'Пётр',
      phones: [{ number: '8 900 111-22-33' }, { number: '+7 900 111 22 34' }],
      emails: ['p@test.invalid', 'q@test.invalid'],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'Пётр',
      kind: 'person',
      phones: [
        { number: '+79001112233', label: null, shared: false },
        { number: '+79001112234', label: null, shared: false },
      ],
      emails: ['p@test.invalid', 'q@test.invalid'],
      version: 1,
    });
    expect((await manager.get(`/clients/${body.id}`)).body).toEqual(body);
    const lookup = await manager.get<ClientLookupDto>('/clients/lookup?phone=9001112234');
    expect(lookup.body).toEqual({ phone: '+79001112234', client: body, clients: [body] });
  });

  it('have a phone each of their own', async () => {
    await create({ name: 'A', phones: [{ number: '+79002220001' }] });
    const taken = await manager.send('POST', '/clients', {
      name: 'B',
      phones: [{ number: '+79002220002' }, { number: '89002220001' }],
    });
    expect(taken).toMatchObject({ status: 409, body: { code: 'CLIENT.PHONE_TAKEN' } });
    expect((await manager.get<ClientLookupDto>('/clients/lookup?phone=89002220002')).body.client).toBeNull();
  });

  it('are made once for one idempotency key', async () => {
    const body = { name: 'Once', phones: [{ number: '+79003330001' }] };
    const [first, second] = [await create(body, 'client-1'), await create(body, 'client-1')];
    expect(second.body).toEqual(first.body);
    await api.db.owner.query(`update clients set name = 'Renamed since' where id = $1`, [first.body.id]);
    // The answer to the first attempt, not what became of the client since.
    expect((await create(body, 'client-1')).body).toEqual(first.body);
  });

  it.each<[string, object, string]>([
    ['no name', { phones: [{ number: '+79004440001' }] }, 'name'],
    ['no phones', { name: 'A', phones: [] }, 'phones'],
    ['a phone that is none', { name: 'A', phones: [{ number: '+79004440001' }, { number: '123' }] }, 'phones.1.number'],
    [
      'a phone twice',
      { name: 'A', phones: [{ number: '+79004440001' }, { number: '89004440001' }] },
      'phones.1.number',
    ],
    ['an e-mail that is none', { name: 'A', phones: [{ number: '+79004440001' }], emails: ['a'] }, 'emails'],
    ['an unknown field', { name: 'A', phones: [{ number: '+79004440001' }], vip: true }, 'vip'],
  ])('are refused with %s', async (_, body, path) => {
    const refused = await manager.send('POST', '/clients', body);
    expect(refused.status).toBe(422);
    expect(refused.body.invalidParams?.map((param) => param.path)).toContain(path);
  });

  it('are walked by name, every one once, ties included', async () => {
    const place = await createOrganization(api.db.owner);
    const reader = await enterAs(api, place.id, 'operator');
    for (let index = 0; index < 11; index++) {
      await createClient(api.db.owner, place.id, { name: index % 2 === 0 ? 'Same' : `Name ${index}` });
    }
    const names: string[] = [];
    const ids = new Set<string>();
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: ClientPageDto } = await reader.get<ClientPageDto>(
        `/clients?limit=3${cursor && `&cursor=${cursor}`}`,
      );
      for (const client of body.items) {
        names.push(client.name);
        ids.add(client.id);
      }
      cursor = body.nextCursor;
    }
    expect(ids.size).toBe(11);
    expect(names).toEqual(names.toSorted());
  });

  it('are found by name and by digits of the phone', async () => {
    await createClient(api.db.owner, organization.id, { name: 'Зинаида Редкая', phone: '+79008887766' });
    const find = async (query: string) =>
      (await manager.get<ClientPageDto>(`/clients?query=${encodeURIComponent(query)}`)).body.items.map((c) => c.name);
    expect(await find('редкая')).toEqual(['Зинаида Редкая']);
    expect(await find('888776')).toEqual(['Зинаида Редкая']);
    expect(await find('nobody at all')).toEqual([]);
  });

  it('are shown to a measurer only with the orders assigned to them', async () => {
    const measurer = await enterAs(api, organization.id, 'measurer');
    const { clientId } = await createOrder(api.db.owner, organization, { measurerUserId: measurer.id });
    const foreign = await createOrder(api.db.owner, organization);
    const { body } = await measurer.get<ClientPageDto>('/clients');
    expect(body.items.map(({ id }) => id)).toEqual([clientId]);
    expect((await measurer.get(`/clients/${clientId}`)).status).toBe(200);
    expect((await measurer.get(`/clients/${foreign.clientId}`)).status).toBe(404);
    const phone = encodeURIComponent('+79001112233');
    expect((await measurer.get<ClientLookupDto>(`/clients/lookup?phone=${phone}`)).body.client).toBeNull();
    expect((await measurer.send('POST', '/clients', { name: 'A', phones: [{ number: '+79004440009' }] })).status).toBe(
      403,
    );
  });

  it('are of one organization and of signed-in people', async () => {
    const { id } = await createClient(api.db.owner, organization.id);
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    expect((await stranger.get(`/clients/${id}`)).status).toBe(404);
    expect((await stranger.get<ClientPageDto>('/clients')).body.items).toEqual([]);
    for (const path of ['/clients', '/clients/lookup?phone=1', `/clients/${id}`]) {
      expect((await api.anonymous.get(`/api/v1${path}`)).status).toBe(401);
    }
    expect((await (await enterAs(api, organization.id, 'installer')).get('/clients')).status).toBe(403);
  });

  it('cannot be looked up by what is no phone', async () => {
    expect(await manager.get('/clients/lookup?phone=call-me')).toMatchObject({
      status: 422,
      body: { code: 'CLIENT.PHONE_UNREADABLE', invalidParams: [{ path: 'phone', code: 'PHONE_UNREADABLE' }] },
    });
  });
});
