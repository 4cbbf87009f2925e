import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOrder, createOrganization, type TestOrganization } from '../../../test/builders.js';
import { startApi, type TestApi } from '../../../test/support/index.js';
import { enterAs, type Person } from '../../../test/support/people.js';
import type { ClientDto, ClientLookupDto, ClientPageDto, TagDto } from './dto/client.dto.js';
import type { HistoryPageDto } from './history/history.dto.js';

let api: TestApi;
let organization: TestOrganization;
let manager: Person;
let made = 0;

beforeAll(async () => {
  api = await startApi();
  organization = await createOrganization(api.db.owner);
  manager = await enterAs(api, organization.id, 'manager');
});
afterAll(() => api.close());

const nextPhone = () => `+7901000${String(++made).padStart(4, '0')}`;
const create = async (given: object = {}): Promise<ClientDto> => {
  const body = { name: `Client ${++made}`, phones: [{ number: nextPhone() }], ...given };
  const { status, body: client } = await manager.send<ClientDto>('POST', '/clients', body);
  expect(status).toBe(201);
  return client;
};
const change = (client: ClientDto, parts: object) =>
  manager.send<ClientDto>('PATCH', `/clients/${client.id}`, { version: client.version, ...parts });
const names = async (query: string): Promise<string[]> =>
  (await manager.get<ClientPageDto>(`/clients?${query}`)).body.items.map(({ name }) => name);

describe('a change of a client', () => {
  it('replaces the lists it names, keeps the others, and raises the version', async () => {
    const tag = (await manager.send<TagDto>('POST', '/tags', { name: 'VIP' })).body;
    expect((await manager.send<TagDto>('POST', '/tags', { name: ' vip ' })).body).toEqual(tag);
    const before = await create({ emails: ['a@test.invalid', 'b@test.invalid'], comment: 'Old' });
    const [first] = before.phones;
    const { status, body } = await change(before, {
      phones: [{ number: '8 902 000-00-01', label: 'Work' }, { number: first?.number }],
      addresses: [{ text: 'Lime street 1', label: 'Dacha' }, { text: 'Lime street 2' }],
      tagIds: [tag.id],
      source: 'Site',
      responsibleUserId: null,
      comment: null,
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...(before as object),
      phones: [{ number: '+79020000001', label: 'Work', shared: false }, first],
      addresses: [
        { text: 'Lime street 1', label: 'Dacha' },
        { text: 'Lime street 2', label: null },
      ],
      tags: [tag],
      source: 'Site',
      responsible: null,
      comment: null,
      version: 2,
      updatedAt: body.updatedAt,
    });
    expect((await manager.get<{ items: string[] }>('/client-sources')).body.items).toEqual(['Site']);
    expect(await names(`tag=${tag.id}&source=Site&kind=person`)).toEqual([before.name]);
  });

  it('is refused on a stale version, and to those who may not', async () => {
    const client = await create();
    await change(client, { comment: 'First' });
    expect(await change(client, { comment: 'Second' })).toMatchObject({
      status: 409,
      body: { code: 'CLIENT.CHANGED', current: { version: 2 } },
    });
    const [accountant, stranger] = [
      await enterAs(api, organization.id, 'accountant'),
      await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner'),
    ];
    const parts = { version: 2, comment: 'Third' };
    expect((await accountant.send('PATCH', `/clients/${client.id}`, parts)).status).toBe(403);
    expect((await stranger.send('PATCH', `/clients/${client.id}`, parts)).status).toBe(404);
    expect((await accountant.send('DELETE', `/clients/${client.id}?version=2`)).status).toBe(403);
    expect((await stranger.send('POST', `/clients/${client.id}/restore`, { version: 2 })).status).toBe(404);
  });

  it.each<[string, object, string]>([
    ['nobody to call or write to', { phones: [], emails: [] }, 'phones'],
    ['contact people of a person', { contacts: [{ personId: '019aa000-0000-7000-8000-000000000000' }] }, 'contacts'],
    ['a tag that is none', { tagIds: ['019aa000-0000-7000-8000-000000000000'] }, 'tagIds'],
    ['a colleague who is none', { responsibleUserId: '019aa000-0000-7000-8000-000000000000' }, 'responsibleUserId'],
    ['a field nobody made', { fields: { unheard_of: 1 } }, 'fields.unheard_of'],
    ['two equal e-mails', { emails: ['a@test.invalid', 'A@test.invalid'] }, 'emails'],
  ])('is refused with %s', async (_, parts, path) => {
    const client = await create();
    const refused = await change(client, parts);
    expect([refused.status, refused.body]).toMatchObject([422, { invalidParams: [{ path }] }]);
    expect((await manager.get<ClientDto>(`/clients/${client.id}`)).body).toEqual(client);
  });

  it('gives a company its people, who then know their companies', async () => {
    const [person, other] = [await create({ name: 'Foreman' }), await create({ name: 'Director' })];
    const company = await create({
      name: 'Roofs Ltd',
      kind: 'company',
      phones: [],
      contacts: [{ personId: other.id, position: 'Director' }, { personId: person.id }],
    });
    expect(company.contacts.map(({ name, position }) => [name, position])).toEqual([
      ['Director', 'Director'],
      ['Foreman', null],
    ]);
    const { body: known } = await manager.get<ClientDto>(`/clients/${person.id}`);
    expect(known.companies.map(({ id }) => id)).toEqual([company.id]);
    expect((await change(known, { kind: 'company' })).status).toBe(422);
    const { body: left } = await change(company, { contacts: [{ personId: person.id, position: 'Owner' }] });
    expect(left.contacts).toMatchObject([{ id: person.id, position: 'Owner' }]);
  });
});

