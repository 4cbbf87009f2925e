import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createOrganization } from '../../../test/builders.js';
import { Importer } from '../../../test/support/imports.js';
import { startApi, until, type TestApi } from '../../../test/support/index.js';
import { enterAs } from '../../../test/support/people.js';
import { WorkerProcess } from '../../../test/support/worker-process.js';

const ROWS = 600;
/** Small stretches, so that there is a middle to be killed in, and a worker that is soon missed. */
const ENV = {
  SMET_IMPORT_CHUNK_ROWS: '10',
  SMET_WORKER_HEARTBEAT_MS: '100',
  SMET_WORKER_SWEEP_MS: '100',
  SMET_WORKER_STALE_MS: '500',
};

const TABLE = [
  'Артикул;Название;Ед.;Категория',
  ...Array.from({ length: ROWS }, (_, i) => `K-${i};Позиция ${i};шт;Ряд ${i % 7} / Полка ${i % 3}`),
].join('\n');

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ env: ENV });
});
afterAll(() => api?.close());

it('a worker killed while it applies is followed by one that ends what it began', async () => {
  const organization = await createOrganization(api.db.owner);
  const who = new Importer(api, await enterAs(api, organization.id, 'owner'));
  const first = new WorkerProcess(api.db, ENV);
  const checked = await who.check(await who.begin('items', TABLE));
  await who.person.send('POST', `/imports/${checked.id}/apply`, { version: checked.version });
  await until(
    async () =>
      (await who.person.get<{ progress: { done: number } }>(`/imports/${checked.id}`)).body.progress.done > 50,
    'the first rows',
  );
  await first.kill();
  const next = new WorkerProcess(api.db, ENV);
  try {
    expect(await who.settled(checked.id)).toMatchObject({ state: 'applied', counts: { applied: ROWS } });
    expect(next.text()).toContain('jobs of dead workers were released');
    const { rows } = await api.db.owner.query(
      `select (select count(*)::int from items where organization_id = $1) as items,
              (select count(*)::int from audit_log where organization_id = $1 and entity_type = 'item') as audited`,
      [organization.id],
    );
    expect(rows).toEqual([{ items: ROWS, audited: ROWS }]);
  } finally {
    await next.stop();
  }
}, 60_000);
