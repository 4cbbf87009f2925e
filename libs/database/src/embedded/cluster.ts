import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { codeOf, DatabaseUnavailable } from '../errors.js';
import { handOver, type Account, type Place } from './account.js';

export const SUPERUSER = 'smet';
/** Major version of the packed server; a data folder of another one needs an export and an import. */
const MAJOR = '18';

export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

interface CommandResult {
  readonly code: number | null;
  readonly output: string;
}

/** Runs one of PostgreSQL's programs to its end, off the event loop. */
export function runProgram(program: string, args: string[], account: Account): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...account, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/**
 * Makes the cluster when there is none. It is made beside its place and moved there whole, password included, so that
 * a start killed in the middle leaves nothing that looks like a database, and of two twins one finds the other's.
 */
export async function ensureCluster(place: Place): Promise<{ password: string }> {
  const version = path.join(place.dataDir, 'PG_VERSION');
  if (!fs.existsSync(version)) await makeCluster(place);
  const major = fs.readFileSync(version, 'utf8').trim();
  if (major !== MAJOR) throw unusable(place.dataDir, `is of PostgreSQL ${major}, this is ${MAJOR}`);
  return { password: readPassword(place.dataDir) };
}

const PASSWORD_FILE = 'smet.password';

function readPassword(dataDir: string): string {
  try {
    return fs.readFileSync(path.join(dataDir, PASSWORD_FILE), 'utf8');
  } catch (cause) {
    throw unusable(dataDir, `holds no readable ${PASSWORD_FILE}`, cause);
  }
}

function unusable(dataDir: string, why: string, cause?: unknown): DatabaseUnavailable {
  const advice = 'choose another folder with SMET_DATA_DIR or set DATABASE_URL';
  return new DatabaseUnavailable('not-startable', `The data folder ${dataDir} ${why}: ${advice}`, { cause });
}

async function makeCluster({ dataDir, account, binaries }: Place): Promise<void> {
  if (fs.existsSync(dataDir) && fs.readdirSync(dataDir).length > 0) throw unusable(dataDir, 'holds other files');
  makeParent(dataDir);
  dropUnfinished(dataDir);
  const unfinished = `${dataDir}.new-${process.pid}`;
  const passwordFile = path.join(unfinished, PASSWORD_FILE);
  const cluster = path.join(unfinished, 'cluster');
  fs.mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  fs.writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  for (const target of [unfinished, passwordFile]) handOver(target, account);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${SUPERUSER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const { code, output } = await runProgram(binaries.initdb, ['-D', cluster, ...access, ...locale], account);
  if (code !== 0) throw unusable(dataDir, `cannot be filled (initdb: ${output.trim().split('\n').at(-1)})`);
  fs.renameSync(passwordFile, path.join(cluster, PASSWORD_FILE));
  moveIntoPlace(cluster, dataDir);
  fs.rmSync(unfinished, { recursive: true, force: true });
}

function makeParent(dataDir: string): void {
  try {
    fs.mkdirSync(path.dirname(dataDir), { recursive: true });
    fs.accessSync(path.dirname(dataDir), fs.constants.W_OK);
  } catch (cause) {
    throw unusable(dataDir, `cannot be made (${codeOf(cause)})`, cause);
  }
}

function moveIntoPlace(cluster: string, dataDir: string): void {
  try {
    if (fs.existsSync(dataDir)) fs.rmdirSync(dataDir);
    fs.renameSync(cluster, dataDir);
  } catch (error) {
    // A twin was first: its cluster is as good as ours.
    if (!fs.existsSync(path.join(dataDir, 'PG_VERSION'))) throw error;
  }
}

/** What a killed start left half made. */
function dropUnfinished(dataDir: string): void {
  const parent = path.dirname(dataDir);
  const prefix = `${path.basename(dataDir)}.new-`;
  for (const name of fs.readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    if (!isAlive(Number(name.slice(prefix.length))))
      fs.rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** The server that runs on this folder, if one does; a pid file left by a crash is not believed. */
export function runningServer(dataDir: string): RunningServer | undefined {
  const lines = readLines(path.join(dataDir, 'postmaster.pid'));
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return Number.isInteger(pid) && pid > 0 && isServerOf(pid, dataDir) ? { pid, port } : undefined;
}

/** Removes a pid file whose process is gone or is another program by now: PostgreSQL itself would refuse to start. */
export function forgetCrashedServer(dataDir: string): void {
  fs.rmSync(path.join(dataDir, 'postmaster.pid'), { force: true });
}

/** What the server writes to its log from now on, when asked. */
export function followLog(dataDir: string): () => string {
  const file = path.join(dataDir, 'server.log');
  const read = (): Buffer => (fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0));
  const before = read().length;
  return () => read().subarray(before).toString('utf8');
}

function isServerOf(pid: number, dataDir: string): boolean {
  try {
    process.kill(pid, 0);
    if (process.platform !== 'linux') return true;
    // A zombie or a recycled pid is not our server.
    const state = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '')[0];
    return state !== 'Z' && state !== 'X' && fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(dataDir);
  } catch {
    // No such process, or one of another account: either way not the server of a folder we may use.
    return false;
  }
}

function readLines(file: string): string[] {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : [];
}
