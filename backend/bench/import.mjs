// A price list of 100,000 rows as a workbook: from the upload until every row is in the items, with audit, under row-level
// security; what the processes grow by meanwhile; and back again. Beside it a bare streaming read of the same file with
// COPY into a table of the same shape and indexes: no mapping, no checks, no preview, no audit, no way back.
// `node backend/bench/import.mjs [rows]`
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { createOrganization, migrate, startEmbeddedPostgres } from '@smet/database';
import { streamXlsxRows, writeXlsxStream } from 'hucre/xlsx';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { v7 as uuidv7 } from 'uuid';
import { hashPassword } from '../dist/modules/auth/index.js';

const here = import.meta.dirname;
const dataDir = path.resolve(here, '../../var/bench-import');
const ROWS = Number(process.argv[2] ?? 100_000);
const API_PORT = 3941;
const AIM_SECONDS = 60;
const AIM_GROWTH_MB = 150;
const AIM_RATIO = 0.5;
/** As scripts/start.mjs and docker-compose.yml start it. */
const WORKER_FLAGS = ['--max-old-space-size=512', '--max-semi-space-size=4'];
const PERSON = { email: 'bench@smet.local', password: 'bench-import-2026' };
const TITLES = [
  'Артикул',
  'Название',
  'Категория',
  'Единица',
  'Вид',
  'Норма расхода',
  'Цена',
  'Закупка',
  'Штрихкод',
  'Цвет',
  'Производитель',
  'Ширина',
];

function* priceList() {
  for (let i = 0; i < ROWS; i++) {
    yield [
      `ART-${i}`,
      `Полотно матовое белое ${i}, рулон ${150 + (i % 36) * 10} см`,
      `Полотна / Серия ${i % 40}`,
      'м²',
      'материал',
      `S × ${(i % 7) + 1}`,
      i * 1.25,
      i * 0.7,
      `46${String(i).padStart(11, '0')}`,
      'белый',
      `Производитель ${i % 200}`,
      150 + (i % 36) * 10,
    ];
  }
}

async function prepare() {
  fs.rmSync(dataDir, { recursive: true, force: true });
  const server = await startEmbeddedPostgres({
    dataDir: path.join(dataDir, 'postgres'),
    port: 15497,
    portSetting: 'none',
  });
  await migrate(server.url);
  const owner = { email: PERSON.email, name: 'Bench', passwordHash: await hashPassword(PERSON.password) };
  await createOrganization(server.url, { name: 'Bench', country: 'RU', owner, exampleItems: true });
  const file = path.join(dataDir, 'prices.xlsx');
  const columns = TITLES.map((header) => ({ header }));
  const book = Readable.fromWeb(writeXlsxStream(priceList(), { name: 'Прайс', columns }));
  await pipeline(book, fs.createWriteStream(file));
  return { server, file };
}

function start(program, env) {
  const log = fs.openSync(path.join(dataDir, `${program}.log`), 'w');
  const options = {
    env: { ...process.env, ...env },
    execArgv: program === 'worker' ? WORKER_FLAGS : [],
    stdio: ['ignore', log, log, 'ipc'],
  };
  return fork(path.join(here, `../dist/${program}.js`), options);
}

