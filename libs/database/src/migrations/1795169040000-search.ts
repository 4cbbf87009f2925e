import { ForwardMigration } from './forward-migration.js';

/**
 * Search by text. Under row-level security PostgreSQL uses an index only for leakproof operators and LIKE is none, so
 * search goes through SECURITY DEFINER functions that compare the organization themselves and return ids only.
 * A query is matched as typed, letter case aside; digits alone, four or more, also match any part of a phone. Orders are
 * found by text of three letters or more: a trigram index is no help with less, and a number needs none.
 */
export class Search1795169040000 extends ForwardMigration {
  readonly name = 'Search1795169040000';
  readonly statements = statements;
}

const FUNCTION = `language plpgsql stable security definer
    set search_path = public, pg_temp
    set plan_cache_mode = force_custom_plan`;

const statements = [
  `create extension if not exists pg_trgm`,
  `create index ix_clients_search on clients using gin (name gin_trgm_ops)`,
  `create index ix_client_phones_search on client_phones using gin (number gin_trgm_ops)`,
  `create index ix_orders_search on orders using gin (address gin_trgm_ops)`,
  `create index ix_items_search on items using gin (name gin_trgm_ops)`,

  `create function like_pattern(query text) returns text
    language sql immutable strict parallel safe
    return '%' || regexp_replace(query, '([\\\\%_])', '\\\\\\1', 'g') || '%'`,

  // «8 (900) 123…» is how +7 is dialled at home.
  `create function phone_pattern(query text) returns text
    language sql immutable strict parallel safe
    return case
      when query ~ '[[:alpha:]]' or length(regexp_replace(query, '\\D', '', 'g')) < 4 then null
      else '%' || regexp_replace(regexp_replace(query, '\\D', '', 'g'), '^8(?=\\d{10}$)', '7') || '%'
    end`,

  `create function search_client_ids(query text, max integer) returns setof uuid
    ${FUNCTION}
  as $$
  declare
    organization constant uuid := nullif(current_setting('smet.organization_id', true), '')::uuid;
    words constant text := like_pattern(btrim(query));
    digits constant text := phone_pattern(query);
  begin
    if organization is null or btrim(query) = '' then
      return;
    end if;
    return query
      select found.id
      from (
        select c.id, c.created_at from clients c
          where c.organization_id = organization and c.deleted_at is null and c.name ilike words
        union
        select c.id, c.created_at from client_phones p join clients c on c.id = p.client_id
          where p.organization_id = organization and c.deleted_at is null and p.number like digits
        union
        select c.id, c.created_at from client_emails e join clients c on c.id = e.client_id
          where e.organization_id = organization and c.deleted_at is null and e.email ilike words
      ) found
      order by found.created_at desc, found.id desc
      limit least(greatest(max, 0), 1000);
  end $$`,

  `create function search_order_ids(query text, max integer) returns setof uuid
    ${FUNCTION}
  as $$
  declare
    organization constant uuid := nullif(current_setting('smet.organization_id', true), '')::uuid;
    words constant text := case when length(btrim(query)) >= 3 then like_pattern(btrim(query)) end;
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
          where o.organization_id = organization and o.deleted_at is null and o.address ilike words
        union
        select o.id, o.number, o.created_at from clients c join orders o
            on o.organization_id = c.organization_id and o.client_id = c.id
          where c.organization_id = organization and o.deleted_at is null and c.name ilike words
        union
        select o.id, o.number, o.created_at from client_phones p join orders o
            on o.organization_id = p.organization_id and o.client_id = p.client_id
          where p.organization_id = organization and o.deleted_at is null and p.number like digits
      ) found
      order by (found.number = wanted) desc nulls last, (found.number::text like wanted || '%') desc nulls last,
        found.created_at desc, found.id desc
      limit least(greatest(max, 0), 1000);
  end $$`,

  `create function search_item_ids(query text, max integer) returns setof uuid
    ${FUNCTION}
  as $$
  declare
    organization constant uuid := nullif(current_setting('smet.organization_id', true), '')::uuid;
    patterns constant text[] := array(
      select like_pattern(word) from regexp_split_to_table(btrim(query), '\\s+') word
      where word <> '' order by length(word) desc);
  begin
    if organization is null or patterns = '{}' then
      return;
    end if;
    return query
      select i.id
      from items i
      where i.organization_id = organization and i.archived_at is null
        and (i.name ilike patterns[1] or i.code ilike patterns[1])
        and i.code || ' ' || i.name ilike all (patterns)
      order by (i.code ilike btrim(query)) desc, i.name, i.id
      limit least(greatest(max, 0), 1000);
  end $$`,
];
