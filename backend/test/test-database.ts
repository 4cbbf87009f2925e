import { openDataSource, type ConnectionOptions } from '@smet/database';
import pg from 'pg';
import type { DataSource } from 'typeorm';

export interface TestDatabase {
  /** Of the owner; lower it with a role, as the application does. */
  readonly url: string;
  /** A connection of the owner: row-level security does not bind it. Closed by `drop`. */
  readonly owner: pg.Client;
  /** A data source as the application has it (role smet_app unless told otherwise). Closed by `drop`. */
  dataSource(options?: Partial<ConnectionOptions>): Promise<DataSource>;
  drop(): Promise<void>;
}

let made = 0;

/** A fresh migrated database for one test file, cloned from the template; call `drop` in afterAll. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url: serverUrl, template } = testServer();
  const name = `test_${process.pid}_${process.env['JEST_WORKER_ID'] ?? 1}_${Date.now().toString(36)}_${++made}`;
  await administer(serverUrl, `create database ${name} template ${template}`);
  const url = serverUrl.replace(/\/postgres$/, `/${name}`);
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const opened: DataSource[] = [];
  return {
    url,
    owner,
    dataSource: async (options = {}) => {
      const dataSource = await openDataSource({ url, role: 'smet_app', poolSize: 5, ...options });
      opened.push(dataSource);
      return dataSource;
    },
    drop: async () => {
      for (const dataSource of opened) if (dataSource.isInitialized) await dataSource.destroy();
      await owner.end();
      await administer(serverUrl, `drop database ${name} with (force)`);
    },
  };
}

/** An empty database without the schema, for tests of migrating; drop it with the returned function. */
export async function createEmptyDatabase(owner?: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const { url: serverUrl } = testServer();
  const name = `test_${process.pid}_${process.env['JEST_WORKER_ID'] ?? 1}_${Date.now().toString(36)}_empty_${++made}`;
  await administer(serverUrl, `create database ${name}${owner ? ` owner ${owner}` : ''}`);
  return {
    url: serverUrl.replace(/\/postgres$/, `/${name}`),
    drop: () => administer(serverUrl, `drop database ${name} with (force)`),
  };
}

/** Runs one statement on the test server as its superuser, outside of the test databases. */
export async function administer(serverUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

export function testServer(): { url: string; template: string } {
  const url = process.env['SMET_TEST_DATABASE_URL'];
  const template = process.env['SMET_TEST_TEMPLATE'];
  if (!url || !template) throw new Error('no test server: run with SMET_TESTS=integration, see jest.config.mjs');
  return { url, template };
}
