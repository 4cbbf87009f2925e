import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AmocrmStand, type StandLead } from '../../../test/support/amocrm-stand.js';
import { until } from '../../../test/support/index.js';

const SECOND_STATUS = 70_010_012;
/** "Договор": our pipeline is shorter, so nothing of ours stands for it. */
const UNMAPPED_STATUS = 70_010_015;

let stand: AmocrmStand;
beforeAll(async () => {
  stand = await AmocrmStand.start(1);
  await stand.connect();
});
afterAll(() => stand?.close());
afterEach(() => stand.amocrm.faults.clear());

let phones = 0;
const newPhone = () => `+7901${String(++phones).padStart(7, '0')}`;
const writes = () => stand.amocrm.requests.list().filter(({ method }) => method === 'PATCH' || method === 'POST');

async function orderThere(): Promise<{ id: string; lead: StandLead }> {
  const { id } = await stand.createOrder(newPhone());
  return { id, lead: await stand.synced(id) };
}

const kindsOf = async (orderId: string) => {
  const { recent } = await stand.integration();
  return recent.filter((entry) => entry.orderId === orderId).map((entry) => entry.kind);
};

describe('a stage moved there', () => {
  it('moves the order, and nothing is sent back', async () => {
    const { id, lead } = await orderThere();
    const before = writes().length;
    await stand.move(lead, SECOND_STATUS);
    await until(async () => (await stand.order(id)).stage.id === stand.organization.stages.measured, 'the new stage');
    await until(async () => (await stand.order(id)).sync?.state === 'synced', 'the link at rest');
    await stand.pulled();
    expect(writes()).toHaveLength(before);
    expect(await kindsOf(id)).toEqual(['stage_taken', 'lead_sent', 'contact_sent']);
    const { recent } = await stand.integration();
    expect(recent.find((entry) => entry.kind === 'stage_taken')).toMatchObject({
      direction: 'in',
      summary: { from: 'lead', to: 'measured' },
    });
    const { rows } = await stand.api.db.owner.query<{ actor_kind: string }>(
      `select actor_kind from audit_log where entity_id = $1 and action = 'order.stage_changed'`,
      [id],
    );
    expect(rows).toEqual([{ actor_kind: 'system' }]);
  });

  it('to won is taken, and our own move afterwards goes out', async () => {
    const { id, lead } = await orderThere();
    await stand.move(lead, 142);
    const order = await until(async () => {
      const found = await stand.order(id);
      return found.stage.kind === 'won' ? found : null;
    }, 'the won order');
    const stageId = stand.organization.stages.measured;
    await stand.manager.send('POST', `/orders/${id}/stage`, { version: order.version, stageId });
    expect((await stand.synced(id)).status_id).toBe(SECOND_STATUS);
    await stand.pulled();
    expect((await stand.order(id)).stage.id).toBe(stageId);
  });

  it('that has no pair is only told, and our next change does not move the lead back', async () => {
    const { id, lead } = await orderThere();
    await stand.move(lead, UNMAPPED_STATUS);
    await until(async () => (await kindsOf(id)).includes('stage_unmapped'), 'the note');
    const { recent } = await stand.integration();
    expect(recent.find((entry) => entry.orderId === id)?.summary).toEqual({ pipeline: 'Потолки', status: 'Договор' });
    expect((await stand.order(id)).stage.id).toBe(stand.organization.stages.lead);
    const { version } = await stand.order(id);
    await stand.manager.send('PATCH', `/orders/${id}`, { version, address: 'Mira 5' });
    const after = await stand.synced(id);
    expect(after.name).toContain('Mira 5');
    expect(after.status_id).toBe(UNMAPPED_STATUS);
    await stand.pulled();
    expect((await kindsOf(id)).filter((kind) => kind === 'stage_unmapped')).toHaveLength(1);
  });

  it('while our own move waits is overwritten, and the log says so', async () => {
    const { id, lead } = await orderThere();
    stand.amocrm.faults.add({
      effect: 'status',
      method: 'PATCH',
      path: '/api/v4/leads/*',
      status: 503,
      times: 1,
      retryAfterSeconds: 4,
    });
    const { version } = await stand.order(id);
    await stand.manager.send('POST', `/orders/${id}/stage`, { version, stageId: stand.organization.stages.won });
    await stand.waitsFor(id, 'SERVER_ERROR');
    await stand.move(lead, SECOND_STATUS);
    await until(async () => (await kindsOf(id)).includes('stage_kept'), 'the note');
    expect((await stand.order(id)).stage.kind).toBe('won');
    expect((await stand.synced(id)).status_id).toBe(142);
    expect((await stand.order(id)).stage.kind).toBe('won');
  });

  it('of a foreign lead or of a deleted one concerns nobody', async () => {
    const { id, lead } = await orderThere();
    await stand.call('POST', 'leads', [{ name: 'foreign' }]);
    await stand.move(lead, SECOND_STATUS);
    await stand.remove(lead);
    await stand.pulled();
    expect((await stand.integration()).connection).toMatchObject({ state: 'active', problemCode: null });
    expect((await stand.order(id)).address).toBe('Lenina 1');
  });
});

