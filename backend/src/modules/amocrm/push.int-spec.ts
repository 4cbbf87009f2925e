import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createItem } from '../../../test/builders.js';
import { AmocrmStand, fieldOf } from '../../../test/support/amocrm-stand.js';
import { draftOf } from '../../../test/support/drafts.js';
import { until } from '../../../test/support/index.js';

let stand: AmocrmStand;
beforeAll(async () => {
  // The schedule stays out of the way: what is under test here is the way out.
  stand = await AmocrmStand.start(3600);
  await stand.connect();
});
afterAll(() => stand?.close());
afterEach(() => stand.amocrm.faults.clear());

let phones = 0;
const newPhone = () => `+7900${String(++phones).padStart(7, '0')}`;
const patches = () => stand.amocrm.requests.list({ method: 'PATCH', path: '/api/v4/leads/*' });

const setTotal = (orderId: string, minor: number) =>
  stand.api.db.owner.query(`update orders set total_minor = $2 where id = $1`, [orderId, minor]);

async function rename(orderId: string, address: string) {
  const { version } = await stand.order(orderId);
  const answer = await stand.manager.send('PATCH', `/orders/${orderId}`, { version, address });
  expect(answer.status).toBe(200);
}

describe('an order goes out', () => {
  it('as a lead with a contact, a sum, a link and our id', async () => {
    const phone = newPhone();
    const order = await stand.createOrder(phone, 'Anna');
    const lead = await stand.synced(order.id);
    expect(lead.name).toContain(`№${order.number}`);
    expect(lead.name).toContain('Lenina 1');
    expect(fieldOf(lead, 'SMET_ORDER_ID')).toBe(order.id);
    expect(fieldOf(lead, 'SMET_ORDER_URL')).toBe(`http://localhost:3000/orders/${order.id}`);
    expect(lead.status_id).toBe(70_010_011);
    const contact = (await stand.contacts()).find(({ id }) => id === lead.contactIds[0]);
    expect(contact?.name).toBe('Anna');
    expect(fieldOf(contact!, 'PHONE')).toBe(phone);
    const { sync } = await stand.order(order.id);
    expect(sync).toEqual({
      state: 'synced',
      problemCode: null,
      externalUrl: `${stand.amocrm.url}/leads/detail/${lead.id}`,
    });
  });

  it('sends only what changed, the sum in whole roubles, and a stage by its mapping', async () => {
    const order = await stand.createOrder(newPhone());
    await stand.synced(order.id);
    const before = patches().length;
    await setTotal(order.id, 4_500_050);
    const { version } = await stand.order(order.id);
    await stand.manager.send('POST', `/orders/${order.id}/stage`, { version, stageId: stand.organization.stages.won });
    const lead = await stand.synced(order.id);
    expect(lead.price).toBe(45_001);
    expect(
      patches()
        .slice(before)
        .map(({ body }) => body),
    ).toEqual([{ price: 45_001, pipeline_id: lead.pipeline_id, status_id: 142 }]);
  });

  it('with the sum of its estimate when that is saved', async () => {
    const { code } = await createItem(stand.api.db.owner, stand.organization, { priceMinor: 123_456 });
    const order = await stand.createOrder(newPhone());
    await stand.synced(order.id);
    const made = await stand.manager.send<{ id: string; version: number }>('POST', `/orders/${order.id}/estimates`, {});
    expect(made.status).toBe(201);
    const manualLines = [{ id: '01a1f925-161e-73d6-9fb2-5f8260f568a9', itemCode: code, roomId: null, quantity: '2' }];
    const saved = await stand.manager.send<{ id: string; version: number }>('PUT', `/estimates/${made.body.id}`, {
      version: made.body.version,
      draft: draftOf([], { manualLines }),
    });
    expect(saved.status).toBe(200);
    expect((await stand.synced(order.id)).price).toBe(2469);
  });

  it('two edits that wait become one', async () => {
    const order = await stand.createOrder(newPhone());
    await stand.synced(order.id);
    await stand.act('pause');
    await rename(order.id, 'Lenina 2');
    await rename(order.id, 'Lenina 3');
    const before = patches().length;
    await stand.act('resume');
    const lead = await stand.synced(order.id);
    expect(lead.name).toContain('Lenina 3');
    expect(patches().length - before).toBe(1);
  });

  it('an edit while it is being sent is sent after it', async () => {
    const order = await stand.createOrder(newPhone());
    await stand.synced(order.id);
    stand.amocrm.faults.add({ effect: 'delay', method: 'PATCH', path: '/api/v4/leads/*', delayMs: 700 });
    const before = patches().length;
    await rename(order.id, 'Mira 1');
    await until(() => patches().length > before, 'the first PATCH');
    await rename(order.id, 'Mira 2');
    const lead = await stand.synced(order.id);
    expect(lead.name).toContain('Mira 2');
    expect(patches().length - before).toBe(2);
  });

  it("clients who share a phone keep a contact each, also in each other's orders", async () => {
    const phone = newPhone();
    const first = await stand.createOrder(phone, 'Holder');
    const { contactIds: ofFirst } = await stand.synced(first.id);
    const body = { name: 'Sharer', phones: [{ number: phone }], sharedPhones: [phone] };
    const sharer = await stand.manager.send<{ id: string }>('POST', '/clients', body);
    const order = { client: { id: sharer.body.id }, address: 'Lenina 7' };
    const second = await stand.manager.send<{ id: string }>('POST', '/orders', order);
    const { contactIds: ofSecond } = await stand.synced(second.body.id);
    expect(ofSecond).not.toEqual(ofFirst);
    const names = (await stand.contacts()).filter(({ id }) => [...ofFirst, ...ofSecond].includes(id));
    expect(names.map(({ name }) => name).sort()).toEqual(['Holder', 'Sharer']);
  });

  it('a client that becomes a part of another takes the contact along', async () => {
    const order = await stand.createOrder(newPhone(), 'Part');
    const lead = await stand.synced(order.id);
    const phones = [{ number: newPhone() }];
    const whole = await stand.manager.send<{ id: string }>('POST', '/clients', { name: 'Whole', phones });
    const merge = { version: 1, otherId: order.client.id, otherVersion: 1 };
    const merged = await stand.manager.send('POST', `/clients/${whole.body.id}/merge`, merge);
    expect(merged.status).toBe(200);
    await stand.synced(order.id);
    const contact = (await stand.contacts()).find(({ id }) => id === lead.contactIds[0]);
    expect([contact?.name, fieldOf(contact!, 'SMET_CLIENT_ID')]).toEqual(['Whole', whole.body.id]);
  });

  it('orders of one client share one contact', async () => {
    const phone = newPhone();
    const first = await stand.createOrder(phone);
    const second = await stand.createOrder(phone);
    const leads = [await stand.synced(first.id), await stand.synced(second.id)];
    const contacts = new Set(leads.map((lead) => lead.contactIds[0]));
    expect(contacts.size).toBe(1);
  });

  it('uses the contact that has the phone there, keeps its name and marks it as ours', async () => {
    const made = await stand.call('POST', 'contacts', [
      {
        name: 'Anna Petrovna',
        custom_fields_values: [{ field_code: 'PHONE', values: [{ value: '8 (911) 765-43-21' }] }],
      },
    ]);
    expect(made.status).toBe(200);
    const order = await stand.createOrder('+79117654321', 'A.');
    const lead = await stand.synced(order.id);
    const contact = (await stand.contacts()).find(({ id }) => id === lead.contactIds[0]);
    expect(contact?.name).toBe('Anna Petrovna');
    expect(fieldOf(contact!, 'PHONE')).toBe('8 (911) 765-43-21');
    expect(fieldOf(contact!, 'SMET_CLIENT_ID')).toBe(order.client.id);
  });
});

