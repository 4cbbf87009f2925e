// Three flows over HTTP, each beside a bare node:http + pg handler that sends the same SQL in the same transactions.
// `node backend/bench/api.mjs [list] [create] [recompute] [variants]` runs only the named ones.
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { startEmbeddedPostgres, migrate, loadDemo, DEMO_PASSWORD } from '@smet/database';
import { computeEstimate, DEFAULT_MONEY_TERMS, ruleSetR1 } from '@smet/estimating';
import pg from 'pg';
import { createApp } from '../dist/create-app.js';
import { hashPassword } from '../dist/modules/auth/index.js';
import { readConfig } from '../dist/platform/config/index.js';
import { Log } from '../dist/platform/observability/index.js';
import { createOrder, largeDraft, largeVariants, listPath } from './flows.mjs';
import { compare, createClient } from './http-load.mjs';
import { record } from './recorder.mjs';

const here = import.meta.dirname;
const dataDir = path.resolve(here, '../../var/bench');
const API_PORT = 3911;

async function prepareDatabase() {
  fs.rmSync(dataDir, { recursive: true, force: true });
  const server = await startEmbeddedPostgres({
    dataDir: path.join(dataDir, 'postgres'),
    port: 15496,
    portSetting: 'none',
  });
  await migrate(server.url);
  await loadDemo(server.url, {
    now: new Date('2026-11-20T09:00:00Z'),
    hashPassword,
    computeEstimate: (draft, book) => computeEstimate(draft, { priceBook: book, ruleSet: ruleSetR1 }),
    ruleSet: ruleSetR1,
    terms: DEFAULT_MONEY_TERMS,
  });
  const owner = new pg.Client({ connectionString: server.url });
  await owner.connect();
  await owner.query(fs.readFileSync(path.join(here, 'seed.sql'), 'utf8'));
  const { rows } = await owner.query(
    `select (select id from stages where code = 'measured') as "stageId", (select id from clients order by id limit 1) as "clientId"`,
  );
  await owner.end();
  return { server, ...rows[0] };
}

async function signedIn(url) {
  const anonymous = createClient(url, {});
  const credentials = { email: 'manager@demo.smet.local', password: DEMO_PASSWORD };
  const { accessToken } = await anonymous.post('/api/v1/auth/tokens', credentials, 200);
  anonymous.close();
  return createClient(url, { authorization: `Bearer ${accessToken}` });
}

async function newLargeEstimate(client, clientId, draft = largeDraft()) {
  const order = await createOrder(client, clientId);
  const estimate = await client.post(`/api/v1/orders/${order.id}/estimates`, {});
  return client.put(`/api/v1/estimates/${estimate.id}`, { version: estimate.version, draft });
}

const edited = (estimate, count) => {
  const { rooms, variants } = estimate.draft;
  const [variant, ...others] = variants;
  const [first, ...rest] = variant.manualLines;
  const manualLines = [{ ...first, quantity: String((count % 90) + 1) }, ...rest];
  return { rooms, variants: [{ ...variant, manualLines }, ...others] };
};

/** Boots the API in this process once, only to write down the SQL of each flow. */
async function recordFlows(env, { stageId, clientId }) {
  const config = readConfig({ ...env, API_PORT: '0' });
  const app = await createApp({ config, log: new Log({ level: 'silent' }) });
  await app.listen(0, '127.0.0.1');
  const client = await signedIn(await app.getUrl());
  // Nothing is made here. A number, for the recording travels as JSON, which has no Infinity.
  const list = { since: Number.MAX_SAFE_INTEGER, transactions: await record(() => client.get(listPath(stageId))) };
  let since = Date.now();
  let order;
  const created = await record(async () => {
    order = await createOrder(client, clientId);
  });
  const create = { since, orderNumber: order.number, transactions: created };
  const estimate = await newLargeEstimate(client, clientId);
  since = Date.now() + 1;
  await new Promise((resolve) => setTimeout(resolve, 5));
  const saved = await record(() =>
    client.put(`/api/v1/estimates/${estimate.id}`, { version: estimate.version, draft: edited(estimate, 1) }),
  );
  client.close();
  await app.close();
  return { flows: { list, create, recompute: { since, transactions: saved } }, version: estimate.version + 1 };
}

function startApi(env) {
  const log = fs.openSync(path.join(dataDir, 'api.log'), 'w');
  const child = fork(path.join(here, '../dist/main.js'), {
    env: { ...process.env, ...env },
    stdio: ['ignore', log, log, 'ipc'],
  });
  return child;
}

