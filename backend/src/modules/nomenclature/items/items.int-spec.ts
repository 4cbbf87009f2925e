import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@smet/database';
import { createItem, createOrder, createOrganization, type TestOrganization } from '../../../../test/builders.js';
import { startApi, type TestApi } from '../../../../test/support/index.js';
import { actorOf, enterAs, type Person } from '../../../../test/support/people.js';
import type { CategoryListDto } from '../categories/dto/category.dto.js';
import type { ItemDto, ItemPageDto } from './dto/item.dto.js';
import { PriceBooks } from '../prices/price-book.service.js';

let api: TestApi;
let organization: TestOrganization;
let manager: Person;
let spot: { id: string; categoryId: string };

beforeAll(async () => {
  api = await startApi();
  organization = await createOrganization(api.db.owner);
  manager = await enterAs(api, organization.id, 'manager');
  spot = await createItem(api.db.owner, organization, {
    code: 'SPOT-1',
    name: 'Светильник точечный',
    priceMinor: 25_000,
  });
  for (let index = 0; index < 7; index++) {
    await createItem(api.db.owner, organization, { name: index < 4 ? 'Same name' : `Name ${index}` });
  }
});
afterAll(() => api.close());

const list = async (query = '', who = manager): Promise<ItemDto[]> => {
  const { status, body } = await who.get<ItemPageDto>(`/items?${query}`);
  expect(status).toBe(200);
  return body.items;
};
const price = (amount: number, validFrom: string) =>
  api.db.owner.query(
    `insert into prices (id, organization_id, price_list_id, item_id, amount_minor, valid_from) values ($1, $2, $3, $4, $5, $6)`,
    [newId(), organization.id, organization.priceListId, spot.id, amount, validFrom],
  );

