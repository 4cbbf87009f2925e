// The screens for the eye: SMET_PICTURES=1 npx playwright test --config frontend/e2e/playwright.config.ts --project=pictures
import fs from 'node:fs';
import path from 'node:path';
import { test, type Browser, type Locator, type Page } from '@playwright/test';
import { chooseInMenu, roomPane, tab } from './estimates.ts';
import { signIn } from './people.ts';
import { sendProposal } from './proposals.ts';
import { system } from './system.ts';

const folder = path.resolve(import.meta.dirname, '../../var/pictures');
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1180, height: 820 },
  { width: 390, height: 844 },
] as const;
const SCHEMES = ['dark', 'light'] as const;
type Scheme = (typeof SCHEMES)[number];

interface Room {
  id: string;
  name: string;
}
interface Shown {
  orderId: string;
  estimateId: string;
  rooms: Room[];
}

/** The estimate with the most rooms: the demo's one of every kind. */
async function showcase(page: Page): Promise<Shown> {
  const get = async <T>(pathname: string): Promise<T> =>
    (await (await page.request.get(`/api/v1${pathname}`)).json()) as T;
  const { items } = await get<{ items: { id: string }[] }>('/orders?limit=200');
  let most: Shown | null = null;
  for (const { id: orderId } of items) {
    const { estimates } = await get<{ estimates: { id: string }[] }>(`/orders/${orderId}`);
    for (const { id: estimateId } of estimates) {
      const { rooms } = (await get<{ draft: { rooms: Room[] } }>(`/estimates/${estimateId}`)).draft;
      if (rooms.length > (most?.rooms.length ?? 0)) most = { orderId, estimateId, rooms };
    }
  }
  if (!most) throw new Error('the demo has no estimates');
  return most;
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

/** A person in a browser of the given size; a tablet and a phone are touched. */
async function signedIn(browser: Browser, scheme: Scheme, viewport: (typeof SIZES)[number]): Promise<Page> {
  const isTouched = viewport.width < 1200;
  const context = await browser.newContext({
    viewport,
    hasTouch: isTouched,
    isMobile: isTouched,
    colorScheme: scheme,
    deviceScaleFactor: 1,
  });
  const page = await context.newPage();
  await signIn(page, 'owner');
  await page.request.patch('/api/v1/auth/me', {
    headers: { 'x-smet-request': '1', origin: system.url },
    data: { colorScheme: scheme },
  });
  await context.addCookies([{ name: 'smet_color_scheme', value: scheme, url: system.url }]);
  return page;
}

/** A row's own button has no name but its words: the handle and the menu beside it have one. */
async function openRoom(page: Page, index: number): Promise<void> {
  const pane = tab(page, 'Части сметы', 'Комнаты');
  if (await pane.isVisible()) await pane.click();
  const rows = page.getByRole('region', { name: 'Комнаты', exact: true }).getByRole('listitem');
  await rows.nth(index).locator('button:not([aria-label])').click();
  await roomPane(page).waitFor();
}

const roomTab = (page: Page, name: string): Locator => tab(page, 'Что делать с комнатой', name);

for (const scheme of SCHEMES) {
  for (const size of SIZES) {
    test(`every screen, ${scheme}, ${size.width}`, async ({ browser }) => {
      test.setTimeout(120_000);
      fs.mkdirSync(folder, { recursive: true });
      const page = await signedIn(browser, scheme, size);
      const { orderId, estimateId, rooms } = await showcase(page);
      const take = (name: string) => shoot(page, `${name}-${size.width}-${scheme}`);
      for (const [name, url] of [
        ['orders', '/orders'],
        ['order', `/orders/${orderId}`],
        ['clients', '/clients'],
        ['settings', '/settings'],
        ['settings-prices', '/settings/prices'],
        ['settings-company', '/settings/company'],
        ['settings-rules', '/settings/rules'],
        ['integrations', '/integrations'],
        ['estimate', `/estimates/${estimateId}`],
      ] as const) {
        await page.goto(url);
        await take(name);
      }
      await openRoom(page, 0);
      await page.getByLabel('Стена AB, см').focus();
      await take('entry');
      await roomTab(page, 'План').click();
      await page
        .getByRole('application')
        .getByRole('button', { name: /^Светильник/ })
        .first()
        .focus();
      await take('plan');
      await openRoom(
        page,
        rooms.findIndex(({ name }) => name === 'Зал'),
      );
      await roomTab(page, 'Полотно').click();
      await roomPane(page)
        .getByText(/Считаем/)
        .waitFor({ state: 'detached' });
      await take('canvas');
      await chooseInMenu(page, 'Раскрой профиля');
      await page.getByRole('dialog').waitFor();
      await page.waitForTimeout(400);
      await take('cutting');
      await page.context().close();
    });
  }

  test(`every room, ${scheme}`, async ({ browser }) => {
    test.setTimeout(240_000);
    fs.mkdirSync(folder, { recursive: true });
    const page = await signedIn(browser, scheme, SIZES[1]);
    const { estimateId, rooms } = await showcase(page);
    await page.goto(`/estimates/${estimateId}`);
    for (const index of rooms.keys()) {
      await openRoom(page, index);
      await shoot(page, `room-${index + 1}-${scheme}`);
    }
  });
}

test('the drawings of the server, for print and as thumbnails', async ({ browser }) => {
  test.setTimeout(240_000);
  fs.mkdirSync(folder, { recursive: true });
  const page = await signedIn(browser, 'light', SIZES[0]);
  const { estimateId, rooms } = await showcase(page);
  for (const [index, { id }] of rooms.entries()) {
    const address = `/api/v1/estimates/${estimateId}/rooms/${id}/drawing.svg`;
    const svg = await (await page.request.get(`${address}?width=900&height=700&theme=print`)).text();
    await page.setContent(svg);
    await page.locator('svg').screenshot({ path: path.join(folder, `print-${index + 1}.png`) });
  }
});

for (const scheme of SCHEMES) {
  test(`the client's page, ${scheme}`, async ({ page, browser }) => {
    test.setTimeout(120_000);
    fs.mkdirSync(folder, { recursive: true });
    const { url } = await sendProposal(page);
    for (const viewport of SIZES.slice(1)) {
      const context = await browser.newContext({ viewport, hasTouch: true, isMobile: true, colorScheme: scheme });
      const client = await context.newPage();
      await client.goto(url);
      await client.getByRole('radio', { name: /Комфорт/ }).check();
      await client.locator('#accept').getByText('Подпись на экране', { exact: true }).click();
      await client.getByLabel('Поле для подписи').waitFor();
      await shoot(client, `proposal-${viewport.width}-${scheme}`);
      await client.screenshot({
        path: path.join(folder, `proposal-whole-${viewport.width}-${scheme}.png`),
        fullPage: true,
      });
      await context.close();
    }
  });
}
