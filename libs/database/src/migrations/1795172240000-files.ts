import { ForwardMigration } from './forward-migration.js';

/** Files people brought: pictures of items, tables to import. Their bytes are in the object storage. */
export class Files1795172240000 extends ForwardMigration {
  readonly name = 'Files1795172240000';
  readonly statements = statements;
}

const VISIBLE = `organization_id = nullif(current_setting('smet.organization_id', true), '')::uuid`;

const statements = [
  `create table files (
    id uuid not null,
    organization_id uuid not null,
    storage_key text not null,
    name text not null,
    content_type text not null,
    size bigint not null,
    sha256 text not null,
    purpose text not null,
    created_by uuid not null,
    created_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint pk_files primary key (id),
    constraint uq_files_organization_id_id unique (organization_id, id),
    constraint uq_files_storage_key unique (storage_key),
    constraint ck_files_purpose check (purpose in ('picture', 'import')),
    constraint ck_files_size check (size >= 0)
  )`,
  `alter table files
    add constraint fk_files_organization_id foreign key (organization_id) references organizations(id),
    add constraint fk_files_created_by
      foreign key (organization_id, created_by) references memberships(organization_id, user_id)`,
  `alter table files enable row level security`,
  `alter table files force row level security`,
  `create policy files_organization on files to smet_app using (${VISIBLE}) with check (${VISIBLE})`,
  `create policy files_owner on files to current_user using (true) with check (true)`,
  `grant select, insert, update (deleted_at) on files to smet_app`,
];
