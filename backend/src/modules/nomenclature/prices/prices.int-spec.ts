import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@smet/database';
import { createItem, createOrder, createOrganization, type TestOrganization } from '../../../../test/builders.js';
import { startApi, type TestApi } from '../../../../test/support/index.js';
import { enterAs, type Person } from '../../../../test/support/people.js';
import type { MassChangePreviewDto } from './dto/mass-change.dto.js';
import type { PriceBatchDto, UndonePriceBatchDto } from './dto/price-batch.dto.js';
import type { PriceListDto, PriceListListDto } from './dto/price-list.dto.js';
import type { PriceChangePageDto, PriceHistoryDto, PriceRowDto, PriceTableDto } from './dto/price.dto.js';

let api: TestApi;
let organization: TestOrganization;
let owner: Person;
let administrator: Person;
let manager: Person;
let sale: string;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  organization = await createOrganization(api.db.owner);
  sale = organization.priceListId;
  owner = await enterAs(api, organization.id, 'owner');
  administrator = await enterAs(api, organization.id, 'administrator');
  manager = await enterAs(api, organization.id, 'manager');
});

const item = (code: string, priceMinor: number) =>
  createItem(api.db.owner, organization, { code, name: code, priceMinor });
const table = async (list = sale, who = owner, query = '') => {
  const { body } = await who.get<PriceTableDto>(`/price-lists/${list}/prices?limit=500${query}`);
  return body.items;
};
const amounts = async (list = sale, query = '') =>
  Object.fromEntries((await table(list, owner, query)).map(({ code, amountMinor }) => [code, amountMinor]));
const put = (itemId: string, body: object, who = owner, list = sale) =>
  who.send<PriceRowDto>('PUT', `/price-lists/${list}/prices/${itemId}`, body);
const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const raised = { percent: 10, rounding: { mode: 'nearest', stepMinor: 100 } };
const preview = async (body: object = raised) =>
  (await owner.send<MassChangePreviewDto>('POST', `/price-lists/${sale}/mass-change/preview`, body)).body;
const change = async (body: object = raised) => {
  const { digest } = await preview(body);
  const answer = await owner.send<PriceBatchDto>('POST', `/price-lists/${sale}/mass-change`, { ...body, digest });
  expect(answer.status).toBe(201);
  return answer.body;
};
const undo = async ({ id }: PriceBatchDto) =>
  (await owner.send<UndonePriceBatchDto>('POST', `/price-batches/${id}/undo`)).body;

