import { ForwardMigration } from './forward-migration.js';

/**
 * Clients with everything one wants to know of them: addresses, tags, people of companies, consents, the organization's own
 * fields; numbers shared on purpose; search that forgives typing errors, and hints of duplicates.
 */
export class ClientsInFull1795172060000 extends ForwardMigration {
  readonly name = 'ClientsInFull1795172060000';
  readonly statements = statements;
}

const VISIBLE = `organization_id = nullif(current_setting('smet.organization_id', true), '')::uuid`;
const DEFINER = `language plpgsql stable security definer
    set search_path = public, pg_temp
    set plan_cache_mode = force_custom_plan`;

const references = (table: string, column: string, target: string, key = 'id') =>
  `alter table ${table}
    add constraint fk_${table}_${column} foreign key (organization_id, ${column})
    references ${target}(organization_id, ${key})`;

const tables = [
  `create table client_addresses (
    id uuid not null,
    organization_id uuid not null,
    client_id uuid not null,
    text text not null,
    label text,
    position integer not null default 0,
    constraint pk_client_addresses primary key (id)
  )`,
  `create index ix_client_addresses_client_id on client_addresses (organization_id, client_id, position)`,
  references('client_addresses', 'client_id', 'clients'),

  `create table client_contacts (
    id uuid not null,
    organization_id uuid not null,
    company_id uuid not null,
    person_id uuid not null,
    position text,
    sort integer not null default 0,
    constraint pk_client_contacts primary key (id),
    constraint uq_client_contacts_person_id unique (organization_id, company_id, person_id),
    constraint ck_client_contacts_person_id check (company_id <> person_id)
  )`,
  `create index ix_client_contacts_person_id on client_contacts (organization_id, person_id)`,
  references('client_contacts', 'company_id', 'clients'),
  references('client_contacts', 'person_id', 'clients'),

  `create table tags (
    id uuid not null,
    organization_id uuid not null,
    name text not null,
    created_at timestamptz not null default now(),
    constraint pk_tags primary key (id),
    constraint uq_tags_organization_id_id unique (organization_id, id),
    constraint ck_tags_name check (length(name) between 1 and 50)
  )`,
  `create unique index uq_tags_name on tags (organization_id, lower(name))`,
  `alter table tags
    add constraint fk_tags_organization_id foreign key (organization_id) references organizations(id)`,

  `create table client_tags (
    id uuid not null,
    organization_id uuid not null,
    client_id uuid not null,
    tag_id uuid not null,
    constraint pk_client_tags primary key (id),
    constraint uq_client_tags_tag_id unique (organization_id, client_id, tag_id)
  )`,
  `create index ix_client_tags_tag_id on client_tags (organization_id, tag_id, client_id)`,
  references('client_tags', 'client_id', 'clients'),
  references('client_tags', 'tag_id', 'tags'),

  `create table consents (
    id uuid not null,
    organization_id uuid not null,
    client_id uuid not null,
    channel text not null,
    basis text not null,
    granted_at timestamptz not null,
    proof text not null,
    withdrawn_at timestamptz,
    recorded_by uuid,
    created_at timestamptz not null default now(),
    constraint pk_consents primary key (id),
    constraint ck_consents_channel check (channel in ('phone', 'email', 'messenger', 'post')),
    constraint ck_consents_withdrawn_at check (withdrawn_at >= granted_at)
  )`,
  `create index ix_consents_client_id on consents (organization_id, client_id, granted_at, id)`,
  references('consents', 'client_id', 'clients'),
  references('consents', 'recorded_by', 'memberships', 'user_id'),
];

/** Consents are proof: they are added and withdrawn, never taken away. */
const rights: Record<string, string> = {
  client_addresses: 'select, insert, update, delete',
  client_contacts: 'select, insert, update, delete',
  tags: 'select, insert',
  client_tags: 'select, insert, update, delete',
  consents: 'select, insert, update',
};

const functions = [
  'search_key(text)',
  'word_patterns(text)',
  'search_client_ids(text, integer, boolean)',
  'find_client_duplicates(text, text, text, integer)',
];

