import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource, EntityManager } from 'typeorm';
import {
  createClient,
  createOrder,
  createOrganization,
  createUser,
  type TestOrganization,
} from '../../../backend/test/builders.js';
import { createTestDatabase, type TestDatabase } from '../../../backend/test/test-database.js';
import { newId } from './ids.js';

/** Tables that belong to no organization. Users and organizations have policies of their own, the rest no rows of people. */
const WITHOUT_ORGANIZATION = [
  'organizations',
  'users',
  'worker_heartbeats',
  'schedule_claims',
  'rate_limit_slots',
  'rate_limit_counters',
  'schema_migrations',
];

let database: TestDatabase;
let app: DataSource;
let mine: TestOrganization;
let theirs: TestOrganization;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await database.dataSource();
  mine = await createOrganization(database.owner);
  theirs = await createOrganization(database.owner);
});

afterAll(() => database.drop());

function within<T>(organizationId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  return app.transaction(async (manager) => {
    await manager.query(`select set_config('smet.organization_id', $1, true)`, [organizationId]);
    return work(manager);
  });
}

describe('catalogue', () => {
  interface TableRow {
    name: string;
    owned: boolean;
    secured: boolean;
    policies: number;
  }
  const tables = async (): Promise<TableRow[]> =>
    (
      await database.owner.query<TableRow>(`
        select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as secured,
          exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id') as owned,
          (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`)
    ).rows;

  it('has forced row-level security and both policies on every table of an organization', async () => {
    const owned = (await tables()).filter((table) => table.owned);
    expect(owned.length).toBeGreaterThan(20);
    expect(owned.filter((table) => !table.secured || table.policies !== 2)).toEqual([]);
  });

  it('has no other tables than the known ones without an organization', async () => {
    const others = (await tables()).filter((table) => !table.owned).map((table) => table.name);
    expect(others.sort()).toEqual([...WITHOUT_ORGANIZATION].sort());
  });

  it('compares the organization in every policy of the application role', async () => {
    const { rows } = await database.owner.query<{ table: string; using: string; checks: string }>(`
      select tablename as table, qual as using, with_check as checks from pg_policies
      where roles = '{smet_app}' and schemaname = 'public'`);
    for (const policy of rows) {
      expect(policy.using).toContain(`current_setting('smet.organization_id'`);
      expect(policy.checks).toBe(policy.using);
    }
  });
});

describe('another organization', () => {
  it('is invisible', async () => {
    const order = await createOrder(database.owner, theirs);
    const user = await createUser(database.owner, theirs.id);
    await within(mine.id, async (manager) => {
      expect(await manager.query('select id from orders where id = $1', [order.id])).toEqual([]);
      expect(await manager.query('select id from users where id = $1', [user.id])).toEqual([]);
      expect(await manager.query('select id from organizations where id = $1', [theirs.id])).toEqual([]);
    });
    await within(theirs.id, async (manager) => {
      expect(await manager.query('select id from orders where id = $1', [order.id])).toHaveLength(1);
    });
  });

  it('cannot be written', async () => {
    const order = await createOrder(database.owner, theirs);
    await within(mine.id, async (manager) => {
      const [, changed] = await manager.query<[unknown[], number]>(`update orders set comment = 'x' where id = $1`, [
        order.id,
      ]);
      expect(changed).toBe(0);
    });
    const insert = within(mine.id, (manager) =>
      manager.query(`insert into clients (id, organization_id, kind, name) values ($1, $2, 'person', 'x')`, [
        newId(),
        theirs.id,
      ]),
    );
    await expect(insert).rejects.toThrow(/row-level security/);
  });

  it('cannot be pointed at by a foreign key', async () => {
    const client = await createClient(database.owner, theirs.id);
    await expect(createOrder(database.owner, mine, { clientId: client.id })).rejects.toThrow(/fk_orders_client_id/);
    const stranger = await createUser(database.owner, theirs.id);
    await expect(createOrder(database.owner, mine, { measurerUserId: stranger.id })).rejects.toThrow(
      /fk_orders_measurer_user_id/,
    );
  });
});

describe('no organization set', () => {
  it('shows no rows', async () => {
    await createOrder(database.owner, mine);
    for (const table of ['orders', 'clients', 'memberships', 'organizations', 'stages']) {
      expect(await app.query(`select * from ${table}`)).toEqual([]);
    }
    expect(await app.query('select id from users')).toEqual([]);
  });

  it('does not stay set after a transaction', async () => {
    await within(mine.id, async (manager) => {
      expect(await manager.query('select id from organizations')).toHaveLength(1);
    });
    expect(await app.query('select id from organizations')).toEqual([]);
  });
});

describe('rights of the application role', () => {
  it('may add to the audit log and the events, and read them, nothing else', async () => {
    await within(mine.id, async (manager) => {
      await manager.query(
        `insert into audit_log (id, organization_id, actor_kind, action, entity_type, occurred_at) values ($1, $2, 'system', 'a', 'order', now())`,
        [newId(), mine.id],
      );
      expect(await manager.query('select id from audit_log')).toHaveLength(1);
    });
    for (const statement of [
      `update audit_log set action = 'b'`,
      'delete from audit_log',
      'truncate audit_log',
      `update events set type = 'b'`,
      'delete from events',
    ]) {
      await expect(within(mine.id, (manager) => manager.query(statement))).rejects.toThrow(/permission denied/);
    }
  });

  it('may not read password hashes', async () => {
    await expect(within(mine.id, (manager) => manager.query('select password_hash from users'))).rejects.toThrow(
      /permission denied/,
    );
  });

  it('may not touch the job queue or the counters but through functions', async () => {
    for (const statement of [
      'select * from graphile_worker._private_jobs',
      'select * from rate_limit_slots',
      'select * from schedule_claims',
    ]) {
      await expect(app.query(statement)).rejects.toThrow(/permission denied/);
    }
  });

  it('does not extend to the role of the job queue, which sees no table of ours', async () => {
    const jobs = await database.dataSource({ role: 'smet_jobs' });
    for (const table of ['orders', 'users', 'connections', 'audit_log']) {
      await expect(jobs.query(`select * from ${table}`)).rejects.toThrow(/permission denied/);
    }
    expect(await jobs.query('select count(*)::int as n from graphile_worker._private_jobs')).toEqual([{ n: 0 }]);
  });
});
