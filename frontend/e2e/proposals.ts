import { expect, type Browser, type Page } from '@playwright/test';
import { send } from './estimates.ts';
import { signIn } from './people.ts';

interface Estimate {
  readonly id: string;
  readonly version: number;
}

export interface Sent {
  readonly estimateId: string;
  readonly url: string;
}

const room = (name: string, sidesMm: readonly number[]) => ({
  id: crypto.randomUUID(),
  name,
  shape: { schemaVersion: 1, kind: 'rectangle', sidesMm },
  spotlights: 6,
  chandeliers: 1,
});

const variant = (name: string, given: object = {}) => ({
  id: crypto.randomUUID(),
  name,
  overrides: [],
  manualLines: [],
  discountPercent: '0',
  ...given,
});

/** Two rooms in two variants, issued by the signed-in manager, and the link for the client. */
export async function sendProposal(page: Page): Promise<Sent> {
  await signIn(page, 'manager');
  const order = await send<{ id: string }>(page, 'POST', '/orders', {
    client: { phone: '+7 000 777-00-02', name: 'Клиент предложения' },
    address: 'ул. Лесная, 5',
  });
  const begun = await send<Estimate>(page, 'POST', `/orders/${order.id}/estimates`, {});
  const variants = [
    variant('Стандарт'),
    variant('Комфорт', { specification: { profile: 'shadow' }, discountPercent: '3' }),
  ];
  const saved = await send<Estimate>(page, 'PUT', `/estimates/${begun.id}`, {
    version: begun.version,
    currentVariantId: variants[0]?.id,
    draft: { rooms: [room('Гостиная', [4000, 3000]), room('Спальня', [3600, 2900])], variants },
  });
  await send(page, 'POST', `/estimates/${begun.id}/issue`, { version: saved.version, validUntil: '2099-01-31' });
  const { url } = await send<{ url: string }>(page, 'POST', `/estimates/${begun.id}/links`, { number: 1 });
  return { estimateId: begun.id, url };
}

/** A client's phone: no session, touched. It may claim to be somebody else. */
export async function phone(
  browser: Browser,
  colorScheme: 'dark' | 'light' = 'light',
  claimedAddress?: string,
): Promise<Page> {
  const context = await browser.newContext({
    ...(claimedAddress !== undefined && { extraHTTPHeaders: { 'x-forwarded-for': claimedAddress } }),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    colorScheme,
  });
  return context.newPage();
}

/** Draws a line that looks like a signature across the field. */
export async function drawSignature(page: Page): Promise<void> {
  const field = page.getByLabel('Поле для подписи');
  await field.scrollIntoViewIfNeeded();
  const box = await field.boundingBox();
  expect(box).not.toBeNull();
  const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width * 0.2, y + height * 0.6);
  await page.mouse.down();
  for (const [right, down] of [
    [0.35, 0.3],
    [0.5, 0.7],
    [0.65, 0.35],
    [0.8, 0.6],
  ] as const) {
    await page.mouse.move(x + width * right, y + height * down, { steps: 8 });
  }
  await page.mouse.up();
}
