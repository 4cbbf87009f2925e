import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fromRoot } from './paths.mjs';

const SKIPPED = new Set(['node_modules', 'dist', '.next', 'e2e', 'results', 'next-env.d.ts']);

function* filesBelow(target) {
  const stat = fs.statSync(target, { throwIfNoEntry: false });
  if (!stat) return;
  if (stat.isFile()) {
    yield target;
    return;
  }
  const names = fs.readdirSync(target).sort();
  for (const name of names) if (!SKIPPED.has(name)) yield* filesBelow(path.join(target, name));
}

/**
 * A hash over the names and contents of files: what "stale" is decided by (times lie after a git checkout).
 * @param {string[]} targets files or folders below the project root
 */
export function fingerprint(targets) {
  const hash = createHash('sha256').update(process.version);
  for (const target of targets) {
    for (const file of filesBelow(fromRoot(target)))
      hash.update(path.relative(fromRoot(), file)).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * Does the work only when the fingerprint of its inputs differs from the one left by the last success.
 * @param {{ stamp: string, inputs: string[], work: () => Promise<void> }} step stamp is a file below the root
 * @returns {Promise<boolean>} whether the work was done
 */
export async function whenStale({ stamp, inputs, work }) {
  const file = fromRoot(stamp);
  const current = fingerprint(inputs);
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === current) return false;
  fs.rmSync(file, { force: true });
  await work();
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, current);
  return true;
}
