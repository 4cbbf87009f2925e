import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@smet/database';
import { createItem, createOrder, createOrganization, type TestOrganization } from '../../../../test/builders.js';
import { startApi, type TestApi } from '../../../../test/support/index.js';
import { draftOf } from '../../../../test/support/drafts.js';
import { priceNomenclature } from '../../../../test/support/nomenclature.js';
import { enterAs, type Person } from '../../../../test/support/people.js';
import type { ItemUsageDto } from './dto/item-use.dto.js';
import type { ItemDto, ItemPageDto } from './dto/item.dto.js';

const ONE_PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';

let api: TestApi;
let organization: TestOrganization;
let owner: Person;
let manager: Person;
let categoryId: string;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  organization = await createOrganization(api.db.owner);
  owner = await enterAs(api, organization.id, 'owner');
  manager = await enterAs(api, organization.id, 'manager');
  const { body } = await owner.send<{ id: string }>('POST', '/categories', { name: 'Полотна' });
  categoryId = body.id;
});

const create = (body: object, who = owner) =>
  who.send<ItemDto>('POST', '/items', { categoryId, name: 'Полотно', unit: 'м²', ...body });
const made = async (code: string, body: object = {}) => (await create({ code, ...body })).body;
const patch = (id: string, body: object, who = owner) => who.send<ItemDto>('PATCH', `/items/${id}`, body);
const remove = ({ id, version }: ItemDto) => owner.send('DELETE', `/items/${id}?version=${version}`);
const codes = async (query: string, who = owner) =>
  (await who.get<ItemPageDto>(`/items?${query}`)).body.items.map(({ code }) => code);
const field = (key: string, name: string, type: string) =>
  owner.send('POST', '/custom-fields', { subject: 'item', key, name, type });

