import { ForwardMigration } from './forward-migration.js';

/**
 * What an issued version says beside its lines is kept with it, and the database itself refuses to change what was issued:
 * a client's yes is about exactly that.
 */
export class IssuedVersionsStay1795171320000 extends ForwardMigration {
  readonly name = 'IssuedVersionsStay1795171320000';
  readonly statements = statements;
}

/** What is added to an issued version later: the client's yes. */
const ACCEPTANCE = `array['accepted_variant_id', 'accepted_at', 'accepted_by']`;

const CONTENT = ['estimate_rooms', 'estimate_variants', 'estimate_room_measures', 'estimate_lines'];
const CHANGES = { insert: 'new', update: 'old', delete: 'old' } as const;

/** Once for every statement, however many rows it touches. */
function guards(table: string): string[] {
  return Object.entries(CHANGES).map(
    ([change, rows]) =>
      `create trigger tr_${table}_${change}_issued after ${change} on ${table}
         referencing ${rows} table as touched for each statement execute function refuse_issued_content()`,
  );
}

const statements = [
  `alter table estimate_versions add column presented jsonb`,
  // Versions that were issued before have nothing kept: they are read with the texts of now and cannot be accepted any more.
  `alter table estimate_versions add constraint ck_estimate_versions_issued
     check (status <> 'issued' or (content_hash is not null and price_book is not null and presented is not null)) not valid`,

  `create function refuse_issued_version() returns trigger language plpgsql set search_path = public, pg_temp as $$
   begin
     if old.status <> 'issued' then
       return coalesce(new, old);
     end if;
     if tg_op = 'UPDATE' and to_jsonb(new) - ${ACCEPTANCE} = to_jsonb(old) - ${ACCEPTANCE} then
       return new;
     end if;
     raise exception 'version % is issued and stays as it is', old.id using errcode = 'restrict_violation';
   end $$`,
  `create trigger tr_estimate_versions_issued before update or delete on estimate_versions
     for each row execute function refuse_issued_version()`,

  `create function refuse_issued_content() returns trigger language plpgsql set search_path = public, pg_temp as $$
   begin
     if exists (select 1 from estimate_versions
                 where status = 'issued' and id in (select version_id from touched)) then
       raise exception '% of an issued version stay as they are', tg_table_name using errcode = 'restrict_violation';
     end if;
     return null;
   end $$`,
  ...CONTENT.flatMap(guards),
];
