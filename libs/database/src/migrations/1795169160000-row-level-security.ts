import { ForwardMigration } from './forward-migration.js';

/**
 * Who may do what. The application works as smet_app and sees the rows of the organization set for its transaction
 * (`smet.organization_id`), nothing when none is set. The owner has a policy of its own, because row-level security is
 * forced and the owner need not be a superuser: migrations and SECURITY DEFINER functions work through it.
 */
export class RowLevelSecurity1795169160000 extends ForwardMigration {
  readonly name = 'RowLevelSecurity1795169160000';
  readonly statements = statements;
}

const CURRENT = `nullif(current_setting('smet.organization_id', true), '')::uuid`;

/** What smet_app may do with the rows of its organization; what is missing here is forbidden. */
const organizationTables: Record<string, string> = {
  memberships: 'select',
  sessions: 'select, insert, update',
  refresh_tokens: 'select, insert, update',
  categories: 'select',
  items: 'select',
  price_lists: 'select',
  prices: 'select',
  clients: 'select, insert, update',
  client_phones: 'select, insert, update, delete',
  client_emails: 'select, insert, update, delete',
  pipelines: 'select',
  stages: 'select',
  orders: 'select, insert, update',
  estimates: 'select, insert, update',
  estimate_versions: 'select, insert, update',
  estimate_variants: 'select, insert, update, delete',
  estimate_rooms: 'select, insert, update, delete',
  estimate_lines: 'select, insert, update, delete',
  connections: 'select, insert, update',
  stage_mappings: 'select, insert, update, delete',
  external_links: 'select, insert, update, delete',
  events: 'select, insert',
  audit_log: 'select, insert',
  idempotency_keys: 'select, insert, update, delete',
};

const functions = [
  'like_pattern(text)',
  'phone_pattern(text)',
  'search_client_ids(text, integer)',
  'search_order_ids(text, integer)',
  'search_item_ids(text, integer)',
  'auth_find_user(text)',
  'auth_find_session(uuid)',
  'auth_find_refresh_token(bytea)',
  'due_connections()',
  'claim_schedule(text, timestamptz)',
  'reserve_rate_slot(text, integer)',
  'enqueue_job(text, json, text, timestamptz, integer, text, text, integer)',
];

function protect(table: string, visible: string): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_organization on ${table} to smet_app using (${visible}) with check (${visible})`,
    `create policy ${table}_owner on ${table} to current_user using (true) with check (true)`,
  ];
}

const statements = [
  ...Object.keys(organizationTables).flatMap((table) => protect(table, `organization_id = ${CURRENT}`)),
  ...protect('organizations', `id = ${CURRENT}`),
  ...protect(
    'users',
    `exists (select from memberships m where m.user_id = users.id and m.organization_id = ${CURRENT})`,
  ),

  `do $$ begin
    if not has_schema_privilege('smet_app', 'public', 'usage') then
      grant usage on schema public to smet_app;
    end if;
  end $$`,
  ...Object.entries(organizationTables).map(([table, rights]) => `grant ${rights} on ${table} to smet_app`),
  `grant select, update (last_order_number, updated_at) on organizations to smet_app`,
  // Everything but the password's hash.
  `grant select (id, email, phone, name, blocked_at, color_scheme, created_at, updated_at),
    update (color_scheme, updated_at) on users to smet_app`,
  `grant select, insert, update, delete on worker_heartbeats to smet_app, smet_jobs`,

  ...functions.flatMap((signature) => [
    `revoke all on function ${signature} from public`,
    `grant execute on function ${signature} to smet_app`,
  ]),
];
