import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { createItem, createOrganization, type TestOrganization } from '../../../test/builders.js';
import { Importer, workbook } from '../../../test/support/imports.js';
import { startApi, startWorker, type TestApi, type TestWorker } from '../../../test/support/index.js';
import { enterAs } from '../../../test/support/people.js';

let api: TestApi;
let worker: TestWorker;
let organization: TestOrganization;
let owner: Importer;

beforeAll(async () => {
  api = await startApi({ env: { SMET_IMPORT_CHUNK_ROWS: '3' } });
  worker = await startWorker(api.db, { env: { SMET_IMPORT_CHUNK_ROWS: '3' } });
  organization = await createOrganization(api.db.owner);
  owner = new Importer(api, await enterAs(api, organization.id, 'owner'));
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
});

const TITLES = ['Артикул', 'Наименование', 'Ед. изм.', 'Вид', 'Группа', 'Норма'];

interface ItemRow {
  code: string;
  name: string;
  unit: string;
  kind: string;
  category: string;
  norm: string | null;
  version: number;
}

async function items(): Promise<ItemRow[]> {
  const { rows } = await api.db.owner.query<ItemRow>(
    `select i.code, i.name, i.unit, i.kind, c.name as category, i.norm, i.version
       from items i join categories c on c.id = i.category_id where i.organization_id = $1 order by i.code`,
    [organization.id],
  );
  return rows;
}

async function count(sql: string): Promise<number> {
  const { rows } = await api.db.owner.query<{ n: number }>(sql, [organization.id]);
  return rows[0]?.n ?? -1;
}

