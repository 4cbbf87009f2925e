import { ForwardMigration } from './forward-migration.js';

/**
 * What a letter says opens something more often than not: it is kept sealed, has a last moment where it is of no use
 * later, and does not stay for ever when it cannot be sent.
 */
export class SealedLetters1795171260000 extends ForwardMigration {
  readonly name = 'SealedLetters1795171260000';
  readonly statements = statements;
}

const statements = [
  // Letters written in the open cannot be sealed from here. Whoever asked for one asks again; what they tell is kept elsewhere.
  `delete from letters`,
  `alter table letters
    drop column subject,
    drop column body_text,
    drop column body_html,
    add column content bytea not null,
    add column content_key_id text not null,
    add column expires_at timestamptz`,

  `create or replace function delete_expired(max_rows integer) returns jsonb
    language sql volatile security definer set search_path = public, pg_temp
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
    presence as (
      delete from estimate_presence where ctid = any (array(
        select p.ctid from estimate_presence p where p.seen_at < now() - interval '1 day' limit $1)) returning 1
    ),
    past_letters as (
      delete from letters where id = any (array(
        select l.id from letters l
        where l.expires_at < now() or l.queued_at < now() - interval '8 days' limit $1)) returning 1
    ),
    codes as (
      delete from proposal_codes where id = any (array(
        select c.id from proposal_codes c where c.expires_at < now() limit $1)) returning 1
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
      'estimatePresence', (select count(*) from presence),
      'letters', (select count(*) from past_letters),
      'proposalCodes', (select count(*) from codes),
      'rateLimitCounters', (select count(*) from counters))
  $$`,
];
