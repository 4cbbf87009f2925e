import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { MailStand, startApi, until, type TestApi } from '../../../test/support/index.js';
import { WorkerProcess } from '../../../test/support/worker-process.js';
import { Transactions } from '../database/index.js';
import { Mail } from './index.js';

let stand: MailStand;
let api: TestApi;
beforeAll(async () => {
  stand = await MailStand.start();
  api = await startApi({ env: stand.env });
});
afterAll(async () => {
  await api?.close();
  await stand?.close();
});

const work = () =>
  new WorkerProcess(api.db, {
    ...stand.env,
    SMET_WORKER_HEARTBEAT_MS: '100',
    SMET_WORKER_SWEEP_MS: '200',
    SMET_WORKER_STALE_MS: '1000',
  });

it('a letter whose worker is killed before it hears that it was taken is repeated under the same Message-ID, and no more', async () => {
  const [to, key] = ['client@client.example', 'link:1'];
  const actor = await api.actor('manager');
  const transactions = api.app.get(Transactions);
  const mail = api.app.get(Mail);
  const left = async () => (await transactions.run(actor, (tx) => mail.statusesOf(tx, [key]))).size === 0;
  stand.catcher.faults.add({ effect: 'silence', to });
  await transactions.run(actor, (tx) => mail.queue(tx, { to, key, subject: 'Предложение', text: 'По ссылке' }));
  const killed = work();
  const { messageId } = await stand.letterTo(to);
  expect(await left()).toBe(false);
  await killed.kill();

  const next = work();
  try {
    await until(left, 'the letter gone', 20_000);
    // Whoever gets both sees one: mailboxes know a letter by its name.
    expect(stand.lettersTo(to).map((letter) => letter.messageId)).toEqual([messageId, messageId]);
    expect(next.text()).toContain('jobs of dead workers were released');
  } finally {
    await next.stop();
  }
}, 60_000);
