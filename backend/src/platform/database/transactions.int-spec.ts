import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@smet/database';
import { createClient, createOrganization } from '../../../test/builders.js';
import { startApi, until, type TestApi } from '../../../test/support/index.js';
import type { Actor } from '../access/index.js';
import { AppError } from '../http/index.js';
import { managerOf, Transactions, type Transaction } from './index.js';

let api: TestApi;
let transactions: Transactions;
let actor: Actor;
let stranger: Actor;
beforeAll(async () => {
  api = await startApi({ env: { SMET_POOL_SIZE: '8' } });
  transactions = api.app.get(Transactions);
  actor = await api.actor('manager');
  stranger = { ...actor, organizationId: (await createOrganization(api.db.owner)).id };
});
afterAll(() => api?.close());
beforeEach(() => api.db.owner.query('truncate clients cascade'));

const insert = (tx: Transaction, name: string, organizationId = tx.actor.organizationId) =>
  managerOf(tx).query(`insert into clients (id, organization_id, kind, name) values ($1, $2, 'person', $3)`, [
    newId(),
    organizationId,
    name,
  ]);
const names = async (who: Actor = actor) =>
  (await transactions.read<{ name: string }>(who, 'select name from clients order by name', [])).map((row) => row.name);

/** As a restart of the server would. */
const terminate = (applicationName: string) =>
  api.db.owner.query(
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and application_name = $1`,
    [applicationName],
  );

describe('a transaction', () => {
  it('commits what was done and rolls back what threw', async () => {
    await transactions.run(actor, (tx) => insert(tx, 'kept'));
    const failing = transactions.run(actor, async (tx) => {
      await insert(tx, 'lost');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await names()).toEqual(['kept']);
  });

  it('sees and writes its own organization only', async () => {
    await transactions.run(actor, (tx) => insert(tx, 'ours'));
    expect(await names(stranger)).toEqual([]);
    const intruding = transactions.run(stranger, (tx) => insert(tx, 'planted', actor.organizationId));
    await expect(intruding).rejects.toThrow(/row-level security/);
  });

  it('leaves no organization behind on its connection', async () => {
    await transactions.run(actor, (tx) => insert(tx, 'ours'));
    const seen = await transactions.lookup<{ name: string }>('due_connections', []);
    expect(seen).toEqual([]);
    await Promise.all(Array.from({ length: 16 }, () => names(stranger))).then((all) => expect(all.flat()).toEqual([]));
  });

  it('cannot be used after it is over', async () => {
    const leaked = await transactions.run(actor, (tx) => Promise.resolve(tx));
    expect(() => managerOf(leaked)).toThrow('the transaction is over');
  });
});

describe('a read', () => {
  it('refuses to write', async () => {
    await expect(transactions.read(actor, `update clients set name = 'x' returning name`, [])).rejects.toMatchObject({
      code: '25006',
    });
  });

  it('reports the statement that failed, and the connections go on', async () => {
    for (let round = 0; round < 12; round++) {
      await expect(transactions.read(actor, 'select 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' });
    }
    await createClient(api.db.owner, actor.organizationId, { name: 'still here' });
    const answers = await Promise.all(Array.from({ length: 30 }, () => names()));
    expect(new Set(answers.flat())).toEqual(new Set(['still here']));
  });

  it('goes on when the server closed its connections', async () => {
    await Promise.all([names(), names(), names()]);
    await terminate('smet-read');
    expect(await Promise.all([names(), names(), names()])).toEqual([[], [], []]);
  });

  it('is repeated when its connection broke in the middle', async () => {
    const reading = transactions.read<{ done: number }>(actor, 'select 1 as done from pg_sleep(0.7)', []);
    const killed = `select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and state = 'active' and query like '%pg_sleep(0.7)%' and pid <> pg_backend_pid()`;
    await until(async () => (await api.db.owner.query(killed)).rowCount, 'the sleeping read');
    expect(await reading).toEqual([{ done: 1 }]);
  });
});

describe('a server that goes away in the middle of a transaction', () => {
  it('fails that transaction and nothing else', async () => {
    const failing = transactions.run(actor, async (tx) => {
      await insert(tx, 'half');
      await terminate('smet');
      await insert(tx, 'other half');
    });
    await expect(failing).rejects.toThrow();
    await transactions.run(actor, (tx) => insert(tx, 'after'));
    expect(await names()).toEqual(['after']);
  });
});

describe('at most once per key', () => {
  const request = (key: string, requestHash = 'same') => ({ key, requestHash });

  it('fifty parallel requests make one row and get one answer', async () => {
    let made = 0;
    const once = () =>
      transactions.runOnce(actor, request('fifty'), async (tx) => {
        made += 1;
        await insert(tx, `made ${made}`);
        return { made };
      });
    const answers = await Promise.all(Array.from({ length: 50 }, once));
    expect(new Set(answers.map((answer) => answer.made))).toEqual(new Set([1]));
    expect(await names()).toEqual(['made 1']);
  });

  it('a failed attempt leaves the key free', async () => {
    const failing = transactions.runOnce(actor, request('retry'), () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await transactions.runOnce(actor, request('retry'), () => Promise.resolve('yes'))).toBe('yes');
    expect(await transactions.runOnce(actor, request('retry'), () => Promise.resolve('again'))).toBe('yes');
  });

  it('another request under the same key is refused', async () => {
    await transactions.runOnce(actor, request('reused'), () => Promise.resolve(1));
    const other = transactions.runOnce(actor, request('reused', 'other'), () => Promise.resolve(2));
    await expect(other).rejects.toMatchObject({ kind: 'validation', code: 'IDEMPOTENCY.KEY_REUSED' });
  });

  it('keys of other people and organizations do not meet', async () => {
    const other = await api.createUser('manager');
    await transactions.runOnce(actor, request('mine'), () => Promise.resolve('mine'));
    const theirs = transactions.runOnce({ ...actor, userId: other.id }, request('mine'), () =>
      Promise.resolve('theirs'),
    );
    expect(await theirs).toBe('theirs');
  });

  it('a twin of a long request is told to come back', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let started = (): void => undefined;
    const running = new Promise<void>((resolve) => (started = resolve));
    const first = transactions.runOnce(actor, request('slow'), async () => {
      started();
      await held;
      return 'done';
    });
    await running;
    const twin = transactions.runOnce(actor, request('slow'), () => Promise.resolve('twice'));
    const refusal: unknown = await twin.catch((error: unknown) => error);
    release();
    expect(refusal).toBeInstanceOf(AppError);
    expect(refusal).toMatchObject({ code: 'IDEMPOTENCY.IN_PROGRESS', details: { retryAfterSeconds: 1 } });
    expect(await first).toBe('done');
  });
});
