import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { password, people } from './system.ts';

const root = path.resolve(import.meta.dirname, '../..');
const dataDir = path.join(root, 'var/e2e-start');
const api = 'http://127.0.0.1:4201/api';
const env = {
  ...process.env,
  PORT: '4200',
  API_PORT: '4201',
  SANDBOX_AMOCRM_PORT: '4202',
  SANDBOX_MAIL_PORT: '4203',
  SANDBOX_MAIL_SMTP_PORT: '4204',
  SMTP_URL: '',
  PG_PORT: '15494',
  SMET_DATA_DIR: dataDir,
};

interface Started {
  process: ChildProcess;
  output: () => string;
  /** Process ids by name as the start command prints them. */
  pids: Record<string, number>;
}

/** Every start of these tests: one that fails half-way must not be left running. */
const launched: ChildProcess[] = [];

function launch(extra: Record<string, string> = {}): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: root, env: { ...env, ...extra } });
  launched.push(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, output: () => output };
}

const ended = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise<number | null>((resolve) => child.once('exit', resolve));

async function start(): Promise<Started> {
  const { child, output } = launch();
  await expect.poll(() => output().includes('Ctrl+C') || child.exitCode !== null, { timeout: 120_000 }).toBe(true);
  expect(child.exitCode, output()).toBeNull();
  const pids = Object.fromEntries(
    [...output().matchAll(/(api|worker|web|amocrm-stand-in|mail-catcher) (\d+)/g)].map((m) => [m[1], Number(m[2])]),
  );
  return { process: child, output, pids };
}

const postmaster = () => Number(fs.readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // a zombie still answers signals but holds nothing
    return !/\) Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function bearer(): Promise<Record<string, string>> {
  const response = await fetch(`${api}/v1/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: people.manager, password }),
  });
  const { accessToken } = (await response.json()) as { accessToken: string };
  return { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
}

async function createOrder(address: string): Promise<string> {
  const response = await fetch(`${api}/v1/orders`, {
    method: 'POST',
    headers: await bearer(),
    body: JSON.stringify({ client: { phone: '+7 000 555-01-01', name: 'Проверка запуска' }, address }),
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

async function addressOf(orderId: string): Promise<string> {
  const response = await fetch(`${api}/v1/orders/${orderId}`, { headers: await bearer() });
  expect(response.status).toBe(200);
  return ((await response.json()) as { address: string }).address;
}

// Whole systems start here, one beside the system under test.
test.describe.configure({ mode: 'serial', timeout: 300_000 });
test.describe('npm start', () => {
  let running: Started | undefined;
  let orderId = '';

  test.beforeAll(() => fs.rmSync(dataDir, { recursive: true, force: true }));
  test.afterAll(async () => {
    for (const child of launched) child.kill('SIGTERM');
    await Promise.all(launched.map(ended));
  });

  test('loses nothing acknowledged when everything is killed at once', async () => {
    running = await start();
    orderId = await createOrder('ул. Внезапная, 9');
    const pids = [running.process.pid!, ...Object.values(running.pids), postmaster()];
    expect(pids).toHaveLength(7);
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await ended(running.process);

    running = await start();
    expect(await addressOf(orderId)).toBe('ул. Внезапная, 9');
  });

  test('starts again a process that was killed alone, PostgreSQL included', async () => {
    process.kill(running!.pids['api']!, 'SIGKILL');
    await expect.poll(() => running!.output(), { timeout: 20_000 }).toContain('api ended (SIGKILL), starting it again');
    process.kill(postmaster(), 'SIGKILL');
    await expect
      .poll(async () => (await fetch(`${api}/health/ready`).catch(() => undefined))?.status, { timeout: 40_000 })
      .toBe(200);
    expect(await addressOf(orderId)).toBe('ул. Внезапная, 9');
  });

  test('refuses a second start on the same data folder and a taken port with one line', async () => {
    const twin = launch();
    expect(await ended(twin.child)).toBe(1);
    expect(twin.output().trim().split('\n')).toEqual([expect.stringContaining('already runs')]);

    const squatter = net.createServer().listen(4999, '127.0.0.1');
    const refused = launch({ PORT: '4999', SMET_DATA_DIR: path.join(root, 'var/e2e-start-2') });
    expect(await ended(refused.child)).toBe(1);
    squatter.close();
    expect(refused.output().trim()).toMatch(/^✗ Port 4999 \(web\) is taken: .*PORT/);
  });

  test('refuses a database that does not answer with one line', async () => {
    const refused = launch({
      DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:4998/smet',
      SMET_DATA_DIR: path.join(root, 'var/e2e-start-2'),
      PORT: '4990',
      API_PORT: '4991',
      SANDBOX_AMOCRM_PORT: '4992',
      SANDBOX_MAIL_PORT: '4993',
      SANDBOX_MAIL_SMTP_PORT: '4994',
    });
    expect(await ended(refused.child)).toBe(1);
    expect(refused.output().trim().split('\n')).toHaveLength(1);
    expect(refused.output()).toContain('DATABASE_URL');
    expect(refused.output()).not.toContain('secret');
  });

  test('Ctrl+C ends every process', async () => {
    const pids = [...Object.values(running!.pids), postmaster()];
    running!.process.kill('SIGINT');
    expect(await ended(running!.process)).toBe(0);
    expect(pids.filter(isAlive)).toEqual([]);
    running = undefined;
  });
});