describe('an item', () => {
  it('is made with all one knows of it, changed part by part, and every change is in the journal', async () => {
    await field('roll_width', 'Ширина', 'number');
    await field('colour', 'Цвет', 'text');
    const item = await made('CNV-1', { barcodes: ['4601', '4602'], fields: { roll_width: 3200, colour: 'белый' } });
    expect(item).toMatchObject({ version: 1, state: 'active', kind: 'material', category: { name: 'Полотна' } });
    const changed = await patch(item.id, {
      version: 1,
      name: 'Полотно белое',
      norm: 'рулон на квартиру',
      barcodes: ['4602', '4603'],
      fields: { colour: null, roll_width: 5000 },
    });
    expect(changed.body).toMatchObject({
      code: 'CNV-1',
      name: 'Полотно белое',
      norm: 'рулон на квартиру',
      barcodes: ['4602', '4603'],
      fields: { roll_width: 5000 },
      version: 2,
    });
    expect((await owner.get<ItemDto>(`/items/${item.id}`)).body).toEqual(changed.body);
    const { rows } = await api.db.owner.query<{ changes: object }>(
      `select changes from audit_log where entity_id = $1 and action = 'item.updated'`,
      [item.id],
    );
    expect(rows).toMatchObject([
      { changes: { fields: { before: { roll_width: 3200, colour: 'белый' }, after: { roll_width: 5000 } } } },
    ]);
    expect(Object.keys(rows[0]?.changes ?? {}).toSorted()).toEqual(['barcodes', 'fields', 'name', 'norm']);
  });

  it('is changed by one of two at once, and the other is told the version', async () => {
    const { id } = await made('A');
    const answers = await Promise.all(['x', 'y'].map((name) => patch(id, { version: 1, name })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toMatchObject([
      { body: { code: 'ITEM.CHANGED', current: { version: 2 } } },
    ]);
  });

  it('has its code and its barcodes alone, and who has them is told', async () => {
    const first = await made('A', { barcodes: ['460'] });
    const holder = { id: first.id, code: 'A', name: 'Полотно', deleted: false };
    expect(await create({ code: 'A' })).toMatchObject({
      status: 409,
      body: { code: 'ITEM.CODE_TAKEN', current: { holder } },
    });
    const refused = { status: 409, body: { code: 'ITEM.BARCODE_TAKEN', current: { barcode: '460', holder } } };
    expect(await create({ code: 'B', barcodes: ['459', '460'] })).toMatchObject(refused);
    expect(await codes('barcode=460')).toEqual(['A']);
    expect(await codes('query=460')).toEqual(['A']);
    expect(await codes('barcode=459')).toEqual([]);
    const second = await made('B');
    expect(await patch(second.id, { version: 1, code: 'A' })).toMatchObject({ body: { code: 'ITEM.CODE_TAKEN' } });
    const twins = await Promise.all([create({ code: 'TWIN' }), create({ code: 'TWIN' })]);
    expect(twins.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('shows pictures that were brought as such, in their order', async () => {
    const bring = async (purpose: string) => {
      const form = new FormData();
      const bytes = purpose === 'picture' ? Buffer.from(ONE_PIXEL, 'base64') : Buffer.from('a;b\n1;2\n');
      form.append('file', new Blob([bytes]), 'file');
      const init = { method: 'POST', headers: owner.authorization, body: form };
      const answer = await fetch(`${api.url}/api/v1/files?purpose=${purpose}`, init);
      return ((await answer.json()) as { id: string }).id;
    };
    const [first, second, sheet] = [await bring('picture'), await bring('picture'), await bring('import')];
    const item = await made('A', { pictures: [first, second] });
    expect(item.pictures).toEqual([first, second]);
    expect((await patch(item.id, { version: 1, pictures: [second] })).body.pictures).toEqual([second]);
    expect((await patch(item.id, { version: 2, name: 'x' })).body.pictures).toEqual([second]);
    expect(await patch(item.id, { version: 3, pictures: [second, sheet] })).toMatchObject({
      status: 422,
      body: { code: 'ITEM.PICTURE_UNKNOWN', invalidParams: [{ path: 'pictures.1' }] },
    });
    const shown = await fetch(`${api.url}/api/v1/files/${second}`, { headers: manager.authorization });
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  it('that nothing names goes into the trash and comes back', async () => {
    const item = await made('A');
    expect((await remove(item)).status).toBe(204);
    expect([await codes(''), await codes('state=deleted')]).toEqual([[], ['A']]);
    expect((await manager.get('/items?state=deleted')).status).toBe(403);
    expect((await manager.get(`/items/${item.id}`)).status).toBe(404);
    expect(await create({ code: 'A' })).toMatchObject({
      status: 409,
      body: { current: { holder: { deleted: true } } },
    });
    expect((await patch(item.id, { version: 2, name: 'x' })).status).toBe(404);
    const { body } = await owner.send<ItemDto>('POST', `/items/${item.id}/restore`, { version: 2 });
    expect(body).toMatchObject({ state: 'active', version: 3 });
    expect(await codes('')).toEqual(['A']);
  });

  it('that rules, templates or estimates name is archived only, keeps its code and stays priced', async () => {
    const ids = await priceNomenclature(api.db.owner, organization);
    const used = async (code: string) => (await owner.get<ItemDto>(`/items/${ids.get(code)}`)).body;
    const canvas = await used('CNV-M-C320');
    expect(await remove(canvas)).toMatchObject({ status: 409, body: { code: 'ITEM.IN_USE' } });
    expect(await patch(canvas.id, { version: 1, code: 'OTHER' })).toMatchObject({ body: { code: 'ITEM.CODE_IN_USE' } });

    const extra = await createItem(api.db.owner, organization, { code: 'EXTRA' });
    const usage = async () => (await owner.get<ItemUsageDto>(`/items/${extra.id}/usage`)).body;
    expect(await usage()).toMatchObject({ inUse: false, uses: [{ kind: 'price-list' }, { kind: 'price-list' }] });
    await api.db.owner.query(
      `insert into estimate_templates (id, organization_id, kind, name, document, created_by)
       values ($1, $2, 'estimate', 'Кухня', '{"variants": [{"manualLines": [{"itemCode": "EXTRA"}]}]}', $3)`,
      [newId(), organization.id, owner.id],
    );
    const { id: orderId } = await createOrder(api.db.owner, organization);
    const { body: estimate } = await manager.send<{ id: string; version: number }>(
      'POST',
      `/orders/${orderId}/estimates`,
      {},
    );
    const manualLines = [{ id: newId(), itemCode: 'EXTRA', roomId: null, quantity: '1' }];
    const draft = { version: estimate.version, draft: draftOf([], { manualLines }) };
    expect((await manager.send('PUT', `/estimates/${estimate.id}`, draft)).status).toBe(200);
    const { inUse, uses } = await usage();
    expect(inUse).toBe(true);
    expect(uses.slice(0, 2)).toEqual([
      { kind: 'template', id: expect.any(String), title: 'Кухня', orderId: null },
      { kind: 'draft', id: estimate.id, title: '1', orderId },
    ]);
    expect((await owner.send('DELETE', `/items/${extra.id}?version=1`)).status).toBe(409);

    const archived = await owner.send<ItemDto>('POST', `/items/${canvas.id}/archive`, { version: 1 });
    expect(archived.body).toMatchObject({ state: 'archived', priceMinor: 39_900 });
    expect([await codes('codes=CNV-M-C320'), await codes('codes=CNV-M-C320&state=archived')]).toEqual([
      [],
      ['CNV-M-C320'],
    ]);
  });
});

describe('the list of items', () => {
  it('is filtered by category and those below, kind and own fields, and sorted as asked, page by page', async () => {
    await field('roll_width', 'Ширина', 'number');
    const { body: below } = await owner.send<{ id: string }>('POST', '/categories', {
      name: 'Мат',
      parentId: categoryId,
    });
    const { body: apart } = await owner.send<{ id: string }>('POST', '/categories', { name: 'Работы' });
    await made('C', { name: 'Альфа', fields: { roll_width: 3200 } });
    await made('A', { name: 'Бета', categoryId: below.id, fields: { roll_width: 5000 } });
    await made('B', { name: 'Гамма', categoryId: apart.id, kind: 'work' });
    expect(await codes(`categoryId=${categoryId}`)).toEqual(['C', 'A']);
    expect(await codes('kind=work')).toEqual(['B']);
    expect(await codes('field[roll_width]=4000..')).toEqual(['A']);
    expect(await codes('sort=code')).toEqual(['A', 'B', 'C']);
    expect(await codes('sort=-updatedAt')).toEqual(['B', 'A', 'C']);
    const first = await owner.get<ItemPageDto>('/items?sort=-code&limit=2');
    expect(first.body.items.map(({ code }) => code)).toEqual(['C', 'B']);
    expect(await codes(`sort=-code&limit=2&cursor=${first.body.nextCursor}`)).toEqual(['A']);
    expect((await owner.get(`/items?sort=code&cursor=${first.body.nextCursor}`)).status).toBe(422);
    expect((await owner.get('/items?field[weight]=1')).status).toBe(422);
  });

  it('forgives a typing error, but never in a size', async () => {
    await made('CNV-500', { name: 'Полотно матовое 500' });
    expect(await codes(`query=${encodeURIComponent('плотно матвое')}`)).toEqual(['CNV-500']);
    expect(await codes(`query=${encodeURIComponent('полотно 320')}`)).toEqual([]);
  });
});

describe('writing items', () => {
  it('is for those who may, in their own organization, with a body that makes sense', async () => {
    const item = await made('A');
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    expect((await patch(item.id, { version: 1, name: 'x' }, manager)).status).toBe(403);
    expect((await manager.get(`/items/${item.id}/usage`)).status).toBe(403);
    expect((await patch(item.id, { version: 1, name: 'x' }, stranger)).status).toBe(404);
    expect((await create({ code: 'B' }, stranger)).status).toBe(422);
    for (const body of [{ code: 'with space' }, { code: 'B', unit: '' }, { code: 'B', barcodes: ['штрих'] }]) {
      expect((await create(body)).status).toBe(422);
    }
    expect(await create({ code: 'B', fields: { unknown: 1 } })).toMatchObject({
      status: 422,
      body: { code: 'CUSTOM_FIELD.VALUES' },
    });
    expect((await patch(item.id, { name: 'x' })).status).toBe(422);
    expect(await codes('')).toEqual(['A']);
  });
});
