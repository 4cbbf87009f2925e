import { ForwardMigration } from './forward-migration.js';

export class CatalogueAndClientTables1795168860000 extends ForwardMigration {
  readonly name = 'CatalogueAndClientTables1795168860000';
  readonly statements = statements;
}

const statements = [
  `create table categories (
    id uuid not null,
    organization_id uuid not null,
    parent_id uuid,
    name text not null,
    sort integer not null default 0,
    constraint pk_categories primary key (id),
    constraint uq_categories_organization_id_id unique (organization_id, id)
  )`,
  `create index ix_categories_parent_id on categories (organization_id, parent_id)`,
  `alter table categories
    add constraint fk_categories_parent_id foreign key (organization_id, parent_id)
    references categories(organization_id, id)`,
  `alter table categories
    add constraint fk_categories_organization_id foreign key (organization_id)
    references organizations(id)`,
  `create table items (
    id uuid not null,
    organization_id uuid not null,
    category_id uuid not null,
    code text not null,
    name text not null,
    unit text not null,
    norm text,
    archived_at timestamptz,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint pk_items primary key (id),
    constraint uq_items_organization_id_code unique (organization_id, code),
    constraint uq_items_organization_id_id unique (organization_id, id)
  )`,
  `create index ix_items_category_id on items (organization_id, category_id, name, id)`,
  `create index ix_items_name on items (organization_id, name, id)`,
  `alter table items
    add constraint fk_items_category_id foreign key (organization_id, category_id)
    references categories(organization_id, id)`,
  `create table price_lists (
    id uuid not null,
    organization_id uuid not null,
    name text not null,
    kind text not null,
    currency text not null,
    is_default boolean not null default false,
    created_at timestamptz not null default now(),
    constraint pk_price_lists primary key (id),
    constraint uq_price_lists_name unique (organization_id, name),
    constraint uq_price_lists_organization_id_id unique (organization_id, id),
    constraint ck_price_lists_kind check (kind in ('sale', 'cost'))
  )`,
  `create unique index uq_price_lists_default on price_lists (organization_id, kind) where is_default`,
  `alter table price_lists
    add constraint fk_price_lists_organization_id foreign key (organization_id)
    references organizations(id)`,
  `create table prices (
    id uuid not null,
    organization_id uuid not null,
    price_list_id uuid not null,
    item_id uuid not null,
    amount_minor bigint not null,
    valid_from timestamptz not null,
    constraint pk_prices primary key (id),
    constraint uq_prices_price_list_id_item_id_valid_from unique (price_list_id, item_id, valid_from),
    constraint ck_prices_amount_minor check (amount_minor >= 0)
  )`,
  `create index ix_prices_item_id on prices (organization_id, item_id)`,
  `alter table prices
    add constraint fk_prices_item_id foreign key (organization_id, item_id)
    references items(organization_id, id)`,
  `alter table prices
    add constraint fk_prices_price_list_id foreign key (organization_id, price_list_id)
    references price_lists(organization_id, id)`,
  `create table clients (
    id uuid not null,
    organization_id uuid not null,
    kind text not null,
    name text not null,
    responsible_user_id uuid,
    source text,
    comment text,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint pk_clients primary key (id),
    constraint uq_clients_organization_id_id unique (organization_id, id),
    constraint ck_clients_kind check (kind in ('person', 'company'))
  )`,
  `create index ix_clients_name on clients (organization_id, name, id)`,
  `create index ix_clients_created_at on clients (organization_id, created_at, id)`,
  `alter table clients
    add constraint fk_clients_responsible_user_id foreign key (organization_id, responsible_user_id)
    references memberships(organization_id, user_id)`,
  `alter table clients
    add constraint fk_clients_organization_id foreign key (organization_id)
    references organizations(id)`,
  `create table client_phones (
    id uuid not null,
    organization_id uuid not null,
    client_id uuid not null,
    number text not null,
    label text,
    position integer not null default 0,
    constraint pk_client_phones primary key (id),
    constraint uq_client_phones_number unique (organization_id, number),
    constraint ck_client_phones_number check (number ~ '^\\+[1-9][0-9]{6,14}$')
  )`,
  `create index ix_client_phones_client_id on client_phones (organization_id, client_id, position)`,
  `alter table client_phones
    add constraint fk_client_phones_client_id foreign key (organization_id, client_id)
    references clients(organization_id, id)`,
  `create table client_emails (
    id uuid not null,
    organization_id uuid not null,
    client_id uuid not null,
    email text not null,
    position integer not null default 0,
    constraint pk_client_emails primary key (id)
  )`,
  `create index ix_client_emails_client_id on client_emails (organization_id, client_id, position)`,
  `alter table client_emails
    add constraint fk_client_emails_client_id foreign key (organization_id, client_id)
    references clients(organization_id, id)`,
];
