import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from './fail.mjs';

function ownerOf(file) {
  const pid = Number(fs.readFileSync(file, 'utf8'));
  if (!pid || pid === process.pid) return undefined;
  try {
    process.kill(pid, 0);
    // After a reboot the number may belong to another program: only a Node running our script counts.
    const cmdline = `/proc/${pid}/cmdline`;
    return fs.existsSync(cmdline) && !fs.readFileSync(cmdline, 'utf8').includes('start.mjs') ? undefined : pid;
  } catch (error) {
    return error.code === 'EPERM' ? pid : undefined;
  }
}

/**
 * One running SMET per data folder: two would share one PostgreSQL and stop it under each other.
 * @returns {() => void} gives the place back
 */
export function takePlace(dataDir) {
  const file = path.join(dataDir, 'start.pid');
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const pid = ownerOf(file);
    if (pid)
      throw new Refusal(
        `SMET already runs on ${dataDir} (process ${pid}): stop it or set SMET_DATA_DIR to another folder.`,
      );
    fs.writeFileSync(file, String(process.pid));
  }
  return () => fs.rmSync(file, { force: true });
}
