import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, startWorker, until, type TestApi, type TestWorker } from '../../../test/support/index.js';
import type { Actor } from '../access/index.js';
import { Transactions } from '../database/index.js';
import { JobHandlers, Jobs, Periodic } from './index.js';
import type { JobContext, JobPayload } from './index.js';

const FAST = {
  SMET_WORKER_HEARTBEAT_MS: '100',
  SMET_WORKER_SWEEP_MS: '200',
  SMET_WORKER_STALE_MS: '1000',
};

let api: TestApi;
let actor: Actor;
let transactions: Transactions;
let jobs: Jobs;
beforeAll(async () => {
  api = await startApi();
  actor = await api.actor('manager');
  transactions = api.app.get(Transactions);
  jobs = api.app.get(Jobs);
});
afterAll(() => api?.close());

type Prepare = (handlers: JobHandlers, periodic: Periodic) => void;
const workers: TestWorker[] = [];
afterAll(() => Promise.all(workers.map((worker) => worker.close())));

async function work(prepare: Prepare): Promise<TestWorker> {
  const worker = await startWorker(api.db, {
    env: FAST,
    beforeStart: (app) => prepare(app.get(JobHandlers), app.get(Periodic)),
  });
  workers.push(worker);
  return worker;
}

async function stop(worker: TestWorker): Promise<void> {
  workers.splice(workers.indexOf(worker), 1);
  await worker.close();
}

const enqueue = (task: string, payload: Record<string, unknown> = {}, options = {}) =>
  transactions.run(actor, (tx) => jobs.enqueue(tx, task, payload, options));
const waiting = async (task: string) =>
  (await api.db.owner.query('select 1 from graphile_worker.jobs where task_identifier = $1', [task])).rowCount;

describe('a job', () => {
  it('exists exactly when its change does', async () => {
    const failing = transactions.run(actor, async (tx) => {
      await jobs.enqueue(tx, 'rolled-back', {});
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await waiting('rolled-back')).toBe(0);
    await enqueue('committed');
    expect(await waiting('committed')).toBe(1);
  });

  it('with a key replaces the one that waits', async () => {
    const runAt = new Date(Date.now() + 3_600_000);
    await enqueue('keyed', { n: 1 }, { key: 'k', runAt });
    await enqueue('keyed', { n: 2 }, { key: 'k', runAt });
    expect(await waiting('keyed')).toBe(1);
  });

  it('runs as the system of its organization, with what it was given', async () => {
    const runs: [JobPayload, JobContext][] = [];
    const worker = await work((handlers) =>
      handlers.register('greet', (payload, context) => Promise.resolve(void runs.push([payload, context]))),
    );
    await enqueue('greet', { orderId: 'o-1' });
    const [payload, context] = await until(() => runs[0]);
    expect(payload).toEqual({ orderId: 'o-1', organizationId: actor.organizationId, requestId: 'test' });
    expect(context).toMatchObject({ attempt: 1, lastAttempt: false });
    expect(context.actor).toMatchObject({ kind: 'system', organizationId: actor.organizationId, requestId: 'test' });
    await stop(worker);
  });

  it('of one queue never runs beside another', async () => {
    let inside = 0;
    let most = 0;
    const done: unknown[] = [];
    const worker = await work((handlers) =>
      handlers.register('lane', async ({ n }) => {
        most = Math.max(most, ++inside);
        await transactions.read(actor, 'select pg_sleep(0.02)', []);
        inside -= 1;
        done.push(n);
      }),
    );
    for (const n of [1, 2, 3, 4, 5]) await enqueue('lane', { n }, { queue: 'account-1' });
    await until(() => done.length === 5);
    expect([most, done]).toEqual([1, [1, 2, 3, 4, 5]]);
    await stop(worker);
  });

  it('in hand is finished before the worker stops', async () => {
    let started = false;
    let finished = false;
    const worker = await work((handlers) =>
      handlers.register('slow', async () => {
        started = true;
        await transactions.read(actor, 'select pg_sleep(0.3)', []);
        finished = true;
      }),
    );
    await enqueue('slow');
    await until(() => started);
    await stop(worker);
    expect(finished).toBe(true);
    expect(await waiting('slow')).toBe(0);
  });

  it('of a worker that was killed is taken up by another', async () => {
    const attempts: number[] = [];
    await enqueue('orphan');
    // What a killed worker leaves: a lock and a last sign of life that is long past.
    await api.db.owner.query(
      `with killed as (
         update graphile_worker._private_jobs j set locked_by = 'killed', locked_at = now() - interval '2 seconds', attempts = 1
           from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'orphan')
       insert into worker_heartbeats values ('killed', now() - interval '2 seconds')`,
    );
    const worker = await work((handlers) =>
      handlers.register('orphan', (_, { attempt }) => Promise.resolve(void attempts.push(attempt))),
    );
    await until(() => attempts.length > 0, 'the orphaned job');
    expect(attempts).toEqual([2]);
    await stop(worker);
  });
});

describe('periodic work', () => {
  it('fires exactly once in every slot among two workers', async () => {
    const { owner } = api.db;
    await owner.query('create table firings (worker int not null, slot timestamptz not null)');
    const numbered = (worker: number) => (_: JobHandlers, periodic: Periodic) =>
      periodic.every('tick', 1, async (slot) => {
        await owner.query('insert into firings values ($1, $2)', [worker, slot]);
      });
    const pair = await Promise.all([work(numbered(1)), work(numbered(2))]);
    const slots = async () => {
      const { rows } = await owner.query<{ times: number }>(`select count(*)::int as times from firings group by slot`);
      return rows;
    };
    await until(async () => (await slots()).length >= 4, 'four slots');
    await Promise.all(pair.map(stop));
    const times = (await slots()).map((slot) => slot.times);
    expect(times).toEqual(times.map(() => 1));
  });

  it('is not done by a process that only answers requests', async () => {
    const slots: Date[] = [];
    api.app.get(Periodic).every('idle', 1, (slot) => Promise.resolve(void slots.push(slot)));
    const worker = await work((_, periodic) =>
      periodic.every('busy', 1, (slot) => Promise.resolve(void slots.push(slot))),
    );
    await until(() => slots.length >= 2, 'two slots of the worker');
    await stop(worker);
    const { rows } = await api.db.owner.query<{ name: string }>(`select name from schedule_claims where name = 'idle'`);
    expect(rows).toEqual([]);
  });
});