async function ready(url) {
  for (let attempt = 0; attempt < 200; attempt++) {
    const answer = await fetch(`${url}/api/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the API on ${url} did not become ready, see ${dataDir}/api.log`);
}

function startBare(env, recorded) {
  const child = fork(path.join(here, 'bare-server.mjs'), { env: { ...process.env, ...env } });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the bare server ended with ${code}`)));
    child.once('message', ({ port }) => resolve({ child, url: `http://127.0.0.1:${port}` }));
    child.send(recorded);
  });
}

/** How long the server takes to answer one person after another: the middle one and the slowest of twenty. */
async function timed(name, aimMs, run) {
  const times = [];
  for (let count = 0; count < 25; count++) {
    const since = performance.now();
    await run(count);
    times.push(performance.now() - since);
  }
  // The first ones warm the process up.
  const sorted = times.slice(5).toSorted((a, b) => a - b);
  const [middle, slowest] = [sorted[10], sorted.at(-1)].map((ms) => ms.toFixed(0));
  console.log(`${name}: ${middle} ms, at most ${slowest} ms (aim ≤ ${aimMs} ms)`);
}

async function timeEdits(name, api, clientId, draft) {
  let estimate = await newLargeEstimate(api, clientId, draft);
  await timed(name, 150, async (count) => {
    const body = { version: estimate.version, draft: edited(estimate, count) };
    estimate = await api.put(`/api/v1/estimates/${estimate.id}`, body);
  });
  await timed(`${name}, opened`, 500, () => api.get(`/api/v1/estimates/${estimate.id}`));
}

function report(name, { ours, bare, ratio, ratios }, aim = '') {
  const spread = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
  console.log(
    `${name}: ${ours.toFixed(0)}/s beside ${bare.toFixed(0)}/s bare, ratio ${ratio.toFixed(2)} (${spread})${aim}`,
  );
}

const COMPARISONS = {
  async list({ api, reference, stageId }) {
    const list = await compare(
      () => api.get(listPath(stageId)),
      () => reference.get('/list'),
      { total: 3000, concurrency: 16 },
    );
    report('GET /api/v1/orders, 50 of 100,000, filtered and sorted', list, ' (aim ≥ 0.5)');
  },

  async create({ api, reference, clientId }) {
    const create = await compare(
      () => createOrder(api, clientId),
      () => reference.post('/create', {}, 200),
      { total: 150, concurrency: 4 },
    );
    report('order with a one-room estimate (three requests beside one)', create);
  },

  async recompute({ api, reference, clientId }) {
    let estimate = await newLargeEstimate(api, clientId);
    const recompute = await compare(
      async (count) => {
        const draft = edited(estimate, count);
        estimate = await api.put(`/api/v1/estimates/${estimate.id}`, { version: estimate.version, draft });
      },
      () => reference.post('/recompute', largeDraft(), 200),
      { total: 40, concurrency: 1 },
    );
    report('300-line estimate edited, recomputed and saved', recompute);
    await timeEdits('edit of 300 lines in 12 rooms', api, clientId, largeDraft());
  },

  async variants({ api, clientId }) {
    await timeEdits('edit of one of three variants of 300 lines', api, clientId, largeVariants());
  },
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in COMPARISONS));
if (unknown.length > 0)
  throw new Error(`no such comparison: ${unknown.join(', ')} (${Object.keys(COMPARISONS).join(', ')})`);

const { server, stageId, clientId } = await prepareDatabase();
const env = {
  DATABASE_URL: server.url,
  SMET_SECRET_KEY: randomBytes(32).toString('base64'),
  API_PORT: String(API_PORT),
  NODE_ENV: 'production',
  // longer than the whole run
  SMET_ACCESS_TOKEN_SECONDS: '3600',
};
const children = [];
try {
  const recorded = await recordFlows(env, { stageId, clientId });
  const url = `http://127.0.0.1:${API_PORT}`;
  children.push(startApi(env));
  await ready(url);
  const bare = await startBare(env, recorded);
  children.push(bare.child);
  const api = await signedIn(url);
  const reference = createClient(bare.url, {});

  for (const [name, run] of Object.entries(COMPARISONS)) {
    if (named.length === 0 || named.includes(name)) await run({ api, reference, stageId, clientId });
  }
  api.close();
  reference.close();
} finally {
  for (const child of children) {
    child.removeAllListeners('exit');
    child.kill('SIGTERM');
  }
  await server.stop();
}