describe('GET /items', () => {
  it('shows the price in force now, neither an older nor a coming one', async () => {
    await price(27_000, '2024-01-01');
    await price(99_000, '2999-01-01');
    expect(await list('query=SPOT-1')).toEqual([
      {
        id: spot.id,
        code: 'SPOT-1',
        name: 'Светильник точечный',
        unit: 'шт',
        kind: 'material',
        category: { id: spot.categoryId, name: expect.any(String) },
        norm: null,
        fields: {},
        barcodes: [],
        pictures: [],
        state: 'active',
        version: 1,
        updatedAt: expect.any(String),
        priceMinor: 27_000,
        dealerMinor: null,
      },
    ]);
  });

  it('shows the prices an estimate bills, whatever became of the lists since', async () => {
    const owner = await enterAs(api, organization.id, 'owner');
    const { id: orderId } = await createOrder(api.db.owner, organization);
    const { body: estimate } = await manager.send<{ id: string }>('POST', `/orders/${orderId}/estimates`, {});
    await api.db.owner.query(`update estimate_versions set priced_at = '2024-06-01' where estimate_id = $1`, [
      estimate.id,
    ]);
    await price(26_000, '2024-05-01');
    await price(31_000, '2024-07-01');
    const ofEstimate = `query=SPOT-1&estimateId=${estimate.id}`;
    expect(await list(ofEstimate)).toMatchObject([{ priceMinor: 26_000 }]);
    expect(await list('query=SPOT-1')).toMatchObject([{ priceMinor: 31_000 }]);
    expect((await list(ofEstimate))[0]).not.toHaveProperty('costMinor');
    expect((await list(ofEstimate, owner))[0]).toMatchObject({ costMinor: 5_000 });
    const measurer = await enterAs(api, organization.id, 'measurer');
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    for (const who of [measurer, stranger]) {
      const hidden = await who.get(`/items?${ofEstimate}`);
      expect(hidden).toMatchObject({ status: 404, body: { code: 'ESTIMATE.NOT_FOUND' } });
    }
    expect((await manager.get('/items?estimateId=1')).status).toBe(422);
  });

  it('finds by part of the name and by category', async () => {
    expect((await list(`query=${encodeURIComponent('точечн')}`)).map(({ code }) => code)).toEqual(['SPOT-1']);
    expect((await list(`categoryId=${spot.categoryId}`)).map(({ code }) => code)).toEqual(['SPOT-1']);
    expect(await list(`query=${encodeURIComponent('%')}`)).toEqual([]);
  });

  it('walks every item once by name, ties included', async () => {
    const ids = new Set<string>();
    let pages = 0;
    for (let cursor: string | null = ''; cursor !== null; pages++) {
      const { body }: { body: ItemPageDto } = await manager.get<ItemPageDto>(
        `/items?limit=3${cursor && `&cursor=${cursor}`}`,
      );
      for (const { id } of body.items) ids.add(id);
      cursor = body.nextCursor;
    }
    expect(ids.size).toBe(8);
    expect(pages).toBe(3);
  });

  it('counts the pay of the installer into the cost, as estimates do', async () => {
    const other = await createOrganization(api.db.owner);
    const work = await createItem(api.db.owner, other, { code: 'WORK', costMinor: 3_000 });
    const thing = await createItem(api.db.owner, other, { code: 'THING', costMinor: 5_000 });
    const unbought = await createItem(api.db.owner, other, { code: 'UNBOUGHT' });
    await api.db.owner.query(`delete from prices where item_id = $1 and price_list_id = $2`, [
      unbought.id,
      other.costListId,
    ]);
    await api.db.owner.query(`update items set kind = 'work' where id = any($1)`, [[work.id, unbought.id]]);
    const unknown = await createItem(api.db.owner, other, { code: 'UNKNOWN' });
    await api.db.owner.query(`delete from prices where item_id = $1 and price_list_id = $2`, [
      unknown.id,
      other.costListId,
    ]);
    const lists = new Map<string, string>();
    for (const [kind, amounts] of [
      ['pay', { [work.id]: 20_000, [unbought.id]: 700, [unknown.id]: 300 }],
      ['dealer', { [thing.id]: 8_000 }],
    ] as const) {
      const listId = newId();
      lists.set(kind, listId);
      await api.db.owner.query(
        `insert into price_lists (id, organization_id, name, kind, currency, is_default) values ($1, $2, $3, $3, 'RUB', true)`,
        [listId, other.id, kind],
      );
      for (const [itemId, amount] of Object.entries(amounts)) {
        await api.db.owner.query(
          `insert into prices (id, organization_id, price_list_id, item_id, amount_minor, valid_from) values ($1, $2, $3, $4, $5, '2020-01-01')`,
          [newId(), other.id, listId, itemId, amount],
        );
      }
    }
    const owner = await enterAs(api, other.id, 'owner');
    const shown = (await list('codes=WORK,THING,UNBOUGHT,UNKNOWN', owner)).map(
      ({ code, kind, costMinor, payMinor }) => [code, kind, costMinor, payMinor],
    );
    expect(shown.toSorted(([a], [b]) => String(a).localeCompare(String(b)))).toEqual([
      ['THING', 'material', 5_000, null],
      ['UNBOUGHT', 'work', 700, 700],
      // What is paid for fitting it is not what the thing costs.
      ['UNKNOWN', 'material', null, 300],
      ['WORK', 'work', 23_000, 20_000],
    ]);
    const book = await api.app.get(PriceBooks).load(actorOf(owner), {
      codes: ['WORK', 'THING', 'UNBOUGHT', 'UNKNOWN'],
      priceListId: other.priceListId,
      costListId: other.costListId,
      payListId: lists.get('pay') ?? null,
      dealerListId: lists.get('dealer') ?? null,
      at: new Date().toISOString(),
    });
    expect(book).toMatchObject([
      { code: 'THING', categoryId: thing.categoryId, kind: 'material', costMinor: 5_000, dealerMinor: 8_000 },
      { code: 'UNBOUGHT', kind: 'work', costMinor: 700, payMinor: 700 },
      { code: 'UNKNOWN', kind: 'material', payMinor: 300 },
      { code: 'WORK', kind: 'work', costMinor: 23_000, payMinor: 20_000 },
    ]);
    expect(book.map((item) => ['costMinor', 'payMinor', 'dealerMinor'].map((price) => price in item))).toEqual([
      [true, false, true],
      [true, true, false],
      [false, true, false],
      [true, true, false],
    ]);
    const seller = await enterAs(api, other.id, 'manager');
    expect((await seller.get('/items?codes=WORK')).raw).not.toMatch(/cost|pay/i);
  });

  it('lists the items of chosen codes', async () => {
    const { code } = await createItem(api.db.owner, organization);
    expect((await list(`codes=SPOT-1,${code},NONE`)).map((item) => item.code).toSorted()).toEqual([code, 'SPOT-1']);
    expect((await manager.get(`/items?codes=${'A,'.repeat(300)}A`)).status).toBe(422);
    expect((await manager.get(`/items?codes=${'A'.repeat(61)}`)).status).toBe(422);
  });

  it('tells purchase prices to those who may see them and to nobody else', async () => {
    const owner = await enterAs(api, organization.id, 'owner');
    expect((await list('query=SPOT-1', owner))[0]).toMatchObject({ costMinor: 5_000 });
    const measurer = await enterAs(api, organization.id, 'measurer');
    for (const who of [manager, measurer]) expect((await who.get('/items')).raw).not.toMatch(/cost/i);
  });

  it('is of one organization and for those who may read it', async () => {
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    expect(await list('', stranger)).toEqual([]);
    expect((await api.anonymous.get('/api/v1/items')).status).toBe(401);
    expect((await (await enterAs(api, organization.id, 'operator')).get('/items')).status).toBe(403);
    expect((await manager.get('/items?categoryId=1')).status).toBe(422);
    expect((await manager.get('/items?offset=1')).status).toBe(422);
  });
});

describe('GET /categories', () => {
  it('names those of the organization in its own order, to whoever may read items', async () => {
    const other = await createOrganization(api.db.owner);
    const [first, second] = [await createItem(api.db.owner, other), await createItem(api.db.owner, other)];
    await api.db.owner.query(`update categories set sort = 1 where id = $1`, [first.categoryId]);
    const person = await enterAs(api, other.id, 'manager');
    const { body } = await person.get<CategoryListDto>('/categories');
    expect(body.items.map(({ id }) => id)).toEqual([second.categoryId, first.categoryId]);
    expect((await api.anonymous.get('/api/v1/categories')).status).toBe(401);
    expect((await (await enterAs(api, other.id, 'operator')).get('/categories')).status).toBe(403);
  });
});
