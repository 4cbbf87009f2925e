import { ForwardMigration } from './forward-migration.js';

/**
 * Rooms belong to a version and are shared by its variants; what they measure, and lines with their categories, discounts
 * and pay, belong to a variant; a version has its terms, and can be issued and accepted. What was stored is carried over.
 */
export class EstimateVariantsAndVersions1795170120000 extends ForwardMigration {
  readonly name = 'EstimateVariantsAndVersions1795170120000';
  readonly statements = [...versions, ...measures, ...rooms, ...lines, ...variants, ...keys, ...newTables];
}

/** What every estimate was computed by until now. */
const TERMS = JSON.stringify({
  minimumOrderMinor: 0,
  excludedCategoryIds: [],
  rounding: { policy: 'half-up' },
  vat: null,
  schedule: [
    { when: 'before_start', percent: '50' },
    { when: 'after_mounting', percent: '50' },
  ],
});

const versions = [
  `alter table estimate_versions
    add column terms jsonb not null default '${TERMS}',
    add column current_variant_id uuid,
    add column issued_by uuid,
    add column valid_until date,
    add column content_hash text,
    add column price_book jsonb,
    add column accepted_variant_id uuid,
    add column accepted_at timestamptz,
    add column accepted_by text`,
  `update estimate_versions w set current_variant_id =
    (select v.id from estimate_variants v where v.version_id = w.id order by v.is_current desc, v.sort, v.id limit 1)`,
  `alter table estimate_versions
    alter column terms drop default,
    alter column current_variant_id set not null,
    add constraint ck_estimate_versions_terms check (jsonb_typeof(terms) = 'object'),
    add constraint ck_estimate_versions_accepted_at check (
      (accepted_at is null) = (accepted_variant_id is null) and (accepted_at is null or status = 'issued'))`,
];

const measures = [
  `create table estimate_room_measures (
    version_id uuid not null,
    variant_id uuid not null,
    room_id uuid not null,
    organization_id uuid not null,
    billed_area numeric(14,4) not null,
    billed_perimeter numeric(14,4) not null,
    subtotal_minor bigint not null,
    measures jsonb not null,
    constraint pk_estimate_room_measures primary key (version_id, variant_id, room_id),
    constraint uq_estimate_room_measures_room_id unique (organization_id, version_id, variant_id, room_id)
  )`,
  `insert into estimate_room_measures
    (version_id, variant_id, room_id, organization_id, billed_area, billed_perimeter, subtotal_minor, measures)
   select v.version_id, v.id, r.id, r.organization_id, coalesce(r.billed_area, 0), coalesce(r.billed_perimeter, 0),
          coalesce((select sum(l.sum_minor) from estimate_lines l where l.variant_id = v.id and l.room_id = r.id), 0),
          coalesce(r.measures, '{}')
     from estimate_rooms r join estimate_variants v on v.id = r.variant_id`,
  `alter table estimate_lines
    drop constraint fk_estimate_lines_room_id,
    drop constraint fk_estimate_lines_variant_id,
    drop constraint pk_estimate_lines`,
];

/** Where several variants had the same room, that of the current one stays. */
const rooms = [
  `alter table estimate_rooms
    drop constraint fk_estimate_rooms_variant_id,
    drop constraint uq_estimate_rooms_organization_id_variant_id_id,
    drop constraint pk_estimate_rooms,
    add column version_id uuid`,
  `update estimate_rooms r set version_id = v.version_id from estimate_variants v where v.id = r.variant_id`,
  `delete from estimate_rooms r using estimate_variants v, estimate_rooms other, estimate_variants ov
    where v.id = r.variant_id and ov.id = other.variant_id and other.version_id = r.version_id and other.id = r.id
      and (ov.is_current, ov.id) > (v.is_current, v.id)`,
  `drop index ix_estimate_rooms_variant_id`,
  `alter table estimate_rooms
    drop column variant_id,
    drop column billed_area,
    drop column billed_perimeter,
    drop column measures,
    alter column version_id set not null,
    add constraint pk_estimate_rooms primary key (version_id, id),
    add constraint uq_estimate_rooms_organization_id_version_id_id unique (organization_id, version_id, id)`,
];

/** What a quantity was taken from, in the words of formulas: its unit, and the measure's name where it is another. */
const BASES = `(values
    ('billed_area', 'm2'), ('billed_perimeter', 'm'), ('profile_length', 'm'), ('arc_length', 'm'), ('seam_length', 'm'),
    ('spotlights', 'pcs'), ('points_of_light', 'pcs'), ('chandeliers', 'pcs'), ('extra_corners', 'pcs'))
  as basis (name, unit)`;

