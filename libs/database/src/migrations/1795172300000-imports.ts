import { ForwardMigration } from './forward-migration.js';

/**
 * Imports of tables: the file's rows as read, what each of them will do, and how the columns of a source were mapped. The
 * application may write the nomenclature from now on.
 */
export class Imports1795172300000 extends ForwardMigration {
  readonly name = 'Imports1795172300000';
  readonly statements = statements;
}

const VISIBLE = `organization_id = nullif(current_setting('smet.organization_id', true), '')::uuid`;

const tables = [
  `create table imports (
    id uuid not null,
    organization_id uuid not null,
    kind text not null,
    file_id uuid not null,
    state text not null,
    sheets jsonb not null,
    sheet integer not null default 0,
    header_row integer,
    mapping jsonb,
    options jsonb not null,
    total_rows integer not null default 0,
    done_rows integer not null default 0,
    new_rows integer not null default 0,
    changed_rows integer not null default 0,
    unchanged_rows integer not null default 0,
    faulty_rows integer not null default 0,
    applied_rows integer not null default 0,
    kept_rows integer not null default 0,
    checked_parts integer not null default 0,
    applied_to integer not null default 0,
    undone_from integer,
    problem jsonb,
    created_by uuid not null,
    acted_by uuid not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    applied_at timestamptz,
    constraint pk_imports primary key (id),
    constraint uq_imports_organization_id_id unique (organization_id, id),
    constraint ck_imports_state check (state in ('reading', 'mapping', 'checking', 'checked', 'applying', 'applied',
      'undoing', 'undone', 'stopped', 'failed'))
  )`,
  `create index ix_imports_created_at on imports (organization_id, created_at, id)`,
  `alter table imports
    add constraint fk_imports_file_id foreign key (organization_id, file_id) references files(organization_id, id),
    add constraint fk_imports_created_by
      foreign key (organization_id, created_by) references memberships(organization_id, user_id),
    add constraint fk_imports_acted_by
      foreign key (organization_id, acted_by) references memberships(organization_id, user_id)`,

  `create table import_parts (
    import_id uuid not null,
    number integer not null,
    organization_id uuid not null,
    last_row integer not null,
    rows jsonb not null,
    constraint pk_import_parts primary key (import_id, number)
  )`,
  `alter table import_parts
    add constraint fk_import_parts_import_id foreign key (organization_id, import_id)
      references imports(organization_id, id)`,

  `create table import_rows (
    import_id uuid not null,
    row_number integer not null,
    organization_id uuid not null,
    action text not null,
    key text,
    target_id uuid,
    target_version integer,
    values jsonb not null,
    before jsonb,
    problems jsonb,
    trace jsonb,
    constraint pk_import_rows primary key (import_id, row_number),
    constraint ck_import_rows_action check (action in ('new', 'changed', 'unchanged', 'faulty'))
  )`,

  `create table import_mappings (
    organization_id uuid not null,
    kind text not null,
    source text not null,
    mapping jsonb not null,
    options jsonb not null,
    updated_at timestamptz not null default now(),
    constraint pk_import_mappings primary key (organization_id, kind, source)
  )`,
  `alter table import_mappings
    add constraint fk_import_mappings_organization_id foreign key (organization_id) references organizations(id)`,
];

const rights: Record<string, string> = {
  imports: 'select, insert, update',
  import_parts: 'select, insert, delete',
  import_rows: 'select, insert, update, delete',
  import_mappings: 'select, insert, update',
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
  `grant insert, update, delete on categories, items, prices to smet_app`,
];
