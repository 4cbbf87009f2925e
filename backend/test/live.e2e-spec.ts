import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@smet/database';
import type { Actor } from '../src/platform/access/index.js';
import { Transactions } from '../src/platform/database/index.js';
import { Events } from '../src/platform/events/index.js';
import { createOrganization } from './builders.js';
import { EventStream, startApi, TEST_PASSWORD, until, type TestApi } from './support/index.js';

let api: TestApi;
let actor: Actor;
const streams: EventStream[] = [];
beforeAll(async () => {
  api = await startApi({ env: { SMET_LIVE_HEARTBEAT_MS: '150', SMET_SESSION_CACHE_MS: '0' } });
  actor = await api.actor('manager');
});
afterEach(() => streams.splice(0).forEach((stream) => stream.close()));
afterAll(() => api?.close());

async function listen(token: string, url = api.url): Promise<EventStream> {
  const stream = await EventStream.open(`${url}/api/v1/live`, { authorization: `Bearer ${token}` });
  streams.push(stream);
  return stream;
}

async function record(type: string, subject: { type: string; id: string }, who: Actor = actor): Promise<void> {
  const transactions = api.app.get(Transactions);
  await transactions.run(who, (tx) =>
    api.app.get(Events).record(tx, { type, version: 1, subject, payload: { secret: 'not for the wire' } }),
  );
}

describe('the live stream', () => {
  it('needs a signed-in person', async () => {
    expect((await api.anonymous.get('/api/v1/live')).status).toBe(401);
  });

  it('is not buffered or changed on the way', async () => {
    const { response } = await listen(await api.token('manager'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('x-request-id')).toBeTruthy();
  });

  it('tells of committed changes by ids only', async () => {
    const stream = await listen(await api.token('manager'));
    const id = newId();
    await record('order.created', { type: 'order', id });
    expect(await stream.next()).toEqual({
      event: 'change',
      data: { type: 'order.created', subjectType: 'order', subjectId: id },
    });
  });

  it('tells nothing of a change that was rolled back', async () => {
    const stream = await listen(await api.token('manager'));
    const undone = api.app.get(Transactions).run(actor, async (tx) => {
      await api.app.get(Events).record(tx, { type: 'order.lost', version: 1, subject: { type: 'order', id: newId() } });
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    await record('order.kept', { type: 'order', id: newId() });
    expect((await stream.next()).data['type']).toBe('order.kept');
  });

  it('keeps to the organization and to what a role may read', async () => {
    const [manager, measurer] = await Promise.all([
      listen(await api.token('manager')),
      listen(await api.token('measurer')),
    ]);
    const other = await createOrganization(api.db.owner);
    const [orderId, connectionId] = [newId(), newId()];
    await record('order.foreign', { type: 'order', id: newId() }, { ...actor, organizationId: other.id });
    await record('amocrm.connected', { type: 'connection', id: connectionId });
    await record('order.created', { type: 'order', id: orderId });
    await Promise.all([manager, measurer].map((stream) => stream.next(({ data }) => data['type'] === 'order.created')));
    expect(manager.events.map(({ data }) => [data['type'], data['subjectId']])).toEqual([
      ['amocrm.connected', connectionId],
      ['order.created', orderId],
    ]);
    expect(measurer.events.map(({ data }) => [data['type'], data['subjectId']])).toEqual([['order.created', null]]);
  });

  it("tells everybody of a change of the organization's settings", async () => {
    const stream = await listen(await api.token('installer'));
    const subject = { type: 'organization', id: actor.organizationId };
    await record('organization.updated', subject);
    expect((await stream.next()).data).toEqual({
      type: 'organization.updated',
      subjectType: 'organization',
      subjectId: subject.id,
    });
  });

  it('beats while nothing happens', async () => {
    const stream = await listen(await api.token('manager'));
    await until(() => stream.comments >= 2, 'two heartbeats');
  });

  it('ends with the session, whichever process ends it', async () => {
    const second = await startApi({ db: api.db });
    try {
      const user = await api.createUser('manager');
      const { body } = await api.anonymous.post<{ accessToken: string; refreshToken: string }>('/api/v1/auth/tokens', {
        email: user.email,
        password: TEST_PASSWORD,
      });
      const stream = await listen(body.accessToken);
      await second.anonymous.post('/api/v1/auth/sign-out', { refreshToken: body.refreshToken });
      await until(() => stream.closed, 'the end of the stream');
    } finally {
      await second.close();
    }
  });

  it('ends for a person who was blocked', async () => {
    const user = await api.createUser('manager');
    const stream = await listen(await api.token(user));
    await api.db.owner.query('update users set blocked_at = now() where id = $1', [user.id]);
    await until(() => stream.closed, 'the end of the stream');
  });

  it('comes back after the database connection was lost, and asks to fetch again', async () => {
    const stream = await listen(await api.token('manager'));
    await api.db.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'smet-live'`,
    );
    await stream.next(({ event }) => event === 'resync');
    const id = newId();
    await record('order.created', { type: 'order', id });
    await stream.next(({ data }) => data['subjectId'] === id);
  });

  it('does not keep the process from stopping', async () => {
    const short = await startApi({ db: api.db });
    const stream = await listen(await short.token('manager'), short.url);
    await short.close();
    await until(() => stream.closed, 'the end of the stream');
  });

  it('nor does a connection that never asked for anything', async () => {
    const short = await startApi({ db: api.db });
    const { hostname, port } = new URL(short.url);
    const silent = connect(Number(port), hostname);
    await once(silent, 'connect');
    const cut = once(silent, 'close');
    await short.close();
    await cut;
  });
});
