import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createItem, createOrganization, type TestOrganization } from '../../../test/builders.js';
import { Importer } from '../../../test/support/imports.js';
import { startApi, startWorker, until, type TestApi, type TestWorker } from '../../../test/support/index.js';
import { enterAs } from '../../../test/support/people.js';
import { WorkerProcess } from '../../../test/support/worker-process.js';

const CUTS = 20;
const ROWS = 600;
/** Small stretches, so that there is a middle to be killed in, and a worker that is soon missed. */
const ENV = {
  SMET_IMPORT_CHUNK_ROWS: '10',
  SMET_WORKER_HEARTBEAT_MS: '100',
  SMET_WORKER_SWEEP_MS: '100',
  SMET_WORKER_STALE_MS: '500',
};

let api: TestApi;
let worker: TestWorker;
let cuts = 0;
beforeAll(async () => {
  api = await startApi({ env: ENV });
  worker = await startWorker(api.db, { env: ENV });
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
});

const TABLE = [
  'Артикул;Название;Ед.;Категория',
  ...Array.from({ length: ROWS }, (_, i) => `K-${i};Позиция ${i};шт;Ряд ${i % 7} / Полка ${i % 3}`),
  'K-5;Дважды;шт;Ряд 0',
].join('\n');

async function importer(): Promise<{ who: Importer; organization: TestOrganization }> {
  const organization = await createOrganization(api.db.owner);
  await createItem(api.db.owner, organization, { code: 'K-3', name: 'Была раньше' });
  return { who: new Importer(api, await enterAs(api, organization.id, 'owner')), organization };
}

/** Everything an import leaves behind, without what differs by nature. */
async function stateOf({ id }: TestOrganization): Promise<unknown> {
  const { rows } = await api.db.owner.query(
    `select (select json_agg(json_build_array(i.code, i.name, i.unit, i.version, regexp_replace(c.name, 'Category .*', 'its own')) order by i.code)
               from items i join categories c on c.id = i.category_id where i.organization_id = $1) as items,
            (select json_agg(c.name order by c.name) from categories c where c.organization_id = $1 and c.name not like 'Category%') as categories,
            (select json_agg(json_build_array(a.action, a.n) order by a.action) from (
               select action, count(*) as n from audit_log where organization_id = $1 group by action) a) as audit,
            (select json_agg(json_build_array(r.row_number, r.action, r.problems) order by r.row_number)
               from import_rows r where r.organization_id = $1 and r.action <> 'new') as told,
            (select json_agg(json_build_array(i.state, i.new_rows, i.changed_rows, i.faulty_rows, i.applied_rows, i.kept_rows))
               from imports i where i.organization_id = $1) as imports`,
    [id],
  );
  return rows[0];
}

/**
 * Cuts the worker off in the middle of a step, `times` times: to the database that is a process killed, its transaction is
 * gone. Then the job is taken up at once, as another worker would take it up after a while.
 */
async function storm(times: number): Promise<void> {
  for (const end = cuts + times; cuts < end;) {
    await until(async () => {
      const { rowCount } = await api.db.owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and state in ('active', 'idle in transaction') and query ~ 'import_|items'
            and pid <> pg_backend_pid()`,
      );
      return rowCount;
    }, 'a step under way');
    // Not given back: the step had just been committed, and the worker goes on.
    if (await givenBack()) cuts += 1;
  }
}

async function givenBack(): Promise<boolean> {
  const taken = async () => {
    const { rowCount } = await api.db.owner.query(
      `update graphile_worker._private_jobs set run_at = now(), attempts = 1 where locked_at is null`,
    );
    return rowCount;
  };
  const came = await until(taken, 'the job', 3000).catch(() => null);
  if (came) await api.db.owner.query(`select pg_notify('jobs:insert', '{"r":"0","count":1}')`);
  return came !== null;
}

it(`an import cut off ${CUTS} times leaves what an undisturbed one leaves, and so does its undoing`, async () => {
  const calm = await importer();
  const applied = await calm.who.apply(await calm.who.check(await calm.who.begin('items', TABLE)));
  expect(applied.counts).toMatchObject({ applied: ROWS, faulty: 1 });
  const afterApplying = await stateOf(calm.organization);
  await calm.who.undo(applied);
  const afterUndoing = await stateOf(calm.organization);

  const { who, organization } = await importer();
  const { id } = await who.begin('items', TABLE);
  const step = async (path: string, method: 'PUT' | 'POST', times: number) => {
    const { version, sheet, headerRow, mapping: columns, options } = await who.settled(id);
    const body = method === 'PUT' ? { version, sheet, headerRow, columns, options } : { version };
    expect((await who.person.send(method, `/imports/${id}/${path}`, body)).status).toBe(200);
    await storm(times);
    await who.settled(id);
  };
  await step('mapping', 'PUT', 6);
  await step('apply', 'POST', 8);
  expect(await stateOf(organization)).toEqual(afterApplying);
  await step('undo', 'POST', 6);
  expect(await stateOf(organization)).toEqual(afterUndoing);
  expect(cuts).toBe(CUTS);
}, 60_000);

it('a worker killed while it applies is followed by one that ends what it began', async () => {
  await worker.close();
  const { who } = await importer();
  const first = new WorkerProcess(api.db, ENV);
  const checked = await who.check(await who.begin('items', TABLE));
  await who.person.send('POST', `/imports/${checked.id}/apply`, { version: checked.version });
  await until(
    async () =>
      (await who.person.get<{ progress: { done: number } }>(`/imports/${checked.id}`)).body.progress.done > 50,
  );
  await first.kill();
  const next = new WorkerProcess(api.db, ENV);
  try {
    expect(await who.settled(checked.id)).toMatchObject({ state: 'applied', counts: { applied: ROWS } });
    expect(next.text()).toContain('jobs of dead workers were released');
  } finally {
    await next.stop();
  }
}, 60_000);