describe('a phone', () => {
  it('typed by fifty people at once makes one client', async () => {
    const number = nextPhone();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        manager.send('POST', '/clients', { name: `Hurry ${index}`, phones: [{ number: nextPhone() }, { number }] }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status, body }) => status === 409 && body.code === 'CLIENT.PHONE_TAKEN');
    expect(refused).toHaveLength(49);
    const lookup = await manager.get<ClientLookupDto>(`/clients/lookup?phone=${encodeURIComponent(number)}`);
    expect(lookup.body.clients).toHaveLength(1);
    expect(await names('query=Hurry')).toEqual([lookup.body.client?.name]);
  });

  it('is shared on purpose only, and then belongs to several', async () => {
    const number = nextPhone();
    const husband = await create({ name: 'Husband', phones: [{ number }] });
    const wife = { name: 'Wife', phones: [{ number }] };
    const refused = await manager.send<{ current: unknown }>('POST', '/clients', wife);
    expect(refused.status).toBe(409);
    expect(refused.body.current).toEqual({ holders: [{ number, id: husband.id, name: 'Husband', deleted: false }] });
    const shared = await create({ ...wife, sharedPhones: [number] });
    expect(shared.phones).toEqual([{ number, label: null, shared: true }]);
    const lookup = await manager.get<ClientLookupDto>(`/clients/lookup?phone=${encodeURIComponent(number)}`);
    expect(lookup.body.clients.map(({ name }) => name)).toEqual(['Husband', 'Wife']);
    expect(lookup.body.client?.name).toBe('Husband');
    // Who shared it holds it when the holder gives it up, so that nobody else can take it unawares.
    await change(husband, { phones: [{ number: nextPhone() }] });
    expect((await manager.get<ClientDto>(`/clients/${shared.id}`)).body.phones[0]?.shared).toBe(false);
    expect((await manager.send('POST', '/clients', { name: 'Third', phones: [{ number }] })).status).toBe(409);
  });
});

