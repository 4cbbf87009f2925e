import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, createOrder, createOrganization, type TestOrganization } from '../../../test/builders.js';
import { startApi, type TestApi } from '../../../test/support/index.js';
import { enterAs, type Person } from '../../../test/support/people.js';
import type { ClientPageDto } from './dto/client.dto.js';
import type { DuplicateListDto } from './duplicates/duplicates.dto.js';

let api: TestApi;
let organization: TestOrganization;
let manager: Person;
const ids: Record<string, string> = {};

beforeAll(async () => {
  api = await startApi();
  organization = await createOrganization(api.db.owner);
  manager = await enterAs(api, organization.id, 'manager');
  for (const [name, phone] of [
    ['Пётр Кузнецов', '+79031112233'],
    ['Марина Облакова', '+79034445566'],
    ['ООО «Светлый дом»', '+79037778899'],
  ] as const) {
    ids[name] = (await createClient(api.db.owner, organization.id, { name, phone })).id;
  }
  const marina = ids['Марина Облакова'] ?? '';
  await manager.send('PATCH', `/clients/${marina}`, {
    version: 1,
    emails: ['marina@test.invalid'],
    addresses: [{ text: 'г. Белоречье, ул. Кленовая Роща, д. 7, кв. 12' }],
  });
  await createOrder(api.db.owner, organization, {
    clientId: ids['Пётр Кузнецов'] ?? '',
    address: 'пер. Тихий Берег, 3',
  });
});
afterAll(() => api.close());

const found = async (query: string, who = manager): Promise<string[]> =>
  (await who.get<ClientPageDto>(`/clients?query=${encodeURIComponent(query)}`)).body.items.map(({ name }) => name);

describe('search of clients', () => {
  it.each([
    ['кузнецов пётр', 'Пётр Кузнецов'],
    ['Кузнецоф', 'Пётр Кузнецов'],
    ['Облокова', 'Марина Облакова'],
    ['Oblakova', 'Марина Облакова'],
    ['светлый', 'ООО «Светлый дом»'],
    ['4455', 'Марина Облакова'],
    ['8 (903) 111-22-33', 'Пётр Кузнецов'],
    ['marina@', 'Марина Облакова'],
    ['кленовая белоречье', 'Марина Облакова'],
    ['тихий берег', 'Пётр Кузнецов'],
  ])('finds by %s', async (query, name) => {
    expect(await found(query)).toEqual([name]);
  });

  it('finds nobody by what nobody has, and nobody of another organization', async () => {
    expect(await found('Бетховен')).toEqual([]);
    expect(await found('%')).toEqual([]);
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    expect(await found('кузнецов', stranger)).toEqual([]);
    expect((await stranger.get<DuplicateListDto>('/clients/duplicates?phone=89031112233')).body.items).toEqual([]);
  });

  it('sorts by every column it offers, in both directions', async () => {
    const walk = async (sort: string) => {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const path: string = `/clients?limit=1&sort=${sort}${cursor && `&cursor=${cursor}`}`;
        const { body }: { body: ClientPageDto } = await manager.get<ClientPageDto>(path);
        seen.push(...body.items.map(({ name }) => name));
        cursor = body.nextCursor;
      }
      return seen;
    };
    for (const sort of ['name', 'createdAt', 'updatedAt']) {
      const up = await walk(sort);
      expect(up).toHaveLength(3);
      expect(await walk(`-${sort}`)).toEqual(up.toReversed());
    }
    expect((await walk('updatedAt')).at(-1)).toBe('Марина Облакова');
  });
});

describe('hints of duplicates', () => {
  const hints = async (query: Record<string, string>) =>
    (await manager.get<DuplicateListDto>(`/clients/duplicates?${new URLSearchParams(query)}`)).body.items.map(
      ({ client, reasons }) => [client.name, reasons],
    );

  it('come by phone, e-mail and a similar name, the likeliest first', async () => {
    expect(await hints({ phone: '8 903 111 22 33' })).toEqual([['Пётр Кузнецов', ['phone']]]);
    expect(await hints({ email: 'MARINA@test.invalid' })).toEqual([['Марина Облакова', ['email']]]);
    expect(await hints({ name: 'Петр Кузнецов' })).toEqual([['Пётр Кузнецов', ['name']]]);
    expect(await hints({ name: 'Марина Облокова', phone: '89031112233', email: 'marina@test.invalid' })).toEqual([
      ['Пётр Кузнецов', ['phone']],
      ['Марина Облакова', ['email', 'name']],
    ]);
  });

  it('do not come while nothing can be said, nor of the client itself', async () => {
    expect(await hints({ phone: '8 903', name: 'Ма' })).toEqual([]);
    expect(await hints({})).toEqual([]);
    expect(await hints({ phone: '89031112233', exceptId: ids['Пётр Кузнецов'] ?? '' })).toEqual([]);
  });
});
