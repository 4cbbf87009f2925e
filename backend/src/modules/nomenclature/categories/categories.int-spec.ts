import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@smet/database';
import { createItem, createOrganization, type TestOrganization } from '../../../../test/builders.js';
import { startApi, type TestApi } from '../../../../test/support/index.js';
import { enterAs, type Person } from '../../../../test/support/people.js';
import type { CategoryDto, CategoryListDto } from './dto/category.dto.js';

let api: TestApi;
let organization: TestOrganization;
let owner: Person;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  organization = await createOrganization(api.db.owner);
  owner = await enterAs(api, organization.id, 'owner');
});

const create = (body: object, who = owner) => who.send<CategoryDto>('POST', '/categories', body);
const made = async (name: string, parentId: string | null = null) => (await create({ name, parentId })).body;
const patch = (id: string, body: object) => owner.send<CategoryDto>('PATCH', `/categories/${id}`, body);
const tree = async () => (await owner.get<CategoryListDto>('/categories')).body.items;
/** Each as `name<parent`, in the order of the tree. */
const shown = async () => {
  const items = await tree();
  const nameOf = (id: string | null) => items.find((category) => category.id === id)?.name ?? '';
  return items.map(({ name, parentId }) => `${name}<${nameOf(parentId)}`);
};

describe('categories', () => {
  it('are made, renamed, dragged to their place with all below them, and thrown away when empty', async () => {
    const [canvas, profile] = [await made('Полотна'), await made('Профили')];
    const matte = await made('Матовые', canvas.id);
    const { body: first } = await create({ name: 'Тканевые', parentId: canvas.id, beforeId: matte.id });
    expect(await shown()).toEqual(['Полотна<', 'Тканевые<Полотна', 'Матовые<Полотна', 'Профили<']);
    expect((await patch(canvas.id, { version: 1, parentId: profile.id })).body).toMatchObject({ version: 2 });
    expect(await shown()).toEqual(['Профили<', 'Полотна<Профили', 'Тканевые<Полотна', 'Матовые<Полотна']);
    await patch(matte.id, { version: 1, name: 'Мат', parentId: null, beforeId: profile.id });
    expect((await shown())[0]).toBe('Мат<');
    expect((await owner.send('DELETE', `/categories/${canvas.id}?version=2`)).status).toBe(409);
    expect((await owner.send('DELETE', `/categories/${first.id}?version=1`)).status).toBe(204);
    expect((await owner.send('DELETE', `/categories/${canvas.id}?version=2`)).status).toBe(204);
    expect(await shown()).toEqual(['Мат<', 'Профили<']);
  });

  it('moved at once never make a ring', async () => {
    // In the first round connections are still being opened, one after another.
    for (const round of [1, 2, 3]) {
      const [a, b] = [await made(`A${round}`), await made(`B${round}`)];
      const answers = await Promise.all([
        patch(a.id, { version: 1, parentId: b.id }),
        patch(b.id, { version: 1, parentId: a.id }),
      ]);
      const refused = answers.filter(({ status }) => status !== 200);
      expect(refused).toMatchObject([{ status: 422, body: { code: 'CATEGORY.PLACE_REFUSED' } }]);
      expect(await tree()).toHaveLength(round * 2);
    }
  });

  it('of one parent have different names, also when two are made at once', async () => {
    const answers = await Promise.all([create({ name: 'Свет' }), create({ name: 'свет' })]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toMatchObject([{ body: { code: 'CATEGORY.NAME_TAKEN' } }]);
    const [light] = await tree();
    expect((await create({ name: 'Свет', parentId: light?.id })).status).toBe(201);
  });

  it('stay as long as items are in them', async () => {
    const { id, categoryId } = await createItem(api.db.owner, organization);
    await api.db.owner.query(`update items set deleted_at = now() where id = $1`, [id]);
    expect(await owner.send('DELETE', `/categories/${categoryId}?version=1`)).toMatchObject({
      status: 409,
      body: { code: 'CATEGORY.NOT_EMPTY' },
    });
  });

  it('are changed on the version that was seen, by those who may, in their own organization', async () => {
    const category = await made('A');
    expect((await patch(category.id, { version: 1, name: 'B' })).status).toBe(200);
    expect(await patch(category.id, { version: 1, name: 'C' })).toMatchObject({
      status: 409,
      body: { code: 'CATEGORY.CHANGED', current: { version: 2 } },
    });
    expect((await patch(category.id, { version: 2, parentId: newId() })).status).toBe(422);
    expect((await create({ name: '' })).status).toBe(422);
    expect((await create({ name: 'X' }, await enterAs(api, organization.id, 'manager'))).status).toBe(403);
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    expect((await stranger.send('PATCH', `/categories/${category.id}`, { version: 2, name: 'Z' })).status).toBe(404);
    expect((await create({ name: 'X', parentId: category.id }, stranger)).status).toBe(422);
    expect(await shown()).toEqual(['B<']);
  });
});