const statements = [
  `alter table clients
    add column fields jsonb not null default '{}',
    add column merged_into_id uuid,
    add constraint ck_clients_fields check (jsonb_typeof(fields) = 'object'),
    add constraint ck_clients_merged_into_id check (merged_into_id <> id)`,
  references('clients', 'merged_into_id', 'clients'),
  `create index ix_clients_updated_at on clients (organization_id, updated_at, id)`,
  `create index ix_clients_source on clients (organization_id, source, name, id)`,
  `create index ix_clients_responsible_user_id on clients (organization_id, responsible_user_id, name, id)`,
  `create index ix_clients_trash on clients (organization_id, name, id) where deleted_at is not null`,
  `create index ix_clients_merged_into_id on clients (organization_id, merged_into_id) where merged_into_id is not null`,
  `create index ix_clients_fields on clients using gin (fields)`,

  `alter table client_phones
    add column shared boolean not null default false,
    drop constraint uq_client_phones_number,
    add constraint uq_client_phones_client_id_number unique (organization_id, client_id, number)`,
  `create unique index uq_client_phones_number on client_phones (organization_id, number) where not shared`,
  `create index ix_client_phones_number on client_phones (organization_id, number, client_id)`,

  ...tables,
  ...Object.entries(rights).flatMap(([table, granted]) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_organization on ${table} to smet_app using (${VISIBLE}) with check (${VISIBLE})`,
    `create policy ${table}_owner on ${table} to current_user using (true) with check (true)`,
    `grant ${granted} on ${table} to smet_app`,
  ]),

  /*
   * A text as search compares it: small Latin letters, one for one Cyrillic letter, so that «ё» is «е» and «й» is «и». The
   * trigrams of PostgreSQL know the letters of the server's locale only, and with the locale C, which is the one there is
   * everywhere, they see nothing in a Russian word: searches would read whole tables and forgive no typing error.
   */
  `create function search_key(value text) returns text
    language sql immutable strict parallel safe
    return translate(lower(value), 'абвгдеёжзийклмнопрстуфхцчшщыэюяәғқңөұүһіъь', 'abvgdeejziiklmnoprstufhcqwwyeuxagknouuhi')`,
  `drop index ix_clients_search`,
  `create index ix_clients_search on clients using gin (search_key(name) gin_trgm_ops)`,
  `drop index ix_orders_search`,
  `create index ix_orders_search on orders using gin (search_key(address) gin_trgm_ops)`,
  `create index ix_client_addresses_search on client_addresses using gin (search_key(text) gin_trgm_ops)`,
  `create index ix_client_emails_search on client_emails using gin (email gin_trgm_ops)`,
  `create index ix_client_emails_email on client_emails (organization_id, lower(email))`,

  // Patterns of all the words, the longest first: it narrows the index most.
  `create function word_patterns(query text) returns text[]
    language sql immutable strict parallel safe
    return array(select like_pattern(word) from regexp_split_to_table(search_key(btrim(query)), '\\s+') word
                  where word <> '' order by length(word) desc)`,

  /*
   * Clients by all the words of the name, an address (their own or of an order), a part of the e-mail or of the phone. Only
   * when nobody is found so, the name may be misspelt; the most alike come first, otherwise the newest.
   */
  `drop function search_client_ids(text, integer)`,
  `create function search_client_ids(query text, max integer, trash boolean default false) returns setof uuid
    ${DEFINER}
    set pg_trgm.word_similarity_threshold = 0.4
  as $$
  declare
    organization constant uuid := nullif(current_setting('smet.organization_id', true), '')::uuid;
    words constant text[] := word_patterns(query);
    phrase constant text := like_pattern(btrim(query));
    spelt constant text := search_key(btrim(query));
    digits constant text := phone_pattern(query);
    most constant integer := least(greatest(max, 0), 1000);
  begin
    if organization is null or words = '{}' then
      return;
    end if;
    return query
      select c.id
      from (
        select n.id from clients n where n.organization_id = organization and search_key(n.name) like words[1]
            and search_key(n.name) like all (words)
        union
        select p.client_id from client_phones p where p.organization_id = organization and p.number like digits
        union
        select e.client_id from client_emails e where e.organization_id = organization and e.email ilike phrase
        union
        select a.client_id from client_addresses a where a.organization_id = organization and search_key(a.text) like words[1]
            and search_key(a.text) like all (words)
        union
        select o.client_id from orders o
          where o.organization_id = organization and o.deleted_at is null and search_key(o.address) like words[1]
            and search_key(o.address) like all (words)
      ) found join clients c on c.id = found.id
      where c.merged_into_id is null and (c.deleted_at is not null) = trash
      order by c.created_at desc, c.id desc
      limit most;
    if found or length(btrim(query)) < 4 then
      return;
    end if;
    return query
      select c.id from clients c
      where c.organization_id = organization and spelt <% search_key(c.name)
        and c.merged_into_id is null and (c.deleted_at is not null) = trash
      order by word_similarity(spelt, search_key(c.name)) desc, c.created_at desc, c.id desc
      limit most;
  end $$`,

  // As before, by the same keys.
  `create or replace function search_order_ids(query text, max integer) returns setof uuid
    ${DEFINER}
  as $$
  declare
    organization constant uuid := nullif(current_setting('smet.organization_id', true), '')::uuid;
    words constant text := case when length(btrim(query)) >= 3 then like_pattern(search_key(btrim(query))) end;
    digits constant text := phone_pattern(query);
    wanted constant integer := substring(query from '^\\s*[№#]?\\s*(\\d{1,9})\\s*$')::integer;
  begin
    if organization is null or btrim(query) = '' then
      return;
    end if;
    return query
      select found.id
      from (
        select o.id, o.number, o.created_at
          from generate_series(0, 9 - length(wanted::text)) zeros
          join orders o on o.number between wanted * (10 ^ zeros)::bigint and (wanted + 1) * (10 ^ zeros)::bigint - 1
          where o.organization_id = organization and o.deleted_at is null
        union
        select o.id, o.number, o.created_at from orders o
          where o.organization_id = organization and o.deleted_at is null and search_key(o.address) like words
        union
        select o.id, o.number, o.created_at from clients c join orders o
            on o.organization_id = c.organization_id and o.client_id = c.id
          where c.organization_id = organization and o.deleted_at is null and search_key(c.name) like words
        union
        select o.id, o.number, o.created_at from client_phones p join orders o
            on o.organization_id = p.organization_id and o.client_id = p.client_id
          where p.organization_id = organization and o.deleted_at is null and p.number like digits
      ) found
      order by (found.number = wanted) desc nulls last, (found.number::text like wanted || '%') desc nulls last,
        found.created_at desc, found.id desc
      limit least(greatest(max, 0), 1000);
  end $$`,

  // Who may be the same client: who has the phone (E.164) or the e-mail, or is called alike.
  `create function find_client_duplicates(phone text, email text, name text, max integer)
    returns table (id uuid, same_phone boolean, same_email boolean, likeness real)
    ${DEFINER}
    set pg_trgm.similarity_threshold = 0.5
  as $$
  declare
    organization constant uuid := nullif(current_setting('smet.organization_id', true), '')::uuid;
  begin
    return query
      select c.id, bool_or(f.by_phone), bool_or(f.by_email), max(f.alike)
      from (
        select p.client_id, true as by_phone, false as by_email, 0::real as alike from client_phones p
          where p.organization_id = organization and p.number = $1
        union all
        select e.client_id, false, true, 0 from client_emails e
          where e.organization_id = organization and lower(e.email) = lower($2)
        union all
        (select n.id, false, false, similarity(search_key(n.name), search_key($3)) from clients n
          where n.organization_id = organization and search_key(n.name) % search_key($3)
            and n.deleted_at is null and n.merged_into_id is null
          order by 4 desc, 1 limit $4)
      ) f join clients c on c.id = f.client_id
      where c.deleted_at is null and c.merged_into_id is null
      group by c.id
      order by bool_or(f.by_phone) desc, bool_or(f.by_email) desc, max(f.alike) desc, c.id
      limit $4;
  end $$`,

  ...functions.flatMap((signature) => [
    `revoke all on function ${signature} from public`,
    `grant execute on function ${signature} to smet_app`,
  ]),
];
