import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import {
  createClient,
  createItem,
  createOrder,
  createOrganization,
  createUser,
  type TestOrganization,
} from '../../../backend/test/builders.js';
import { createTestDatabase, type TestDatabase } from '../../../backend/test/test-database.js';
import { newId } from './ids.js';

let database: TestDatabase;
let app: DataSource;
let mine: TestOrganization;
let theirs: TestOrganization;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await database.dataSource({ poolSize: 10 });
  mine = await createOrganization(database.owner);
  theirs = await createOrganization(database.owner);
});

afterAll(() => database.drop());

function search(
  kind: 'order' | 'client' | 'item',
  query: string,
  organizationId: string | null = mine.id,
  max = 50,
): Promise<string[]> {
  return app.transaction(async (manager) => {
    await manager.query(`select set_config('smet.organization_id', $1, true)`, [organizationId ?? '']);
    const rows = await manager.query<{ id: string }[]>(`select id from search_${kind}_ids($1, $2) as id`, [query, max]);
    return rows.map((row) => row.id);
  });
}

describe('every function that runs with the rights of the owner', () => {
  interface FunctionRow {
    name: string;
    settings: string[] | null;
    anyone: boolean;
    app: boolean;
  }
  const definers = async (): Promise<FunctionRow[]> =>
    (
      await database.owner.query<FunctionRow>(`
        select p.proname as name, p.proconfig as settings,
          exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
            where a.grantee = 0 and a.privilege_type = 'EXECUTE') as anyone,
          has_function_privilege('smet_app', p.oid, 'execute') as app
        from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef`)
    ).rows;

  it('is one of the known ones', async () => {
    expect((await definers()).map(({ name }) => name).sort()).toEqual([
      'auth_find_refresh_token',
      'auth_find_session',
      'auth_find_user',
      'claim_schedule',
      'delete_expired',
      'due_connections',
      'enqueue_job',
      'find_client_duplicates',
      'find_ids_by_fields',
      'find_proposal_link',
      'reserve_rate_slot',
      'search_client_ids',
      'search_item_ids',
      'search_order_ids',
      'spend_attempt',
    ]);
  });

  it('has a pinned search path, is closed to the public and open to the application', async () => {
    for (const definer of await definers()) {
      expect(definer).toMatchObject({ anyone: false, app: true });
      expect(definer.settings?.some((setting) => /^search_path=(public|pg_catalog), pg_temp$/.test(setting))).toBe(
        true,
      );
    }
  });

  it('cannot be run by the role of the job queue', async () => {
    const jobs = await database.dataSource({ role: 'smet_jobs' });
    await expect(jobs.query(`select * from auth_find_user('a@b.c')`)).rejects.toThrow(/permission denied/);
    await expect(jobs.query(`select search_order_ids('1', 1)`)).rejects.toThrow(/permission denied/);
  });
});

