import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOrder, createOrganization, type TestOrganization } from '../../../../test/builders.js';
import { Importer } from '../../../../test/support/imports.js';
import { startApi, startWorker, type TestApi, type TestWorker } from '../../../../test/support/index.js';
import { enterAs } from '../../../../test/support/people.js';
import type { ClientDto, ClientPageDto } from '../dto/client.dto.js';

let api: TestApi;
let worker: TestWorker;
let organization: TestOrganization;
let owner: Importer;

beforeAll(async () => {
  api = await startApi({ env: { SMET_IMPORT_CHUNK_ROWS: '4' } });
  worker = await startWorker(api.db, { env: { SMET_IMPORT_CHUNK_ROWS: '4' } });
  organization = await createOrganization(api.db.owner);
  owner = new Importer(api, await enterAs(api, organization.id, 'owner'));
  await owner.person.send('POST', '/custom-fields', { subject: 'client', name: 'Площадь', type: 'number', unit: 'м²' });
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
});

const create = async (body: object): Promise<ClientDto> =>
  (await owner.person.send<ClientDto>('POST', '/clients', body)).body;
const get = async (id: string): Promise<ClientDto> => (await owner.person.get<ClientDto>(`/clients/${id}`)).body;
const all = async (): Promise<string[]> =>
  (await owner.person.get<ClientPageDto>('/clients')).body.items.map(({ name }) => name);
const content = ({ version: _v, updatedAt: _u, ...rest }: ClientDto) => rest;

const HEAD = 'ФИО;Телефоны;E-mail;Тип;Адрес;Источник;Метки;Примечание;Площадь, м²';

describe('an import of clients', () => {
  it('goes from the file to the clients and back', async () => {
    const known = await create({
      name: 'Известный',
      phones: [{ number: '+79070000001' }],
      emails: ['known@test.invalid'],
      source: 'Звонок',
      fields: { ploschad: 10 },
    });
    const same = await create({ name: 'Тот же', phones: [{ number: '+79070000002' }] });
    const text = [
      HEAD,
      'Новый Клиент;8 907 000-00-11, 8 907 000-00-12;new@test.invalid;физлицо;Лесная 1;Сайт;vip, Новый;Звонить утром;54,5',
      'Известный Клиент;89070000001;known@test.invalid, more@test.invalid;;Садовая 2;;VIP;;20',
      'Тот же;+7 907 000-00-02;;;;;;;',
      'Без связи;;;;;;;;',
      ';89070000013;;;;;;;',
      'Плохой номер;123;;;;;;;',
      'Чужой номер;89070000014, 89070000002;;;;;;;',
      'Плохая площадь;89070000015;;вид;;;;;много',
      'Только почта;;only@test.invalid;компания;;;;;',
    ].join('\n');
    const begun = await owner.begin('clients', text, 'клиенты.csv');
    expect(begun.mapping).toEqual({
      0: 'name',
      1: 'phone',
      2: 'email',
      3: 'kind',
      4: 'address',
      5: 'source',
      6: 'tags',
      7: 'comment',
      8: 'fields.ploschad',
    });
    const checked = await owner.check(begun);
    expect(checked.counts).toMatchObject({ new: 2, changed: 1, unchanged: 1, faulty: 5 });
    const faulty = await owner.rows(checked.id, 'faulty');
    expect(
      faulty.map(({ rowNumber, problems }) => [rowNumber, problems.map(({ column, code }) => `${column} ${code}`)]),
    ).toEqual([
      [5, ['phone IS_REQUIRED']],
      [6, ['name IS_REQUIRED']],
      [7, ['phone IS_PHONE']],
      [8, ['phone PHONE_TAKEN']],
      [9, ['kind IS_IN', 'fields.ploschad IS_IN']],
    ]);

    const applied = await owner.apply(checked);
    expect(applied.counts).toMatchObject({ applied: 3 });
    expect(await all()).toEqual(['Известный Клиент', 'Новый Клиент', 'Только почта', 'Тот же']);
    expect(await get(known.id)).toMatchObject({
      name: 'Известный Клиент',
      emails: ['known@test.invalid', 'more@test.invalid'],
      addresses: [{ text: 'Садовая 2' }],
      source: 'Звонок',
      fields: { ploschad: 20 },
      tags: [{ name: 'vip' }],
      version: 2,
    });
    expect(content(await get(same.id))).toEqual(content(same));
    const [made] = (await owner.person.get<ClientPageDto>('/clients?query=89070000012')).body.items;
    expect(made).toMatchObject({
      name: 'Новый Клиент',
      phones: [{ number: '+79070000011' }, { number: '+79070000012' }],
      tags: [{ name: 'vip' }, { name: 'Новый' }],
      comment: 'Звонить утром',
      fields: { ploschad: 54.5 },
    });

    // Exported and read again, nothing differs.
    const exported = await fetch(`${api.url}/api/v1/exports/clients.csv`, { headers: owner.person.authorization });
    expect(exported.status).toBe(200);
    const again = await owner.check(
      await owner.begin('clients', new Uint8Array(await exported.arrayBuffer()), 'again.csv'),
    );
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 4, faulty: 0 });

    const undone = await owner.undo(applied);
    expect(undone).toMatchObject({ state: 'undone', counts: { kept: 0 } });
    expect(await all()).toEqual(['Известный', 'Тот же']);
    expect(content(await get(known.id))).toEqual(content(known));
  });

  it('leaves what somebody took or changed since, when it is applied and when it is undone', async () => {
    const rows = ['Имя;Телефон', 'А;89071000001', 'Б;89071000002', 'В;89071000003', 'Г;89071000004'];
    const checked = await owner.check(await owner.begin('clients', rows.join('\n'), 'b.csv'));
    await create({ name: 'Чужой', phones: [{ number: '+79071000002' }] });
    const applied = await owner.apply(checked);
    expect(applied.counts).toMatchObject({ applied: 3, faulty: 1 });
    const find = async (phone: string) =>
      (await owner.person.get<ClientPageDto>(`/clients?query=${phone}`)).body.items[0]?.id ?? '';
    const [changed, ordered] = [await find('9071000001'), await find('9071000003')];
    await owner.person.send('PATCH', `/clients/${changed}`, { version: 1, comment: 'Тронут' });
    await createOrder(api.db.owner, organization, { clientId: ordered });
    const undone = await owner.undo(applied);
    expect(undone).toMatchObject({ state: 'undone', counts: { kept: 2 } });
    expect((await all()).filter((name) => ['А', 'Б', 'В', 'Г', 'Чужой'].includes(name))).toEqual(['А', 'В', 'Чужой']);
    expect((await get(ordered)).phones).toHaveLength(1);
  });
});
