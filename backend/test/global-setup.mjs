import { startTestServer } from './test-server.mjs';

/** One PostgreSQL for the run, with a migrated template database that every test file clones. */
export default async function globalSetup() {
  const server = await startTestServer();
  process.env['SMET_TEST_DATABASE_URL'] = server.url;
  process.env['SMET_TEST_TEMPLATE'] = server.template;
  globalThis.smetTestServer = server;
}