describe('an import of items', () => {
  it('goes from the file to the items and back', async () => {
    await createItem(api.db.owner, organization, { code: 'OLD-1', name: 'Старое имя' });
    await createItem(api.db.owner, organization, { code: 'SAME', name: 'Без изменений' });
    const before = await items();
    const auditBefore = await count(`select count(*)::int as n from audit_log where organization_id = $1`);
    const begun = await owner.begin(
      'items',
      await workbook([
        ['Прайс-лист на ноябрь'],
        TITLES,
        ['NEW-1', 'Полотно матовое', 'м²', 'материал', 'Полотна / ПВХ', null],
        ['NEW-2', 'Монтаж полотна', 'м²', 'Работа', 'Работы', 'S'],
        ['OLD-1', 'Новое имя', null, null, null, null],
        ['SAME', 'Без изменений', null, null, null, null],
        ['NEW-1', 'Дважды', 'м²', null, 'Полотна / ПВХ', null],
        [null, 'Без артикула', 'шт', null, 'Работы', null],
        [12345, 'Артикул числом', 'шт', 'еда', 'Работы', null],
        [1001, 'Ещё одно', 'шт', null, 'Полотна / ПВХ', null],
      ]),
    );
    expect(begun).toMatchObject({
      state: 'mapping',
      headerRow: 2,
      sheets: ['Прайс'],
      mapping: { 0: 'code', 1: 'name', 2: 'unit', 3: 'kind', 4: 'category', 5: 'norm' },
    });
    const checked = await owner.check(begun);
    expect(checked).toMatchObject({ state: 'checked', counts: { new: 3, changed: 1, unchanged: 1, faulty: 3 } });
    expect((await owner.rows(checked.id, 'faulty')).map(({ rowNumber, problems }) => [rowNumber, problems])).toEqual([
      [7, [{ column: null, code: 'REPEATED', params: { row: 3 } }]],
      [8, [{ column: 'code', code: 'IS_REQUIRED' }]],
      [9, [{ column: 'kind', code: 'IS_IN', params: { value: 'еда' } }]],
    ]);
    expect(await owner.rows(checked.id, 'changed')).toMatchObject([
      { key: 'OLD-1', values: { name: 'Новое имя' }, before: { name: 'Старое имя' } },
    ]);
    expect(await items()).toEqual(before);

    const applied = await owner.apply(checked);
    expect(applied).toMatchObject({ state: 'applied', counts: { applied: 4 }, progress: { done: 4, total: 4 } });
    expect(await items()).toMatchObject([
      { code: '1001', category: 'ПВХ', version: 1 },
      { code: 'NEW-1', name: 'Полотно матовое', unit: 'м²', kind: 'material', category: 'ПВХ' },
      { code: 'NEW-2', kind: 'work', category: 'Работы', norm: 'S' },
      { code: 'OLD-1', name: 'Новое имя', version: 2 },
      { code: 'SAME', version: 1 },
    ]);
    const audited = await count(
      `select count(*)::int as n from audit_log where organization_id = $1 and entity_type = 'item' and actor_kind = 'user'`,
    );
    expect(audited).toBe(4);

    const undone = await owner.undo(applied);
    expect(undone).toMatchObject({ state: 'undone', counts: { kept: 0 } });
    expect(await items()).toEqual(before.map((item) => (item.code === 'OLD-1' ? { ...item, version: 3 } : item)));
    expect(await count(`select count(*)::int as n from categories where organization_id = $1`)).toBe(2);
    expect(auditBefore).toBe(0);
  });

  it('leaves what somebody changed since, when it is applied and when it is undone', async () => {
    const checked = await owner.check(
      await owner.begin(
        'items',
        'Артикул;Название;Ед.;Категория\nM-1;Один;шт;Мои\nM-2;Два;шт;Мои\nM-3;Три;шт;Мои\n',
        'мои.csv',
      ),
    );
    await createItem(api.db.owner, organization, { code: 'M-2', name: 'Чужое' });
    const applied = await owner.apply(checked);
    expect(applied.counts).toMatchObject({ applied: 2, faulty: 1 });
    expect(await owner.rows(applied.id, 'faulty')).toMatchObject([
      { key: 'M-2', problems: [{ column: null, code: 'TAKEN_SINCE_CHECK' }] },
    ]);
    await api.db.owner.query(`update items set name = 'Тронутое', version = version + 1 where code = 'M-1'`);
    const undone = await owner.undo(applied);
    expect(undone).toMatchObject({ state: 'undone', counts: { kept: 1 } });
    expect((await items()).filter(({ code }) => code.startsWith('M-'))).toMatchObject([
      { code: 'M-1', name: 'Тронутое', category: 'Мои' },
      { code: 'M-2', name: 'Чужое' },
    ]);
    const told = (await owner.rows(applied.id, 'new')).filter(({ problems }) => problems.length > 0);
    expect(told).toMatchObject([{ key: 'M-1', problems: [{ code: 'CHANGED_OR_USED_SINCE' }] }]);
  });

  it('remembers the columns of a source, and asks for those that are needed', async () => {
    const text = 'Штука;Обозначение;Мера;Раздел\nLamp;R-1;шт;Свет\n';
    const first = await owner.begin('items', text, 'a.csv');
    expect(first.mapping).toEqual({ 3: 'category' });
    const { id, version } = first;
    const send = (columns: Record<string, string>) =>
      owner.person.send('PUT', `/imports/${id}/mapping`, { version, sheet: 0, headerRow: 1, columns });
    const refused = await send({ 0: 'name', 2: 'name', 3: 'colour', 400: 'unit' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'IMPORT.MAPPING_INVALID' } });
    expect(refused.body.invalidParams?.map(({ path, code }) => [path, code])).toEqual([
      ['columns.2', 'MAPPED_TWICE'],
      ['columns.3', 'IS_IN'],
      ['columns.400', 'NO_SUCH_COLUMN'],
      ['columns', 'IS_REQUIRED'],
    ]);
    const columns = { 0: 'name', 1: 'code', 2: 'unit', 3: 'category' };
    await owner.check(first, { columns });
    expect((await owner.begin('items', `${text}Lamp 2;R-2;шт;Свет\n`, 'b.csv')).mapping).toEqual(columns);
    expect(await send(columns)).toMatchObject({ status: 409, body: { code: 'IMPORT.CHANGED' } });
  });

  it('gives the faulty rows back in their own columns with the reason', async () => {
    const rows = [TITLES, ['F-1', 'Без единицы', null, null, 'Свет', null], ['F-2', 'Целое', 'шт', null, 'Свет', null]];
    const checked = await owner.check(await owner.begin('items', await workbook(rows)));
    expect(await download(`/imports/${checked.id}/faulty.xlsx`)).toEqual([
      [...TITLES, 'Что не так'],
      ['F-1', 'Без единицы', null, null, 'Свет', null, 'Единица: не заполнено'],
    ]);
  });

  it('takes its own export back without a change, and keeps formulas from it', async () => {
    await createItem(api.db.owner, organization, { code: '=CMD', name: '+7 (900)' });
    for (const name of ['items.xlsx', 'items.csv']) {
      const bytes = await fetched(`/exports/${name}`);
      const checked = await owner.check(await owner.begin('items', bytes, name));
      expect(checked.counts).toMatchObject({ new: 0, changed: 0, faulty: 0, unchanged: (await items()).length });
      if (name.endsWith('csv')) expect(Buffer.from(bytes).toString()).toContain("\r\n'=CMD;'+7 (900);");
    }
  });
});

