import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';

let folder: string;
let dataDir: string;
let port: number;
let running: EmbeddedPostgres | undefined;

beforeAll(async () => {
  // PostgreSQL's own account must be able to enter it.
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'smet-embedded-'));
  fs.chmodSync(folder, 0o755);
  dataDir = path.join(folder, 'data');
  port = await freePort();
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return free;
}

async function start(options: { onLost?: (error: Error) => void } = {}): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({ dataDir, port, ...options });
  return running;
}

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that starts the server and stays; ready when it has printed a line. */
async function startElsewhere(): Promise<ChildProcess> {
  const script = `
    import { startEmbeddedPostgres } from '@smet/database';
    await startEmbeddedPostgres(${JSON.stringify({ dataDir, port })});
    console.log('ready');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

function urlOfRunning(): string {
  const password = fs.readFileSync(path.join(dataDir, 'smet.password'), 'utf8');
  return `postgres://smet:${password}@127.0.0.1:${port}/smet`;
}

const serverPid = (): number => Number(fs.readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);

describe('startEmbeddedPostgres', () => {
  it('makes a database, keeps it over a stop and leaves nothing else', async () => {
    const first = await start();
    expect(first.adopted).toBe(false);
    await query(first.url, `create table kept as select 'row' as value`);
    await first.stop();
    await expect(query(first.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    const second = await start();
    expect(await query(second.url, 'select value from kept')).toEqual([{ value: 'row' }]);
    expect(fs.readdirSync(folder)).toEqual(['data']);
  });

  it('serves one process at a time, and says so to a second one', async () => {
    await start();
    await expect(startEmbeddedPostgres({ dataDir, port })).rejects.toMatchObject({
      problem: 'in-use',
      message: `SMET already runs with the data folder ${dataDir}: stop it first or choose another folder with SMET_DATA_DIR`,
    });
  });

  it('takes over the server of a killed process', async () => {
    const killed = await startElsewhere();
    const pid = serverPid();
    await kill(killed);
    const server = await start();
    expect(server.adopted).toBe(true);
    expect(serverPid()).toBe(pid);
    expect(await query(server.url, 'select value from kept')).toEqual([{ value: 'row' }]);
  });

  it('recovers when server and process were killed, with every committed row', async () => {
    const killed = await startElsewhere();
    await query(urlOfRunning(), `insert into kept values ('committed')`);
    process.kill(serverPid(), 'SIGKILL');
    await kill(killed);
    const server = await start();
    expect(server.adopted).toBe(false);
    expect(await query(server.url, `select value from kept where value = 'committed'`)).toHaveLength(1);
  });

  it('tells when the server is lost', async () => {
    const lost = new Promise<Error>((resolve) => {
      void start({ onLost: resolve }).then(() => process.kill(serverPid(), 'SIGKILL'));
    });
    expect((await lost).message).toMatch(/terminat|ECONNRESET/);
    const again = await startEmbeddedPostgres({ dataDir, port });
    expect(await query(again.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    running = again;
  });

  it('does not believe a pid file of another program', async () => {
    fs.writeFileSync(path.join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n0\n${port}\n\n\n\n`);
    expect((await start()).adopted).toBe(false);
  });

  it('names the taken port and the setting', async () => {
    const other = net.createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    try {
      await expect(startEmbeddedPostgres({ dataDir, port, portSetting: 'PG_PORT' })).rejects.toMatchObject({
        problem: 'port-taken',
        message: `Port ${port} for PostgreSQL cannot be used (Address already in use): set PG_PORT to a free one`,
      });
    } finally {
      other.close();
      await once(other, 'close');
    }
  });

  it('touches no folder that holds other files', async () => {
    const theirs = path.join(folder, 'theirs');
    fs.mkdirSync(theirs);
    fs.writeFileSync(path.join(theirs, 'letter.txt'), 'dear');
    await expect(startEmbeddedPostgres({ dataDir: theirs, port })).rejects.toThrow(/holds other files/);
    expect(fs.readFileSync(path.join(theirs, 'letter.txt'), 'utf8')).toBe('dear');
  });
});
