import { ForwardMigration } from './forward-migration.js';

export class AccessTables1795168800000 extends ForwardMigration {
  readonly name = 'AccessTables1795168800000';
  readonly statements = statements;
}

const statements = [
  `create table organizations (
    id uuid not null,
    name text not null,
    country text not null,
    currency text not null,
    timezone text not null,
    locale text not null,
    last_order_number integer not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint pk_organizations primary key (id),
    constraint ck_organizations_last_order_number check (last_order_number >= 0)
  )`,
  `create table users (
    id uuid not null,
    email text not null,
    phone text,
    name text not null,
    password_hash text not null,
    blocked_at timestamptz,
    color_scheme text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint pk_users primary key (id),
    constraint uq_users_email unique (email),
    constraint uq_users_phone unique (phone),
    constraint ck_users_color_scheme check (color_scheme in ('light', 'dark', 'auto')),
    constraint ck_users_email check (email = lower(email))
  )`,
  `create table memberships (
    id uuid not null,
    organization_id uuid not null,
    user_id uuid not null,
    role text not null,
    deactivated_at timestamptz,
    created_at timestamptz not null default now(),
    constraint pk_memberships primary key (id),
    constraint uq_memberships_organization_id_user_id unique (organization_id, user_id),
    constraint uq_memberships_user_id_organization_id unique (user_id, organization_id),
    constraint ck_memberships_role check (role in ('owner', 'administrator', 'manager', 'measurer', 'workshop', 'installer', 'operator', 'accountant'))
  )`,
  `alter table memberships
    add constraint fk_memberships_user_id foreign key (user_id)
    references users(id)`,
  `alter table memberships
    add constraint fk_memberships_organization_id foreign key (organization_id)
    references organizations(id)`,
  `create table sessions (
    id uuid not null,
    organization_id uuid not null,
    user_id uuid not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    user_agent text,
    created_at timestamptz not null default now(),
    constraint pk_sessions primary key (id),
    constraint uq_sessions_organization_id_id unique (organization_id, id)
  )`,
  `create index ix_sessions_user_id on sessions (organization_id, user_id)`,
  `alter table sessions
    add constraint fk_sessions_user_id foreign key (organization_id, user_id)
    references memberships(organization_id, user_id)`,
  `create table refresh_tokens (
    id uuid not null,
    organization_id uuid not null,
    session_id uuid not null,
    token_hash bytea not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    rotated_at timestamptz,
    constraint pk_refresh_tokens primary key (id),
    constraint uq_refresh_tokens_token_hash unique (token_hash)
  )`,
  `create index ix_refresh_tokens_session_id on refresh_tokens (organization_id, session_id)`,
  `alter table refresh_tokens
    add constraint fk_refresh_tokens_session_id foreign key (organization_id, session_id)
    references sessions(organization_id, id)`,
];
