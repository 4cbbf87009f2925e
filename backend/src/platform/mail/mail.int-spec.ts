import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { MailStand, startApi, startWorker, until, type TestApi, type TestWorker } from '../../../test/support/index.js';
import type { Actor } from '../access/index.js';
import { Transactions } from '../database/index.js';
import { Mail, type LetterRequest } from './index.js';
import { LettersRepository } from './letters.repository.js';

let stand: MailStand;
let api: TestApi;
let worker: TestWorker;
let actor: Actor;
let transactions: Transactions;
let mail: Mail;
beforeAll(async () => {
  stand = await MailStand.start();
  api = await startApi({ env: stand.env });
  worker = await startWorker(api.db, { env: stand.env });
  actor = await api.actor('manager');
  transactions = api.app.get(Transactions);
  mail = api.app.get(Mail);
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
  await stand?.close();
});
afterEach(() => stand.catcher.faults.clear());

let people = 0;
const somebody = () => `person${++people}@client.example`;

function letter(to: string, changes: Partial<LetterRequest> = {}): LetterRequest {
  return { to, subject: 'Код подтверждения', text: 'Ваш код: 123456', key: `code:${to}`, ...changes };
}

const queue = (request: LetterRequest) => transactions.run(actor, (tx) => mail.queue(tx, request));
const statusOf = async ({ key }: LetterRequest) =>
  (await transactions.run(actor, (tx) => mail.statusesOf(tx, [key]))).get(key) ?? null;
const gone = (request: LetterRequest) => until(async () => (await statusOf(request)) === null, 'the letter gone');
const parked = (request: LetterRequest) =>
  until(async () => {
    const status = await statusOf(request);
    return status?.state === 'parked' ? status : null;
  }, 'the letter parked');

