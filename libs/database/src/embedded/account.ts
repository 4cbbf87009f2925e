import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { DatabaseUnavailable } from '../errors.js';
import { binariesAt, type Binaries } from './binaries.js';

/** Empty for an ordinary user: the server then runs as whoever started SMET. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

export interface Place {
  readonly account: Account;
  readonly binaries: Binaries;
  readonly dataDir: string;
}

type Notice = (message: string) => void;

/** Where the unprivileged account can always go; used when the project lies under a closed folder such as /root. */
const SHARED_ROOT = '/var/lib/smet';

/**
 * Decides as whom the server runs and from where. PostgreSQL refuses to run as root, so root lends it an existing
 * account; what that account cannot enter is copied or moved under /var/lib/smet, with a notice.
 */
export function choosePlace(binaries: Binaries, requestedDir: string, notice: Notice): Place {
  if (process.getuid?.() !== 0) {
    refuseForeignDirectory(requestedDir);
    return { account: {}, binaries, dataDir: requestedDir };
  }
  const account = ownerOf(requestedDir) ?? unprivilegedAccount();
  return {
    account,
    binaries: reachableBinaries(binaries, account, notice),
    dataDir: reachableDirectory(requestedDir, account, notice),
  };
}

/** Gives a path to the account; nothing to do for an ordinary user. */
export function handOver(target: string, { uid, gid }: Account): void {
  if (uid !== undefined && gid !== undefined) fs.chownSync(target, uid, gid);
}

function refuseForeignDirectory(dataDir: string): void {
  const stat = fs.statSync(dataDir, { throwIfNoEntry: false });
  if (!stat || process.platform === 'win32' || stat.uid === process.getuid?.()) return;
  const advice = 'start SMET as that account or choose another folder with SMET_DATA_DIR';
  throw new DatabaseUnavailable('not-startable', `The data folder ${dataDir} belongs to user ${stat.uid}: ${advice}`);
}

/** A folder an ordinary user started with goes on under that user when root starts SMET once. */
function ownerOf(dataDir: string): Account | undefined {
  const stat = fs.statSync(dataDir, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : undefined;
}

function unprivilegedAccount(): Account {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  const advice = 'create a user named postgres, start SMET as an ordinary user or set DATABASE_URL';
  throw new DatabaseUnavailable(
    'not-startable',
    `PostgreSQL does not run as root and there is no other account: ${advice}`,
  );
}

function canExecute(target: string, account: Account): boolean {
  return spawnSync('sh', ['-c', 'test -x "$1"', 'sh', target], { ...account, cwd: '/' }).status === 0;
}

function reachableBinaries(binaries: Binaries, account: Account, notice: Notice): Binaries {
  if (canExecute(binaries.initdb, account)) return binaries;
  const { size, mtimeMs } = fs.statSync(binaries.initdb);
  const copy = path.join(SHARED_ROOT, `postgres-${fingerprint(`${binaries.root} ${size} ${mtimeMs}`)}`);
  if (!fs.existsSync(copy)) {
    notice(`PostgreSQL's account cannot enter ${binaries.root}: its programs are copied to ${copy}`);
    makeOpenDirectory(SHARED_ROOT);
    const unfinished = `${copy}.${process.pid}`;
    fs.cpSync(binaries.root, unfinished, { recursive: true, verbatimSymlinks: true });
    fs.chmodSync(unfinished, 0o755);
    fs.renameSync(unfinished, copy);
  }
  return binariesAt(copy);
}

function reachableDirectory(requestedDir: string, account: Account, notice: Notice): string {
  const parent = path.dirname(requestedDir);
  fs.mkdirSync(parent, { recursive: true });
  if (canExecute(parent, account)) return requestedDir;
  const moved = path.join(SHARED_ROOT, `data-${fingerprint(requestedDir)}`);
  makeOpenDirectory(SHARED_ROOT);
  notice(`PostgreSQL's account cannot enter ${parent}: the database lies in ${moved}`);
  return moved;
}

function makeOpenDirectory(directory: string): void {
  fs.mkdirSync(directory, { recursive: true });
  fs.chmodSync(directory, 0o755);
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
