import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createOrder, createOrganization, type TestOrganization } from '../../../test/builders.js';
import { startApi, type TestApi } from '../../../test/support/index.js';
import { enterAs, type Person } from '../../../test/support/people.js';
import { systemActor } from '../../platform/access/index.js';
import { Transactions } from '../../platform/database/index.js';
import type { OrderDto } from './dto/order.dto.js';
import { OrdersForSync } from './index.js';

let api: TestApi;
let organization: TestOrganization;
let manager: Person;
let measurer: Person;
let id: string;

beforeAll(async () => {
  api = await startApi();
  organization = await createOrganization(api.db.owner);
  manager = await enterAs(api, organization.id, 'manager');
  measurer = await enterAs(api, organization.id, 'measurer');
});
afterAll(() => api.close());
beforeEach(async () => {
  id = (await createOrder(api.db.owner, organization)).id;
});

const patch = (body: unknown, who = manager) => who.send<OrderDto>('PATCH', `/orders/${id}`, body);
const move = (body: unknown, who = manager) => who.send<OrderDto>('POST', `/orders/${id}/stage`, body);
const read = async () => (await manager.get<OrderDto>(`/orders/${id}`)).body;
const events = async () => {
  const { rows } = await api.db.owner.query<{ type: string; payload: Record<string, unknown> }>(
    `select type, payload from events where subject_id = $1 order by occurred_at, id`,
    [id],
  );
  return rows;
};

describe('PATCH /orders/:id', () => {
  it('changes the fields that are sent and no others', async () => {
    const { status, body } = await patch({ version: 1, comment: 'call first', measurerUserId: measurer.id });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: 2,
      comment: 'call first',
      measurer: { id: measurer.id },
      address: 'Test street 1',
    });
    expect(await read()).toEqual(body);
    const cleared = await patch({ version: 2, comment: null, measurerUserId: null });
    expect(cleared.body).toMatchObject({ version: 3, comment: null, measurer: null });
    expect((await events()).map(({ payload }) => payload)).toEqual([
      { fields: ['comment', 'measurerUserId'] },
      { fields: ['comment', 'measurerUserId'] },
    ]);
  });

  it('makes nothing of what is so already', async () => {
    const { body } = await patch({ version: 1, address: 'Test street 1' });
    expect(body.version).toBe(1);
    expect(await events()).toEqual([]);
  });

  it('lets one of two people with the same version win and tells the other what is current', async () => {
    const answers = await Promise.all([patch({ version: 1, address: 'A' }), patch({ version: 1, address: 'B' })]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const lost = await manager.send('PATCH', `/orders/${id}`, { version: 1, address: 'C' });
    expect(lost.body).toMatchObject({ code: 'ORDER.CHANGED', current: { version: 2 } });
  });

  it.each<[string, object, string]>([
    ['no version', { address: 'x' }, 'version'],
    ['an empty address', { version: 1, address: '' }, 'address'],
    ['a null address', { version: 1, address: null }, 'address'],
    ['a measurer of nobody', { version: 1, measurerUserId: '01900000-0000-7000-8000-000000000000' }, 'measurerUserId'],
    ['an unknown field', { version: 1, number: 7 }, 'number'],
  ])('refuses %s', async (_, body, path) => {
    const refused = await manager.send('PATCH', `/orders/${id}`, body);
    expect(refused.status).toBe(422);
    expect(refused.body.invalidParams?.map((param) => param.path)).toContain(path);
    expect((await read()).version).toBe(1);
  });

  it('does not take a person of another organization', async () => {
    const other = await createOrganization(api.db.owner);
    const stranger = await enterAs(api, other.id, 'measurer');
    expect((await patch({ version: 1, measurerUserId: stranger.id })).status).toBe(422);
  });
});

