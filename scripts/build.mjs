import { runScript } from './lib/fail.mjs';
import { ensureBuilt, ensureInstalled } from './lib/prepare.mjs';

await runScript(async () => {
  await ensureInstalled();
  await ensureBuilt();
});