describe('search', () => {
  it('finds an order by number: the exact one first, then those that begin with it', async () => {
    const organization = await createOrganization(database.owner);
    const orders: { id: string; number: number }[] = [];
    for (let index = 0; index < 21; index++) orders.push(await createOrder(database.owner, organization));
    const byNumber = (number: number): string | undefined => orders.find((order) => order.number === number)?.id;
    const found = await search('order', '2', organization.id);
    expect(found.slice(0, 3)).toEqual([2, 21, 20].map(byNumber));
    expect(await search('order', ' № 20 ', organization.id)).toEqual([byNumber(20)]);
    expect(await search('order', '1', organization.id, 3)).toHaveLength(3);
  });

  it('finds an order by client, address and digits of a phone, in any case of letters', async () => {
    const client = await createClient(database.owner, mine.id, { name: 'Ясень Ёлкин', phone: '+70005554433' });
    const order = await createOrder(database.owner, mine, { clientId: client.id, address: 'ул. Тихая 100%, кв. 3' });
    for (const query of ['ёлкин', 'ТИХАЯ', '100%', '0005554433', '8 (000) 555-44-33', '+7 000 555', '4433']) {
      expect(await search('order', query)).toEqual([order.id]);
    }
    expect(await search('client', 'ясень')).toEqual([client.id]);
    expect(await search('client', '55 44 33')).toEqual([client.id]);
    for (const query of ['10_%', 'ул']) expect(await search('order', query)).toEqual([]);
    expect(await search('order', 'дом 4433')).toEqual([]);
  });

  it('finds items by code and by all the words in any order', async () => {
    const item = await createItem(database.owner, mine, {
      code: 'CNV-X-1',
      name: 'Полотно матовое белое, рулон 320 см',
    });
    expect(await search('item', 'cnv-x')).toEqual([item.id]);
    expect(await search('item', 'белое полотно 320')).toEqual([item.id]);
    expect(await search('item', 'белое полотно 500')).toEqual([]);
  });

  it('reveals nothing of another organization, and nothing when none is set', async () => {
    const client = await createClient(database.owner, theirs.id, { name: 'Чужой Клиент', phone: '+70009998877' });
    const order = await createOrder(database.owner, theirs, { clientId: client.id });
    await createItem(database.owner, theirs, { name: 'Чужая позиция' });
    expect(await search('order', 'чужой', theirs.id)).toEqual([order.id]);
    for (const organization of [mine.id, null]) {
      for (const query of ['чужой', '9998877', 'Test street']) {
        expect(await search('order', query, organization)).not.toContain(order.id);
        expect(await search('client', query, organization)).not.toContain(client.id);
      }
      expect(await search('item', 'чужая', organization)).toEqual([]);
    }
    expect(await search('order', '1', null)).toEqual([]);
  });

  it('answers nothing to an empty query and survives any text', async () => {
    for (const query of ['', '   ', '%', '\\', `'; drop table orders; --`, '№', '0', '999999999']) {
      await expect(search('order', query)).resolves.toEqual(expect.any(Array));
      await expect(search('client', query)).resolves.toEqual(expect.any(Array));
      await expect(search('item', query)).resolves.toEqual(expect.any(Array));
    }
    expect(await search('order', '  ')).toEqual([]);
  });
});

