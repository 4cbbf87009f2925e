import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { computeEstimate, DEFAULT_MONEY_TERMS, ruleSetR1 } from '@smet/estimating';
import { createTestDatabase, type TestDatabase } from '../../../../backend/test/test-database.js';
import { loadDemo, type DemoOptions } from './load-demo.js';

const options: DemoOptions = {
  now: new Date('2026-11-20T12:00:00Z'),
  ruleSet: ruleSetR1,
  terms: DEFAULT_MONEY_TERMS,
  hashPassword: (password) => Promise.resolve(`hash of ${password}`),
  computeEstimate: (draft, priceBook) => computeEstimate(draft, { priceBook, ruleSet: ruleSetR1 }),
};

const TABLES = [
  'users',
  'items',
  'prices',
  'rule_sets',
  'company_profiles',
  'clients',
  'client_phones',
  'client_addresses',
  'client_contacts',
  'client_tags',
  'consents',
  'custom_fields',
  'orders',
  'estimates',
  'estimate_variants',
  'estimate_rooms',
  'estimate_room_measures',
  'estimate_lines',
];

/** Number of rows and a hash of all of them, by table. */
async function contents({ owner }: TestDatabase): Promise<Record<string, string>> {
  const result: Record<string, string> = {};
  for (const table of TABLES) {
    const { rows } = await owner.query<{ hash: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from ${table} t`,
    );
    result[table] = rows[0]?.hash ?? '';
  }
  return result;
}

describe('loadDemo', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await loadDemo(database.url, options);
  });
  afterAll(() => database.drop());

  const count = async (from: string): Promise<number> => {
    const { rows } = await database.owner.query<{ n: number }>(`select count(*)::int as n from ${from}`);
    return rows[0]?.n ?? -1;
  };

  it('fills an empty database', async () => {
    expect(await count('organizations')).toBe(1);
    expect(await count('memberships')).toBe(8);
    expect(await count('(select distinct role from memberships) r')).toBe(8);
    expect(await count('items')).toBe(143);
    expect(await count('prices')).toBe(428);
    expect(await count('rule_sets')).toBe(1);
    expect(await count('company_profiles')).toBe(1);
    expect(await count('clients')).toBe(50);
    expect(await count('(select distinct name from clients) c')).toBe(50);
    expect(await count('custom_fields')).toBe(10);
    expect(await count(`clients where fields <> '{}'`)).toBe(34);
    expect(await count('client_contacts k join clients c on c.id = k.company_id')).toBe(5);
    expect(await count('orders')).toBe(200);
    expect(await count('(select distinct stage_id from orders) s')).toBe(9);
    expect(await count('estimates')).toBe(20);
  });

  it('pays installers for work, buys things and sells to dealers for no more', async () => {
    const { rows } = await database.owner.query<{ kind: string; list: string; items: number }>(`
      select i.kind, l.kind as list, count(*)::int as items
        from prices p join price_lists l on l.id = p.price_list_id join items i on i.id = p.item_id
       group by i.kind, l.kind order by i.kind, l.kind`);
    const counted = (kind: string) =>
      Object.fromEntries(rows.filter((r) => r.kind === kind).map((r) => [r.list, r.items]));
    expect(counted('work')).toEqual({ sale: 36, pay: 36, dealer: 35 });
    expect(counted('service')).toEqual({ sale: 11, cost: 11, dealer: 11 });
    expect(counted('material')).toEqual({ sale: 96, cost: 96, dealer: 96 });
    const dearer = `prices p join price_lists l on l.id = p.price_list_id and l.kind = 'dealer'
      join price_lists m on m.kind = 'sale' join prices s on s.price_list_id = m.id and s.item_id = p.item_id
      where p.amount_minor > s.amount_minor or p.amount_minor % 100 <> 0`;
    expect(await count(dearer)).toBe(0);
  });

  it('uses phones that cannot belong to anyone and no real e-mail', async () => {
    expect(await count(`client_phones where number !~ '^\\+7000000[0-9]{4}$'`)).toBe(0);
    expect(await count(`client_emails where email !~ '\\.invalid$'`)).toBe(0);
  });

  it('spreads the orders over the year before now, numbered in the order they came', async () => {
    expect(await count(`orders where created_at > '2026-11-20T12:00Z' or updated_at > '2026-11-20T12:00Z'`)).toBe(0);
    expect(await count(`orders where created_at < '2025-11-20'`)).toBe(0);
    expect(await count(`(select distinct date_trunc('month', created_at) from orders) m`)).toBeGreaterThanOrEqual(12);
    expect(await count('orders a join orders b on a.number < b.number and a.created_at > b.created_at')).toBe(0);
    const { rows } = await database.owner.query(
      'select last_order_number as n, (select max(number) from orders) as max from organizations',
    );
    expect(rows).toEqual([{ n: 200, max: 200 }]);
  });

  it('has sums that add up: order = estimate to pay, gross = lines', async () => {
    expect(
      await count(`orders o join estimates e on e.order_id = o.id join estimate_versions v on v.estimate_id = e.id
        join estimate_variants a on a.version_id = v.id and a.id = v.current_variant_id
        where a.to_pay_minor = o.total_minor and a.to_pay_minor > 0`),
    ).toBe(20);
    expect(
      await count(`estimate_variants a where gross_minor <>
        (select sum(sum_minor) from estimate_lines l where l.version_id = a.version_id and l.variant_id = a.id)`),
    ).toBe(0);
    expect(await count('estimate_variants v join estimate_rooms r on r.version_id = v.version_id')).toBe(
      await count('estimate_room_measures where billed_area > 0'),
    );
  });

  it('has a room of every kind in its newest estimate', async () => {
    const { rows } = await database.owner.query<{ name: string; shape: object; plan: object | null }>(`
      select r.name, r.shape, r.plan from estimate_rooms r
        join estimate_versions w on w.id = r.version_id join estimates e on e.id = w.estimate_id
        join orders o on o.id = e.order_id
       where o.number = (select max(x.number) from orders x join estimates y on y.order_id = x.id) order by r.sort`);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(11);
    const kinds = `rectangle right-angled triangulated clockwise sagittaMm angles cutouts niche shadow floating ceiling
      tile spotlight chandelier pipe vent sensor hatch light-line track curtain-niche direction misclosureReason inset`;
    const all = JSON.stringify(rows);
    expect(kinds.split(/\s+/).filter((kind) => !all.includes(`"${kind}"`))).toEqual([]);
  });

  it('has estimates with three specifications to choose from, and others with one', async () => {
    const variants = (n: number) =>
      count(`(select version_id from estimate_variants group by version_id having count(*) = ${n}) v`);
    expect([await variants(1), await variants(3)]).toEqual([15, 5]);
    expect(await count(`estimate_variants where content -> 'specification' ->> 'film' = 'pvc-bauf'`)).toBe(5);
  });

  it('does nothing the second time', async () => {
    const before = await contents(database);
    expect(await loadDemo(database.url, options)).toMatchObject({ loaded: false, orders: 0 });
    expect(await contents(database)).toEqual(before);
  });

  it('gives the same rows for the same moment on another database', async () => {
    const twin = await createTestDatabase();
    try {
      expect(await loadDemo(twin.url, options)).toMatchObject({ loaded: true, orders: 200 });
      expect(await contents(twin)).toEqual(await contents(database));
    } finally {
      await twin.drop();
    }
  });

  it('leaves nothing when it is killed in the middle, and works the next time', async () => {
    const other = await createTestDatabase();
    try {
      const killed = loadDemo(other.url, {
        ...options,
        hashPassword: async (password) => {
          await other.owner.query(
            `select pg_terminate_backend(pid) from pg_stat_activity
             where application_name = 'smet-demo' and datname = current_database()`,
          );
          return password;
        },
      });
      await expect(killed).rejects.toThrow();
      const { rows } = await other.owner.query(
        'select (select count(*)::int from organizations) + (select count(*)::int from users) as n',
      );
      expect(rows).toEqual([{ n: 0 }]);
      expect(await loadDemo(other.url, options)).toMatchObject({ loaded: true });
    } finally {
      await other.drop();
    }
  });
});
