// The screens for the eye: SMET_PICTURES=1 npx playwright test --config frontend/e2e/playwright.config.ts --project=pictures
import fs from 'node:fs';
import path from 'node:path';
import { test, type Page } from '@playwright/test';
import { signIn } from './people.ts';
import { people, password, system } from './system.ts';

const folder = path.resolve(import.meta.dirname, '../../var/pictures');
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1180, height: 820 },
  { width: 390, height: 844 },
];
const SCHEMES = ['dark', 'light'] as const;

async function idsOfAnEstimate(): Promise<{ orderId: string; estimateId: string }> {
  const send = async <T>(pathname: string, init: RequestInit): Promise<T> =>
    (await (await fetch(`${system.api}/api/v1${pathname}`, init)).json()) as T;
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ email: people.owner, password });
  const { accessToken } = await send<{ accessToken: string }>('/auth/tokens', { method: 'POST', headers, body });
  const authorization = { authorization: `Bearer ${accessToken}` };
  const { items } = await send<{ items: { id: string }[] }>('/orders?limit=200', { headers: authorization });
  const orders = await Promise.all(
    items.map(({ id }) =>
      send<{ id: string; estimates: { id: string }[] }>(`/orders/${id}`, { headers: authorization }),
    ),
  );
  const estimates = await Promise.all(
    orders
      .flatMap((order) => order.estimates.map((estimate) => ({ orderId: order.id, estimateId: estimate.id })))
      .map(async (ids) => ({
        ids,
        rooms: (
          await send<{ draft: { rooms: { shape: { kind: string } }[] } }>(`/estimates/${ids.estimateId}`, {
            headers: authorization,
          })
        ).draft.rooms,
      })),
  );
  // the one with the most to see: several rooms, an odd shape among them
  const weight = (rooms: { shape: { kind: string } }[]) =>
    rooms.length + (rooms.some(({ shape }) => shape.kind === 'triangulated') ? 5 : 0);
  return estimates.toSorted((a, b) => weight(b.rooms) - weight(a.rooms))[0]!.ids;
}

async function picture(page: Page, name: string, scheme: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await page.waitForLoadState('load');
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: path.join(folder, `${name}-${size.width}-${scheme}.png`) });
  }
}

for (const scheme of SCHEMES) {
  test(`every screen, ${scheme}`, async ({ page }) => {
    test.setTimeout(240_000);
    fs.mkdirSync(folder, { recursive: true });
    const { orderId, estimateId } = await idsOfAnEstimate();
    await page.goto('/sign-in');
    await picture(page, 'sign-in', scheme);
    await signIn(page, 'owner');
    await page.request.patch('/api/v1/auth/me', {
      headers: { 'x-smet-request': '1', origin: system.url },
      data: { colorScheme: scheme },
    });
    await page.context().addCookies([{ name: 'smet_color_scheme', value: scheme, url: system.url }]);
    for (const [name, url] of [
      ['orders', '/orders'],
      ['order', `/orders/${orderId}`],
      ['estimate', `/estimates/${estimateId}`],
      ['integrations', '/integrations'],
    ] as const) {
      await page.goto(url);
      await picture(page, name, scheme);
    }
    await page.setViewportSize(SIZES[0]!);
    await page.goto('/orders');
    await page.getByRole('button', { name: 'Новый заказ' }).click();
    await page.getByRole('dialog', { name: 'Новый заказ' }).waitFor();
    await picture(page, 'new-order', scheme);
  });
}