describe('a letter', () => {
  it('leaves when its change is committed, once, and never without it', async () => {
    const [dropped, kept] = [letter(somebody()), letter(somebody(), { html: '<b>123456</b>' })];
    const failing = transactions.run(actor, async (tx) => {
      await mail.queue(tx, dropped);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await queue(kept);
    const caught = await stand.letterTo(kept.to);
    expect(caught).toMatchObject({ from: 'office@firm.example', subject: 'Код подтверждения' });
    expect(caught.html).toContain('<b>123456</b>');
    await gone(kept);
    expect(stand.lettersTo(kept.to)).toHaveLength(1);
    expect(stand.lettersTo(dropped.to)).toEqual([]);
    expect(await statusOf(dropped)).toBeNull();
  });

  it('asked for twice before it has left goes once, as it was said last', async () => {
    const request = letter(somebody());
    await transactions.run(actor, async (tx) => {
      await mail.queue(tx, request);
      await mail.queue(tx, { ...request, text: 'Ваш код: 654321' });
    });
    const caught = await stand.letterTo(request.to);
    expect(caught.text).toContain('654321');
    await gone(request);
    expect(stand.lettersTo(request.to)).toHaveLength(1);
  });

  it('that is put off by a grey list waits with its reason and arrives', async () => {
    const request = letter(somebody());
    stand.catcher.faults.add({ effect: 'status', status: 451, to: request.to });
    await queue(request);
    await until(async () => (await statusOf(request))?.problem, 'the first try');
    expect(await statusOf(request)).toEqual({ state: 'waiting', problem: { code: 'SMTP_451', detail: null } });
    expect(stand.lettersTo(request.to)).toEqual([]);
    await stand.hurry(api.db);
    await stand.letterTo(request.to);
    await gone(request);
    expect(stand.lettersTo(request.to)).toHaveLength(1);
  });

  it('whose acceptance was not heard is repeated under the same Message-ID', async () => {
    const request = letter(somebody());
    stand.catcher.faults.add({ effect: 'drop', to: request.to });
    await queue(request);
    await until(async () => (await statusOf(request))?.problem, 'the first try');
    await stand.hurry(api.db);
    const first = await stand.letterTo(request.to);
    await gone(request);
    await queue(request);
    await until(() => stand.lettersTo(request.to).length === 2, 'the second copy');
    expect(stand.lettersTo(request.to).map(({ messageId }) => messageId)).toEqual([first.messageId, first.messageId]);
    expect(first.messageId).toMatch(/^<[0-9a-f]+@firm\.example>$/);
  });

  it('is kept sealed, and its content is for nobody who reads the table', async () => {
    const request = letter(somebody(), { html: '<b>123456</b>' });
    stand.catcher.faults.add({ effect: 'status', status: 451, to: request.to });
    await queue(request);
    await until(async () => (await statusOf(request))?.problem, 'the first try');
    const { rows } = await api.db.owner.query<{ line: string; content: Buffer }>(
      `select l::text as line, content from letters l where key = $1`,
      [request.key],
    );
    const [kept] = rows;
    expect(kept?.line + (kept?.content.toString('utf8') ?? '')).not.toMatch(/123456|Код подтверждения/);
  });

  it('that comes too late is not sent', async () => {
    const request = letter(somebody(), { expiresAt: new Date(Date.now() - 1) });
    await queue(request);
    await gone(request);
    expect(stand.lettersTo(request.to)).toEqual([]);
    expect(worker.logs.text()).toContain('a letter is dropped');
  });

  it('with a last moment goes before those that wait', async () => {
    const [usual, urgent] = [letter(somebody()), letter(somebody(), { expiresAt: new Date(Date.now() + 600_000) })];
    for (const { to } of [usual, urgent]) stand.catcher.faults.add({ effect: 'status', status: 451, to });
    for (const request of [usual, urgent]) await queue(request);
    for (const request of [usual, urgent]) await until(async () => (await statusOf(request))?.problem, 'the first try');
    const { rows } = await api.db.owner.query<{ key: string; queue_name: string; priority: number }>(
      `select l.key, j.queue_name, j.priority from letters l join graphile_worker.jobs j on j.key = 'mail:' || l.id
        where l.key = any ($1) order by j.priority`,
      [[usual.key, urgent.key]],
    );
    expect(rows.map(({ key }) => key)).toEqual([urgent.key, usual.key]);
    expect(rows[0]?.queue_name).not.toBe(rows[1]?.queue_name);
  });

  it('asked for anew while the old one is on its way is not taken for sent', async () => {
    const letters = api.app.get(LettersRepository);
    const request = letter(somebody());
    await transactions.run(actor, async (tx) => {
      const id = await letters.put(tx, request, new Date());
      const onItsWay = await letters.findWaiting(tx, id);
      await letters.put(tx, { ...request, text: 'Ваш код: 654321' }, new Date());
      await letters.remove(tx, onItsWay!);
      expect(await letters.findWaiting(tx, id)).toMatchObject({ text: 'Ваш код: 654321' });
    });
  });

  it('to nobody is parked for a person, told in the log, and sent when it is asked for again', async () => {
    const request = letter(somebody());
    stand.catcher.faults.add({ effect: 'status', status: 550, to: request.to });
    await queue(request);
    expect(await parked(request)).toEqual({
      state: 'parked',
      problem: { code: 'RECIPIENT_REFUSED', detail: 'SMTP_550' },
    });
    expect(worker.logs.text()).toContain('a letter is parked');
    expect(worker.logs.text()).not.toContain(request.to);
    const { rows } = await api.db.owner.query<{ changes: { key: string } }>(
      `select changes from audit_log where action = 'letter.parked'`,
    );
    expect(rows.map(({ changes }) => changes.key)).toEqual([request.key]);
    await queue(request);
    await stand.letterTo(request.to);
  });
});

describe('an installation without mail', () => {
  it('says so instead of losing letters', async () => {
    const mute = await startApi({ db: api.db });
    const silent = mute.app.get(Mail);
    expect(silent.configured).toBe(false);
    const asking = mute.app.get(Transactions).run(actor, (tx) => silent.queue(tx, letter(somebody())));
    await expect(asking).rejects.toMatchObject({ kind: 'unavailable', code: 'MAIL.NOT_CONFIGURED' });
    await mute.close();
  });
});
