import { ForwardMigration } from './forward-migration.js';

/**
 * Fields an organization adds to its clients and items. The organizations that are there already get the attributes every
 * new one begins its items with.
 */
export class CustomFields1795172000000 extends ForwardMigration {
  readonly name = 'CustomFields1795172000000';
  readonly statements = statements;
}

const VISIBLE = `organization_id = nullif(current_setting('smet.organization_id', true), '')::uuid`;
const BY_FIELDS = 'find_ids_by_fields(text, jsonb)';

const statements = [
  `create table custom_fields (
    id uuid not null,
    organization_id uuid not null,
    subject text not null,
    key text not null,
    name text not null,
    type text not null,
    options text[],
    unit text,
    category_ids uuid[],
    position integer not null default 0,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    archived_at timestamptz,
    constraint pk_custom_fields primary key (id),
    constraint uq_custom_fields_key unique (organization_id, subject, key),
    constraint ck_custom_fields_subject check (subject in ('client', 'item')),
    constraint ck_custom_fields_type check (type in ('text', 'number', 'date', 'boolean', 'choice')),
    constraint ck_custom_fields_key check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
    constraint ck_custom_fields_options check ((type = 'choice') = (options is not null))
  )`,
  `create unique index uq_custom_fields_name on custom_fields (organization_id, subject, name)
    where archived_at is null`,
  `alter table custom_fields
    add constraint fk_custom_fields_organization_id foreign key (organization_id) references organizations(id)`,
  `alter table custom_fields enable row level security`,
  `alter table custom_fields force row level security`,
  `create policy custom_fields_organization on custom_fields to smet_app using (${VISIBLE}) with check (${VISIBLE})`,
  `create policy custom_fields_owner on custom_fields to current_user using (true) with check (true)`,
  `grant select, insert, update on custom_fields to smet_app`,

  `insert into custom_fields (id, organization_id, subject, key, name, type, unit, position)
   select gen_random_uuid(), o.id, 'item', field.key, field.name, field.type, field.unit, field.position
     from organizations o
    cross join (values
      ('roll_width', 'Ширина рулона', 'number', 'мм', 0),
      ('shrink', 'Усадка', 'number', '%', 1),
      ('stick_length', 'Длина хлыста', 'number', 'мм', 2),
      ('colour', 'Цвет', 'text', null, 3),
      ('maker', 'Производитель', 'text', null, 4),
      ('pack', 'Упаковка', 'text', null, 5)) as field (key, name, type, unit, position)`,

  /*
   * Ids of clients or items by the values of their own fields, each condition {key, equals} or {key, from, to} (either end
   * may be missing; dates compare as text). No operator on jsonb is leakproof, so that the index of the documents is out of
   * reach under row-level security: the organization is compared here.
   */
  `create function find_ids_by_fields(subject text, conditions jsonb) returns setof uuid
    language plpgsql stable security definer
    set search_path = public, pg_temp
    set plan_cache_mode = force_custom_plan
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
          and (equal is null or c.fields @> equal) and (ranges is null or c.fields @@ ranges);
    elsif subject = 'item' then
      return query select i.id from items i
        where i.organization_id = organization
          and (equal is null or i.fields @> equal) and (ranges is null or i.fields @@ ranges);
    end if;
  end $$`,
  `revoke all on function ${BY_FIELDS} from public`,
  `grant execute on function ${BY_FIELDS} to smet_app`,
];
