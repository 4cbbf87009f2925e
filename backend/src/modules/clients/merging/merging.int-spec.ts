import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOrder, createOrganization, type TestOrganization } from '../../../../test/builders.js';
import { startApi, type TestApi } from '../../../../test/support/index.js';
import { enterAs, type Person, type RawAnswer } from '../../../../test/support/people.js';
import type { ClientDto, ClientPageDto } from '../dto/client.dto.js';
import type { HistoryPageDto } from '../history/history.dto.js';
import { HANGING, STAYING } from './hanging.js';
import type { MergeListDto } from './merge.dto.js';

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

const nextPhone = () => `+7905000${String(++made).padStart(4, '0')}`;
const create = async (given: object = {}): Promise<ClientDto> => {
  const body = { name: `Client ${++made}`, phones: [{ number: nextPhone() }], ...given };
  const answer = await manager.send<ClientDto>('POST', '/clients', body);
  expect([answer.status, answer.body]).toMatchObject([201, {}]);
  return answer.body;
};
const get = async (id: string): Promise<ClientDto> => (await manager.get<ClientDto>(`/clients/${id}`)).body;
const merge = (winner: ClientDto, other: ClientDto, fields: object = {}): Promise<RawAnswer<ClientDto>> =>
  manager.send<ClientDto>('POST', `/clients/${winner.id}/merge`, {
    version: winner.version,
    otherId: other.id,
    otherVersion: other.version,
    fields,
  });
const merges = async (id: string) => (await manager.get<MergeListDto>(`/clients/${id}/merges`)).body.items;
const undo = (mergeId: string | undefined) => manager.send<ClientDto>('POST', `/client-merges/${mergeId}/undo`, {});
const numbers = (client: ClientDto) => client.phones.map(({ number }) => number);
/** Without what a change leaves behind on any row. */
const content = ({ version: _v, updatedAt: _u, ...rest }: ClientDto) => rest;

describe('what hangs on a client', () => {
  it('is everything the database knows to refer to clients', async () => {
    const { rows } = await api.db.owner.query<{ reference: string }>(`
      select c.conrelid::regclass || '.' || a.attname as reference
        from pg_constraint c
        join lateral unnest(c.conkey, c.confkey) as k (own, other) on true
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.own
        join pg_attribute f on f.attrelid = c.confrelid and f.attnum = k.other
       where c.contype = 'f' and c.confrelid = 'clients'::regclass and f.attname = 'id'`);
    const known = [...HANGING.map(({ table, column }) => `${table}.${column}`), ...STAYING];
    expect(rows.map(({ reference }) => reference).sort()).toEqual(known.sort());
  });
});

