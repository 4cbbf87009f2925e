import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AmocrmStand, fieldOf } from '../../../test/support/amocrm-stand.js';
import { until } from '../../../test/support/index.js';
import { WorkerProcess } from '../../../test/support/worker-process.js';

let stand: AmocrmStand;
beforeAll(async () => {
  stand = await AmocrmStand.start(3600, false);
  await stand.connect();
});
afterAll(() => stand?.close());

const work = () =>
  new WorkerProcess(stand.api.db, {
    AMOCRM_ALLOW_HOSTS: new URL(stand.amocrm.url).host,
    AMOCRM_PULL_SECONDS: '3600',
    SMET_WORKER_HEARTBEAT_MS: '100',
    SMET_WORKER_SWEEP_MS: '200',
    SMET_WORKER_STALE_MS: '1000',
  });

it('a worker killed between the creation over there and writing it down leaves exactly one lead', async () => {
  // The stand-in stores at once and answers when nobody listens any more.
  stand.amocrm.faults.add({ effect: 'delay', method: 'POST', path: '/api/v4/leads', delayMs: 300_000 });
  const killed = work();
  const { id } = await stand.createOrder('+79030000001');
  await until(() => stand.leadOf(id), 'the lead over there');
  expect((await stand.order(id)).sync).toMatchObject({ state: 'sending', externalUrl: null });
  await killed.kill();

  const next = work();
  try {
    await stand.synced(id);
    expect((await stand.leads()).filter((lead) => fieldOf(lead, 'SMET_ORDER_ID') === id)).toHaveLength(1);
    const { recent } = await stand.integration();
    expect(recent.find(({ kind }) => kind === 'lead_sent')?.summary).toMatchObject({ how: 'adopted' });
    expect(next.text()).toContain('jobs of dead workers were released');
  } finally {
    await next.stop();
  }
}, 60_000);