describe('amoCRM in trouble', () => {
  it('a lost answer to the creation leaves exactly one lead', async () => {
    stand.amocrm.faults.add({ effect: 'lost-answer', method: 'POST', path: '/api/v4/leads' });
    const order = await stand.createOrder(newPhone());
    await stand.synced(order.id);
    const mine = (await stand.leads()).filter((lead) => fieldOf(lead, 'SMET_ORDER_ID') === order.id);
    expect(mine).toHaveLength(1);
    expect(stand.amocrm.requests.list({ method: 'POST', path: '/api/v4/leads' }).at(-1)?.fault).toBe('lost-answer');
    const { recent } = await stand.integration();
    expect(recent.find((entry) => entry.kind === 'lead_sent' && entry.orderId === order.id)?.summary).toMatchObject({
      how: 'adopted',
    });
  });

  it('a half answer to the creation of the contact leaves exactly one contact', async () => {
    stand.amocrm.faults.add({ effect: 'malformed', method: 'POST', path: '/api/v4/contacts' });
    const phone = newPhone();
    const order = await stand.createOrder(phone);
    await stand.waitsFor(order.id, 'ANSWER_MALFORMED');
    expect((await stand.act(`orders/${order.id}/retry`)).status).toBe(200);
    await stand.synced(order.id);
    expect((await stand.contacts()).filter((contact) => fieldOf(contact, 'PHONE') === phone)).toHaveLength(1);
  });

  it('dead: the order is saved and waits with the reason; alive again: it arrives', async () => {
    stand.amocrm.faults.set({ dead: true });
    const order = await stand.createOrder(newPhone());
    await stand.waitsFor(order.id, 'UNREACHABLE');
    const { connection, waiting, counts } = await stand.integration();
    expect(connection).toMatchObject({ state: 'active', problemCode: 'UNREACHABLE' });
    expect(waiting).toContainEqual(
      expect.objectContaining({
        orderId: order.id,
        number: order.number,
        state: 'waiting',
        problemCode: 'UNREACHABLE',
      }),
    );
    expect(waiting.find((row) => row.orderId === order.id)?.retryAt).not.toBeNull();
    expect(counts.waiting).toBeGreaterThan(0);
    stand.amocrm.faults.clear();
    await stand.synced(order.id);
    expect((await stand.integration()).connection).toMatchObject({ problemCode: null });
  });

  it('401: everything waits for a new token, and arrives with it', async () => {
    stand.amocrm.faults.set({ tokensRevoked: true });
    const order = await stand.createOrder(newPhone());
    await stand.waitsFor(order.id, 'TOKEN_REFUSED');
    expect((await stand.integration()).connection).toMatchObject({
      state: 'reauthorize',
      problemCode: 'TOKEN_REFUSED',
    });
    stand.amocrm.faults.clear();
    const requests = stand.amocrm.requests.list().length;
    const later = await stand.createOrder(newPhone());
    expect(later.sync?.state ?? 'waiting').toBe('waiting');
    expect(stand.amocrm.requests.list()).toHaveLength(requests);
    expect((await stand.connect()).connection).toMatchObject({ state: 'active', problemCode: null });
    await stand.synced(order.id);
    await stand.synced(later.id);
  });

  it('a ban stops the connection until a person resumes it', async () => {
    stand.amocrm.faults.set({ banned: true });
    const order = await stand.createOrder(newPhone());
    await stand.waitsFor(order.id, 'API_BANNED');
    expect((await stand.integration()).connection).toMatchObject({ state: 'blocked', problemCode: 'API_BANNED' });
    stand.amocrm.faults.clear();
    expect((await stand.act('resume')).body.connection).toMatchObject({ state: 'active', problemCode: null });
    await stand.synced(order.id);
  });

  it.each([
    { status: 429, retryAfterSeconds: 2, problem: 'RATE_LIMITED' },
    { status: 502, retryAfterSeconds: 1, problem: 'SERVER_ERROR' },
  ])('$status: tried again later by itself', async ({ status, retryAfterSeconds, problem }) => {
    stand.amocrm.faults.add({ effect: 'status', method: 'POST', path: '/api/v4/leads', status, retryAfterSeconds });
    const order = await stand.createOrder(newPhone());
    await stand.waitsFor(order.id, problem);
    await stand.synced(order.id);
    const mine = (await stand.leads()).filter((lead) => fieldOf(lead, 'SMET_ORDER_ID') === order.id);
    expect(mine).toHaveLength(1);
  });

  it('a refused content is parked with the reason; a person tries it again', async () => {
    stand.amocrm.faults.add({ effect: 'status', method: 'POST', path: '/api/v4/leads', status: 422 });
    const order = await stand.createOrder(newPhone());
    await until(async () => (await stand.order(order.id)).sync?.state === 'rejected', 'the rejection');
    const { waiting, recent, counts } = await stand.integration();
    expect(waiting[0]).toMatchObject({ orderId: order.id, state: 'rejected', problemCode: 'CONTENT_REFUSED' });
    expect(recent[0]).toMatchObject({ kind: 'sync_rejected', number: order.number });
    expect(counts.rejected).toBe(1);
    expect((await stand.act(`orders/${order.id}/retry`)).status).toBe(200);
    await stand.synced(order.id);
  });

  it('a lead deleted there is told, and a person may have it made anew', async () => {
    const order = await stand.createOrder(newPhone());
    const lead = await stand.synced(order.id);
    await stand.remove(lead);
    await rename(order.id, 'Pobedy 9');
    await until(async () => (await stand.order(order.id)).sync?.problemCode === 'LEAD_GONE', 'the loss noticed');
    await stand.act(`orders/${order.id}/retry`);
    const again = await stand.synced(order.id);
    expect(again.id).not.toBe(lead.id);
  });

  it('a defect of ours is told at once, and parked for a person after the last try', async () => {
    const order = await stand.createOrder(newPhone());
    await stand.synced(order.id);
    await breakSettlementOf(order.id);
    try {
      await rename(order.id, 'Pobedy 10');
      await until(async () => (await stand.order(order.id)).sync?.problemCode === 'INTERNAL', 'the reason');
      expect((await stand.order(order.id)).sync?.state).toBe('sending');
      await lastTryOf(order.id);
      await until(async () => (await stand.order(order.id)).sync?.state === 'rejected', 'the rejection');
    } finally {
      await stand.api.db.owner.query(`drop trigger broken on external_links`);
    }
    const { waiting, recent } = await stand.integration();
    expect(waiting[0]).toMatchObject({ orderId: order.id, state: 'rejected', problemCode: 'INTERNAL', retryAt: null });
    expect(recent[0]).toMatchObject({ kind: 'sync_rejected', number: order.number });
    expect(stand.worker.logs.text()).toContain('a push to amoCRM broke');
    expect((await stand.act(`orders/${order.id}/retry`)).status).toBe(200);
    expect((await stand.synced(order.id)).name).toContain('Pobedy 10');
  });

  it('that is over wakes who waited because of it, and leaves to others their own time', async () => {
    const [delayed, stalled] = [await stand.createOrder(newPhone()), await stand.createOrder(newPhone())];
    await stand.synced(delayed.id);
    await stand.synced(stalled.id);
    const fault = { effect: 'status', method: 'PATCH', path: '/api/v4/leads/*', status: 503, times: 1 } as const;
    stand.amocrm.faults.add({ ...fault, retryAfterSeconds: 600 });
    await rename(delayed.id, 'Sadovaya 1');
    await stand.waitsFor(delayed.id, 'SERVER_ERROR');
    stand.amocrm.faults.set({ dead: true });
    await rename(stalled.id, 'Sadovaya 2');
    await stand.waitsFor(stalled.id, 'UNREACHABLE');
    const later = new Date(Date.now() + 600_000);
    await stand.api.db.owner.query(`update external_links set retry_at = $2 where entity_id = $1`, [stalled.id, later]);
    await stand.api.db.owner.query(
      `update graphile_worker._private_jobs set run_at = $2 where key like '%' || $1 and locked_at is null`,
      [stalled.id, later],
    );
    stand.amocrm.faults.clear();
    await stand.synced((await stand.createOrder(newPhone())).id);
    await stand.synced(stalled.id);
    expect((await stand.order(delayed.id)).sync).toMatchObject({ state: 'waiting', problemCode: 'SERVER_ERROR' });
    await stand.act('pause');
    await stand.act('resume');
    await stand.synced(delayed.id);
  });
});

/** A defect that is always met when the success is written down. */
async function breakSettlementOf(orderId: string): Promise<void> {
  await stand.api.db.owner.query(`
    create or replace function broken() returns trigger language plpgsql as $$ begin raise 'broken'; end $$;
    create trigger broken before update on external_links for each row
      when (new.state = 'synced' and new.entity_id = '${orderId}') execute function broken()`);
}

async function lastTryOf(orderId: string): Promise<void> {
  await until(async () => {
    const { rowCount } = await stand.api.db.owner.query(
      `update graphile_worker._private_jobs set attempts = max_attempts - 1, run_at = now()
        where key like '%' || $1 and attempts > 0 and locked_at is null`,
      [orderId],
    );
    return rowCount === 1;
  }, 'the failed job');
}
