import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, createOrder, createOrganization, type TestOrganization } from '../../../test/builders.js';
import { startApi, type TestApi } from '../../../test/support/index.js';
import { enterAs, type Person } from '../../../test/support/people.js';
import { ORDER_SORTS } from './dto/list-orders.query.dto.js';
import type { OrderPageDto, OrderRowDto } from './dto/order.dto.js';

let api: TestApi;
let organization: TestOrganization;
let manager: Person;
let measurer: Person;

const ORDERS = 23;

beforeAll(async () => {
  api = await startApi();
  organization = await createOrganization(api.db.owner);
  manager = await enterAs(api, organization.id, 'manager');
  measurer = await enterAs(api, organization.id, 'measurer');
  const anna = await createClient(api.db.owner, organization.id, { name: 'Анна Ветрова', phone: '+79005550101' });
  for (let index = 0; index < ORDERS; index++) {
    await createOrder(api.db.owner, organization, {
      totalMinor: (index % 3) * 1000,
      address: index % 2 === 0 ? `улица Мира, ${index}` : 'проспект',
      stageId: index % 4 === 0 ? organization.stages.won : organization.stages.lead,
      ...(index % 5 === 0 && { measurerUserId: measurer.id }),
      ...(index % 6 === 0 && { responsibleUserId: manager.id }),
      ...(index < 2 && { clientId: anna.id }),
    });
  }
  // Ties on purpose: all rows of one kind were made and changed at the same microsecond.
  await api.db.owner.query(
    `update orders set created_at = '2026-01-01T00:00:00.123456Z'::timestamptz + (number % 4) * interval '1 microsecond',
                       updated_at = '2026-02-01T00:00:00.000001Z' where organization_id = $1`,
    [organization.id],
  );
  // Somebody else's orders must never show up.
  const other = await createOrganization(api.db.owner);
  for (let index = 0; index < 3; index++) await createOrder(api.db.owner, other);
});
afterAll(() => api.close());

const page = (who: Person, query: string) => who.get<OrderPageDto>(`/orders?${query}`);

async function walk(who: Person, query: string): Promise<OrderRowDto[]> {
  const rows: OrderRowDto[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const answer = await page(who, `${query}&limit=4${cursor && `&cursor=${cursor}`}`);
    expect(answer.status).toBe(200);
    rows.push(...answer.body.items);
    cursor = answer.body.nextCursor;
  }
  return rows;
}

const sortValue = (row: OrderRowDto, sort: string) => {
  const values = {
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    number: row.number,
    totalMinor: row.totalMinor ?? NaN,
  };
  return values[sort.replace('-', '') as keyof typeof values];
};

