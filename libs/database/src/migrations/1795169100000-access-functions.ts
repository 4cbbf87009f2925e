import { ForwardMigration } from './forward-migration.js';

/**
 * The look-ups made before an organization is known and the counters shared by processes. Each is SECURITY DEFINER
 * with a pinned search path and answers one question; the tables behind them stay closed.
 */
export class AccessFunctions1795169100000 extends ForwardMigration {
  readonly name = 'AccessFunctions1795169100000';
  readonly statements = statements;
}

const DEFINER = `security definer set search_path = public, pg_temp`;

const statements = [
  `create function auth_find_user(wanted text) returns table (
      user_id uuid, organization_id uuid, role text, name text, email text, password_hash text, blocked boolean)
    language sql stable ${DEFINER}
  as $$
    select u.id, m.organization_id, m.role, u.name, u.email, u.password_hash,
      u.blocked_at is not null or m.deactivated_at is not null
    from users u join memberships m on m.user_id = u.id
    where u.email = lower(btrim($1))
    order by m.deactivated_at is not null, m.created_at, m.id
  $$`,

  `create function auth_find_session(session_id uuid) returns table (
      user_id uuid, organization_id uuid, role text, name text, email text,
      revoked boolean, expired boolean, blocked boolean)
    language sql stable ${DEFINER}
  as $$
    select u.id, s.organization_id, m.role, u.name, u.email,
      s.revoked_at is not null, s.expires_at <= now(), u.blocked_at is not null or m.deactivated_at is not null
    from sessions s
    join users u on u.id = s.user_id
    join memberships m on m.organization_id = s.organization_id and m.user_id = s.user_id
    where s.id = $1
  $$`,

  `create function auth_find_refresh_token(token_hash bytea) returns table (
      token_id uuid, session_id uuid, organization_id uuid, user_id uuid,
      issued_at timestamptz, expires_at timestamptz, rotated_at timestamptz,
      session_revoked boolean, session_expired boolean, blocked boolean)
    language sql stable ${DEFINER}
  as $$
    select t.id, s.id, s.organization_id, s.user_id, t.issued_at, t.expires_at, t.rotated_at,
      s.revoked_at is not null, s.expires_at <= now(), u.blocked_at is not null or m.deactivated_at is not null
    from refresh_tokens t
    join sessions s on s.id = t.session_id
    join users u on u.id = s.user_id
    join memberships m on m.organization_id = s.organization_id and m.user_id = s.user_id
    where t.token_hash = $1
  $$`,

  `create function due_connections() returns table (organization_id uuid, connection_id uuid, kind text)
    language sql stable ${DEFINER}
  as $$
    select c.organization_id, c.id, c.kind from connections c where c.state = 'active' order by c.id
  $$`,

  // The row lock makes the later of two callers look again, at the slot the first one left.
  `create function claim_schedule(name text, slot timestamptz) returns boolean
    language sql volatile ${DEFINER}
  as $$
    with claimed as (
      insert into schedule_claims as claim (name, last_slot) values ($1, $2)
      on conflict on constraint pk_schedule_claims do update set last_slot = excluded.last_slot
        where claim.last_slot < excluded.last_slot
      returning 1
    )
    select exists (select from claimed)
  $$`,

  // Gives each caller its own slot, interval_ms apart; the answer is how long to wait for it, in milliseconds.
  `create function reserve_rate_slot(key text, interval_ms integer) returns integer
    language sql volatile ${DEFINER}
  as $$
    insert into rate_limit_slots as slot (key, next_at)
    values ($1, clock_timestamp() + $2 * interval '1 millisecond')
    on conflict on constraint pk_rate_limit_slots do update
      set next_at = greatest(slot.next_at, clock_timestamp()) + $2 * interval '1 millisecond'
    returning greatest(0, ceil(
      extract(epoch from next_at - $2 * interval '1 millisecond' - clock_timestamp()) * 1000))::integer
  $$`,

  // plpgsql, because graphile-worker makes its schema after our migrations.
  `create function enqueue_job(
      identifier text, payload json, queue_name text default null, run_at timestamptz default null,
      max_attempts integer default null, job_key text default null, job_key_mode text default null,
      priority integer default null) returns bigint
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare
    job_id bigint;
  begin
    select job.id into job_id from graphile_worker.add_job(
      identifier => $1, payload => $2, queue_name => $3, run_at => $4,
      max_attempts => $5, job_key => $6, job_key_mode => coalesce($7, 'replace'), priority => $8) job;
    return job_id;
  end $$`,
];