const lines = [
  `alter table estimate_lines
    add column version_id uuid,
    add column key text,
    add column category_id uuid,
    add column kind text,
    add column overridden boolean not null default false,
    add column discount jsonb,
    add column pay_minor bigint,
    add column dealer_minor bigint`,
  `update estimate_lines l set
      version_id = v.version_id,
      key = case when l.rule_key is null then 'manual:' || l.id else l.room_id || ':' || l.rule_key end,
      category_id = i.category_id,
      kind = i.kind,
      overridden = coalesce((l.explanation ->> 'overridden')::boolean, false)
     from estimate_variants v, items i
    where v.id = l.variant_id and i.organization_id = l.organization_id and i.id = l.item_id`,
  `update estimate_lines l set explanation = jsonb_build_object(
      'ruleSet', l.explanation -> 'ruleSet',
      'formula', case basis.name when 'points_of_light' then 'spotlights + chandeliers' else basis.name end,
      'measures', jsonb_build_array(jsonb_build_object('name', basis.name, 'unit', basis.unit,
        'value', coalesce(l.explanation ->> 'unrounded', trim_scale(l.computed_quantity)::text),
        'terms', l.explanation -> 'terms')),
      'unrounded', l.explanation -> 'unrounded', 'rounding', l.explanation -> 'rounding', 'pack', null,
      'notes', coalesce(l.explanation -> 'notes', '[]'))
     from ${BASES} where basis.name = l.explanation ->> 'basis'`,
  `update estimate_lines set explanation = jsonb_build_object('ruleSet', null, 'formula', null, 'measures', '[]'::jsonb,
      'unrounded', null, 'rounding', null, 'pack', null, 'notes', coalesce(explanation -> 'notes', '[]'))
    where explanation -> 'measures' is null`,
];

const variants = [
  `alter table estimate_variants
    add column content jsonb,
    add column adjustments jsonb not null default '[]',
    add column problems jsonb not null default '[]',
    add column top_up_minor bigint not null default 0,
    add column vat jsonb,
    add column payments jsonb,
    add column margin_minor bigint,
    add column pay_minor bigint,
    add column dealer_minor bigint,
    add column digest text,
    alter column cost_minor drop not null,
    alter column cost_minor drop default`,
  `update estimate_variants v set
      content = jsonb_build_object(
        'discountPercent', trim_scale(v.discount_percent)::text,
        'overrides', coalesce((
          select jsonb_agg(jsonb_build_object('roomId', l.room_id, 'ruleKey', l.rule_key,
                   'quantity', trim_scale(l.quantity)::text) order by l.sort)
            from estimate_lines l where l.variant_id = v.id and l.overridden), '[]'),
        'manualLines', coalesce((
          select jsonb_agg(jsonb_build_object('id', l.id, 'itemCode', l.code, 'roomId', l.room_id,
                   'quantity', trim_scale(l.quantity)::text) order by l.sort)
            from estimate_lines l where l.variant_id = v.id and l.rule_key is null), '[]')),
      payments = jsonb_build_array(
        jsonb_build_object('when', 'before_start', 'percent', '50', 'amountMinor', v.prepayment_minor),
        jsonb_build_object('when', 'after_mounting', 'percent', '50', 'amountMinor', v.to_pay_minor - v.prepayment_minor)),
      cost_minor = case when known.cost then v.cost_minor end,
      margin_minor = case when known.cost then v.to_pay_minor - v.cost_minor end
     from (select a.id, not exists (select from estimate_lines l where l.variant_id = a.id and l.cost_minor is null) as cost
             from estimate_variants a) known
    where known.id = v.id`,
  `drop index uq_estimate_variants_current`,
  `drop index ix_estimate_variants_version_id`,
  `alter table estimate_variants
    drop constraint uq_estimate_variants_organization_id_id,
    drop constraint pk_estimate_variants,
    drop constraint ck_estimate_variants_discount_percent,
    drop column is_current,
    drop column discount_percent,
    drop column prepayment_minor,
    alter column content set not null,
    alter column payments set not null,
    alter column adjustments drop default,
    alter column problems drop default,
    add constraint ck_estimate_variants_content check (jsonb_typeof(content) = 'object'),
    add constraint pk_estimate_variants primary key (version_id, id),
    add constraint uq_estimate_variants_organization_id_version_id_id unique (organization_id, version_id, id)`,
];

