import { ForwardMigration } from './forward-migration.js';

/** Counters of attempts shared by all processes, and the daily removal of what has served its time. */
export class LimitsAndUpkeep1795169220000 extends ForwardMigration {
  readonly name = 'LimitsAndUpkeep1795169220000';
  readonly statements = statements;
}

const DEFINER = `security definer set search_path = public, pg_temp`;

const FUNCTIONS = ['spend_attempt(text[], integer[], integer)', 'delete_expired(integer)'];

const statements = [
  `create table rate_limit_counters (
    key text not null,
    used integer not null,
    resets_at timestamptz not null,
    constraint pk_rate_limit_counters primary key (key)
  )`,

  // Counts one attempt on every key and answers how many seconds to wait, 0 when all are within their limits. Keys are
  // distinct and taken in their order, so that two callers with the same keys cannot wait for each other in a ring.
  `create function spend_attempt(keys text[], limits integer[], window_seconds integer) returns integer
    language sql volatile ${DEFINER}
  as $$
    with spent as (
      insert into rate_limit_counters as counter (key, used, resets_at)
      select wanted.key, 1, clock_timestamp() + $3 * interval '1 second' from unnest($1) wanted(key) order by wanted.key
      on conflict on constraint pk_rate_limit_counters do update set
        used = case when counter.resets_at <= clock_timestamp() then 1 else counter.used + 1 end,
        resets_at = case when counter.resets_at <= clock_timestamp() then excluded.resets_at else counter.resets_at end
      returning key, used, resets_at
    )
    select coalesce(max(greatest(1, ceil(extract(epoch from spent.resets_at - clock_timestamp())))), 0)::integer
    from spent join unnest($1, $2) wanted(key, most) on wanted.key = spent.key
    where spent.used > wanted.most
  $$`,

  // One bite of at most max_rows of each kind, so that no transaction of it is long; the caller comes back while
  // anything was deleted. A session goes after its tokens, in the next bite.
  `create function delete_expired(max_rows integer) returns jsonb
    language sql volatile ${DEFINER}
  as $$
    with ended_sessions as (
      select s.organization_id, s.id from sessions s
      where least(s.expires_at, s.revoked_at) < now() - interval '30 days'
    ),
    answers as (
      delete from idempotency_keys where ctid = any (array(
        select k.ctid from idempotency_keys k where k.created_at < now() - interval '48 hours' limit $1)) returning 1
    ),
    tokens as (
      delete from refresh_tokens where id = any (array(
        select t.id from refresh_tokens t
        where t.expires_at < now() - interval '30 days'
          or (t.organization_id, t.session_id) in (select e.organization_id, e.id from ended_sessions e)
        limit $1)) returning 1
    ),
    past_sessions as (
      delete from sessions where id = any (array(
        select e.id from ended_sessions e
        where not exists (select from refresh_tokens t where t.organization_id = e.organization_id and t.session_id = e.id)
        limit $1)) returning 1
    ),
    workers as (
      delete from worker_heartbeats where worker_id = any (array(
        select w.worker_id from worker_heartbeats w where w.seen_at < now() - interval '1 day' limit $1)) returning 1
    ),
    claims as (
      delete from schedule_claims where name = any (array(
        select c.name from schedule_claims c where c.last_slot < now() - interval '30 days' limit $1)) returning 1
    ),
    slots as (
      delete from rate_limit_slots where key = any (array(
        select s.key from rate_limit_slots s where s.next_at < now() - interval '1 day' limit $1)) returning 1
    ),
    counters as (
      delete from rate_limit_counters where key = any (array(
        select c.key from rate_limit_counters c where c.resets_at < now() - interval '1 hour' limit $1)) returning 1
    )
    select jsonb_build_object(
      'idempotencyKeys', (select count(*) from answers),
      'refreshTokens', (select count(*) from tokens),
      'sessions', (select count(*) from past_sessions),
      'workerHeartbeats', (select count(*) from workers),
      'scheduleClaims', (select count(*) from claims),
      'rateLimitSlots', (select count(*) from slots),
      'rateLimitCounters', (select count(*) from counters))
  $$`,

  ...FUNCTIONS.flatMap((signature) => [
    `revoke all on function ${signature} from public`,
    `grant execute on function ${signature} to smet_app`,
  ]),

  // Only answers of success are stored, so that a status says nothing.
  `alter table idempotency_keys drop column status`,
];