describe('look-ups before an organization is known', () => {
  it('find a user by e-mail only, with its memberships', async () => {
    const user = await createUser(database.owner, mine.id, { email: 'find-me@test.invalid', passwordHash: 'hash' });
    expect(await app.query('select * from auth_find_user($1)', [' Find-Me@test.invalid '])).toEqual([
      {
        user_id: user.id,
        organization_id: mine.id,
        role: 'manager',
        name: user.name,
        email: user.email,
        password_hash: 'hash',
        blocked: false,
      },
    ]);
    expect(await app.query('select * from auth_find_user($1)', ['%'])).toEqual([]);
    await database.owner.query('update memberships set deactivated_at = now() where user_id = $1', [user.id]);
    expect(await app.query('select blocked from auth_find_user($1)', [user.email])).toEqual([{ blocked: true }]);
  });

  it('find a session and a refresh token, and what became of them', async () => {
    const user = await createUser(database.owner, mine.id);
    const [sessionId, tokenId, hash] = [newId(), newId(), Buffer.from('hash of a token')];
    await database.owner.query(
      `insert into sessions (id, organization_id, user_id, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
      [sessionId, mine.id, user.id],
    );
    await database.owner.query(
      `insert into refresh_tokens (id, organization_id, session_id, token_hash, issued_at, expires_at)
       values ($1, $2, $3, $4, now(), now() + interval '1 day')`,
      [tokenId, mine.id, sessionId, hash],
    );
    const token = {
      token_id: tokenId,
      session_id: sessionId,
      organization_id: mine.id,
      user_id: user.id,
      rotated_at: null,
    };
    const state = { session_revoked: false, session_expired: false, blocked: false };
    expect(await app.query('select * from auth_find_refresh_token($1)', [hash])).toEqual([
      expect.objectContaining({ ...token, ...state }),
    ]);
    await database.owner.query('update sessions set revoked_at = now() where id = $1', [sessionId]);
    await database.owner.query('update users set blocked_at = now() where id = $1', [user.id]);
    expect(await app.query('select * from auth_find_session($1)', [sessionId])).toEqual([
      expect.objectContaining({ user_id: user.id, role: 'manager', revoked: true, expired: false, blocked: true }),
    ]);
    expect(await app.query('select * from auth_find_session($1)', [newId()])).toEqual([]);
  });

  it('list active connections by id alone', async () => {
    const connection = async (organizationId: string, state: string): Promise<string> => {
      const id = newId();
      await database.owner.query(
        `insert into connections (id, organization_id, kind, name, base_url, secret, secret_key_id, state, visibility)
         values ($1, $2, 'amocrm', 'a', 'http://a', '\\x00', 'k', $3, 'organization')`,
        [id, organizationId, state],
      );
      return id;
    };
    const active = await connection(mine.id, 'active');
    await connection(theirs.id, 'paused');
    expect(await app.query('select * from due_connections()')).toEqual([
      { organization_id: mine.id, connection_id: active, kind: 'amocrm' },
    ]);
  });
});

describe('counters shared by processes', () => {
  it('give a slot of a schedule to exactly one of many claimants', async () => {
    const others = await database.dataSource({ poolSize: 10 });
    for (let slot = 0; slot < 50; slot++) {
      const at = new Date(Date.UTC(2026, 0, 1, 0, slot));
      const claims = [app, others, app, others].map((source) =>
        source.query<{ mine: boolean }[]>('select claim_schedule($1, $2) as mine', ['pull', at]),
      );
      const won = (await Promise.all(claims)).filter(([row]) => row?.mine);
      expect(won).toHaveLength(1);
    }
    const past = await app.query<{ mine: boolean }[]>('select claim_schedule($1, $2) as mine', ['pull', new Date(0)]);
    expect(past).toEqual([{ mine: false }]);
  });

  it('give every caller of a limited system a slot of its own', async () => {
    const reserve = async (): Promise<number> => {
      const [row] = await app.query<{ wait: number }[]>('select reserve_rate_slot($1, $2) as wait', [
        'account',
        100_000,
      ]);
      return row?.wait ?? -1;
    };
    const waits = (await Promise.all(Array.from({ length: 8 }, reserve))).sort((a, b) => a - b);
    expect(waits[0]).toBe(0);
    // The slots are a hundred seconds apart, the calls were made within one of them.
    expect(waits.map((wait) => Math.ceil(wait / 100_000))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('spend_attempt', () => {
  const spend = async (keys: string[], limits: number[]): Promise<number> => {
    const [row] = await app.query<{ wait: number }[]>('select spend_attempt($1, $2, 60) as wait', [keys, limits]);
    return row?.wait ?? -1;
  };

  it('lets exactly as many through as the limit says, whoever asks at once', async () => {
    const waits = await Promise.all(Array.from({ length: 12 }, () => spend(['b', 'a'], [100, 5])));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
    expect(waits.every((wait) => wait >= 0 && wait <= 60)).toBe(true);
    expect(await spend(['b'], [13])).toBe(0);
    expect(await spend(['b'], [13])).toBeGreaterThan(0);
  });

  it('begins anew when the window is over', async () => {
    expect(await spend(['c'], [1])).toBe(0);
    expect(await spend(['c'], [1])).toBeGreaterThan(0);
    await database.owner.query(`update rate_limit_counters set resets_at = now() where key = 'c'`);
    expect(await spend(['c'], [1])).toBe(0);
  });
});

describe('enqueue_job', () => {
  it('is part of the transaction it is called in', async () => {
    const jobs = async (): Promise<{ task: string; queue: string; key: string; max: number }[]> =>
      (
        await database.owner.query(
          `select task_identifier as task, queue_name as queue, key, max_attempts as max from graphile_worker.jobs`,
        )
      ).rows;
    const enqueue = `select enqueue_job('mail', '{"to": 1}', 'lane', now() + interval '1 hour', 7, 'once')`;
    const failed = app.transaction(async (manager) => {
      await manager.query(enqueue);
      throw new Error('undone');
    });
    await expect(failed).rejects.toThrow('undone');
    expect(await jobs()).toEqual([]);
    await app.transaction(async (manager) => {
      await manager.query(enqueue);
      await manager.query(enqueue);
    });
    expect(await jobs()).toEqual([{ task: 'mail', queue: 'lane', key: 'once', max: 7 }]);
  });
});
