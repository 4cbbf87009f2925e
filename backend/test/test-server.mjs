import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { migrate, startEmbeddedPostgres } from '@smet/database';
import pg from 'pg';

const root = path.resolve(import.meta.dirname, '../..');
/** Two runs at once make the template one after the other. */
const TEMPLATE_LOCK = 7_283_003;

/**
 * Starts (or joins) the test server in var/pg-test and makes sure of the template database. Several runs may share the
 * server: the last one stops it, and each cleans up what dead runs left.
 * @returns {Promise<{ url: string, template: string, stop(): Promise<void> }>}
 */
export async function startTestServer() {
  const server = await startEmbeddedPostgres({
    dataDir: path.join(root, 'var/pg-test'),
    port: Number(process.env['SMET_TEST_PG_PORT'] ?? 15499),
    portSetting: 'SMET_TEST_PG_PORT',
    database: 'postgres',
    shared: true,
    // Speed over safety: the data is worth nothing after the run.
    settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=400'],
    onNotice: (message) => console.warn(message),
  });
  try {
    return { url: server.url, template: await prepareTemplate(server.url), stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function prepareTemplate(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await dropLeftovers(client);
    const template = `template_${schemaFingerprint()}`;
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (!rowCount) await makeTemplate(client, url, template);
    return template;
  } finally {
    await client.end();
  }
}

async function makeTemplate(client, url, template) {
  const unfinished = `unfinished_${process.pid}`;
  await client.query(`create database ${unfinished}`);
  await migrate(url.replace(/\/postgres$/, `/${unfinished}`));
  await client.query(`alter database ${unfinished} rename to ${template}`);
}

/** Databases carry the id of the process that made them; older templates go when nobody clones them any more. */
async function dropLeftovers(client) {
  const { rows } = await client.query(
    `select datname as name from pg_database where datname ~ '^(test|unfinished)_[0-9]+'`,
  );
  for (const { name } of rows) {
    if (!isAlive(Number(name.split('_')[1]))) await client.query(`drop database if exists ${name} with (force)`);
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Of everything that shapes the schema: the template is made again when any of it changed. */
function schemaFingerprint() {
  const dist = path.join(root, 'libs/database/dist');
  const hash = createHash('sha256');
  const folder = path.join(dist, 'migrations');
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.js'));
  for (const file of files.sort()) hash.update(fs.readFileSync(path.join(folder, file)));
  for (const file of ['migrate.js', 'roles.js']) hash.update(fs.readFileSync(path.join(dist, file)));
  return hash.digest('hex').slice(0, 16);
}
