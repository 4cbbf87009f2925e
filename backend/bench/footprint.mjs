// What the running whole weighs: memory of every process at rest, and the JavaScript of the orders page's first load.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { startSystem, stopSystem } from './whole-system.mjs';

const SETTLE_MS = 20_000;
const KB = 1024;
const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Proportional set size in bytes: shared pages are divided among those who share them. Linux only. */
function pssOf(pid) {
  try {
    const rollup = fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) * KB;
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return 0;
    throw error;
  }
}

function processes() {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8');
        const command = fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        return [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]), command }];
      } catch {
        return []; // ended between the two looks
      }
    });
}

function memoryBelow(roots) {
  const all = processes();
  const wanted = new Set(roots);
  // children follow their parents in a few rounds
  for (let size = 0; size !== wanted.size;) {
    size = wanted.size;
    for (const { pid, parent } of all) if (wanted.has(parent)) wanted.add(pid);
  }
  return all
    .filter(({ pid }) => wanted.has(pid))
    .map(({ pid, command }) => ({ name: nameOf(command), bytes: pssOf(pid) }));
}

function nameOf(command) {
  const known = {
    'start.mjs': 'supervisor',
    sandbox: 'amoCRM stand-in',
    'backend/dist/main': 'api',
    'backend/dist/worker': 'worker',
    next: 'web',
    postgres: 'PostgreSQL',
  };
  return Object.entries(known).find(([part]) => command.includes(part))?.[1] ?? command.slice(0, 40);
}

async function firstLoadScripts() {
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage();
    await page.goto(`${system.url}/sign-in`);
    await page.getByLabel('Электронная почта').fill('manager@demo.smet.local');
    await page.getByLabel('Пароль', { exact: true }).fill('demo-smet-2026');
    await page.getByRole('button', { name: 'Войти' }).click();
    await page.getByRole('heading', { name: 'Заказы' }).waitFor();
    const fresh = await browser.newPage({ storageState: await page.context().storageState() });
    const sizes = [];
    fresh.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        sizes.push(response.body().then((body) => gzipSync(body).length));
    });
    await fresh.goto(`${system.url}/orders`, { waitUntil: 'networkidle' }).catch(() => fresh.waitForLoadState('load'));
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  } finally {
    await browser.close();
  }
}

const system = await startSystem('bench-footprint', { web: 3921, postgres: 15492 });
try {
  const postmaster = Number(
    fs.readFileSync(path.join(system.dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0],
  );
  await delay(SETTLE_MS);
  const parts = new Map();
  for (const { name, bytes } of memoryBelow([system.child.pid, postmaster]))
    parts.set(name, (parts.get(name) ?? 0) + bytes);
  const total = [...parts.values()].reduce((sum, bytes) => sum + bytes, 0);
  const listed = [...parts].map(([name, bytes]) => `${name} ${Math.round(bytes / KB / KB)}`).join(', ');
  console.log(`idle memory of everything: ${Math.round(total / KB / KB)} MB (aim ≤ 1024 MB): ${listed}`);
  console.log(`first-load JS of /orders: ${Math.round((await firstLoadScripts()) / KB)} KB gzip (aim ≤ 280 KB)`);
} finally {
  await stopSystem(system);
}