describe('the pull', () => {
  it('is not silenced by a lead that somebody dated next year', async () => {
    const { id, lead } = await orderThere();
    const nextYear = Math.floor(Date.now() / 1000) + 365 * 86_400;
    expect((await stand.call('POST', 'leads', [{ name: 'postdated', updated_at: nextYear }])).status).toBe(200);
    await stand.pulled();
    await stand.pulled();
    await stand.move(lead, SECOND_STATUS);
    await until(async () => (await stand.order(id)).stage.id === stand.organization.stages.measured, 'the new stage');
    const { rows } = await stand.api.db.owner.query<{ future: boolean }>(
      `select pull_watermark > now() + interval '1 minute' as future from connections where organization_id = $1`,
      [stand.organization.id],
    );
    expect(rows).toEqual([{ future: false }]);
  });

  it('moves its watermark only after a success and picks up what it missed', async () => {
    const { id, lead } = await orderThere();
    stand.amocrm.faults.set({ dead: true });
    await until(async () => (await stand.integration()).connection?.problemCode === 'UNREACHABLE', 'the trouble');
    await stand.move(lead, SECOND_STATUS);
    stand.amocrm.faults.clear();
    await until(async () => (await stand.order(id)).stage.id === stand.organization.stages.measured, 'the new stage');
    await until(async () => (await stand.integration()).connection?.problemCode === null, 'the recovery');
  });

  it('of an account that is not the connected one stops everything', async () => {
    const { id, lead } = await orderThere();
    await stand.api.db.owner.query(`update connections set account_id = 1 where organization_id = $1`, [
      stand.organization.id,
    ]);
    await until(async () => (await stand.integration()).connection?.problemCode === 'WRONG_ACCOUNT', 'the alarm');
    expect((await stand.integration()).connection?.state).toBe('blocked');
    await stand.move(lead, SECOND_STATUS);
    expect((await stand.order(id)).stage.id).toBe(stand.organization.stages.lead);
    await stand.api.db.owner.query(`update connections set account_id = $2 where organization_id = $1`, [
      stand.organization.id,
      30_250_001,
    ]);
    await stand.act('resume');
    await until(async () => (await stand.order(id)).stage.id === stand.organization.stages.measured, 'the new stage');
  });

  it('that is refused or wrong is told on the page until one succeeds, whatever is pushed meanwhile', async () => {
    const refuse = (status: number) =>
      stand.amocrm.faults.add({ effect: 'status', method: 'GET', path: '/api/v4/leads', status, times: 1000 });
    refuse(405);
    await until(async () => (await stand.integration()).connection?.problemCode === 'INTERNAL', 'the defect');
    const { connection } = await stand.integration();
    expect(connection?.state).toBe('active');
    expect(connection?.problemDetail).toContain('HTTP_405');
    const told = stand.worker.logs.lines().filter(({ level, by }) => level === ERROR && by === 'pull');
    expect(told[0]).toMatchObject({ code: 'HTTP_405' });
    const { id } = await stand.createOrder(newPhone());
    await until(async () => (await stand.order(id)).sync?.state === 'synced', 'the push');
    expect((await stand.integration()).connection?.problemCode).toBe('INTERNAL');
    stand.amocrm.faults.clear();
    refuse(422);
    await until(async () => (await stand.integration()).connection?.problemCode === 'CONTENT_REFUSED', 'the refusal');
    stand.amocrm.faults.clear();
    await until(async () => (await stand.integration()).connection?.problemCode === null, 'the recovery');
  });

  it('does not wait for the pushes that do', async () => {
    const { id, lead } = await orderThere();
    await stand.act('pause');
    for (let count = 0; count < 30; count += 1) await stand.createOrder(newPhone());
    await stand.act('resume');
    await stand.move(lead, SECOND_STATUS);
    await until(async () => (await stand.order(id)).stage.id === stand.organization.stages.measured, 'the new stage');
    const left = (await stand.integration()).counts.waiting;
    expect(left).toBeGreaterThan(0);
    await until(async () => (await stand.integration()).counts.waiting < left, 'the backlog worked off');
  });
});

/** pino's number. */
const ERROR = 50;