describe('GET /orders', () => {
  it.each(ORDER_SORTS)('walks every order once by %s, ties included', async (sort) => {
    const rows = await walk(manager, `sort=${sort}`);
    expect(rows).toHaveLength(ORDERS);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(ORDERS);
    const sign = sort.startsWith('-') ? -1 : 1;
    const sorted = rows.toSorted((a, b) => {
      const [left, right] = [sortValue(a, sort), sortValue(b, sort)];
      return sign * (left < right ? -1 : left > right ? 1 : a.id < b.id ? -1 : 1);
    });
    expect(rows.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
  });

  it('is newest first, a page of 50, without being asked', async () => {
    const { body } = await page(manager, '');
    expect(body.nextCursor).toBeNull();
    expect(body.items.map(({ id }) => id)).toEqual((await walk(manager, 'sort=-createdAt')).map(({ id }) => id));
  });

  it('filters by stage, responsible person, measurer, together too', async () => {
    const won = await walk(manager, `stageId=${organization.stages.won}`);
    expect(won).toHaveLength(6);
    expect(won.every(({ stage }) => stage.kind === 'won')).toBe(true);
    const mine = await walk(manager, `responsibleUserId=${manager.id}&sort=-totalMinor`);
    expect(mine).toHaveLength(4);
    expect(mine.every(({ responsible }) => responsible?.name === manager.name)).toBe(true);
    expect(await walk(manager, `measurerUserId=${measurer.id}`)).toHaveLength(5);
    expect(await walk(manager, `measurerUserId=${measurer.id}&stageId=${organization.stages.won}`)).toHaveLength(2);
  });

  it('finds by address, client, phone and number', async () => {
    expect(await walk(manager, `query=${encodeURIComponent('мира')}`)).toHaveLength(12);
    expect(await walk(manager, `query=${encodeURIComponent('ветрова')}`)).toHaveLength(2);
    expect((await walk(manager, 'query=5550101')).map(({ client }) => client.phone)).toEqual([
      '+79005550101',
      '+79005550101',
    ]);
    expect((await walk(manager, 'query=23')).map(({ number }) => number)).toContain(23);
    expect(await walk(manager, `query=${encodeURIComponent("100%_'")}`)).toEqual([]);
  });

  it('shows a measurer the assigned orders only, whatever is asked for', async () => {
    expect(await walk(measurer, '')).toHaveLength(5);
    expect(await walk(measurer, `responsibleUserId=${manager.id}`)).toHaveLength(1);
    expect(await walk(measurer, `query=${encodeURIComponent('улица')}`)).toHaveLength(3);
    const stranger = await enterAs(api, organization.id, 'measurer');
    expect(await walk(stranger, `measurerUserId=${measurer.id}`)).toEqual([]);
  });

  it('tells no sums to those who do not read estimates, not even by the order of the rows', async () => {
    expect((await walk(measurer, '')).some(({ totalMinor }) => (totalMinor ?? 0) > 0)).toBe(true);
    for (const role of ['installer', 'workshop', 'operator'] as const) {
      const person = await enterAs(api, organization.id, role);
      const mine = await createOrder(api.db.owner, organization, { totalMinor: 777_000, measurerUserId: person.id });
      const answers = [await person.get('/orders?limit=5'), await person.get(`/orders/${mine.id}`)];
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect(JSON.stringify(answers)).toContain(mine.id);
      expect(JSON.stringify(answers)).not.toContain('777000');
      expect((await person.get('/orders?sort=-totalMinor')).status).toBe(403);
      await api.db.owner.query(`delete from orders where id = $1`, [mine.id]);
    }
  });

  it.each([
    'limit=0',
    'limit=501',
    'limit=x',
    'sort=address',
    'stageId=1',
    'cursor=nonsense',
    'query=%00',
    'page=2',
    `query=${'x'.repeat(101)}`,
  ])('refuses ?%s', async (query) => {
    expect((await manager.get(`/orders?${query}`)).status).toBe(422);
  });

  it('refuses a cursor of another sort and a forged one', async () => {
    const { body } = await page(manager, 'sort=number&limit=1');
    expect((await manager.get(`/orders?sort=-number&cursor=${body.nextCursor}`)).status).toBe(422);
    const forged = Buffer.from(JSON.stringify(['-createdAt', 'yesterday', "x' or true"])).toString('base64url');
    expect((await manager.get(`/orders?cursor=${forged}`)).status).toBe(422);
  });

  it.each([
    ['number', 3_000_000_000],
    ['-totalMinor', 1e16],
    ['-createdAt', '0000-01-01T00:00:00.000000Z'],
    ['createdAt', '2023-02-30T00:00:00.000000Z'],
  ])('refuses a cursor beyond what its column holds: %s %s', async (sort, value) => {
    const cursor = Buffer.from(JSON.stringify([sort, value, manager.id])).toString('base64url');
    expect(await manager.get(`/orders?sort=${sort}&cursor=${cursor}`)).toMatchObject({
      status: 422,
      body: { invalidParams: [{ path: 'cursor', code: 'CURSOR_INVALID' }] },
    });
  });

  it('is closed without a token', async () => {
    expect((await api.anonymous.get('/api/v1/orders')).status).toBe(401);
    expect((await api.anonymous.get('/api/v1/pipelines')).status).toBe(401);
  });

  it('shows the pipelines with their stages in order', async () => {
    const { body } = await manager.get<{ items: { stages: { code: string }[] }[] }>('/pipelines');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]?.stages.map(({ code }) => code)).toEqual(['lead', 'measured', 'won', 'lost']);
  });
});
