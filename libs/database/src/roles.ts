import pg from 'pg';
import { codeOf, DatabaseUnavailable } from './errors.js';

/** The role the application lowers itself to: row-level security applies to it. */
export const APP_ROLE = 'smet_app';
/** Owns the job queue's schema and nothing else. */
export const JOBS_ROLE = 'smet_jobs';
export type DatabaseRole = typeof APP_ROLE | typeof JOBS_ROLE;

/** Roles belong to the whole server: a migration of another database may be making the same ones right now. */
const RACES = new Set(['42710', '23505', 'XX000']);
const NO_RIGHTS = '42501';
const ATTEMPTS = 5;

/** Makes the roles and the right to work as them where missing; safe to run at any time, from several places. */
export async function ensureRoles(client: pg.Client): Promise<void> {
  for (const role of [APP_ROLE, JOBS_ROLE] as const) await ensureRole(client, role);
}

async function ensureRole(client: pg.Client, role: DatabaseRole): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      if (!(await exists(client, role))) await client.query(`create role ${role} nologin`);
      if (!(await usable(client, role))) await client.query(`grant ${role} to current_user`);
      return;
    } catch (error) {
      const code = codeOf(error) ?? '';
      if (code === NO_RIGHTS) throw await missingRights(client, role, error);
      if (!RACES.has(code) || attempt === ATTEMPTS) throw error;
    }
  }
}

async function exists(client: pg.Client, role: DatabaseRole): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  return Boolean(rowCount);
}

/** Both needed: to switch to the role, and to have its rights inside SECURITY DEFINER functions of the owner. */
async function usable(client: pg.Client, role: DatabaseRole): Promise<boolean> {
  const { rows } = await client.query<{ usable: boolean }>(
    `select pg_has_role(current_user, $1, 'usage') and pg_has_role(current_user, $1,
      case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) as usable`,
    [role],
  );
  return rows[0]?.usable ?? false;
}

async function missingRights(client: pg.Client, role: DatabaseRole, cause: unknown): Promise<DatabaseUnavailable> {
  const { rows } = await client.query<{ me: string }>('select quote_ident(current_user) as me');
  const me = rows[0]?.me ?? 'current_user';
  const create = (await exists(client, role)) ? '' : `CREATE ROLE ${role} NOLOGIN; `;
  const message = `The database user ${me} may not use the role ${role}: let an administrator run ${create}GRANT ${role} TO ${me};`;
  return new DatabaseUnavailable('no-rights', message, { cause });
}