describe('a price', () => {
  it('is put from now on, and what was before stays in the history with who did it', async () => {
    const { id } = await item('A', 10_000);
    const answer = await put(id, { amountMinor: 12_050, seenMinor: 10_000 }, administrator);
    expect(answer).toMatchObject({ status: 200, body: { code: 'A', amountMinor: 12_050, planned: null } });
    const { body } = await owner.get<PriceHistoryDto>(`/items/${id}/prices`);
    const ofSale = body.items.filter(({ priceListId }) => priceListId === sale);
    expect(ofSale.map(({ amountMinor, createdBy }) => [amountMinor, createdBy?.id])).toEqual([
      [12_050, administrator.id],
      [10_000, undefined],
    ]);
  });

  it('of many who change one at once the first counts, and the others are told what it is now', async () => {
    const { id } = await item('A', 10_000);
    let seenMinor = 10_000;
    // In the first round connections are still being opened, one after another.
    for (const round of [1, 2, 3]) {
      const wanted = Array.from({ length: 8 }, (_, index) => 10_000 + round * 1_000 + index);
      const answers = await Promise.all(
        wanted.map((amountMinor, index) => put(id, { amountMinor, seenMinor }, index % 2 ? owner : administrator)),
      );
      const winners = answers.flatMap(({ status, body }) => (status === 200 ? [Number(body.amountMinor)] : []));
      expect(winners).toHaveLength(1);
      [seenMinor = 0] = winners;
      expect(wanted).toContain(seenMinor);
      for (const { status, body } of answers.filter((answer) => answer.status !== 200)) {
        expect([status, body]).toMatchObject([409, { code: 'PRICE.CHANGED', current: { amountMinor: seenMinor } }]);
      }
      expect(await amounts()).toEqual({ A: seenMinor });
    }
  });

  it('can be planned, planned anew and taken back, and never begins in the past', async () => {
    const { id } = await item('A', 10_000);
    const validFrom = later(7);
    await put(id, { amountMinor: 11_000, seenMinor: 10_000, validFrom });
    const second = await put(id, { amountMinor: 11_500, seenMinor: 11_000, validFrom });
    expect(second.body).toMatchObject({ amountMinor: 10_000, planned: { amountMinor: 11_500 } });
    expect(await amounts(sale, `&at=${later(8)}`)).toEqual({ A: 11_500 });
    expect((await owner.send('DELETE', `/prices/${second.body.planned?.id}`)).status).toBe(204);
    expect(await table()).toMatchObject([{ amountMinor: 10_000, planned: null }]);
    expect(await put(id, { amountMinor: 1, seenMinor: 10_000, validFrom: later(-1) })).toMatchObject({
      status: 422,
      body: { code: 'PRICE.IN_THE_PAST' },
    });
  });

  it('is refused to those who may not, and of lists that do not exist for them', async () => {
    const { id } = await item('A', 10_000);
    const body = { amountMinor: 1, seenMinor: 10_000 };
    expect((await put(id, body, manager)).status).toBe(403);
    expect((await put(id, body, administrator, organization.costListId)).status).toBe(404);
    expect((await put(id, { ...body, seenMinor: undefined })).status).toBe(422);
    expect((await put(id, { ...body, amountMinor: 0.5 })).status).toBe(422);
    expect((await put(newId(), body)).status).toBe(404);
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    expect((await put(id, body, stranger)).status).toBe(404);
    expect((await api.anonymous.get(`/api/v1/price-lists/${sale}/prices`)).status).toBe(401);
    expect(await amounts()).toEqual({ A: 10_000 });
  });

  it('of purchase, of pay and of dealers is told to those only who may read it', async () => {
    const { id } = await item('A', 10_000);
    const accountant = await enterAs(api, organization.id, 'accountant');
    expect((await put(id, { amountMinor: 4_321, seenMinor: 5_000 }, accountant, organization.costListId)).status).toBe(
      200,
    );
    const kinds = async (who: Person) =>
      (await who.get<PriceListListDto>('/price-lists')).body.items.map(({ kind }) => kind);
    expect([await kinds(owner), await kinds(manager)]).toEqual([['sale', 'cost'], ['sale']]);
    for (const who of [manager, administrator]) {
      const history = await who.get(`/items/${id}/prices`);
      expect(history.raw).toContain('10000');
      expect(history.raw).not.toMatch(/4321|5000/);
      for (const path of ['', '/prices', '/batches', `/changes?from=${later(-2)}&to=${later(1)}`]) {
        expect((await who.get(`/price-lists/${organization.costListId}${path}`)).status).toBe(404);
      }
    }
    const { rows } = await api.db.owner.query(`select changes::text from audit_log where organization_id = $1`, [
      organization.id,
    ]);
    expect(JSON.stringify(rows)).not.toContain('4321');
  });

  it('of an estimate is that of its moment, whatever became of the list since', async () => {
    const { id } = await item('A', 10_000);
    const { id: orderId } = await createOrder(api.db.owner, organization);
    await put(id, { amountMinor: 11_000, seenMinor: 10_000 });
    const wrong = (await table())[0]?.priceId;
    const { body: estimate } = await manager.send<{ id: string }>('POST', `/orders/${orderId}/estimates`, {});
    const billed = async () => {
      const { body } = await manager.get<{ items: { priceMinor: number }[] }>(
        `/items?codes=A&estimateId=${estimate.id}`,
      );
      return body.items[0]?.priceMinor;
    };
    expect(await billed()).toBe(11_000);
    await owner.send('DELETE', `/prices/${wrong}`);
    await put(id, { amountMinor: 9_000, seenMinor: 10_000 });
    expect([await billed(), await amounts()]).toEqual([11_000, { A: 9_000 }]);
  });
});

describe('changes of a list', () => {
  it('between two moments are what is another at the end, in kopecks and per cent', async () => {
    const [a, b, c] = [await item('A', 10_000), await item('B', 20_000), await item('C', 30_000)];
    const from = new Date().toISOString();
    await put(a.id, { amountMinor: 11_250, seenMinor: 10_000 });
    await put(b.id, { amountMinor: 25_000, seenMinor: 20_000 });
    await put(b.id, { amountMinor: 20_000, seenMinor: 25_000 });
    const middle = new Date().toISOString();
    await put(c.id, { amountMinor: 20_000, seenMinor: 30_000 });
    const changes = async (since: string, until: string) => {
      const path = `/price-lists/${sale}/changes?from=${since}&to=${until}`;
      return (await owner.get<PriceChangePageDto>(path)).body.items.map((row) => [
        row.code,
        row.beforeMinor,
        row.afterMinor,
        row.percent,
      ]);
    };
    expect(await changes(from, middle)).toEqual([['A', 10_000, 11_250, '12.5']]);
    expect(await changes(from, later(1))).toEqual([
      ['A', 10_000, 11_250, '12.5'],
      ['C', 30_000, 20_000, '-33.33'],
    ]);
    expect((await owner.get(`/price-lists/${sale}/changes?from=${middle}&to=${from}`)).status).toBe(422);
  });
});

