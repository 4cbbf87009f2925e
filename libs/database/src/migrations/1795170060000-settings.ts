import { ForwardMigration } from './forward-migration.js';

/**
 * Rules, money terms and requisites of an organization, each with versions; what an item is for those who price it; price
 * lists of dealers and of installers' pay. Organizations begin without rows: the first reading stores the rule set of the
 * library, terms and requisites are the defaults until somebody changes them.
 */
export class Settings1795170060000 extends ForwardMigration {
  readonly name = 'Settings1795170060000';
  readonly statements = statements;
}

const VISIBLE = `organization_id = nullif(current_setting('smet.organization_id', true), '')::uuid`;

const tables = [
  `create table rule_sets (
    organization_id uuid not null,
    id text not null,
    version integer not null,
    title text not null,
    document jsonb not null,
    created_by uuid,
    created_at timestamptz not null default now(),
    constraint pk_rule_sets primary key (organization_id, id, version),
    constraint ck_rule_sets_version check (version > 0),
    constraint ck_rule_sets_document check (jsonb_typeof(document) = 'object')
  )`,
  `alter table rule_sets
    add constraint fk_rule_sets_organization_id foreign key (organization_id) references organizations(id),
    add constraint fk_rule_sets_created_by
      foreign key (organization_id, created_by) references memberships(organization_id, user_id)`,

  `create table pricing_terms (
    organization_id uuid not null,
    minimum_order_minor bigint not null,
    excluded_category_ids jsonb not null,
    rounding jsonb not null,
    vat_mode text not null,
    vat_regime text not null,
    schedule jsonb not null,
    discount_limits jsonb not null,
    valid_days integer not null,
    version integer not null default 1,
    updated_at timestamptz not null default now(),
    constraint pk_pricing_terms primary key (organization_id),
    constraint ck_pricing_terms_minimum_order_minor check (minimum_order_minor >= 0),
    constraint ck_pricing_terms_vat_mode check (vat_mode in ('none', 'included', 'on_top')),
    constraint ck_pricing_terms_vat_regime check (vat_regime in ('standard', 'reduced5', 'reduced7')),
    constraint ck_pricing_terms_valid_days check (valid_days > 0)
  )`,
  `alter table pricing_terms
    add constraint fk_pricing_terms_organization_id foreign key (organization_id) references organizations(id)`,

  `create table company_profiles (
    organization_id uuid not null,
    requisites jsonb not null,
    logo bytea,
    logo_type text,
    version integer not null default 1,
    updated_at timestamptz not null default now(),
    constraint pk_company_profiles primary key (organization_id),
    constraint ck_company_profiles_requisites check (jsonb_typeof(requisites) = 'object'),
    constraint ck_company_profiles_logo_type check (logo_type in ('image/png', 'image/jpeg')),
    constraint ck_company_profiles_logo
      check ((logo is null) = (logo_type is null) and octet_length(logo) <= 204800)
  )`,
  `alter table company_profiles
    add constraint fk_company_profiles_organization_id foreign key (organization_id) references organizations(id)`,
];

/** Versions of rules are added, never changed. */
const rights: Record<string, string> = {
  rule_sets: 'select, insert',
  pricing_terms: 'select, insert, update',
  company_profiles: 'select, insert, update',
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

  `alter table items
    add column kind text not null default 'material',
    add constraint ck_items_kind check (kind in ('material', 'work', 'service'))`,
  // The categories of the example nomenclature; whoever named theirs otherwise says it in the nomenclature.
  `update items i set kind = case c.name when 'Работы' then 'work' else 'service' end
     from categories c
    where c.organization_id = i.organization_id and c.id = i.category_id and c.name in ('Работы', 'Цех', 'Услуги')`,

  `alter table price_lists
    drop constraint ck_price_lists_kind,
    add constraint ck_price_lists_kind check (kind in ('sale', 'cost', 'dealer', 'pay'))`,
];
