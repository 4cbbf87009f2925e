import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../../backend/test/test-database.js';
import { createOrganization, OrganizationRefused, type NewOrganization } from './create-organization.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const wanted = (email: string, given: Partial<NewOrganization> = {}): NewOrganization => ({
  name: 'Потолки Плюс',
  country: 'RU',
  owner: { email, name: 'Мария', passwordHash: 'hash' },
  exampleItems: false,
  ...given,
});
const count = async (from: string, id?: string): Promise<number> => {
  const where = id === undefined ? '' : ` where organization_id = '${id}'`;
  const { rows } = await database.owner.query<{ n: number }>(`select count(*)::int as n from ${from}${where}`);
  return rows[0]?.n ?? -1;
};

describe('createOrganization', () => {
  it('makes what a first day of work needs', async () => {
    const id = await createOrganization(database.url, wanted(' Maria@Test.invalid', { timezone: 'Asia/Omsk' }));
    const { rows } = await database.owner.query(
      `select o.name, o.country, o.currency, o.timezone, o.locale, o.last_order_number as number, u.email, m.role
         from organizations o join memberships m on m.organization_id = o.id join users u on u.id = m.user_id
        where o.id = $1`,
      [id],
    );
    expect(rows).toEqual([
      {
        name: 'Потолки Плюс',
        country: 'RU',
        currency: 'RUB',
        timezone: 'Asia/Omsk',
        locale: 'ru-RU',
        number: 0,
        email: 'maria@test.invalid',
        role: 'owner',
      },
    ]);
    expect(await count('stages', id)).toBe(9);
    expect(await count('custom_fields', id)).toBe(6);
    const lists = await database.owner.query(
      `select kind, currency from price_lists where organization_id = $1 and is_default order by kind`,
      [id],
    );
    expect(lists.rows).toEqual([
      { kind: 'cost', currency: 'RUB' },
      { kind: 'dealer', currency: 'RUB' },
      { kind: 'pay', currency: 'RUB' },
      { kind: 'sale', currency: 'RUB' },
    ]);
    expect(await count('items', id)).toBe(0);
  });

  it('stands beside others, with the items of the demo when asked', async () => {
    const id = await createOrganization(database.url, wanted('kz@test.invalid', { country: 'KZ', exampleItems: true }));
    expect(await count('items', id)).toBe(143);
    expect(await count('prices', id)).toBe(428);
    expect(await count(`price_lists where currency = 'KZT' and organization_id = '${id}'`)).toBe(4);
  });

  it('refuses in one line and leaves nothing behind', async () => {
    await createOrganization(database.url, wanted('taken@test.invalid'));
    const before = await count('organizations');
    const refusals: [NewOrganization, RegExp][] = [
      [wanted('TAKEN@test.invalid'), /is taken/],
      [wanted('a@test.invalid', { country: 'XX' }), /unknown country XX/],
      [wanted('a@test.invalid', { timezone: 'Mars/Base' }), /unknown time zone/],
    ];
    for (const [organization, message] of refusals) {
      const refused = createOrganization(database.url, organization);
      await expect(refused).rejects.toBeInstanceOf(OrganizationRefused);
      await expect(refused).rejects.toThrow(message);
    }
    expect(await count('organizations')).toBe(before);
  });
});
