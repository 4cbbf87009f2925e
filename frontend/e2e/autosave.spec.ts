import { expect } from '@playwright/test';
import { addRoom, newEstimate, saved, saveState, typeReadings } from './estimates.ts';
import { test } from './test.ts';

const NETWORK = '**/api/v1/estimates/*';
/** What a browser says of a request that was aborted on the way. */
const CUT_OFF = /ERR_FAILED/;

test('a tab that is killed has lost nothing: what was typed last is there again, and is saved', async ({
  page,
  context,
  allow,
}) => {
  allow(CUT_OFF);
  const id = await newEstimate(page);
  await addRoom(page, /Прямоугольник/);
  await typeReadings(page, 'Стена AB, см', ['500', '300']);
  await saved(page);
  await context.route(NETWORK, (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
  await page.getByLabel('Стена AB, см').fill('512,5');
  await page.close({ runBeforeUnload: false });
  await context.unroute(NETWORK);

  const again = await context.newPage();
  await again.goto(`/estimates/${id}`);
  await expect(again.getByLabel('Стена AB, см')).toHaveValue('512,5');
  await saved(again);
  await again.reload();
  await expect(again.getByLabel('Стена AB, см')).toHaveValue('512,5');
  await expect(again.getByText(/Возвращены несохранённые изменения/)).toHaveCount(0);
});

test('leaving the page a moment after typing saves what was typed', async ({ page }) => {
  const id = await newEstimate(page);
  await addRoom(page, /Прямоугольник/);
  await typeReadings(page, 'Стена AB, см', ['500', '300']);
  await saved(page);
  await page.getByLabel('Стена AB, см').fill('520');
  await page.goto('/orders');
  await expect(async () => {
    const answer = await page.request.get(`/api/v1/estimates/${id}`);
    const { draft } = (await answer.json()) as { draft: { rooms: { shape: { sidesMm: number[] } }[] } };
    expect(draft.rooms[0]!.shape.sidesMm[0]).toBe(5200);
  }).toPass({ timeout: 10_000 });
});

test('a server that is away is not a refusal: it is said, typing goes on, and all is saved once it is back', async ({
  page,
  allow,
}) => {
  allow(CUT_OFF);
  await newEstimate(page);
  await addRoom(page, /Прямоугольник/);
  await typeReadings(page, 'Стена AB, см', ['500', '300']);
  await saved(page);
  await page.route(NETWORK, (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
  await page.getByLabel('Стена AB, см').fill('510');
  await expect(saveState(page)).toHaveAttribute('data-state', 'unreachable');
  await expect(saveState(page)).toContainText('Нет связи');
  await page.getByLabel('Стена BC, см').fill('310');
  await page.unroute(NETWORK);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await saved(page);
  await page.reload();
  await expect(page.getByLabel('Стена AB, см')).toHaveValue('510');
  await expect(page.getByLabel('Стена BC, см')).toHaveValue('310');
});
