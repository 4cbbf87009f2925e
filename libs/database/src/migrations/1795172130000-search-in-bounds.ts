import { ForwardMigration } from './forward-migration.js';

/**
 * Searches that stay quick whatever is typed: each place that is searched gives so many hits at most, two letters are only
 * looked for where a word begins, and a misspelt name is first looked for among those that differ least. Values of own fields
 * that very many rows have are looked at row by row, in the order of the list.
 */
export class SearchInBounds1795172130000 extends ForwardMigration {
  readonly name = 'SearchInBounds1795172130000';
  readonly statements = statements;
}

const BY_FIELDS = 'find_ids_by_fields(text, jsonb, integer)';
const MATCH = 'fields_match(jsonb, jsonb)';
const DEFINER = `language plpgsql stable security definer
    set search_path = public, pg_temp
    set plan_cache_mode = force_custom_plan`;

const statements = [
  `create or replace function search_client_ids(query text, max integer, trash boolean default false) returns setof uuid
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
    threshold text;
  begin
    if organization is null or words = '{}' then
      return;
    end if;
    -- No word of three letters (a pattern has a sign at both ends): only where a word of the name begins.
    if length(words[1]) < 5 then
      return query
        select c.id
        from (
          (select n.id from clients n
            where n.organization_id = organization and search_key(n.name) like all (words)
              and (search_key(n.name) like substr(words[1], 2) or search_key(n.name) like '% ' || substr(words[1], 2))
            limit most)
          union
          (select p.client_id from client_phones p where p.organization_id = organization and p.number like digits
            limit most)
        ) found join clients c on c.id = found.id
        where c.merged_into_id is null and (c.deleted_at is not null) = trash
        limit most;
      return;
    end if;
    return query
      select c.id
      from (
        (select n.id from clients n where n.organization_id = organization and search_key(n.name) like words[1]
            and search_key(n.name) like all (words)
          limit most)
        union
        (select p.client_id from client_phones p where p.organization_id = organization and p.number like digits
          limit most)
        union
        (select e.client_id from client_emails e where e.organization_id = organization and e.email ilike phrase
          limit most)
        union
        (select a.client_id from client_addresses a where a.organization_id = organization
            and search_key(a.text) like words[1] and search_key(a.text) like all (words)
          limit most)
        union
        (select o.client_id from orders o
          where o.organization_id = organization and o.deleted_at is null and search_key(o.address) like words[1]
            and search_key(o.address) like all (words)
          limit most)
      ) found join clients c on c.id = found.id
      where c.merged_into_id is null and (c.deleted_at is not null) = trash
      order by c.created_at desc, c.id desc
      limit most;
    if found or length(btrim(query)) < 4 then
      return;
    end if;
    foreach threshold in array array['0.75', '0.55', '0.4'] loop
      perform set_config('pg_trgm.word_similarity_threshold', threshold, true);
      return query
        select alike.id
        from (
          select c.id, c.name, c.created_at from clients c
          where c.organization_id = organization and spelt <% search_key(c.name)
            and c.merged_into_id is null and (c.deleted_at is not null) = trash
          limit most) alike
        order by word_similarity(spelt, search_key(alike.name)) desc, alike.created_at desc, alike.id desc;
      exit when found;
    end loop;
  end $$`,

  // As before; at most so many of them, where that is given.
  `drop function find_ids_by_fields(text, jsonb)`,
  `create function find_ids_by_fields(subject text, conditions jsonb, most integer default null) returns setof uuid
    ${DEFINER}
  as $$
  declare
    organization constant uuid := nullif(current_setting('smet.organization_id', true), '')::uuid;
    equal constant jsonb := (
      select jsonb_object_agg(c ->> 'key', c -> 'equals') from jsonb_array_elements(conditions) c where c ? 'equals');
    ranges constant jsonpath := (
      select string_agg(format('exists($.%s ? (%s))', c -> 'key', concat_ws(' && ',
               '@ >= ' || (c -> 'from')::text, '@ <= ' || (c -> 'to')::text)), ' && ')
        from jsonb_array_elements(conditions) c where not c ? 'equals')::jsonpath;
  begin
    if subject = 'client' then
      return query select c.id from clients c
        where c.organization_id = organization
          and (equal is null or c.fields @> equal) and (ranges is null or c.fields @@ ranges)
        limit most;
    elsif subject = 'item' then
      return query select i.id from items i
        where i.organization_id = organization
          and (equal is null or i.fields @> equal) and (ranges is null or i.fields @@ ranges)
        limit most;
    end if;
  end $$`,

  // The same conditions of one document.
  `create function fields_match(document jsonb, conditions jsonb) returns boolean
    language sql immutable parallel safe
  as $$
    select bool_and(document ? (c ->> 'key') and case
             when c ? 'equals' then document -> (c ->> 'key') = c -> 'equals'
             else (not c ? 'from' or document -> (c ->> 'key') >= c -> 'from')
              and (not c ? 'to' or document -> (c ->> 'key') <= c -> 'to') end)
      from jsonb_array_elements(conditions) c
  $$`,
  ...[BY_FIELDS, MATCH].flatMap((signature) => [
    `revoke all on function ${signature} from public`,
    `grant execute on function ${signature} to smet_app`,
  ]),
];