describe('a merge', () => {
  it('makes one client of two, field by field, with everything that belongs to them', async () => {
    const number = nextPhone();
    const tag = (await manager.send<{ id: string }>('POST', '/tags', { name: 'Both' })).body;
    const mine = await create({ name: 'Ann', phones: [{ number }], emails: ['A@test.invalid'], tagIds: [tag.id] });
    const other = await create({
      name: 'Anna Smith',
      phones: [{ number: nextPhone() }, { number, label: 'Husband' }],
      sharedPhones: [number],
      emails: ['a@test.invalid', 'b@test.invalid'],
      addresses: [{ text: 'Lime street 1' }],
      tagIds: [tag.id],
      source: 'Site',
      comment: 'Theirs',
    });
    const company = await create({ kind: 'company', contacts: [{ personId: other.id, position: 'Buyer' }] });
    await manager.send('POST', `/clients/${other.id}/consents`, { channel: 'phone', basis: 'b', proof: 'p' });
    const order = await createOrder(api.db.owner, organization, { clientId: other.id });
    const theirs = await get(other.id);
    const { status, body } = await merge(mine, theirs, { name: 'theirs', comment: 'mine' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: 'Anna Smith',
      source: 'Site',
      comment: null,
      version: 2,
      tags: [{ id: tag.id }],
    });
    expect(numbers(body)).toEqual([number, numbers(theirs)[0]]);
    expect(body.emails).toEqual(['A@test.invalid', 'b@test.invalid']);
    expect([body.addresses, body.consents, body.companies]).toMatchObject([
      [{ text: 'Lime street 1' }],
      [{}],
      [{ id: company.id }],
    ]);
    const orders = await manager.get<{ items: { id: string }[] }>(`/orders?clientId=${mine.id}`);
    expect(orders.body.items.map(({ id }) => id)).toEqual([order.id]);
    // Whoever has the old address is told the new one.
    expect(await manager.get(`/clients/${other.id}`)).toMatchObject({
      status: 410,
      body: { code: 'CLIENT.MERGED', current: { id: mine.id } },
    });
    expect((await manager.get<ClientPageDto>('/clients?query=Smith')).body.items.map(({ id }) => id)).toEqual([
      mine.id,
    ]);
    const history = (await manager.get<HistoryPageDto>(`/clients/${mine.id}/history?kind=client`)).body.items;
    expect(history.map(({ action }) => action).sort()).toEqual([
      'client.created',
      'client.created',
      'client.merged',
      'client.merged-away',
    ]);

    const [done] = await merges(mine.id);
    expect(done).toMatchObject({ other: { id: other.id }, by: { id: manager.id }, undoneAt: null });
    expect(content((await undo(done?.id)).body)).toEqual(content(theirs));
    expect(content(await get(mine.id))).toEqual(content(mine));
    expect(await undo(done?.id)).toMatchObject({ status: 409, body: { code: 'CLIENT.MERGE_UNDONE' } });
    expect((await get(company.id)).contacts).toMatchObject([{ id: other.id, position: 'Buyer' }]);
  });

  it('gives the number to whoever held it, also when it was the other one', async () => {
    const number = nextPhone();
    const holder = await create({ phones: [{ number }] });
    const sharer = await create({ phones: [{ number }], sharedPhones: [number] });
    const { body } = await merge(sharer, holder);
    expect(body.phones).toEqual([{ number, label: null, shared: false }]);
    await undo((await merges(sharer.id))[0]?.id);
    expect([content(await get(holder.id)), content(await get(sharer.id))]).toEqual([content(holder), content(sharer)]);
  });

  it('is refused where it makes no sense, and to those who may not', async () => {
    const [one, two] = [await create(), await create()];
    expect((await merge(one, one)).status).toBe(422);
    expect((await merge(one, two, { name: 'both' })).status).toBe(422);
    const stale = { ...(two as object), version: 9 } as ClientDto;
    expect(await merge(one, stale)).toMatchObject({ status: 409, body: { current: { id: two.id, version: 1 } } });
    const company = await create({ kind: 'company', contacts: [{ personId: one.id }] });
    const another = await create();
    expect(await merge(another, company, { kind: 'mine' })).toMatchObject({ status: 422 });
    const operator = await enterAs(api, organization.id, 'operator');
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    const body = { version: 1, otherId: two.id, otherVersion: 1 };
    expect((await operator.send('POST', `/clients/${one.id}/merge`, body)).status).toBe(403);
    expect((await stranger.send('POST', `/clients/${one.id}/merge`, body)).status).toBe(404);
    const id = (await merge(one, two)).body.id;
    const [done] = await merges(id);
    expect((await stranger.send('POST', `/client-merges/${done?.id}/undo`, {})).status).toBe(404);
    expect((await operator.send('POST', `/client-merges/${done?.id}/undo`, {})).status).toBe(403);
    expect((await stranger.get(`/clients/${id}/merges`)).status).toBe(404);
  });

  it('is undone in any order that makes sense; otherwise the one to undo first is named', async () => {
    const [top, a, b, c] = [await create(), await create(), await create({ source: 'Site' }), await create()];
    const withC = (await merge(b, c)).body;
    const withA = (await merge(top, a)).body;
    await merge(withA, withC);
    const [ofB, ofA] = await merges(top.id);
    const [ofC] = (await api.db.owner.query<{ id: string }>('select id from client_merges where loser_id = $1', [c.id]))
      .rows;
    // C became a part of B, which is not there any more.
    expect(await undo(ofC?.id)).toMatchObject({
      status: 409,
      body: { code: 'CLIENT.MERGE_NOT_LAST', current: { mergeId: ofB?.id } },
    });
    expect(content((await undo(ofA?.id)).body)).toEqual(content(a));
    expect(content((await undo(ofB?.id)).body)).toEqual(content(withC));
    expect(content((await undo(ofC?.id)).body)).toEqual(content(c));
    expect([content(await get(top.id)), content(await get(b.id))]).toEqual([content(top), content(b)]);

    const twice = { emails: ['twice@test.invalid'] };
    const [left, middle, right] = [await create(), await create(twice), await create(twice)];
    await merge((await merge(left, middle)).body, right);
    const [last, first] = await merges(left.id);
    // The address of the third gave way to the second's: it would be nobody's.
    expect(await undo(first?.id)).toMatchObject({ status: 409, body: { current: { mergeId: last?.id } } });
    await undo(last?.id);
    expect((await undo(first?.id)).status).toBe(200);
  });
});

describe('at the same time', () => {
  it('one client becomes a part of one other only', async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b, both] = [await create(), await create(), await create()];
      const answers = await Promise.all([merge(a, both), merge(b, both), merge(both, a)]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => [409, 410].includes(status))).toHaveLength(2);
      const { rows } = await api.db.owner.query(
        `select p.number from client_phones p join clients c on c.id = p.client_id
          where c.id = any($1::uuid[]) and c.merged_into_id is null`,
        [[a.id, b.id, both.id]],
      );
      expect(rows).toHaveLength(3);
    }
  });

  it('an order finds the client that is left', async () => {
    for (let round = 0; round < 5; round++) {
      const [winner, loser] = [await create(), await create()];
      const byPhone = { client: { phone: numbers(loser)[0], name: 'x' }, address: 'a' };
      const [, first, second] = await Promise.all([
        merge(winner, loser),
        manager.send('POST', '/orders', byPhone),
        manager.send('POST', '/orders', { client: { id: loser.id }, address: 'b' }),
      ]);
      expect([first.status, second.status]).toEqual([201, expect.any(Number)]);
      expect([201, 422]).toContain(second.status);
      const { rows } = await api.db.owner.query(
        'select distinct client_id from orders where client_id = any($1::uuid[])',
        [[winner.id, loser.id]],
      );
      expect(rows).toEqual([{ client_id: winner.id }]);
    }
  });
});
