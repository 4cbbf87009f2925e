// An estimate of 300 lines in 12 rooms on the screen: how long a keystroke takes to the painted frame with the new total,
// beside a bare page with a field and a table of as many rows, and how long the estimate takes to open.
import { chromium } from '@playwright/test';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { largeDraft } from './flows.mjs';
import { startSystem, stopSystem } from './whole-system.mjs';

const EDITS = 40;
const OPENINGS = 7;
const LINES = 300;
const EDIT_AIM_MS = 50;
const OPEN_AIM_MS = 500;
const WRITE = { 'x-smet-request': '1' };
const TOTAL = '[data-kind="main"] dd';

const system = await startSystem('bench-screen', { web: 3931, postgres: 15493 });
const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const context = await browser.newContext({
    baseURL: system.url,
    locale: 'ru-RU',
    viewport: { width: 1440, height: 900 },
  });
  await context.addInitScript(noteRows);
  const page = await context.newPage();
  await signIn(page);
  const id = await largeEstimate(context);
  const openings = [];
  for (let round = 0; round < OPENINGS; round++) openings.push(await open(page, id));
  // The first opening fills the browser's cache: what follows is what people have every day.
  report(`opening ${LINES} lines, rows painted`, openings.slice(1), `aim ≤ ${OPEN_AIM_MS} ms`);
  const bare = await context.newPage();
  await bare.setContent(barePage());
  await watch(bare, '#total');
  const bareTimes = await editAll(bare, {
    focus: () => bare.locator('#field').focus(),
    next: () => bare.locator('#field').fill(''),
  });
  await page.bringToFront();
  await watch(page, TOTAL);
  const times = await editAll(page, {
    focus: () => page.locator('[data-column="quantity"][data-row]').nth(0).click(),
    next: () => page.keyboard.press('Enter'),
  });
  report(`keystroke in a quantity to the painted total, ${LINES} lines in 12 rooms`, times, `aim ≤ ${EDIT_AIM_MS} ms`);
  report(`keystroke in a bare page of ${LINES} rows`, bareTimes, 'reference');
} finally {
  await browser.close();
  await stopSystem(system);
}

async function signIn(page) {
  await page.goto('/sign-in');
  await page.getByLabel('Электронная почта').fill('owner@demo.smet.local');
  await page.getByLabel('Пароль', { exact: true }).fill('demo-smet-2026');
  await page.getByRole('button', { name: 'Войти' }).click();
  await page.getByRole('heading', { name: 'Заказы' }).waitFor();
}

async function send(context, method, path, data) {
  const headers = { ...WRITE, origin: system.url };
  const response = await context.request.fetch(`/api/v1${path}`, { method, headers, data });
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
  return response.json();
}

/** Through the API, as any client would make it. */
async function largeEstimate(context) {
  const client = { phone: '+7 000 555-00-01', name: 'Большой заказ' };
  const order = await send(context, 'POST', '/orders', { client, address: 'ул. Длинная, 300' });
  const { id } = await send(context, 'POST', `/orders/${order.id}/estimates`, {});
  const { version, title } = await send(context, 'GET', `/estimates/${id}`);
  const draft = largeDraft();
  const currentVariantId = draft.variants[0].id;
  const saved = await send(context, 'PUT', `/estimates/${id}`, { version, title, currentVariantId, draft });
  const { length } = saved.results[0].result.lines;
  if (length !== LINES) throw new Error(`${length} lines instead of ${LINES}`);
  return id;
}

/** From the start of the navigation until the first frame with rows was painted. */
async function open(page, id) {
  await page.goto(`/estimates/${id}`);
  const paintedAt = await page.waitForFunction(() => window.rowsPaintedAt);
  const time = await paintedAt.jsonValue();
  await page.waitForLoadState('networkidle');
  return time;
}

/** Runs before every page's own scripts: notes when rows were painted. */
function noteRows() {
  const channel = new MessageChannel();
  channel.port1.addEventListener('message', () => (window.rowsPaintedAt = performance.now()));
  channel.port1.start();
  const look = () =>
    document.querySelector('[data-line]') ? channel.port2.postMessage(null) : requestAnimationFrame(look);
  requestAnimationFrame(look);
}

/** Notes, for every key, the time to the frame in which the watched text is another one. */
function watch(page, selector) {
  return page.evaluate((watched) => {
    let pressedAt = null;
    window.measured = [];
    const total = document.querySelector(watched);
    const channel = new MessageChannel();
    // After the frame was painted: messages come later than its painting, callbacks of the frame before it.
    channel.port1.addEventListener('message', ({ data }) => window.measured.push(performance.now() - data));
    channel.port1.start();
    document.addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true });
    new MutationObserver(() => {
      const since = pressedAt;
      if (since === null) return;
      pressedAt = null;
      requestAnimationFrame(() => channel.port2.postMessage(since));
    }).observe(total, { characterData: true, childList: true, subtree: true });
  }, selector);
}

/** Types a digit, waits until its total was painted, goes on to the next line. */
async function editAll(page, { focus, next }) {
  await focus();
  for (let edit = 0; edit < EDITS; edit++) {
    await page.keyboard.press(edit % 2 === 0 ? '7' : '3');
    await page.waitForFunction((count) => window.measured.length === count, edit + 1);
    await next();
  }
  return page.evaluate(() => window.measured);
}

function barePage() {
  const rows = Array.from(
    { length: LINES },
    (_, i) => `<tr><td>Строка ${i + 1}</td><td>1</td><td>${i + 100}</td></tr>`,
  ).join('');
  return `<input id="field"><b id="total">0</b><table>${rows}</table><script>
    const total = document.getElementById('total');
    document.getElementById('field').addEventListener('input', ({ target }) => {
      const sum = [...document.querySelectorAll('tr')].reduce((all, { cells }) => all + Number(cells[2].textContent), 0);
      if (target.value) total.textContent = String(sum + Number(target.value) + performance.now());
    });
  </script>`;
}

function report(title, times, note) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  console.log(`${title}: median ${at(0.5)} ms, p95 ${at(0.95)} ms (${note}; ${times.length} times)`);
}