describe('a mass change', () => {
  it('writes exactly what its preview showed, of the chosen items, rounded as asked', async () => {
    const [a, b] = [await item('A', 9_990), await item('B', 10_050)];
    await item('C', 777);
    const body = {
      percent: 7.5,
      rounding: { mode: 'up', stepMinor: 1_000 },
      categoryIds: [a.categoryId],
      itemIds: [b.id],
    };
    expect(await preview(body)).toMatchObject({
      count: 2,
      unchanged: 0,
      totals: { beforeMinor: 20_040, afterMinor: 22_000 },
      sample: [
        { code: 'A', beforeMinor: 9_990, afterMinor: 11_000 },
        { code: 'B', beforeMinor: 10_050, afterMinor: 11_000 },
      ],
    });
    expect(await amounts()).toEqual({ A: 9_990, B: 10_050, C: 777 });
    expect(await change(body)).toMatchObject({ count: 2, percent: '7.5', createdBy: { id: owner.id }, undoneAt: null });
    expect(await amounts()).toEqual({ A: 11_000, B: 11_000, C: 777 });
  });

  it('is refused when a price changed since its preview, and writes nothing', async () => {
    const { id } = await item('A', 10_000);
    const { digest } = await preview();
    await put(id, { amountMinor: 12_000, seenMinor: 10_000 });
    const answer = await owner.send('POST', `/price-lists/${sale}/mass-change`, { ...raised, digest });
    expect(answer).toMatchObject({ status: 409, body: { code: 'PRICE.PREVIEW_OUTDATED' } });
    expect(await amounts()).toEqual({ A: 12_000 });
    expect((await manager.send('POST', `/price-lists/${sale}/mass-change/preview`, raised)).status).toBe(403);
    expect((await owner.send('POST', `/price-lists/${sale}/mass-change/preview`, { percent: -100 })).status).toBe(422);
  });

  it('of ten thousand prices is one transaction, and its undo gives back every kopeck', async () => {
    const { categoryId } = await item('A', 10_000);
    await api.db.owner.query(
      `with made as (
         insert into items (id, organization_id, category_id, code, name, unit)
         select gen_random_uuid(), $1, $2, 'N' || n, 'N' || n, 'шт' from generate_series(1, 9999) n returning id, code)
       insert into prices (id, organization_id, price_list_id, item_id, amount_minor, valid_from)
       select gen_random_uuid(), $1, $3, id, 1000 + substr(code, 2)::int, '2020-01-01' from made`,
      [organization.id, categoryId, sale],
    );
    const inForce = async () =>
      (
        await api.db.owner.query<{ sum: string; hash: string; rows: number; times: number }>(
          `select sum(amount_minor)::text as sum, md5(string_agg(item_id || ':' || amount_minor || ':' || valid_from, ',' order by item_id)) as hash,
                  count(*)::int as rows, count(distinct valid_from)::int as times
             from (select distinct on (item_id) * from prices where price_list_id = $1 and withdrawn_at is null
                    order by item_id, valid_from desc, created_at desc) p`,
          [sale],
        )
      ).rows[0];
    const before = await inForce();
    const batch = await change({ percent: 3, rounding: { mode: 'nearest', stepMinor: 1 } });
    expect(batch.count).toBe(10_000);
    expect(await inForce()).toMatchObject({ rows: 10_000, times: 1 });
    expect(await undo(batch)).toMatchObject({ keptChanges: 0, batch: { undoneBy: { id: owner.id } } });
    expect(await inForce()).toEqual(before);
    expect(await owner.send('POST', `/price-batches/${batch.id}/undo`)).toMatchObject({
      status: 409,
      body: { code: 'PRICE_BATCH.UNDONE' },
    });
  });

  it('leaves alone what was put over it, when it is undone, and gives back what it replaced', async () => {
    const [a, b] = [await item('A', 10_000), await item('B', 20_000)];
    const validFrom = later(30);
    await put(a.id, { amountMinor: 15_000, seenMinor: 10_000, validFrom });
    const planned = await change({ ...raised, validFrom });
    const again = await change({ ...raised, validFrom });
    expect(await amounts(sale, `&at=${later(31)}`)).toEqual({ A: 18_200, B: 24_200 });
    const now = await change();
    await put(b.id, { amountMinor: 30_000, seenMinor: 22_000 });
    expect((await undo(now)).keptChanges).toBe(1);
    expect(await amounts()).toEqual({ A: 10_000, B: 30_000 });
    expect((await undo(planned)).keptChanges).toBe(2);
    expect(await amounts(sale, `&at=${later(31)}`)).toEqual({ A: 18_200, B: 24_200 });
    expect((await undo(again)).keptChanges).toBe(0);
    expect(await amounts(sale, `&at=${later(31)}`)).toEqual({ A: 15_000, B: 30_000 });
  });
});

