import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { createDataSource, poolConfig, refuseOldVersion } from './data-source.js';
import { codeOf, DatabaseUnavailable, explainConnectionError } from './errors.js';
import { migrations } from './migrations/index.js';
import { ensureRoles, JOBS_ROLE } from './roles.js';

export interface MigrationResult {
  /** Names of the migrations that were run now; empty when the schema was up to date. */
  readonly applied: string[];
}

/** Two processes starting at once migrate one after the other. */
const MIGRATION_LOCK = 7_283_002;
const JOBS_SCHEMA = 'graphile_worker';

/**
 * Brings the database of the address to the newest schema: roles, tables, row-level security, the job queue.
 * The user of the address owns what is made; it need not be a superuser, but must own the database (or be allowed to
 * create in it and in the schema public) and to make the roles smet_app and smet_jobs or be a member of them.
 * @throws DatabaseUnavailable with one line that says what is wrong and what to do
 */
export async function migrate(url: string): Promise<MigrationResult> {
  const client = new pg.Client({ connectionString: url, application_name: 'smet-migrate' });
  try {
    await client.connect();
  } catch (error) {
    throw explainConnectionError(error, url);
  }
  try {
    await refuseUnsuitable(client);
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureRoles(client);
    const applied = await migrateTables(url);
    await migrateJobs(client, url);
    return { applied };
  } finally {
    await client.end();
  }
}

async function refuseUnsuitable(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; me: string; database: string; allowed: boolean }>(`
    select current_setting('server_version_num') as version, quote_ident(current_user) as me,
      quote_ident(current_database()) as database,
      has_schema_privilege('public', 'create') and has_database_privilege(current_database(), 'create') as allowed`);
  const [server] = rows;
  if (!server) throw new Error('PostgreSQL did not describe itself');
  refuseOldVersion(Number(server.version));
  if (server.allowed) return;
  const advice = `let an administrator run ALTER DATABASE ${server.database} OWNER TO ${server.me};`;
  throw new DatabaseUnavailable('no-rights', `The database user ${server.me} may not create tables: ${advice}`);
}

async function migrateTables(url: string): Promise<string[]> {
  const dataSource = createDataSource({ url, role: null, poolSize: 2, applicationName: 'smet-migrate' });
  dataSource.setOptions({ migrations });
  await dataSource.initialize();
  try {
    const run = await dataSource.runMigrations({ transaction: 'each' });
    return run.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

/** graphile-worker installs itself, as the role that owns its schema and has no rights on our tables. */
async function migrateJobs(client: pg.Client, url: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_namespace where nspname = $1', [JOBS_SCHEMA]);
  if (!rowCount) await client.query(`create schema ${JOBS_SCHEMA} authorization ${JOBS_ROLE}`);
  const pgPool = new pg.Pool(poolConfig({ url, role: JOBS_ROLE, poolSize: 1, applicationName: 'smet-migrate' }));
  // A lost connection fails the query that runs on it; without a listener it would end the process as well.
  pgPool.on('error', () => undefined);
  pgPool.on('connect', (connection) => connection.on('error', () => undefined));
  try {
    await pgPool.query(bootstrapJobs);
    await runMigrations({ pgPool, schema: JOBS_SCHEMA, logger: new Logger(() => () => undefined) });
  } catch (error) {
    if (codeOf(error) !== '42501') throw error;
    const message = `The schema ${JOBS_SCHEMA} is not ${JOBS_ROLE}'s: let an administrator run ALTER SCHEMA ${JOBS_SCHEMA} OWNER TO ${JOBS_ROLE};`;
    throw new DatabaseUnavailable('no-rights', message, { cause: error });
  } finally {
    await pgPool.end();
  }
}

/** As graphile-worker's own first step, which would ask for the right to create schemas in the database. */
const bootstrapJobs = `
  create table if not exists ${JOBS_SCHEMA}.migrations (
    id int primary key,
    ts timestamptz not null default now(),
    breaking boolean not null default false
  )`;
