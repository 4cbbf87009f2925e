import { ForwardMigration } from './forward-migration.js';

export class OrderAndEstimateTables1795168920000 extends ForwardMigration {
  readonly name = 'OrderAndEstimateTables1795168920000';
  readonly statements = statements;
}

const statements = [
  `create table pipelines (
    id uuid not null,
    organization_id uuid not null,
    name text not null,
    sort integer not null default 0,
    is_default boolean not null default false,
    constraint pk_pipelines primary key (id),
    constraint uq_pipelines_organization_id_id unique (organization_id, id)
  )`,
  `create unique index uq_pipelines_default on pipelines (organization_id) where is_default`,
  `alter table pipelines
    add constraint fk_pipelines_organization_id foreign key (organization_id)
    references organizations(id)`,
  `create table stages (
    id uuid not null,
    organization_id uuid not null,
    pipeline_id uuid not null,
    code text not null,
    name text not null,
    kind text not null,
    color text not null,
    sort integer not null default 0,
    constraint pk_stages primary key (id),
    constraint uq_stages_code unique (organization_id, pipeline_id, code),
    constraint uq_stages_organization_id_id unique (organization_id, id),
    constraint uq_stages_organization_id_pipeline_id_id unique (organization_id, pipeline_id, id),
    constraint ck_stages_kind check (kind in ('open', 'won', 'lost'))
  )`,
  `alter table stages
    add constraint fk_stages_pipeline_id foreign key (organization_id, pipeline_id)
    references pipelines(organization_id, id)`,
  `create table orders (
    id uuid not null,
    organization_id uuid not null,
    number integer not null,
    client_id uuid not null,
    address text not null,
    pipeline_id uuid not null,
    stage_id uuid not null,
    stage_changed_at timestamptz not null,
    responsible_user_id uuid,
    measurer_user_id uuid,
    total_minor bigint not null default 0,
    currency text not null,
    comment text,
    created_by uuid,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    constraint pk_orders primary key (id),
    constraint uq_orders_number unique (organization_id, number),
    constraint uq_orders_organization_id_id unique (organization_id, id),
    constraint ck_orders_number check (number > 0),
    constraint ck_orders_total_minor check (total_minor >= 0)
  )`,
  `create index ix_orders_client_id on orders (organization_id, client_id, created_at, id)`,
  `create index ix_orders_measurer_user_id on orders (organization_id, measurer_user_id, created_at, id)`,
  `create index ix_orders_responsible_user_id on orders (organization_id, responsible_user_id, created_at, id)`,
  `create index ix_orders_stage_id on orders (organization_id, stage_id, created_at, id)`,
  `create index ix_orders_total_minor on orders (organization_id, total_minor, id)`,
  `create index ix_orders_updated_at on orders (organization_id, updated_at, id)`,
  `create index ix_orders_created_at on orders (organization_id, created_at, id)`,
  `alter table orders
    add constraint fk_orders_created_by foreign key (organization_id, created_by)
    references memberships(organization_id, user_id)`,
  `alter table orders
    add constraint fk_orders_measurer_user_id foreign key (organization_id, measurer_user_id)
    references memberships(organization_id, user_id)`,
  `alter table orders
    add constraint fk_orders_responsible_user_id foreign key (organization_id, responsible_user_id)
    references memberships(organization_id, user_id)`,
  `alter table orders
    add constraint fk_orders_stage_id foreign key (organization_id, pipeline_id, stage_id)
    references stages(organization_id, pipeline_id, id)`,
  `alter table orders
    add constraint fk_orders_client_id foreign key (organization_id, client_id)
    references clients(organization_id, id)`,
  `create table estimates (
    id uuid not null,
    organization_id uuid not null,
    order_id uuid not null,
    number integer not null,
    title text not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint pk_estimates primary key (id),
    constraint uq_estimates_number unique (organization_id, order_id, number),
    constraint uq_estimates_organization_id_id unique (organization_id, id)
  )`,
  `alter table estimates
    add constraint fk_estimates_order_id foreign key (organization_id, order_id)
    references orders(organization_id, id)`,
  `create table estimate_versions (
    id uuid not null,
    organization_id uuid not null,
    estimate_id uuid not null,
    number integer not null,
    status text not null,
    rule_set_id text not null,
    rule_set_version integer not null,
    price_list_id uuid not null,
    cost_list_id uuid,
    priced_at timestamptz not null,
    issued_at timestamptz,
    created_at timestamptz not null default now(),
    constraint pk_estimate_versions primary key (id),
    constraint uq_estimate_versions_number unique (organization_id, estimate_id, number),
    constraint uq_estimate_versions_organization_id_id unique (organization_id, id),
    constraint ck_estimate_versions_issued_at check ((status = 'issued') = (issued_at is not null)),
    constraint ck_estimate_versions_status check (status in ('draft', 'issued'))
  )`,
  `alter table estimate_versions
    add constraint fk_estimate_versions_cost_list_id foreign key (organization_id, cost_list_id)
    references price_lists(organization_id, id)`,
  `alter table estimate_versions
    add constraint fk_estimate_versions_price_list_id foreign key (organization_id, price_list_id)
    references price_lists(organization_id, id)`,
  `alter table estimate_versions
    add constraint fk_estimate_versions_estimate_id foreign key (organization_id, estimate_id)
    references estimates(organization_id, id)`,
  `create table estimate_variants (
    id uuid not null,
    organization_id uuid not null,
    version_id uuid not null,
    name text not null,
    sort integer not null default 0,
    is_current boolean not null default false,
    discount_percent numeric(5,2) not null default 0,
    gross_minor bigint not null default 0,
    discount_minor bigint not null default 0,
    to_pay_minor bigint not null default 0,
    prepayment_minor bigint not null default 0,
    cost_minor bigint not null default 0,
    constraint pk_estimate_variants primary key (id),
    constraint uq_estimate_variants_organization_id_id unique (organization_id, id),
    constraint ck_estimate_variants_discount_percent check (discount_percent between 0 and 100)
  )`,
  `create unique index uq_estimate_variants_current on estimate_variants (organization_id, version_id) where is_current`,
  `create index ix_estimate_variants_version_id on estimate_variants (organization_id, version_id, sort)`,
  `alter table estimate_variants
    add constraint fk_estimate_variants_version_id foreign key (organization_id, version_id)
    references estimate_versions(organization_id, id)`,
  `create table estimate_rooms (
    id uuid not null,
    organization_id uuid not null,
    variant_id uuid not null,
    name text not null,
    sort integer not null default 0,
    shape jsonb not null,
    spotlights integer not null default 0,
    chandeliers integer not null default 0,
    billed_area numeric(14,4),
    billed_perimeter numeric(14,4),
    measures jsonb,
    constraint pk_estimate_rooms primary key (variant_id, id),
    constraint uq_estimate_rooms_organization_id_variant_id_id unique (organization_id, variant_id, id),
    constraint ck_estimate_rooms_lights check (spotlights >= 0 and chandeliers >= 0)
  )`,
  `create index ix_estimate_rooms_variant_id on estimate_rooms (organization_id, variant_id, sort)`,
  `alter table estimate_rooms
    add constraint fk_estimate_rooms_variant_id foreign key (organization_id, variant_id)
    references estimate_variants(organization_id, id)`,
  `create table estimate_lines (
    id uuid not null,
    organization_id uuid not null,
    variant_id uuid not null,
    room_id uuid,
    sort integer not null default 0,
    rule_key text,
    item_id uuid not null,
    code text not null,
    name text not null,
    unit text not null,
    quantity numeric(14,4) not null,
    computed_quantity numeric(14,4),
    price_minor bigint not null,
    cost_minor bigint,
    sum_minor bigint not null,
    explanation jsonb,
    constraint pk_estimate_lines primary key (variant_id, id)
  )`,
  `create unique index uq_estimate_lines_rule_key on estimate_lines (organization_id, variant_id, room_id, rule_key) where rule_key is not null`,
  `create index ix_estimate_lines_item_id on estimate_lines (organization_id, item_id)`,
  `create index ix_estimate_lines_variant_id on estimate_lines (organization_id, variant_id, sort)`,
  `alter table estimate_lines
    add constraint fk_estimate_lines_item_id foreign key (organization_id, item_id)
    references items(organization_id, id)`,
  `alter table estimate_lines
    add constraint fk_estimate_lines_room_id foreign key (organization_id, variant_id, room_id)
    references estimate_rooms(organization_id, variant_id, id)
    on delete cascade`,
  `alter table estimate_lines
    add constraint fk_estimate_lines_variant_id foreign key (organization_id, variant_id)
    references estimate_variants(organization_id, id)`,
];