describe('an import of prices', () => {
  interface PriceRow {
    amount: string;
    at: string;
  }
  const pricesOf = async (code: string, listId: string): Promise<PriceRow[]> => {
    const { rows } = await api.db.owner.query<PriceRow>(
      `select p.amount_minor as amount, to_char(p.valid_from at time zone 'UTC', 'YYYY-MM-DD') as at
         from prices p join items i on i.id = p.item_id
        where i.code = $1 and p.price_list_id = $2 and p.organization_id = $3 and p.withdrawn_at is null
        order by p.valid_from`,
      [code, listId, organization.id],
    );
    return rows;
  };

  it('sets them by list from a day on and takes them back', async () => {
    await createItem(api.db.owner, organization, { code: 'P-1', priceMinor: 10_000, costMinor: 5_000 });
    await createItem(api.db.owner, organization, { code: 'P-2', priceMinor: 20_000, costMinor: 5_000 });
    const { priceListId, costListId } = organization;
    const [sale, cost] = [await pricesOf('P-1', priceListId), await pricesOf('P-1', costListId)];
    const begun = await owner.begin(
      'prices',
      await workbook([
        ['Код', 'Цена', 'Закупка'],
        ['P-1', '1 234,50 ₽', 50],
        ['P-2', 200, null],
        ['P-3', 1, 1],
        ['P-2', 'дорого', null],
        ['P-1', 12.345, null],
      ]),
    );
    expect(begun.mapping).toEqual({ 0: 'code', 1: `list:${priceListId}`, 2: `list:${costListId}` });
    const checked = await owner.check(begun, { options: { validFrom: '2026-05-01' } });
    expect(checked.counts).toMatchObject({ new: 0, changed: 1, unchanged: 1, faulty: 3 });
    expect(await owner.rows(checked.id, 'changed')).toMatchObject([
      { values: { [`list:${priceListId}`]: 123_450 }, before: { [`list:${priceListId}`]: 10_000 } },
    ]);
    const applied = await owner.apply(checked);
    expect(await pricesOf('P-1', priceListId)).toEqual([...sale, { amount: '123450', at: '2026-05-01' }]);
    expect(await pricesOf('P-1', costListId)).toEqual(cost);
    await owner.undo(applied);
    expect(await pricesOf('P-1', priceListId)).toEqual(sale);
  });

  it('shows purchase prices only to those who may read them', async () => {
    const administrator = new Importer(api, await enterAs(api, organization.id, 'administrator'));
    const text = 'Код;Цена;Закупка\nP-1;300;1234543,21\n';
    const key = `list:${organization.costListId}`;
    const checked = await owner.check(await owner.begin('prices', text, 'p.csv'));
    const seen =
      (await administrator.person.get(`/imports/${checked.id}`)).raw +
      JSON.stringify(await administrator.rows(checked.id));
    expect(seen).not.toContain(key);
    expect(seen).not.toContain('1234543');
    const mine = await administrator.begin('prices', text, 'p.csv');
    expect(Object.values(mine.mapping ?? {})).not.toContain(key);
    const columns = { 0: 'code', 2: key };
    const asked = { version: mine.version, sheet: 0, headerRow: 1, columns };
    expect((await administrator.person.send('PUT', `/imports/${mine.id}/mapping`, asked)).status).toBe(422);
    expect(Buffer.from(await fetched('/exports/prices.csv', administrator)).toString()).not.toContain('Cost');
    expect(Buffer.from(await fetched('/exports/prices.csv')).toString()).toContain('Cost');
  });
});

