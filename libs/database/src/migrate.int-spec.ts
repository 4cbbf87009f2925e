import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createOrder, createOrganization } from '../../../backend/test/builders.js';
import {
  administer,
  createEmptyDatabase,
  createTestDatabase,
  testServer,
  type TestDatabase,
} from '../../../backend/test/test-database.js';
import { assertRestrictedRole, openDataSource, refuseOldVersion } from './data-source.js';
import { DatabaseUnavailable } from './errors.js';
import { migrate } from './migrate.js';
import { migrations } from './migrations/index.js';

const cleanUp: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step();
});

async function emptyDatabase(owner?: string): Promise<string> {
  const { url, drop } = await createEmptyDatabase(owner);
  cleanUp.push(drop);
  return url;
}

/** A user of the server that is no superuser; the second address is the given one as that user. */
async function ordinaryUser(attributes: string): Promise<{ name: string; as: (url: string) => string }> {
  const name = `test_owner_${randomBytes(4).toString('hex')}`;
  const { url: serverUrl } = testServer();
  await administer(serverUrl, `create role ${name} login password 'pass' nosuperuser ${attributes}`);
  cleanUp.push(() => administer(serverUrl, `drop role ${name}`));
  const as = (url: string): string => Object.assign(new URL(url), { username: name, password: 'pass' }).href;
  return { name, as };
}

async function problemOf(work: Promise<unknown>): Promise<{ problem: string; message: string }> {
  const error = await work.then(
    () => new Error('no error'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof DatabaseUnavailable)) throw error;
  expect(error.message).not.toContain('\n');
  return { problem: error.problem, message: error.message };
}

describe('migrate', () => {
  it('applies everything once and nothing the second time', async () => {
    const url = await emptyDatabase();
    const { applied } = await migrate(url);
    expect(applied).toEqual(migrations.map(({ name }) => name));
    expect(await migrate(url)).toEqual({ applied: [] });
  });

  it('may be called by several processes at once', async () => {
    const [url, other] = [await emptyDatabase(), await emptyDatabase()];
    const results = await Promise.all([url, url, url, other].map(migrate));
    const counts = results.map(({ applied }) => applied.length);
    expect(counts.slice(0, 3).toSorted((a, b) => a - b)).toEqual([0, 0, migrations.length]);
    expect(counts[3]).toBe(migrations.length);
  });

  it('works for an owner that is no superuser, with roles that exist and that it must be granted first', async () => {
    const user = await ordinaryUser('createrole');
    const url = await emptyDatabase(user.name);
    const { problem, message } = await problemOf(migrate(user.as(url)));
    expect(problem).toBe('no-rights');
    const grant = /administrator run (GRANT .*;)$/.exec(message)?.[1] ?? '';
    expect(grant).toBe(`GRANT smet_app TO ${user.name};`);
    await administer(url, `${grant} grant smet_jobs to ${user.name}`);
    expect((await migrate(user.as(url))).applied).toHaveLength(migrations.length);
    expect(await migrate(user.as(url))).toEqual({ applied: [] });

    const app = await openDataSource({ url: user.as(url), role: 'smet_app' });
    cleanUp.push(() => app.destroy());
    await assertRestrictedRole(app);
    expect(await app.query('select id from orders')).toEqual([]);
    expect(
      await app.query(`select enqueue_job('a', '{}') is not null as added, claim_schedule('a', now()) as claimed`),
    ).toEqual([{ added: true, claimed: true }]);
    const owner = await openDataSource({ url: user.as(url), role: null });
    cleanUp.push(() => owner.destroy());
    await owner.query(
      `insert into organizations (id, name, country, currency, timezone, locale)
       values (gen_random_uuid(), 'a', 'RU', 'RUB', 'UTC', 'ru')`,
    );
    expect(await owner.query('select name from organizations')).toEqual([{ name: 'a' }]);
  });

  it('says what an owner lacks that may not create', async () => {
    const user = await ordinaryUser('');
    const { problem, message } = await problemOf(migrate(user.as(await emptyDatabase())));
    expect(problem).toBe('no-rights');
    expect(message).toMatch(
      new RegExp(`^The database user ${user.name} may not create tables: .*OWNER TO ${user.name};$`),
    );
  });
});