describe('price lists', () => {
  const lists = async () => (await owner.get<PriceListListDto>('/price-lists?archived=true')).body.items;
  const create = (body: object, who = owner) => who.send<PriceListDto>('POST', '/price-lists', body);
  const patch = (id: string, body: object, who = owner) => who.send<PriceListDto>('PATCH', `/price-lists/${id}`, body);

  it('have one default of a kind, also when two are made it at once', async () => {
    const made = await Promise.all(['Opt', 'Summer'].map((name) => create({ name, kind: 'sale' })));
    expect(made.map(({ body }) => [body.currency, body.isDefault])).toEqual([
      ['RUB', false],
      ['RUB', false],
    ]);
    const moved = await Promise.all(made.map(({ body }) => patch(body.id, { version: 1, isDefault: true })));
    expect(moved.map(({ status }) => status)).toEqual(expect.arrayContaining([200]));
    expect((await lists()).filter(({ kind, isDefault }) => kind === 'sale' && isDefault)).toHaveLength(1);
  });

  it('that are a default always hold and are in the currency of the organization', async () => {
    const old = (await lists()).find(({ id }) => id === sale);
    for (const body of [{ archived: true }, { validUntil: '2027-01-31' }]) {
      expect(await patch(sale, { version: old?.version, ...body })).toMatchObject({
        status: 409,
        body: { code: 'PRICE_LIST.IS_DEFAULT' },
      });
    }
    const { body: dollars } = await create({ name: 'Dollars', kind: 'sale', currency: 'USD' });
    expect((await patch(dollars.id, { version: 1, isDefault: true })).status).toBe(422);
    const { body: short } = await create({
      name: 'May',
      kind: 'sale',
      validFrom: '2027-05-01',
      validUntil: '2027-05-31',
    });
    expect(short).toMatchObject({ validFrom: '2027-05-01', validUntil: '2027-05-31' });
    expect((await patch(short.id, { version: 1, isDefault: true })).status).toBe(422);
    expect((await patch(short.id, { version: 1, validUntil: '2027-04-30' })).status).toBe(422);
  });

  it('are archived, and deleted only when nothing was ever priced by them', async () => {
    const { id } = await item('A', 10_000);
    const { body: list } = await create({ name: 'Opt', kind: 'sale' });
    await put(id, { amountMinor: 500, seenMinor: null }, owner, list.id);
    expect(await owner.send('DELETE', `/price-lists/${list.id}?version=1`)).toMatchObject({
      status: 409,
      body: { code: 'PRICE_LIST.IN_USE' },
    });
    expect((await patch(list.id, { version: 1, archived: true })).body).toMatchObject({ archived: true, version: 2 });
    expect(await put(id, { amountMinor: 600, seenMinor: 500 }, owner, list.id)).toMatchObject({
      status: 409,
      body: { code: 'PRICE_LIST.ARCHIVED' },
    });
    expect(await patch(list.id, { version: 1, archived: false })).toMatchObject({
      status: 409,
      body: { code: 'PRICE_LIST.CHANGED', current: { version: 2 } },
    });
    const { body: empty } = await create({ name: 'Empty', kind: 'sale' });
    expect((await owner.send('DELETE', `/price-lists/${empty.id}?version=1`)).status).toBe(204);
    expect(await create({ name: 'Opt', kind: 'sale' })).toMatchObject({ body: { code: 'PRICE_LIST.NAME_TAKEN' } });
    expect((await create({ name: 'Costs', kind: 'cost' }, administrator)).status).toBe(403);
    expect((await create({ name: 'Mine', kind: 'sale' }, manager)).status).toBe(403);
  });
});
