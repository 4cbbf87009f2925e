import { expect, type Page } from '@playwright/test';
import { openTotals, total } from './estimates.ts';
import { freshPage, plain, signIn } from './people.ts';
import { password, people, system } from './system.ts';
import { test } from './test.ts';

interface Listed {
  items: { id: string; estimates?: { id: string }[]; measurer: { name: string } | null }[];
}

interface Begun {
  id: string;
  version: number;
  draft: { variants: unknown[] };
}

async function bearer(email: string): Promise<Record<string, string>> {
  const response = await fetch(`${system.api}/api/v1/auth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { accessToken } = (await response.json()) as { accessToken: string };
  return { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
}

/** An order assigned to the demo's measurer that has an estimate: made for the purpose. */
async function orderOfTheMeasurer(): Promise<{ orderId: string; estimateId: string }> {
  const headers = await bearer(people.manager);
  const post = async <T>(path: string, body: unknown): Promise<T> => {
    const response = await fetch(`${system.api}/api/v1${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    expect(response.status, path).toBe(201);
    return (await response.json()) as T;
  };
  const measurers = await fetch(`${system.api}/api/v1/users?role=measurer`, { headers });
  const { items } = (await measurers.json()) as { items: { id: string }[] };
  const order = await post<{ id: string }>('/orders', {
    client: { phone: '+7 000 444-00-01', name: 'Клиент замерщика' },
    address: 'ул. Замерная, 4',
    measurerUserId: items[0]!.id,
  });
  const estimate = await post<Begun>(`/orders/${order.id}/estimates`, {});
  const room = {
    id: crypto.randomUUID(),
    name: 'Зал',
    shape: { schemaVersion: 1, kind: 'rectangle', sidesMm: [4000, 3000] },
    spotlights: 6,
    chandeliers: 1,
  };
  const saved = await fetch(`${system.api}/api/v1/estimates/${estimate.id}`, {
    method: 'PUT',
    headers,
    body: JSON.stringify({
      version: estimate.version,
      draft: { ...estimate.draft, rooms: [room] },
    }),
  });
  expect(saved.status).toBe(200);
  return { orderId: order.id, estimateId: estimate.id };
}

/** Everything a page makes the browser receive. */
async function received(page: Page, path: string): Promise<string> {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (/html|json|x-component/.test(type)) bodies.push(response.text().catch(() => ''));
  });
  await page.goto(path);
  await expect(page.getByRole('region', { name: 'Строки сметы' })).toContainText(/4\s788,00/);
  return (await Promise.all(bodies)).join('\n');
}

test('a measurer sees only own orders and no purchase prices reach the browser; the owner sees margin', async ({
  page,
  browser,
}) => {
  const { orderId, estimateId } = await orderOfTheMeasurer();
  await signIn(page, 'measurer');
  const listed = (await (await page.request.get('/api/v1/orders?limit=500')).json()) as Listed;
  expect(listed.items.length).toBeGreaterThan(0);
  expect(new Set(listed.items.map((order) => order.measurer?.name)).size).toBe(1);
  expect(listed.items.map((order) => order.id)).toContain(orderId);
  const bytes = await received(page, `/estimates/${estimateId}`);
  expect(bytes).toContain('priceMinor');
  expect(bytes).not.toMatch(/costMinor|marginMinor|costSumMinor|payMinor|dealerMinor/);
  await expect(page.getByText(/^(Маржа|Наценка|Себестоимость|Монтажникам)/)).toHaveCount(0);

  const owner = await freshPage(browser);
  await signIn(owner, 'owner');
  await owner.goto(`/estimates/${estimateId}`);
  await expect(total(owner, 'Маржа')).toHaveText('59,1 %');
  await openTotals(owner);
  // E1 without its discount: 33 478 − 13 697
  expect(plain(await total(owner, 'Прибыль').textContent())).toContain('19 781,00');
});

test("somebody else's order is not found, and signing out ends the session", async ({ page, allow }) => {
  allow(/status of 404/);
  const headers = await bearer(people.manager);
  const all = (await (await fetch(`${system.api}/api/v1/orders?limit=200`, { headers })).json()) as Listed;
  const foreign = all.items.find((order) => order.measurer === null)!;
  await signIn(page, 'measurer');
  expect((await page.request.get(`/api/v1/orders/${foreign.id}`)).status()).toBe(404);
  await page.goto(`/orders/${foreign.id}`);
  await expect(page.getByText('Такой страницы нет')).toBeVisible();

  const cookies = await page.context().cookies();
  await page.getByRole('button', { name: 'Меню сотрудника' }).click();
  await page.getByRole('menuitem', { name: 'Выйти' }).click();
  await expect(page.getByLabel('Электронная почта')).toBeVisible();
  await page.goto('/orders');
  await expect(page).toHaveURL(/sign-in/);
  // the old cookies, put back by hand, open nothing: the session has ended on the server
  await page.context().addCookies(cookies);
  await expect.poll(async () => (await page.request.get('/api/v1/orders')).status(), { timeout: 15_000 }).toBe(401);
});

test('an administrator connects amoCRM on its page: tested, stored, never shown again', async ({ page }) => {
  await signIn(page, 'administrator');
  await page.goto('/integrations');
  await page.getByLabel('Долгосрочный токен').fill('not-a-token');
  await page.getByRole('button', { name: 'Проверить' }).click();
  await expect(page.getByText('Подключиться не удалось').first()).toBeVisible();
  await page.getByLabel('Долгосрочный токен').fill('demo-long-lived-token');
  await page.getByRole('button', { name: 'Проверить' }).click();
  await expect(page.getByText(/Есть доступ к аккаунту «Демо Потолки»/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Подключение сохранено').first()).toBeVisible();
  const stored = await page.request.get('/api/v1/integrations/amocrm');
  expect(await stored.text()).not.toContain('demo-long-lived-token');
  await expect(page.getByText('Работает').first()).toBeVisible();
  await expect(page.getByText('Смета отправлена').first()).toBeVisible();
});
