// `npm run bench`: the API beside bare handlers doing the same SQL, the engine and its layouts alone, a large estimate on
// the screen, a large table imported, and what the running whole weighs.
import { runScript } from './lib/fail.mjs';
import { fromRoot } from './lib/paths.mjs';
import { ensureBuilt, ensureInstalled } from './lib/prepare.mjs';
import { runNode } from './lib/run.mjs';

const PARTS = ['engine', 'layout', 'api', 'screen', 'documents', 'import', 'footprint'];

await runScript(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const named = process.argv.slice(2);
  for (const part of PARTS.filter((name) => named.length === 0 || named.includes(name))) {
    const { code } = await runNode(fromRoot('backend/bench', `${part}.mjs`));
    if (code !== 0) process.exitCode = 1;
  }
});