describe('a database that cannot be reached', () => {
  it('is told in one line: refused, unauthorised, missing', async () => {
    const { url } = testServer();
    const changed = (change: Partial<URL>): string => Object.assign(new URL(url), change).href;
    expect((await problemOf(migrate(changed({ port: '1' })))).problem).toBe('refused');
    expect((await problemOf(migrate(changed({ password: 'wrong' })))).problem).toBe('unauthorised');
    expect((await problemOf(migrate(changed({ pathname: '/missing' })))).problem).toBe('no-database');
    const opening = openDataSource({ url: changed({ port: '1' }), role: 'smet_app' });
    const { message } = await problemOf(opening);
    expect(message).toBe(
      'No PostgreSQL answers at 127.0.0.1:1/postgres (ECONNREFUSED): start it or correct DATABASE_URL',
    );
  });

  it('is refused when it is older than 15', () => {
    expect(() => refuseOldVersion(140_012)).toThrow('PostgreSQL 14 is too old: SMET needs 15 or newer');
    expect(() => refuseOldVersion(150_000)).not.toThrow();
  });
});

describe('the migrated schema', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('is what the entities say: nothing would be generated', async () => {
    const owner = await database.dataSource({ role: null });
    const { upQueries } = await owner.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('names every constraint and index by the house rule', async () => {
    const { rows } = await database.owner.query<{ name: string }>(`
      select conname as name from pg_constraint where connamespace = 'public'::regnamespace
        and contype in ('p', 'u', 'f', 'c') and conrelid <> 'schema_migrations'::regclass
      union
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'i'
        and relname not like '%schema_migrations%' and relname not like 'PK%'`);
    expect(rows.filter(({ name }) => !/^(pk|fk|uq|ix|ck)_[a-z_]+$/.test(name))).toEqual([]);
  });

  it('has an index for every order of the list of orders, usable under row-level security', async () => {
    const organization = await createOrganization(database.owner);
    const { clientId } = await createOrder(database.owner, organization);
    await database.owner.query(
      `insert into orders (id, organization_id, number, client_id, address, pipeline_id, stage_id, stage_changed_at,
         total_minor, currency, created_at, updated_at)
       select gen_random_uuid(), organization_id, n, client_id, 'a', pipeline_id, $2, now(), n * 7919 % 10007, 'RUB',
         now() - n * interval '1 hour', now() - n * 7919 % 10007 * interval '1 minute'
       from orders, generate_series(2, 5000) n where client_id = $1`,
      [clientId, organization.stages.won],
    );
    await database.owner.query('analyze orders');
    const app = await database.dataSource();
    const plan = (condition: string, order: string): Promise<string> =>
      app.transaction(async (manager) => {
        await manager.query(`select set_config('smet.organization_id', $1, true)`, [organization.id]);
        const sql = `explain select id, address from orders where deleted_at is null ${condition} order by ${order} limit 50`;
        const rows = await manager.query<{ 'QUERY PLAN': string }[]>(sql);
        return rows.map((row) => row['QUERY PLAN']).join('\n');
      });
    const lead = `and stage_id = '${organization.stages.lead}'`;
    expect(await plan('', 'created_at desc, id desc')).toContain('Backward using ix_orders_created_at');
    expect(await plan('', 'total_minor, id')).toContain('ix_orders_total_minor');
    expect(await plan('', 'updated_at, id')).toContain('ix_orders_updated_at');
    expect(await plan('', 'number desc')).toContain('Backward using uq_orders_number');
    const after = `and (created_at, id) < ('2026-01-01', '${organization.id}')`;
    expect(await plan(after, 'created_at desc, id desc')).toMatch(
      /Backward using ix_orders_created_at[^]*Index Cond: .*ROW\(created_at, id\)/,
    );
    expect(await plan(lead, 'created_at desc, id desc')).toContain('ix_orders_stage_id');
  });
});

describe('assertRestrictedRole', () => {
  it('lets the application role pass and refuses the owner and whoever may bypass', async () => {
    const database = await createTestDatabase();
    cleanUp.push(() => database.drop());
    await assertRestrictedRole(await database.dataSource());
    const refused = await problemOf(assertRestrictedRole(await database.dataSource({ role: null })));
    expect(refused.problem).toBe('unsafe-role');
    expect(refused.message).toContain('may bypass row-level security');
  });

  it('refuses an owner that is no superuser', async () => {
    const user = await ordinaryUser('');
    const url = await emptyDatabase(user.name);
    await administer(url, `grant smet_app, smet_jobs to ${user.name}`);
    await migrate(user.as(url));
    const owner = await openDataSource({ url: user.as(url), role: null });
    cleanUp.push(() => owner.destroy());
    const refused = await problemOf(assertRestrictedRole(owner));
    expect(refused.message).toContain('owns the tables');
  });

  it('is not fooled by a connection that asked for another role and reset it', async () => {
    const database = await createTestDatabase();
    cleanUp.push(() => database.drop());
    const app = await database.dataSource({ poolSize: 1 });
    await app.query('reset role');
    await assertRestrictedRole(app);
  });
});