describe('POST /orders/:id/stage', () => {
  it('moves, and remembers when and from where', async () => {
    const before = await read();
    const { status, body } = await move({ version: 1, stageId: organization.stages.won });
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 2, stage: { id: organization.stages.won, kind: 'won' } });
    expect(body.stageChangedAt > before.stageChangedAt).toBe(true);
    expect(await events()).toEqual([
      {
        type: 'order.stage_changed',
        payload: { fromStageId: organization.stages.lead, toStageId: organization.stages.won, origin: 'smet' },
      },
    ]);
  });

  it('does not turn a won order into a lost one', async () => {
    await move({ version: 1, stageId: organization.stages.won });
    const refused = await manager.send('POST', `/orders/${id}/stage`, {
      version: 2,
      stageId: organization.stages.lost,
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'ORDER.STAGE_NOT_ALLOWED' } });
    expect((await move({ version: 2, stageId: organization.stages.measured })).status).toBe(200);
  });

  it('knows only the stages of the organization', async () => {
    const other = await createOrganization(api.db.owner);
    const refused = await manager.send('POST', `/orders/${id}/stage`, { version: 1, stageId: other.stages.won });
    expect(refused).toMatchObject({ status: 422, body: { code: 'ORDER.STAGE_UNKNOWN' } });
  });

  it('answers a stale version with 409', async () => {
    await move({ version: 1, stageId: organization.stages.measured });
    const stale = await manager.send('POST', `/orders/${id}/stage`, { version: 1, stageId: organization.stages.won });
    expect(stale).toMatchObject({ status: 409, body: { current: { version: 2 } } });
  });
});

describe('whose orders they are', () => {
  it('are not there for another organization, nor for a measurer of others', async () => {
    const stranger = await enterAs(api, (await createOrganization(api.db.owner)).id, 'owner');
    const elsewhere = await enterAs(api, organization.id, 'measurer');
    expect((await stranger.get(`/orders/${id}`)).status).toBe(404);
    expect((await elsewhere.get(`/orders/${id}`)).status).toBe(404);
    expect((await patch({ version: 1, address: 'x' }, stranger)).status).toBe(404);
    expect((await move({ version: 1, stageId: organization.stages.won }, stranger)).status).toBe(404);
    expect((await manager.get('/orders/no-id')).status).toBe(404);
  });

  it('are seen and not changed by their measurer', async () => {
    await patch({ version: 1, measurerUserId: measurer.id });
    expect((await measurer.get(`/orders/${id}`)).status).toBe(200);
    expect((await patch({ version: 2, address: 'x' }, measurer)).status).toBe(403);
    expect((await move({ version: 2, stageId: organization.stages.won }, measurer)).status).toBe(403);
  });

  it('are closed without a token', async () => {
    expect((await api.anonymous.get(`/api/v1/orders/${id}`)).status).toBe(401);
    expect((await api.anonymous.patch(`/api/v1/orders/${id}`, {})).status).toBe(401);
    expect((await api.anonymous.post(`/api/v1/orders/${id}/stage`)).status).toBe(401);
  });
});

describe('the door for external systems', () => {
  const inside = <T>(work: Parameters<Transactions['run']>[1]) =>
    api.app.get(Transactions).run(systemActor(organization.id, 'test'), work) as Promise<T>;
  const door = () => api.app.get(OrdersForSync);

  it('tells everything an external system is told', async () => {
    const order = await inside((tx) => door().find(tx, id));
    expect(order).toMatchObject({
      id,
      stageId: organization.stages.lead,
      totalMinor: 0,
      currency: 'RUB',
      deleted: false,
    });
    expect(order).toHaveProperty('client.phones', [expect.stringMatching(/^\+7000/)]);
    const { client } = await read();
    expect(await inside((tx) => door().listIdsOfClient(tx, client.id))).toEqual([id]);
    expect(await inside((tx) => door().find(tx, organization.id))).toBeNull();
  });

  it('puts an order on the stage it is told, once, whatever the rules for people say', async () => {
    await move({ version: 1, stageId: organization.stages.won });
    const apply = (stageId: string, orderId = id) =>
      inside((tx) => door().applyExternalStage(tx, { orderId, stageId, origin: 'amocrm' }));
    expect(await apply(organization.stages.lost)).toBe('changed');
    expect(await apply(organization.stages.lost)).toBe('unchanged');
    expect(await apply(organization.id)).toBe('stage-missing');
    expect(await apply(organization.stages.lead, organization.id)).toBe('order-missing');
    expect(await read()).toMatchObject({ version: 3, stage: { kind: 'lost' } });
    expect((await events()).at(-1)?.payload).toMatchObject({ origin: 'amocrm' });
  });
});
