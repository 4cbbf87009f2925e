import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { codeOf, DatabaseUnavailable } from '../errors.js';
import { choosePlace, type Place } from './account.js';
import { findBinaries } from './binaries.js';
import { ensureCluster, followLog, forgetCrashedServer, runningServer, runProgram, SUPERUSER } from './cluster.js';

export interface EmbeddedPostgresOptions {
  /** Made when missing; relative to the working folder. */
  readonly dataDir: string;
  readonly port: number;
  /** Name of the setting that changes the port, for the message when it is taken. Default PG_PORT. */
  readonly portSetting?: string;
  /** Made when missing. Default smet. */
  readonly database?: string;
  /** Server settings as `name=value`. */
  readonly settings?: readonly string[];
  /** Several processes may use the server and the last one stops it (tests). Default: one process, others are refused. */
  readonly shared?: boolean;
  /** Told when something had to be placed elsewhere. */
  readonly onNotice?: (message: string) => void;
  /** Told when the server went away without `stop`. */
  readonly onLost?: (error: Error) => void;
}

export interface EmbeddedPostgres {
  /** Of the superuser; the application lowers itself to smet_app, see `createDataSource`. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** True when the server was already running, left by a process that was killed. */
  readonly adopted: boolean;
  stop(): Promise<void>;
}

/** Session lock in the database `postgres`: whoever holds it uses the data folder; it goes with the process. */
const USE_LOCK = 7_283_001;
const START_ATTEMPTS = 20;
const RETRY_MS = 250;

/**
 * Starts PostgreSQL on the data folder or takes over the one a killed process left running there.
 * @throws DatabaseUnavailable with one line that says what is wrong and what to do
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const notice = options.onNotice ?? (() => undefined);
  const place = choosePlace(await findBinaries(), path.resolve(options.dataDir), notice);
  const { password } = await ensureCluster(place);
  const urlOf = (port: number, database: string): string =>
    `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
  for (let attempt = 1; ; attempt++) {
    const server = await startOrAdopt(place, options);
    const holder = await takeUse(urlOf(server.port, 'postgres'), options.shared ?? false);
    if (holder) return serve({ place, options, holder, server, urlOf });
    if (!options.shared) throw inUse(place.dataDir);
    // The last user is stopping the server: start it again once it is down.
    if (attempt === START_ATTEMPTS) throw inUse(place.dataDir);
    await delay(RETRY_MS);
  }
}

interface Serving {
  place: Place;
  options: EmbeddedPostgresOptions;
  holder: pg.Client;
  server: { port: number; adopted: boolean };
  urlOf: (port: number, database: string) => string;
}

async function serve({ place, options, holder, server, urlOf }: Serving): Promise<EmbeddedPostgres> {
  const database = options.database ?? 'smet';
  let stopping = false;
  let lost = false;
  holder.removeAllListeners('error');
  // A broken connection may complain more than once; the server is lost once.
  holder.on('error', (error) => {
    if (stopping || lost) return;
    lost = true;
    options.onLost?.(error);
  });
  await ensureDatabase(holder, database);
  return {
    url: urlOf(server.port, database),
    port: server.port,
    dataDir: place.dataDir,
    adopted: server.adopted,
    stop: async () => {
      if (stopping) return;
      stopping = true;
      if (options.shared && !(await becomesLastUser(holder))) return;
      await stopServer(place, holder);
    },
  };
}

async function stopServer(place: Place, holder: pg.Client): Promise<void> {
  // The lock is held until the server is down: the connection ends with it.
  const ended = new Promise<void>((resolve) => holder.once('end', () => resolve()));
  const args = ['stop', '-D', place.dataDir, '-m', 'fast', '-w', '-t', '60'];
  const { code, output } = await runProgram(place.binaries.pgCtl, args, place.account);
  if (code !== 0 && runningServer(place.dataDir)) throw new Error(`PostgreSQL did not stop: ${output.trim()}`);
  await ended;
}

/** Trades the shared lock for the exclusive one; false when others still use the server. */
async function becomesLastUser(holder: pg.Client): Promise<boolean> {
  await holder.query('select pg_advisory_unlock_shared($1)', [USE_LOCK]);
  if (await tryLock(holder, 'pg_try_advisory_lock')) return true;
  await holder.end();
  return false;
}

async function tryLock(
  client: pg.Client,
  lock: 'pg_try_advisory_lock' | 'pg_try_advisory_lock_shared',
): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(`select ${lock}($1) as taken`, [USE_LOCK]);
  return rows[0]?.taken ?? false;
}

/** A connection that holds the data folder for this process, or undefined when another one does. */
async function takeUse(url: string, shared: boolean): Promise<pg.Client | undefined> {
  const client = await connectPatiently(url);
  if (await tryLock(client, shared ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock')) return client;
  await client.end();
  return undefined;
}

/** A server taken over may still be recovering, or an old one shutting down. */
async function connectPatiently(url: string): Promise<pg.Client> {
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 5000,
      application_name: 'smet-holder',
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      const transient = ['57P03', 'ECONNREFUSED', 'ECONNRESET'].includes(codeOf(error) ?? '');
      if (!transient || attempt === START_ATTEMPTS) throw error;
      await delay(RETRY_MS);
    }
  }
}

async function startOrAdopt(
  place: Place,
  options: EmbeddedPostgresOptions,
): Promise<{ port: number; adopted: boolean }> {
  for (let attempt = 1; ; attempt++) {
    const alive = runningServer(place.dataDir);
    if (alive) return { port: alive.port, adopted: true };
    forgetCrashedServer(place.dataDir);
    const log = followLog(place.dataDir);
    const { code } = await runProgram(place.binaries.pgCtl, startArguments(place, options), place.account);
    if (code === 0) return { port: options.port, adopted: false };
    // Children of a killed server need a moment to notice it; a twin start may have been first.
    const reason = log();
    const passing = /shared memory block|lock file/.test(reason) || runningServer(place.dataDir);
    if (!passing || attempt === START_ATTEMPTS) throw notStarted(place.dataDir, options, reason);
    await delay(RETRY_MS);
  }
}

function notStarted(
  dataDir: string,
  { port, portSetting = 'PG_PORT' }: EmbeddedPostgresOptions,
  reason: string,
): Error {
  const bind = /could not bind .*: (.*)/.exec(reason)?.[1];
  if (bind) {
    const message = `Port ${port} for PostgreSQL cannot be used (${bind}): set ${portSetting} to a free one`;
    return new DatabaseUnavailable('port-taken', message);
  }
  const last = reason.trim().split('\n').slice(-3).join(' | ');
  return new DatabaseUnavailable('not-startable', `PostgreSQL does not start in ${dataDir}: ${last}`);
}

/** pg_ctl gives the server its own session, so that Ctrl+C does not reach it before the application has drained. */
function startArguments({ dataDir }: Place, { port, settings = [] }: EmbeddedPostgresOptions): string[] {
  const given = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings];
  const flags = [`-p ${port}`, ...given.map((setting) => `-c ${setting}`)].join(' ');
  return ['start', '-D', dataDir, '-w', '-t', '60', '-l', path.join(dataDir, 'server.log'), '-o', flags];
}

function inUse(dataDir: string): DatabaseUnavailable {
  const advice = 'stop it first or choose another folder with SMET_DATA_DIR';
  return new DatabaseUnavailable('in-use', `SMET already runs with the data folder ${dataDir}: ${advice}`);
}

async function ensureDatabase(client: pg.Client, name: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (rowCount) return;
  try {
    await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    // A twin made it in the same moment.
    if (!['42P04', '23505'].includes(codeOf(error) ?? '')) throw error;
  }
}
