import { ForwardMigration } from './forward-migration.js';

/**
 * Nomenclature that people change: a tree of categories, items with own fields and barcodes, an archive and a trash, price
 * lists with validity, prices that say who put them and with what they can be taken back.
 */
export class NomenclatureInFull1795172180000 extends ForwardMigration {
  readonly name = 'NomenclatureInFull1795172180000';
  readonly statements = statements;
}

const VISIBLE = `organization_id = nullif(current_setting('smet.organization_id', true), '')::uuid`;

const references = (table: string, column: string, target: string, key = 'id') =>
  `alter table ${table}
    add constraint fk_${table}_${column} foreign key (organization_id, ${column})
    references ${target}(organization_id, ${key})`;

const secured = (table: string, granted: string) => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy ${table}_organization on ${table} to smet_app using (${VISIBLE}) with check (${VISIBLE})`,
  `create policy ${table}_owner on ${table} to current_user using (true) with check (true)`,
  `grant ${granted} on ${table} to smet_app`,
];

const categories = [
  `alter table categories
    add column version integer not null default 1,
    add column created_at timestamptz not null default now(),
    add column updated_at timestamptz not null default now()`,
  `create unique index uq_categories_name
    on categories (organization_id, coalesce(parent_id, organization_id), lower(name))`,
  `grant insert, update, delete on categories to smet_app`,
];

const items = [
  `alter table items
    add column fields jsonb not null default '{}',
    add column deleted_at timestamptz,
    add constraint ck_items_fields check (jsonb_typeof(fields) = 'object')`,
  `create index ix_items_updated_at on items (organization_id, updated_at, id)`,
  `create index ix_items_archived on items (organization_id, name, id) where archived_at is not null`,
  `create index ix_items_trash on items (organization_id, name, id) where deleted_at is not null`,
  `create index ix_items_fields on items using gin (fields)`,
  `drop index ix_items_search`,
  `create index ix_items_search on items using gin (search_key(code || ' ' || name) gin_trgm_ops)`,
  `grant insert, update on items to smet_app`,

  `create table item_barcodes (
    id uuid not null,
    organization_id uuid not null,
    item_id uuid not null,
    barcode text not null,
    position integer not null default 0,
    constraint pk_item_barcodes primary key (id),
    constraint uq_item_barcodes_barcode unique (organization_id, barcode)
  )`,
  `create index ix_item_barcodes_item_id on item_barcodes (organization_id, item_id, position)`,
  references('item_barcodes', 'item_id', 'items'),
  ...secured('item_barcodes', 'select, insert, update, delete'),

  /*
   * Items by all the words of code and name, or by the whole barcode. Only when nothing is found so, words may be misspelt,
   * but not those with digits: whoever asks for a canvas of 500 is not served by one of 320. `state` is active, archived or
   * deleted.
   */
  `drop function search_item_ids(text, integer)`,
  `create function search_item_ids(query text, max integer, state text default 'active') returns setof uuid
    language plpgsql stable security definer
    set search_path = public, pg_temp
    set plan_cache_mode = force_custom_plan
    set pg_trgm.word_similarity_threshold = 0.4
  as $$
  declare
    organization constant uuid := nullif(current_setting('smet.organization_id', true), '')::uuid;
    words constant text[] := word_patterns(query);
    exact constant text[] := array(select word from unnest(words) word where word ~ '[0-9]');
    spelt constant text := search_key(btrim(query));
    most constant integer := least(greatest(max, 0), 1000);
  begin
    if organization is null or words = '{}' then
      return;
    end if;
    return query
      select i.id
      from (
        select n.id from items n where n.organization_id = organization
            and search_key(n.code || ' ' || n.name) like words[1] and search_key(n.code || ' ' || n.name) like all (words)
        union
        select b.item_id from item_barcodes b where b.organization_id = organization and b.barcode = btrim(query)
      ) found join items i on i.id = found.id
      where (i.deleted_at is not null) = (state = 'deleted')
        and (state = 'deleted' or (i.archived_at is not null) = (state = 'archived'))
      order by (search_key(i.code) = spelt) desc, i.name, i.id
      limit most;
    if found or length(btrim(query)) < 4 then
      return;
    end if;
    return query
      select i.id from items i
      where i.organization_id = organization and spelt <% search_key(i.code || ' ' || i.name)
        and search_key(i.code || ' ' || i.name) like all (exact)
        and (i.deleted_at is not null) = (state = 'deleted')
        and (state = 'deleted' or (i.archived_at is not null) = (state = 'archived'))
      order by word_similarity(spelt, search_key(i.code || ' ' || i.name)) desc, i.name, i.id
      limit most;
  end $$`,
  `revoke all on function search_item_ids(text, integer, text) from public`,
  `grant execute on function search_item_ids(text, integer, text) to smet_app`,
];

const prices = [
  `alter table price_lists
    add column valid_from date,
    add column valid_until date,
    add column archived_at timestamptz,
    add column version integer not null default 1,
    add column updated_at timestamptz not null default now(),
    add constraint ck_price_lists_valid_until check (valid_until >= valid_from),
    add constraint ck_price_lists_default
      check (not is_default or (archived_at is null and valid_from is null and valid_until is null))`,
  `grant insert, update, delete on price_lists to smet_app`,

  `create table price_batches (
    id uuid not null,
    organization_id uuid not null,
    price_list_id uuid not null,
    kind text not null,
    count integer not null,
    percent numeric(9,4),
    rounding_mode text,
    rounding_step_minor bigint,
    valid_from timestamptz not null,
    created_by uuid,
    created_at timestamptz not null default now(),
    undone_at timestamptz,
    undone_by uuid,
    constraint pk_price_batches primary key (id),
    constraint uq_price_batches_organization_id_id unique (organization_id, id),
    constraint ck_price_batches_kind check (kind in ('change', 'import')),
    constraint ck_price_batches_rounding_mode check (rounding_mode in ('nearest', 'up', 'down'))
  )`,
  `create index ix_price_batches_price_list_id on price_batches (organization_id, price_list_id, created_at, id)`,
  references('price_batches', 'price_list_id', 'price_lists'),
  references('price_batches', 'created_by', 'memberships', 'user_id'),
  references('price_batches', 'undone_by', 'memberships', 'user_id'),
  ...secured('price_batches', 'select, insert, update'),

  `alter table prices
    add column created_at timestamptz not null default now(),
    add column created_by uuid,
    add column batch_id uuid,
    add column withdrawn_at timestamptz,
    add column withdrawn_by_batch_id uuid,
    add constraint ck_prices_withdrawn_by_batch_id check (withdrawn_by_batch_id is null or withdrawn_at is not null),
    drop constraint uq_prices_price_list_id_item_id_valid_from`,
  `create unique index uq_prices_price_list_id_item_id_valid_from on prices (price_list_id, item_id, valid_from)
    where withdrawn_at is null`,
  `create index ix_prices_in_force on prices (price_list_id, item_id, valid_from, created_at)`,
  `drop index ix_prices_item_id`,
  `create index ix_prices_item_id on prices (organization_id, item_id, valid_from, id)`,
  `create index ix_prices_batch_id on prices (organization_id, batch_id) where batch_id is not null`,
  `create index ix_prices_withdrawn_by_batch_id on prices (organization_id, withdrawn_by_batch_id)
    where withdrawn_by_batch_id is not null`,
  references('prices', 'batch_id', 'price_batches'),
  references('prices', 'withdrawn_by_batch_id', 'price_batches'),
  references('prices', 'created_by', 'memberships', 'user_id'),
  `grant insert, update on prices to smet_app`,
];

const statements = [...categories, ...items, ...prices];
