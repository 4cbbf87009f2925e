import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@smet/database';
import { startApi, type TestApi } from '../../../test/support/index.js';
import { Upkeep } from './upkeep.js';

let api: TestApi;
let userId: string;
beforeAll(async () => {
  api = await startApi();
  userId = (await api.user('manager')).id;
});
afterAll(() => api.close());

const put = (sql: string, params: unknown[] = []) => api.db.owner.query(sql, params);

async function session(ended: { expires: string; revoked?: string }): Promise<string> {
  const id = newId();
  await put(
    `insert into sessions (id, organization_id, user_id, expires_at, revoked_at)
     values ($1, $2, $3, now() + $4::interval, now() + $5::interval)`,
    [id, api.organization.id, userId, ended.expires, ended.revoked ?? null],
  );
  await put(
    `insert into refresh_tokens (id, organization_id, session_id, token_hash, issued_at, expires_at)
     values ($1, $2, $3, $4, now() - interval '90 days', now() + $5::interval)`,
    [newId(), api.organization.id, id, Buffer.from(id), ended.expires],
  );
  return id;
}

async function left(sql: string): Promise<unknown[]> {
  const { rows } = await api.db.owner.query<{ name: string }>(sql);
  return rows.map(({ name }) => name).toSorted();
}

describe('upkeep', () => {
  it('removes what has served its time and nothing else', async () => {
    await put('delete from sessions');
    const living = await session({ expires: '1 day' });
    const justEnded = await session({ expires: '-29 days' });
    const justRevoked = await session({ expires: '20 days', revoked: '-29 days' });
    await session({ expires: '-31 days' });
    await session({ expires: '20 days', revoked: '-31 days' });
    for (const [key, age] of [
      ['fresh', '47 hours'],
      ['expired', '49 hours'],
    ]) {
      await put(
        `insert into idempotency_keys (organization_id, user_id, key, request_hash, created_at)
         values ($1, $2, $3, 'hash', now() - $4::interval)`,
        [api.organization.id, userId, key, age],
      );
    }
    await put(
      `insert into worker_heartbeats values ('alive', now() - interval '1 hour'), ('dead', now() - interval '2 days')`,
    );
    await put(
      `insert into schedule_claims values ('daily', now() - interval '2 days'), ('gone', now() - interval '31 days')`,
    );
    await put(`insert into rate_limit_slots values ('used', now()), ('idle', now() - interval '2 days')`);
    await put(`insert into rate_limit_counters values ('used', 1, now()), ('idle', 1, now() - interval '2 hours')`);
    for (const [key, age, expires] of [
      ['waiting', '7 days', null],
      ['parked for ever', '9 days', null],
      ['still of use', '1 minute', '9 minutes'],
      ['over', '11 minutes', '-1 minute'],
    ]) {
      await put(
        `insert into letters (id, organization_id, key, recipient, content, content_key_id, state, queued_at, expires_at)
         values ($1, $2, $3, 'a@b.example', '', '', 'parked', now() - $4::interval, now() + $5::interval)`,
        [newId(), api.organization.id, key, age, expires],
      );
    }

    await api.app.get(Upkeep).run();

    expect(await left('select key as name from letters')).toEqual(['still of use', 'waiting']);
    expect(await left('select id as name from sessions')).toEqual([living, justEnded, justRevoked].toSorted());
    expect(await left('select session_id as name from refresh_tokens')).toEqual(
      [living, justEnded, justRevoked].toSorted(),
    );
    expect(await left('select key as name from idempotency_keys')).toEqual(['fresh']);
    expect(await left('select worker_id as name from worker_heartbeats')).toEqual(['alive']);
    expect(await left('select name from schedule_claims')).toEqual(['daily']);
    expect(await left('select key as name from rate_limit_slots')).toEqual(['used']);
    expect(await left(`select key as name from rate_limit_counters`)).toEqual(['used']);
    expect(api.logs.text()).toContain('expired rows were removed');
  });

  it('takes small bites until nothing is left', async () => {
    await put(
      `insert into rate_limit_slots select 'slot ' || n, now() - interval '2 days' from generate_series(1, 12001) n`,
    );
    const { rows } = await put('select delete_expired(5000) as deleted');
    expect(rows).toEqual([{ deleted: expect.objectContaining({ rateLimitSlots: 5000 }) }]);
    await api.app.get(Upkeep).run();
    expect(await left('select key as name from rate_limit_slots')).toEqual(['used']);
  });
});
