import { ForwardMigration } from './forward-migration.js';

/** Links to issued versions for clients without an account: what was looked at, asked and accepted through them. */
export class Proposals1795170600000 extends ForwardMigration {
  readonly name = 'Proposals1795170600000';
  readonly statements = statements;
}

const VISIBLE = `organization_id = nullif(current_setting('smet.organization_id', true), '')::uuid`;
const FIND_LINK = 'find_proposal_link(bytea)';

const ofLink = (table: string) => `
  add constraint fk_${table}_link_id foreign key (organization_id, link_id) references proposal_links(organization_id, id)`;
const ofVersion = (table: string) => `
  add constraint fk_${table}_version_id
    foreign key (organization_id, version_id) references estimate_versions(organization_id, id)`;

const tables = [
  `create table proposal_links (
    id uuid not null,
    organization_id uuid not null,
    version_id uuid not null,
    token_hash bytea not null,
    email text,
    expires_at timestamptz not null,
    created_by uuid not null,
    created_at timestamptz not null default now(),
    revoked_at timestamptz,
    revoked_by uuid,
    constraint pk_proposal_links primary key (id),
    constraint uq_proposal_links_organization_id_id unique (organization_id, id),
    constraint uq_proposal_links_token_hash unique (token_hash)
  )`,
  `create index ix_proposal_links_version_id on proposal_links (organization_id, version_id, created_at)`,
  `alter table proposal_links ${ofVersion('proposal_links')},
    add constraint fk_proposal_links_created_by
      foreign key (organization_id, created_by) references memberships(organization_id, user_id),
    add constraint fk_proposal_links_revoked_by
      foreign key (organization_id, revoked_by) references memberships(organization_id, user_id)`,

  `create table proposal_views (
    id uuid not null,
    organization_id uuid not null,
    link_id uuid not null,
    address text not null,
    user_agent text,
    viewed_at timestamptz not null,
    constraint pk_proposal_views primary key (id)
  )`,
  `create index ix_proposal_views_link_id on proposal_views (organization_id, link_id, viewed_at)`,
  `alter table proposal_views ${ofLink('proposal_views')}`,

  `create table proposal_questions (
    id uuid not null,
    organization_id uuid not null,
    link_id uuid not null,
    name text not null,
    text text not null,
    address text not null,
    asked_at timestamptz not null,
    constraint pk_proposal_questions primary key (id),
    constraint ck_proposal_questions_text check (length(text) between 1 and 2000)
  )`,
  `create index ix_proposal_questions_link_id on proposal_questions (organization_id, link_id, asked_at)`,
  `alter table proposal_questions ${ofLink('proposal_questions')}`,

  `create table proposal_codes (
    id uuid not null,
    organization_id uuid not null,
    link_id uuid not null,
    variant_id uuid not null,
    email text not null,
    code_hash bytea not null,
    attempts integer not null default 0,
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    constraint pk_proposal_codes primary key (id),
    constraint uq_proposal_codes_link_id unique (organization_id, link_id),
    constraint ck_proposal_codes_attempts check (attempts between 0 and 5)
  )`,
  `alter table proposal_codes ${ofLink('proposal_codes')}`,

  `create table proposal_acceptances (
    id uuid not null,
    organization_id uuid not null,
    link_id uuid not null,
    version_id uuid not null,
    variant_id uuid not null,
    content_hash text not null,
    method text not null,
    name text not null,
    email text,
    signature jsonb,
    address text not null,
    user_agent text,
    accepted_at timestamptz not null,
    constraint pk_proposal_acceptances primary key (id),
    constraint uq_proposal_acceptances_version_id unique (organization_id, version_id),
    constraint ck_proposal_acceptances_method check (method in ('code', 'signature')),
    constraint ck_proposal_acceptances_signature check ((method = 'signature') = (signature is not null)),
    constraint ck_proposal_acceptances_email check (method <> 'code' or email is not null)
  )`,
  `alter table proposal_acceptances ${ofLink('proposal_acceptances')}, ${ofVersion('proposal_acceptances')}`,
];

/** What a client did is added, never changed. */
const rights: Record<string, string> = {
  proposal_links: 'select, insert, update (revoked_at, revoked_by)',
  proposal_views: 'select, insert',
  proposal_questions: 'select, insert',
  proposal_codes: 'select, insert, update, delete',
  proposal_acceptances: 'select, insert',
};

const statements = [
  ...tables,
  ...Object.entries(rights).flatMap(([table, granted]) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_organization on ${table} to smet_app using (${VISIBLE}) with check (${VISIBLE})`,
    `create policy ${table}_owner on ${table} to current_user using (true) with check (true)`,
    `grant ${granted} on ${table} to smet_app`,
  ]),

  // Which link a token belongs to, before its organization is known; everything else is read as that organization.
  `create function find_proposal_link(token_hash bytea) returns table (
      link_id uuid, organization_id uuid, version_id uuid, expires_at timestamptz, revoked_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp
  as $$
    select l.id, l.organization_id, l.version_id, l.expires_at, l.revoked_at
    from proposal_links l where l.token_hash = $1
  $$`,
  `revoke all on function ${FIND_LINK} from public`,
  `grant execute on function ${FIND_LINK} to smet_app`,

  // A client acts without being a person of the organization.
  `alter table audit_log
    drop constraint ck_audit_log_actor_kind,
    add constraint ck_audit_log_actor_kind check (actor_kind in ('user', 'system', 'client'))`,
];
