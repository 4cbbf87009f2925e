import path from 'node:path';
import { Refusal } from './fail.mjs';
import { fromRoot } from './paths.mjs';
import { runNode } from './run.mjs';

async function prepare(url, { demo, env }) {
  const { migrate } = await import('@smet/database');
  const { applied } = await migrate(url);
  if (applied.length > 0) console.log(`• database: ${applied.length} migrations applied`);
  if (!demo) return;
  const { code, output } = await runNode(fromRoot('backend/dist/demo.js'), [], { quiet: true, env: env(url) });
  if (code !== 0) throw new Refusal(`loading the demo organization failed:\n${output}`);
  if (output.trim()) console.log(`• ${output.trim()}`);
}

/**
 * The database of this SMET: the one named by DATABASE_URL, or an embedded PostgreSQL in the data folder; migrated,
 * with the demo organization on the first run.
 * @param {object} settings see readSettings
 * @param {{ env: (url: string) => Record<string, string>, onLost: (error: Error) => void }} hooks env is the environment of
 *   the processes that use the database; onLost is told when a PostgreSQL of ours cannot be brought back
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startDatabase(settings, { env, onLost }) {
  if (settings.databaseUrl) {
    await prepare(settings.databaseUrl, { ...settings, env });
    return { url: settings.databaseUrl, stop: async () => undefined };
  }
  const { startEmbeddedPostgres } = await import('@smet/database');
  let server;
  const launch = async () => {
    server = await startEmbeddedPostgres({
      dataDir: path.join(settings.dataDir, 'postgres'),
      port: settings.ports.postgres,
      onNotice: (message) => console.log(`• ${message}`),
      onLost: () => {
        console.log('• PostgreSQL ended, starting it again');
        launch().catch(onLost);
      },
    });
  };
  await launch();
  await prepare(server.url, { ...settings, env });
  return { url: server.url, stop: () => server.stop() };
}
