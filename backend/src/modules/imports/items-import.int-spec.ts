import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
});