describe('rights', () => {
  it('to imports and their files are those of the organization, the role and the kind', async () => {
    const { body: file } = await owner.upload('Код\nA\n', 'a.csv');
    const begun = await owner.begin('items', 'Код\nA\n');
    const manager = await enterAs(api, organization.id, 'manager');
    const measurer = await enterAs(api, organization.id, 'measurer');
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    for (const path of [`/imports/${begun.id}`, `/imports/${begun.id}/rows`, `/files/${file.id}`]) {
      expect((await manager.get(path)).status).toBe(404);
      expect((await stranger.get(path)).status).toBe(404);
      expect((await measurer.get(path)).status).toBe(path.startsWith('/files') ? 404 : 403);
    }
    const body = { kind: 'items', fileId: file.id };
    expect((await manager.send('POST', '/imports', body)).status).toBe(403);
    expect((await stranger.send('POST', '/imports', body)).status).toBe(404);
    expect((await owner.person.send('POST', '/imports', { ...body, kind: 'wishes' })).status).toBe(422);
    expect((await fetch(`${api.url}/api/v1/exports/items.xlsx`, { headers: manager.authorization })).status).toBe(403);
    expect((await stranger.get<{ items: unknown[] }>('/imports')).body.items).toEqual([]);
    const bytes = await fetched(`/files/${file.id}`);
    expect(Buffer.from(bytes).toString()).toBe('Код\nA\n');
  });

  it('a file is what its content says, and as large as allowed', async () => {
    const program = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0'), Buffer.alloc(500)]);
    expect(await owner.upload(program, 'price.xlsx')).toMatchObject({
      status: 422,
      body: { code: 'FILE.TYPE_NOT_ALLOWED' },
    });
    expect(await owner.upload('')).toMatchObject({ status: 422, body: { code: 'FILE.EMPTY' } });
    expect(await owner.upload('<svg/>', 'a.png', 'picture')).toMatchObject({ status: 422 });
    expect(await announced(1_000_000_000)).toContain('FILE.TOO_LARGE');
    expect(await owner.begin('items', await emptyWorkbook())).toMatchObject({
      state: 'failed',
      problem: { code: 'IMPORT.EMPTY' },
      steps: [],
    });
  });
});

const emptyWorkbook = () => workbook([]);

/** What the server says to a form that announces so many bytes, before any of them has come. */
function announced(bytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...owner.person.authorization,
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': bytes,
    };
    const asked = request(`${api.url}/api/v1/files?purpose=import`, { method: 'POST', headers }, (answer) => {
      text(answer).then(resolve, reject);
      answer.once('end', () => asked.destroy());
    });
    asked.on('error', reject);
    asked.write('--x\r\n');
  });
}

async function fetched(path: string, who = owner): Promise<Uint8Array> {
  const response = await fetch(`${api.url}/api/v1${path}`, { headers: who.person.authorization });
  expect([path, response.status]).toEqual([path, 200]);
  expect(response.headers.get('content-disposition')).toContain('attachment');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  return new Uint8Array(await response.arrayBuffer());
}

async function download(path: string): Promise<unknown[]> {
  const { sheets } = await readXlsx(await fetched(path));
  return sheets[0]?.rows ?? [];
}
