import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { DatabaseUnavailable } from '../errors.js';
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
 * Makes the cluster when there is none. It is made beside its place and moved there whole, so that a start killed in
 * the middle leaves nothing that looks like a database.
 */
export async function ensureCluster(place: Place): Promise<{ password: string }> {
  const version = path.join(place.dataDir, 'PG_VERSION');
  if (!fs.existsSync(version)) return { password: await makeCluster(place) };
  const major = fs.readFileSync(version, 'utf8').trim();
  if (major !== MAJOR) {
    const advice = 'choose another folder with SMET_DATA_DIR or set DATABASE_URL';
    throw new DatabaseUnavailable(
      'not-startable',
      `${place.dataDir} is of PostgreSQL ${major}, this is ${MAJOR}: ${advice}`,
    );
  }
  return { password: readPassword(place.dataDir) };
}

const passwordFile = (dataDir: string): string => `${dataDir}.password`;

function readPassword(dataDir: string): string {
  try {
    return fs.readFileSync(passwordFile(dataDir), 'utf8');
  } catch (cause) {
    const message = `The password of the database in ${dataDir} cannot be read from ${passwordFile(dataDir)}`;
    throw new DatabaseUnavailable('not-startable', message, { cause });
  }
}

async function makeCluster({ dataDir, account, binaries }: Place): Promise<string> {
  const unfinished = `${dataDir}.new`;
  const handed = path.join(unfinished, 'password');
  const cluster = path.join(unfinished, 'cluster');
  const password = randomBytes(24).toString('hex');
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  fs.writeFileSync(handed, password, { mode: 0o600 });
  for (const target of [unfinished, handed]) handOver(target, account);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${SUPERUSER}`, '--auth=scram-sha-256', `--pwfile=${handed}`];
  const { code, output } = await runProgram(binaries.initdb, ['-D', cluster, ...access, ...locale], account);
  if (code !== 0) throw new DatabaseUnavailable('not-startable', `initdb failed in ${dataDir}: ${lastLines(output)}`);
  fs.writeFileSync(passwordFile(dataDir), password, { mode: 0o600 });
  fs.rmSync(dataDir, { recursive: true, force: true });
  fs.renameSync(cluster, dataDir);
  fs.rmSync(unfinished, { recursive: true, force: true });
  return password;
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

export function logTail(dataDir: string): string {
  return lastLines(readLines(path.join(dataDir, 'server.log')).join('\n'));
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

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-3).join(' | ');
}