describe('the trash', () => {
  it('takes a client and gives it back', async () => {
    const client = await create({ name: 'Trashed' });
    const path = `/clients/${client.id}`;
    expect((await manager.send('DELETE', `${path}?version=7`)).status).toBe(409);
    expect((await manager.send('DELETE', `${path}?version=1`)).status).toBe(204);
    expect(await names('query=Trashed')).toEqual([]);
    expect(await names('trash=true&query=Trashed')).toEqual(['Trashed']);
    expect((await change(client, { version: 2, comment: 'x' })).status).toBe(404);
    const operator = await enterAs(api, organization.id, 'operator');
    expect((await operator.get('/clients?trash=true')).status).toBe(403);
    expect((await operator.get(path)).status).toBe(404);
    const inTrash = (await manager.get<ClientDto>(path)).body;
    expect(inTrash.deletedAt).not.toBeNull();
    const taken = { name: 'Again', phones: [{ number: client.phones[0]?.number }] };
    expect(await manager.send('POST', '/clients', taken)).toMatchObject({
      status: 409,
      body: { current: { holders: [{ deleted: true }] } },
    });
    const back = await manager.send<ClientDto>('POST', `${path}/restore`, { version: 2 });
    expect(back.body).toMatchObject({ deletedAt: null, version: 3, phones: client.phones });
    expect(await names('trash=true')).toEqual([]);
  });

  it('does not take a client with orders', async () => {
    const client = await create();
    await createOrder(api.db.owner, organization, { clientId: client.id });
    expect(await manager.send('DELETE', `/clients/${client.id}?version=1`)).toMatchObject({
      status: 409,
      body: { code: 'CLIENT.HAS_ORDERS', params: { orders: 1 } },
    });
  });
});

describe('consents', () => {
  it('are kept with their proof, also when they are withdrawn', async () => {
    const { id } = await create();
    const given = { channel: 'email', basis: 'News', proof: 'Contract 12', grantedAt: '2026-01-02T03:04:05Z' };
    const { status, body } = await manager.send<ClientDto>('POST', `/clients/${id}/consents`, given);
    expect(status).toBe(201);
    const [consent] = body.consents;
    const recordedBy = { id: manager.id, name: manager.name };
    expect(consent).toMatchObject({
      channel: 'email',
      basis: 'News',
      proof: 'Contract 12',
      withdrawnAt: null,
      recordedBy,
    });
    const withdraw = (at: object) => manager.send<ClientDto>('POST', `/consents/${consent?.id}/withdraw`, at);
    expect((await withdraw({ withdrawnAt: '2026-01-01T00:00:00Z' })).status).toBe(422);
    expect((await withdraw({ withdrawnAt: '2999-01-01T00:00:00Z' })).status).toBe(422);
    expect((await withdraw({})).body.consents[0]?.withdrawnAt).not.toBeNull();
    expect(await withdraw({})).toMatchObject({ status: 409, body: { code: 'CLIENT.CONSENT_WITHDRAWN' } });
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    expect((await stranger.send('POST', `/consents/${consent?.id}/withdraw`, {})).status).toBe(404);
    expect((await stranger.send('POST', `/clients/${id}/consents`, given)).status).toBe(404);
  });
});

describe('the history', () => {
  it('tells what happened to the client and their orders, by kind and page by page', async () => {
    const client = await create({ name: 'Told' });
    await change(client, { comment: 'Changed' });
    const order = { client: { id: client.id }, address: 'Told street 1' };
    const { body: ordered } = await manager.send<{ id: string; number: number }>('POST', '/orders', order);
    const estimate = await manager.send('POST', `/orders/${ordered.id}/estimates`, { title: 'Ceilings' });
    expect(estimate.status).toBe(201);
    const page = async (query: string) =>
      (await manager.get<HistoryPageDto>(`/clients/${client.id}/history${query}`)).body;
    const all = await page('');
    expect(all.items.map(({ action }) => action)).toEqual([
      'estimate.created',
      'order.created',
      'client.updated',
      'client.created',
    ]);
    expect(all.items[1]).toMatchObject({
      kind: 'order',
      actor: { kind: 'user', id: manager.id, name: manager.name },
      subject: { type: 'order', id: ordered.id, title: String(ordered.number) },
    });
    expect(all.items[2]?.changes).toEqual({ comment: { before: null, after: 'Changed' } });
    expect((await page('?kind=client')).items).toEqual(all.items.slice(2));
    const first = await page('?limit=3');
    expect([...first.items, ...(await page(`?limit=3&cursor=${first.nextCursor}`)).items]).toEqual(all.items);
    const operator = await enterAs(api, organization.id, 'operator');
    const seen = (await operator.get<HistoryPageDto>(`/clients/${client.id}/history`)).body.items;
    expect(seen).toEqual(all.items.slice(1));
  });
});
