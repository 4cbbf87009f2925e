import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { transformFile } from '@swc/core';
import { Api, startTest } from '../../test/api.js';
import { StateFileError, startAmocrmSandbox } from './index.js';

const TOKEN = 'demo-long-lived-token';
const SOURCE = path.dirname(fileURLToPath(import.meta.url));
/** Inside the package, so that the child finds its dependencies; `dist` is ignored by git. */
const COMPILED = path.join(SOURCE, '../../dist/.killed');

describe('state of the stand-in', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'smet-sandbox-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is the same after a restart, ids go on, and the account is not seeded again', async () => {
    const stateFile = path.join(folder, 'deep', 'restart.json');
    const first = await startTest({ stateFile, account: { name: 'Своя' } });
    const id = await first.api.create('leads', { name: 'До перезапуска', price: 5 });
    const before = (await first.api.get(`/api/v4/leads/${id}`)).json;
    await first.sandbox.close();
    const second = await startTest({ stateFile });
    const after = (await second.api.get(`/api/v4/leads/${id}`)).json;
    expect(withoutLinks(after)).toEqual(withoutLinks(before));
    expect((await second.api.get('/api/v4/account')).json['name']).toBe('Своя');
    expect(await second.api.create('leads', {})).toBeGreaterThan(id);
    await second.sandbox.close();
  });

  it('has every acknowledged write in the file, though many come at once', async () => {
    const stateFile = path.join(folder, 'many.json');
    const { sandbox, api } = await startTest({ stateFile });
    const names = Array.from({ length: 40 }, (_unused, index) => `Сделка ${index}`);
    await Promise.all(
      names.map(async (name) => {
        const id = await api.create('leads', { name });
        const saved = JSON.parse(await readFile(stateFile, 'utf8')) as { leads: Record<string, { name: string }> };
        expect(saved.leads[String(id)]?.name).toBe(name);
      }),
    );
    await sandbox.close();
    expect((await readdir(folder)).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });

  it('refuses a file that is not a state of ours and leaves it alone', async () => {
    const stateFile = path.join(folder, 'alien.json');
    await writeFile(stateFile, '{"leads":');
    await expect(startAmocrmSandbox({ port: 0, stateFile })).rejects.toThrow(StateFileError);
    expect(await readFile(stateFile, 'utf8')).toBe('{"leads":');
  });
});

describe('the process of the stand-in', () => {
  let folder: string;
  let children: ChildProcess[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'smet-sandbox-'));
    await compile(SOURCE, COMPILED);
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
    await rm(COMPILED, { recursive: true, force: true });
  });

  it('keeps an acknowledged write through kill -9', async () => {
    const state = path.join(folder, 'killed.json');
    const first = await launch({ SANDBOX_AMOCRM_STATE: state });
    const id = await first.api.create('leads', { name: 'Пережила' });
    const gone = once(first.child, 'exit');
    first.child.kill('SIGKILL');
    await gone;
    const second = await launch({ SANDBOX_AMOCRM_STATE: state });
    expect((await second.api.get(`/api/v4/leads/${id}`)).json['name']).toBe('Пережила');
  });

  it('ends with 0 on SIGTERM', async () => {
    const { child } = await launch({});
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await gone).toEqual([0, null]);
  });

  it('says in one line that its port is taken and exits with 1', async () => {
    const { api } = await launch({});
    const { port } = new URL(api.url);
    const child = start({ SANDBOX_AMOCRM_PORT: port });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(said).toBe(`amoCRM stand-in: port ${port} is taken. Stop what uses it or set SANDBOX_AMOCRM_PORT.\n`);
  });

  function start(env: Record<string, string>): ChildProcess {
    const child = spawn(process.execPath, [path.join(COMPILED, 'main.js')], {
      env: { PATH: process.env['PATH'], SANDBOX_AMOCRM_PORT: '0', SANDBOX_AMOCRM_TOKEN: TOKEN, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children = [...children, child];
    return child;
  }

  async function launch(env: Record<string, string>): Promise<{ child: ChildProcess; api: Api }> {
    const child = start(env);
    const [chunk] = (await once(child.stdout ?? child, 'data')) as [Buffer];
    const url = /http:\S+/.exec(chunk.toString())?.[0] ?? '';
    return { child, api: new Api(url, TOKEN) };
  }
});

/** Links carry the port, which is another one after a restart. */
function withoutLinks(row: object): [string, unknown][] {
  return Object.entries(row).filter(([key]) => key !== '_links');
}

/** The sources as they are now, without types: the child must not depend on an older build. */
async function compile(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await compile(source, target);
    else if (!entry.name.endsWith('.spec.ts')) {
      const { code } = await transformFile(source, {
        configFile: false,
        swcrc: false,
        jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
        module: { type: 'es6' },
      });
      await writeFile(target.replace(/\.ts$/, '.js'), code);
    }
  }
}
