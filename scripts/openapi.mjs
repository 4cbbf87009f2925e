// Writes libs/api-client/openapi.json and the types generated from it; with --check only compares (CI).
import fs from 'node:fs';
import { Refusal, runScript } from './lib/fail.mjs';
import { fromRoot } from './lib/paths.mjs';
import { buildBackend, buildLibs, ensureInstalled } from './lib/prepare.mjs';
import { runNode } from './lib/run.mjs';

const DOCUMENT = fromRoot('libs/api-client/openapi.json');
const TYPES = fromRoot('libs/api-client/src/schema.ts');

async function generate(file) {
  const entry = fromRoot('backend/dist/openapi.js');
  const { code, output } = await runNode(entry, [file], { quiet: true });
  if (code !== 0) throw new Refusal(`${entry} failed:\n${output}`);
  // Not before the dependencies are there.
  const { apiTypes } = await import('./lib/api-types.mjs');
  return { document: fs.readFileSync(file, 'utf8'), types: await apiTypes(file) };
}

await runScript(async () => {
  await ensureInstalled();
  await buildLibs();
  await buildBackend();
  fs.mkdirSync(fromRoot('var'), { recursive: true });
  const { document, types } = await generate(fromRoot('var/openapi.json'));
  if (process.argv.includes('--check')) {
    const same = fs.readFileSync(DOCUMENT, 'utf8') === document && fs.readFileSync(TYPES, 'utf8') === types;
    if (!same)
      throw new Refusal('libs/api-client does not match the code: run `npm run openapi` and commit the result.');
    return;
  }
  fs.writeFileSync(DOCUMENT, document);
  fs.writeFileSync(TYPES, types);
});
