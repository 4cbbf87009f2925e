import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from './fail.mjs';
import { fromRoot } from './paths.mjs';
import { runNode } from './run.mjs';

const WATCH_EVERY_MS = 2_000;

async function prepare(url, { demo }) {
  const { migrate } = await import('@smet/database');
  const { applied } = await migrate(url);
  if (applied.length > 0) console.log(`• database: ${applied.length} migrations applied`);
  if (!demo) return;
  const { code, output } = await runNode(fromRoot('backend/dist/demo.js'), [], {
    quiet: true,
    env: { DATABASE_URL: url },
  });
  if (code !== 0) throw new Refusal(`loading the demo organization failed:\n${output}`);
  if (output.trim()) console.log(`• ${output.trim()}`);
}

/**
 * The database of this SMET: the one named by DATABASE_URL, or an embedded PostgreSQL in the data folder; migrated,
 * with the demo organization on the first run.
 * @returns {Promise<{ url: string, stop: () => Promise<void>, watch: (wanted: () => boolean) => void }>}
 *   watch starts a PostgreSQL of ours again when it has been killed
 */
export async function startDatabase(settings) {
  if (settings.databaseUrl) {
    await prepare(settings.databaseUrl, settings);
    return { url: settings.databaseUrl, stop: async () => undefined, watch: () => undefined };
  }
  const { startEmbeddedPostgres } = await import('@smet/database');
  const password = ownPassword(settings.dataDir);
  const options = {
    dataDir: path.join(settings.dataDir, 'postgres'),
    port: settings.ports.postgres,
    database: 'smet',
    password,
  };
  let server = await startEmbeddedPostgres(options);
  await prepare(server.url, settings);
  const watch = (wanted) => {
    const timer = setInterval(async () => {
      if (!wanted() || server.isRunning()) return;
      console.log('• PostgreSQL ended, starting it again');
      clearInterval(timer);
      try {
        server = await startEmbeddedPostgres(options);
        watch(wanted);
      } catch (error) {
        console.error(`✗ PostgreSQL does not start: ${error.message}`);
        process.kill(process.pid, 'SIGTERM');
      }
    }, WATCH_EVERY_MS);
    timer.unref();
  };
  return { url: server.url, stop: () => server.stop(), watch };
}

function ownPassword(dataDir) {
  const file = path.join(dataDir, 'postgres.password');
  if (!fs.existsSync(file)) fs.writeFileSync(file, crypto.randomUUID(), { mode: 0o600 });
  return fs.readFileSync(file, 'utf8').trim();
}
