import type pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities/index.js';
import { DatabaseUnavailable, explainConnectionError } from './errors.js';
import { HouseNamingStrategy } from './naming-strategy.js';
import type { DatabaseRole } from './roles.js';

export interface ConnectionOptions {
  readonly url: string;
  /** The role every connection lowers itself to; null works as the user of the address (migrations, demo data). */
  readonly role: DatabaseRole | null;
  /** Default 10. */
  readonly poolSize?: number;
  /** Send queries without waiting for the answers to earlier ones; see `Transactions.read`. Default false. */
  readonly pipeline?: boolean;
  /** Seen in pg_stat_activity. Default smet. */
  readonly applicationName?: string;
}

/** Oldest PostgreSQL this schema is tried on. */
const OLDEST_VERSION = 15;

/**
 * Options of a `pg` pool whose connections work as the role. The role is a start-up option of the connection, not a
 * SET after it: there is no moment without it, and RESET goes back to it.
 */
export function poolConfig({
  url,
  role,
  poolSize = 10,
  pipeline = false,
  applicationName = 'smet',
}: ConnectionOptions): pg.PoolConfig {
  const bounds = '-c statement_timeout=60s -c idle_in_transaction_session_timeout=60s';
  return {
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    application_name: applicationName,
    ...(pipeline && { pipeline }),
    ...(role && { options: role === 'smet_app' ? `-c role=${role} ${bounds}` : `-c role=${role}` }),
  };
}

/** TypeORM's options: our entities and names, no migrations, nothing synchronised. */
export function dataSourceOptions(options: ConnectionOptions): DataSourceOptions {
  const { connectionString, max, ...extra } = poolConfig(options);
  return {
    type: 'postgres',
    url: connectionString ?? options.url,
    poolSize: max ?? 10,
    extra,
    entities,
    namingStrategy: new HouseNamingStrategy(),
    migrationsTableName: 'schema_migrations',
    installExtensions: false,
    synchronize: false,
    logging: false,
  };
}

/** Not connected yet; see `openDataSource`. */
export function createDataSource(options: ConnectionOptions): DataSource {
  return new DataSource(dataSourceOptions(options));
}

/**
 * A connected data source on a supported server.
 * @throws DatabaseUnavailable when the server refuses, is too old or does not know the user or the database
 */
export async function openDataSource(options: ConnectionOptions): Promise<DataSource> {
  const dataSource = createDataSource(options);
  try {
    await dataSource.initialize();
  } catch (error) {
    throw explainConnectionError(error, options.url);
  }
  try {
    await assertSupportedVersion(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return dataSource;
}

async function assertSupportedVersion(dataSource: DataSource): Promise<void> {
  const [row] = await dataSource.query<{ version: string }[]>(
    `select current_setting('server_version_num') as version`,
  );
  refuseOldVersion(Number(row?.version));
}

/** @param versionNumber `server_version_num`, for example 150018 */
export function refuseOldVersion(versionNumber: number): void {
  const major = Math.floor(versionNumber / 10_000);
  if (major >= OLDEST_VERSION) return;
  const message = `PostgreSQL ${major} is too old: SMET needs ${OLDEST_VERSION} or newer, set DATABASE_URL to one`;
  throw new DatabaseUnavailable('too-old', message);
}

/**
 * Start-up check: the role queries really run as must be one that row-level security binds.
 * @throws DatabaseUnavailable (unsafe-role) for a superuser, a role with BYPASSRLS or the owner of the tables
 */
export async function assertRestrictedRole(dataSource: DataSource): Promise<void> {
  const [role] = await dataSource.query<{ name: string; powerful: boolean; owner: boolean }[]>(`
    select r.rolname as name, r.rolsuper or r.rolbypassrls as powerful,
      exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and pg_has_role(r.oid, c.relowner, 'usage')) as owner
    from pg_roles r where r.rolname = current_user`);
  if (role && !role.powerful && !role.owner) return;
  const why = role?.powerful ? 'may bypass row-level security' : 'owns the tables';
  const message = `The application would work as ${role?.name}, which ${why}: it must work as smet_app`;
  throw new DatabaseUnavailable('unsafe-role', message);
}