/** Resident memory of a process in MB. */
function memoryOf({ pid }) {
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

/** Looks at the processes all along; how much each has grown at the most. */
function watchMemory(processes) {
  const begun = processes.map(memoryOf);
  const most = [...begun];
  const timer = setInterval(() => {
    for (const [index, child] of processes.entries()) most[index] = Math.max(most[index], memoryOf(child));
  }, 50);
  return () => {
    clearInterval(timer);
    return most.map((size, index) => size - begun[index]);
  };
}

class Api {
  constructor(headers = {}) {
    this.headers = headers;
  }

  async send(method, url, body) {
    const json = body !== undefined && !(body instanceof FormData);
    const response = await fetch(`http://127.0.0.1:${API_PORT}/api/v1${url}`, {
      headers: { ...this.headers, ...(json && { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : body }),
      method,
    });
    if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  /** When the background has done its stage. */
  async settled(id, state) {
    for (;;) {
      const found = await this.send('GET', `/imports/${id}`);
      if (found.state === state) return found;
      if (found.state === 'failed') throw new Error(JSON.stringify(found.problem));
      await delay(50);
    }
  }
}

async function ready() {
  for (let attempt = 0; attempt < 300; attempt++) {
    const answer = await fetch(`http://127.0.0.1:${API_PORT}/api/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(100);
  }
  throw new Error(`the API did not become ready, see ${dataDir}`);
}

async function timed(work) {
  const since = performance.now();
  const result = await work();
  return [(performance.now() - since) / 1000, result];
}

/** As a person does it, without the time the person takes. */
async function importAll(api, file) {
  const steps = {};
  const step = async (name, work) => {
    const [seconds, result] = await timed(work);
    steps[name] = seconds;
    return result;
  };
  const read = await step('read', async () => {
    const form = new FormData();
    form.set('file', new Blob([fs.readFileSync(file)]), 'prices.xlsx');
    const { id: fileId } = await api.send('POST', '/files?purpose=import', form);
    const { id } = await api.send('POST', '/imports', { kind: 'items', fileId });
    return api.settled(id, 'mapping');
  });
  const checked = await step('check', async () => {
    const { id, version, sheet, headerRow, mapping: columns } = read;
    await api.send('PUT', `/imports/${id}/mapping`, { version, sheet, headerRow, columns });
    return api.settled(id, 'checked');
  });
  const applied = await step('apply', async () => {
    await api.send('POST', `/imports/${checked.id}/apply`, { version: checked.version });
    return api.settled(checked.id, 'applied');
  });
  if (applied.counts.applied !== ROWS) throw new Error(`${applied.counts.applied} rows applied instead of ${ROWS}`);
  return { applied, steps };
}

const escaped = (text) => String(text).replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n');

/** What nobody can do with less: every row of the file once through the reader and once into the table. */
async function bareCopy(url, file) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create table bare_items (like items including all)`);
  const { rows } = await client.query(`select organization_id, id from categories limit 1`);
  const [{ organization_id: organization, id: category }] = rows;
  const [seconds] = await timed(async () => {
    const lines = async function* () {
      let batch = [];
      for await (const { index, values } of streamXlsxRows(fs.readFileSync(file))) {
        if (index === 0) continue;
        const [code, name, , unit, , norm] = values;
        const line = [uuidv7(), organization, category, code, name, unit, norm].map(escaped).join('\t');
        if (batch.push(line) < 1000) continue;
        yield `${batch.join('\n')}\n`;
        batch = [];
      }
      if (batch.length > 0) yield `${batch.join('\n')}\n`;
    };
    const into = copyFrom(`copy bare_items (id, organization_id, category_id, code, name, unit, norm) from stdin`);
    await pipeline(Readable.from(lines()), client.query(into));
  });
  const { rows: counted } = await client.query(`select count(*)::int as n from bare_items`);
  if (counted[0].n !== ROWS) throw new Error(`${counted[0].n} rows copied instead of ${ROWS}`);
  await client.end();
  return seconds;
}

const { server, file } = await prepare();
const env = {
  DATABASE_URL: server.url,
  SMET_SECRET_KEY: randomBytes(32).toString('base64'),
  SMET_FILES_DIR: path.join(dataDir, 'files'),
  API_PORT: String(API_PORT),
  NODE_ENV: 'production',
  SMET_ACCESS_TOKEN_SECONDS: '3600',
};
const processes = [start('main', env), start('worker', env)];
try {
  await ready();
  const { accessToken } = await new Api().send('POST', '/auth/tokens', PERSON);
  const api = new Api({ authorization: `Bearer ${accessToken}` });
  await api.send('GET', '/imports');
  const bare = await bareCopy(server.url, file);
  const grown = watchMemory(processes);
  const [seconds, { applied, steps }] = await timed(() => importAll(api, file));
  const [apiGrowth, workerGrowth] = grown();
  const [undoSeconds] = await timed(async () => {
    await api.send('POST', `/imports/${applied.id}/undo`, { version: applied.version });
    await api.settled(applied.id, 'undone');
  });
  const parts = Object.entries(steps).map(([name, part]) => `${name} ${part.toFixed(1)}`);
  console.log(
    `${ROWS} rows from the upload to the items: ${seconds.toFixed(1)} s (aim ≤ ${AIM_SECONDS} s): ${parts.join(', ')}`,
  );
  console.log(
    `memory: worker +${workerGrowth.toFixed(0)} MB, API +${apiGrowth.toFixed(0)} MB (aim ≤ ${AIM_GROWTH_MB} MB)`,
  );
  console.log(
    `bare streaming read with COPY: ${bare.toFixed(1)} s, ratio ${(bare / seconds).toFixed(2)} (aim ≥ ${AIM_RATIO})`,
  );
  console.log(`undone: ${undoSeconds.toFixed(1)} s (aim ≤ ${AIM_SECONDS} s)`);
} finally {
  for (const child of processes) child.kill('SIGTERM');
  await Promise.all(processes.map((child) => new Promise((resolve) => child.once('exit', resolve))));
  await server.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
}
