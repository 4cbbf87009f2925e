import { ForwardMigration } from './forward-migration.js';

export class IntegrationAndJournalTables1795168980000 extends ForwardMigration {
  readonly name = 'IntegrationAndJournalTables1795168980000';
  readonly statements = statements;
}

const statements = [
  `create table connections (
    id uuid not null,
    organization_id uuid not null,
    kind text not null,
    name text not null,
    base_url text not null,
    secret bytea not null,
    secret_key_id text not null,
    account_id bigint,
    account_name text,
    state text not null,
    problem_code text,
    problem_detail text,
    owner_user_id uuid,
    visibility text not null,
    last_success_at timestamptz,
    pull_watermark timestamptz,
    settings jsonb not null default '{}',
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint pk_connections primary key (id),
    constraint uq_connections_organization_id_id unique (organization_id, id),
    constraint uq_connections_kind unique (organization_id, kind),
    constraint ck_connections_kind check (kind in ('amocrm')),
    constraint ck_connections_state check (state in ('active', 'paused', 'reauthorize', 'blocked')),
    constraint ck_connections_visibility check (visibility in ('private', 'organization'))
  )`,
  `alter table connections
    add constraint fk_connections_owner_user_id foreign key (organization_id, owner_user_id)
    references memberships(organization_id, user_id)`,
  `alter table connections
    add constraint fk_connections_organization_id foreign key (organization_id)
    references organizations(id)`,
  `create table stage_mappings (
    id uuid not null,
    organization_id uuid not null,
    connection_id uuid not null,
    stage_id uuid not null,
    external_pipeline_id bigint not null,
    external_status_id bigint not null,
    constraint pk_stage_mappings primary key (id),
    constraint uq_stage_mappings_external_status_id unique (organization_id, connection_id, external_pipeline_id, external_status_id),
    constraint uq_stage_mappings_stage_id unique (organization_id, connection_id, stage_id)
  )`,
  `alter table stage_mappings
    add constraint fk_stage_mappings_stage_id foreign key (organization_id, stage_id)
    references stages(organization_id, id)`,
  `alter table stage_mappings
    add constraint fk_stage_mappings_connection_id foreign key (organization_id, connection_id)
    references connections(organization_id, id)`,
  `create table external_links (
    id uuid not null,
    organization_id uuid not null,
    connection_id uuid not null,
    entity_type text not null,
    entity_id uuid not null,
    external_type text not null,
    external_id bigint,
    state text not null,
    intent_at timestamptz,
    content_hash text,
    synced_content jsonb,
    problem_code text,
    problem_detail text,
    attempts integer not null default 0,
    retry_at timestamptz,
    synced_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint pk_external_links primary key (id),
    constraint uq_external_links_entity_id unique (organization_id, connection_id, entity_type, entity_id),
    constraint uq_external_links_external_id unique (organization_id, connection_id, external_type, external_id),
    constraint ck_external_links_entity_type check (entity_type in ('order', 'client')),
    constraint ck_external_links_state check (state in ('waiting', 'sending', 'synced', 'rejected'))
  )`,
  `create index ix_external_links_entity_id on external_links (organization_id, entity_type, entity_id)`,
  `create index ix_external_links_state on external_links (organization_id, connection_id, state, updated_at)`,
  `alter table external_links
    add constraint fk_external_links_connection_id foreign key (organization_id, connection_id)
    references connections(organization_id, id)`,
  `create table events (
    id uuid not null,
    organization_id uuid not null,
    type text not null,
    event_version integer not null,
    subject_type text not null,
    subject_id uuid not null,
    actor_user_id uuid,
    request_id text,
    payload jsonb not null,
    occurred_at timestamptz not null,
    constraint pk_events primary key (id)
  )`,
  `create index ix_events_subject_id on events (organization_id, subject_type, subject_id, occurred_at)`,
  `create index ix_events_occurred_at on events (organization_id, occurred_at, id)`,
  `alter table events
    add constraint fk_events_organization_id foreign key (organization_id)
    references organizations(id)`,
  `create table audit_log (
    id uuid not null,
    organization_id uuid not null,
    actor_user_id uuid,
    actor_kind text not null,
    action text not null,
    entity_type text not null,
    entity_id uuid,
    changes jsonb,
    request_id text,
    occurred_at timestamptz not null,
    constraint pk_audit_log primary key (id),
    constraint ck_audit_log_actor_kind check (actor_kind in ('user', 'system'))
  )`,
  `create index ix_audit_log_entity_id on audit_log (organization_id, entity_type, entity_id, occurred_at)`,
  `create index ix_audit_log_occurred_at on audit_log (organization_id, occurred_at, id)`,
  `alter table audit_log
    add constraint fk_audit_log_organization_id foreign key (organization_id)
    references organizations(id)`,
  `create table idempotency_keys (
    organization_id uuid not null,
    user_id uuid not null,
    key text not null,
    request_hash text not null,
    status integer,
    body jsonb,
    created_at timestamptz not null default now(),
    constraint pk_idempotency_keys primary key (organization_id, user_id, key)
  )`,
  `create index ix_idempotency_keys_created_at on idempotency_keys (created_at)`,
  `alter table idempotency_keys
    add constraint fk_idempotency_keys_user_id foreign key (organization_id, user_id)
    references memberships(organization_id, user_id)`,
  `create table worker_heartbeats (
    worker_id text not null,
    seen_at timestamptz not null,
    constraint pk_worker_heartbeats primary key (worker_id)
  )`,
  `create table schedule_claims (
    name text not null,
    last_slot timestamptz not null,
    constraint pk_schedule_claims primary key (name)
  )`,
  `create table rate_limit_slots (
    key text not null,
    next_at timestamptz not null,
    constraint pk_rate_limit_slots primary key (key)
  )`,
];
