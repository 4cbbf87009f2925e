import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@smet/database';
import { createOrganization, type TestOrganization } from '../../../../test/builders.js';
import { draftOf, roomE1, SHAPES } from '../../../../test/support/drafts.js';
import { startApi, type TestApi } from '../../../../test/support/index.js';
import { enterAs, type Person } from '../../../../test/support/people.js';
import type { TemplateDto, TemplateListDto } from '../dto/template.dto.js';

let api: TestApi;
let organization: TestOrganization;
let manager: Person;

beforeAll(async () => {
  api = await startApi();
  organization = await createOrganization(api.db.owner);
  manager = await enterAs(api, organization.id, 'manager');
});
afterAll(() => api.close());

const create = (given: object, who = manager, key?: string) =>
  who.send<TemplateDto>('POST', '/estimate-templates', given, key);
const remove = async (id: string, who = manager) => {
  const url = `${api.url}/api/v1/estimate-templates/${id}`;
  return (await fetch(url, { method: 'DELETE', headers: { ...who.authorization } })).status;
};
const list = async () => (await manager.get<TemplateListDto>('/estimate-templates')).body.items;

describe('templates', () => {
  it('of an estimate and of a room are kept as they were given', async () => {
    const [draft, room] = [draftOf([roomE1()], { discountPercent: '5' }), roomE1()];
    const { status, body: whole } = await create({ kind: 'estimate', name: 'Two rooms', document: draft });
    const { body: single } = await create({ kind: 'room', name: 'Bathroom', document: room });
    expect(status).toBe(201);
    expect(whole).toEqual({ id: whole.id, kind: 'estimate', name: 'Two rooms', canRemove: true, document: draft });
    expect((await manager.get(`/estimate-templates/${single.id}`)).body).toEqual(single);
    expect(single.document).toEqual(room);
    expect(await list()).toEqual([
      { id: whole.id, kind: 'estimate', name: 'Two rooms', canRemove: true },
      { id: single.id, kind: 'room', name: 'Bathroom', canRemove: true },
    ]);
    expect(await remove(whole.id)).toBe(204);
    expect(await remove(whole.id)).toBe(404);
    expect(await list()).toHaveLength(1);
  });

  it('are taken away by who made them or manages the organization, and stay for who needs them back', async () => {
    const template = { kind: 'room', name: 'Hall', document: roomE1() };
    const { body: kept } = await create(template);
    const measurer = await enterAs(api, organization.id, 'measurer');
    const { body: seen } = await measurer.get<TemplateListDto>('/estimate-templates');
    expect(seen.items.find(({ id }) => id === kept.id)?.canRemove).toBe(false);
    expect(await remove(kept.id, measurer)).toBe(403);
    expect((await create({ ...template, name: 'Own' }, measurer)).body.canRemove).toBe(true);
    expect(await remove(kept.id, await enterAs(api, organization.id, 'administrator'))).toBe(204);
    expect((await manager.get(`/estimate-templates/${kept.id}`)).status).toBe(404);
    expect((await create(template)).status).toBe(201);
    const { rows } = await api.db.owner.query(`select name from estimate_templates where id = $1`, [kept.id]);
    expect(rows).toEqual([{ name: 'Hall' }]);
  });

  it('have names of their own, and are made once for one key', async () => {
    const template = { kind: 'room', name: 'Kitchen', document: roomE1() };
    const [first, again] = [await create(template, manager, 'key-1'), await create(template, manager, 'key-1')];
    expect(again.body).toEqual(first.body);
    expect(await create(template)).toMatchObject({ status: 409, body: { code: 'ESTIMATE_TEMPLATE.NAME_TAKEN' } });
    expect((await create({ ...template, kind: 'estimate', document: draftOf([]) })).status).toBe(201);
  });

  it.each<[string, object, string]>([
    ['no kind', { kind: 'line', name: 'a', document: {} }, 'kind'],
    ['no document', { kind: 'room', name: 'a' }, 'document'],
    ['a room for an estimate', { kind: 'estimate', name: 'a', document: roomE1() }, 'document.'],
    ['a foreign field', { kind: 'room', name: 'a', document: { ...roomE1(), areaM2: 3 } }, 'document.areaM2'],
    [
      'a shape nobody can read',
      { kind: 'room', name: 'a', document: { ...roomE1(), shape: { ...SHAPES.E1, sidesMm: [1] } } },
      'document.shape.sidesMm',
    ],
    [
      'such a shape in an estimate',
      {
        kind: 'estimate',
        name: 'a',
        document: draftOf([{ ...roomE1(), shape: { ...SHAPES.E1, kind: 'round' } as never }]),
      },
      'document.rooms.0.shape',
    ],
  ])('are refused with the place that is wrong: %s', async (_, given, path) => {
    const { status, body } = await manager.send('POST', '/estimate-templates', given);
    expect(status).toBe(422);
    expect(body.invalidParams?.map((one) => one.path)).toContainEqual(expect.stringContaining(path));
  });

  it('are the organization’s own, for those who make estimates', async () => {
    const { body: mine } = await create({ kind: 'room', name: 'Mine', document: roomE1() });
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    expect((await stranger.get(`/estimate-templates/${mine.id}`)).status).toBe(404);
    expect((await stranger.get<TemplateListDto>('/estimate-templates')).body.items).toEqual([]);
    expect(await remove(mine.id, stranger)).toBe(404);
    expect((await manager.get(`/estimate-templates/${newId()}`)).status).toBe(404);
    const accountant = await enterAs(api, organization.id, 'accountant');
    expect((await accountant.get('/estimate-templates')).status).toBe(403);
    expect((await create({ kind: 'room', name: 'b', document: roomE1() }, accountant)).status).toBe(403);
    expect(await remove(mine.id, accountant)).toBe(403);
  });
});