const keys = [
  `drop index uq_estimate_lines_rule_key`,
  `drop index ix_estimate_lines_variant_id`,
  `alter table estimate_lines
    drop column id,
    alter column version_id set not null,
    alter column key set not null,
    add constraint pk_estimate_lines primary key (version_id, variant_id, key),
    add constraint ck_estimate_lines_kind check (kind in ('material', 'work', 'service')),
    add constraint fk_estimate_lines_variant_id foreign key (organization_id, version_id, variant_id)
      references estimate_variants(organization_id, version_id, id) on delete cascade,
    add constraint fk_estimate_lines_room_id foreign key (organization_id, version_id, variant_id, room_id)
      references estimate_room_measures(organization_id, version_id, variant_id, room_id) on delete cascade`,
  `alter table estimate_rooms
    add constraint fk_estimate_rooms_version_id foreign key (organization_id, version_id)
      references estimate_versions(organization_id, id)`,
  `alter table estimate_room_measures
    add constraint fk_estimate_room_measures_variant_id foreign key (organization_id, version_id, variant_id)
      references estimate_variants(organization_id, version_id, id) on delete cascade,
    add constraint fk_estimate_room_measures_room_id foreign key (organization_id, version_id, room_id)
      references estimate_rooms(organization_id, version_id, id) on delete cascade`,
  `alter table estimate_versions
    add constraint fk_estimate_versions_issued_by foreign key (organization_id, issued_by)
      references memberships(organization_id, user_id),
    add constraint fk_estimate_versions_current_variant_id foreign key (organization_id, id, current_variant_id)
      references estimate_variants(organization_id, version_id, id) deferrable initially deferred,
    add constraint fk_estimate_versions_accepted_variant_id foreign key (organization_id, id, accepted_variant_id)
      references estimate_variants(organization_id, version_id, id)`,
];

const VISIBLE = `organization_id = nullif(current_setting('smet.organization_id', true), '')::uuid`;

const rights: Record<string, string> = {
  estimate_room_measures: 'select, insert, update, delete',
  estimate_approvals: 'select, insert, update',
  estimate_presence: 'select, insert, update, delete',
  estimate_templates: 'select, insert, delete',
};

const newTables = [
  `create table estimate_approvals (
    id uuid not null,
    organization_id uuid not null,
    version_id uuid not null,
    state text not null,
    percent numeric(5,2) not null,
    limit_percent numeric(5,2) not null,
    asked_by uuid not null,
    asked_at timestamptz not null,
    comment text,
    decided_by uuid,
    decided_at timestamptz,
    decision_comment text,
    constraint pk_estimate_approvals primary key (id),
    constraint ck_estimate_approvals_state check (state in ('asked', 'given', 'refused')),
    constraint ck_estimate_approvals_decided_at check ((state = 'asked') = (decided_at is null))
  )`,
  `create index ix_estimate_approvals_version_id on estimate_approvals (organization_id, version_id, asked_at)`,
  `alter table estimate_approvals
    add constraint fk_estimate_approvals_version_id foreign key (organization_id, version_id)
      references estimate_versions(organization_id, id),
    add constraint fk_estimate_approvals_asked_by foreign key (organization_id, asked_by)
      references memberships(organization_id, user_id),
    add constraint fk_estimate_approvals_decided_by foreign key (organization_id, decided_by)
      references memberships(organization_id, user_id)`,

  `create table estimate_presence (
    estimate_id uuid not null,
    user_id uuid not null,
    organization_id uuid not null,
    seen_at timestamptz not null,
    constraint pk_estimate_presence primary key (estimate_id, user_id)
  )`,
  `create index ix_estimate_presence_seen_at on estimate_presence (seen_at)`,
  `alter table estimate_presence
    add constraint fk_estimate_presence_estimate_id foreign key (organization_id, estimate_id)
      references estimates(organization_id, id),
    add constraint fk_estimate_presence_user_id foreign key (organization_id, user_id)
      references memberships(organization_id, user_id)`,

  `create table estimate_templates (
    id uuid not null,
    organization_id uuid not null,
    kind text not null,
    name text not null,
    document jsonb not null,
    created_by uuid not null,
    created_at timestamptz not null default now(),
    constraint pk_estimate_templates primary key (id),
    constraint uq_estimate_templates_name unique (organization_id, kind, name),
    constraint ck_estimate_templates_kind check (kind in ('estimate', 'room')),
    constraint ck_estimate_templates_document check (jsonb_typeof(document) = 'object')
  )`,
  `alter table estimate_templates
    add constraint fk_estimate_templates_created_by foreign key (organization_id, created_by)
      references memberships(organization_id, user_id)`,

  ...Object.entries(rights).flatMap(([table, granted]) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_organization on ${table} to smet_app using (${VISIBLE}) with check (${VISIBLE})`,
    `create policy ${table}_owner on ${table} to current_user using (true) with check (true)`,
    `grant ${granted} on ${table} to smet_app`,
  ]),

  // As before, and people who left an estimate long ago.
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
      'rateLimitCounters', (select count(*) from counters))
  $$`,
];
