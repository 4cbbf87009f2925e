import { expect } from '@playwright/test';
import { addRoom, newEstimate, saved, saveState, tab, typeReadings } from './estimates.ts';
import { test } from './test.ts';

test('what cannot be saved yet stays on the device, the rest is saved without it', async ({ page }) => {
  const id = await newEstimate(page);
  await addRoom(page, /Прямоугольник/);
  await typeReadings(page, 'Стена AB, см', ['500', '300']);
  await addRoom(page, /Прямоугольник/);
  await page.getByLabel('Стена AB, см').fill('250');
  await expect(saveState(page)).toHaveAttribute('data-state', 'held');
  await expect(saveState(page)).toContainText('«Комната 2» не дописана');
  const stored = (await (await page.request.get(`/api/v1/estimates/${id}`)).json()) as { draft: { rooms: unknown[] } };
  expect(stored.draft.rooms).toHaveLength(1);

  await page
    .getByRole('link', { name: /Заказ №/ })
    .first()
    .click();
  const question = page.getByRole('dialog', { name: 'Не всё сохранено' });
  await question.getByRole('button', { name: 'Уйти' }).click();
  await page.waitForURL(/\/orders\//);
  await page.goto(`/estimates/${id}`);
  await expect(page.getByText(/Возвращены несохранённые изменения/)).toBeVisible();
  await page.getByText('Комната 2', { exact: true }).first().click();
  await expect(page.getByLabel('Стена AB, см')).toHaveValue('250');
  await page.getByLabel('Стена BC, см').fill('200');
  await saved(page);
});

test('what is typed about a column is one step to undo, is saved once, and outlives a reload', async ({ page }) => {
  const id = await newEstimate(page);
  await addRoom(page, /Прямоугольник/);
  await typeReadings(page, 'Стена AB, см', ['500', '300']);
  await tab(page, 'Что делать с комнатой', 'План').click();
  await page.getByRole('button', { name: /Круглая колонна/ }).click();
  const box = (await page.locator('[data-room] svg').first().boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const diameter = page.getByLabel('Диаметр');
  await expect(diameter).toBeVisible();
  const before = await diameter.inputValue();
  await diameter.click();
  await page.keyboard.type('45');
  await page.keyboard.press('Control+z');
  await expect(diameter).toHaveValue(before);
  await diameter.click();
  await page.keyboard.type('45');
  const wall = page.getByRole('textbox', { name: 'До стены AB, см' });
  await wall.click();
  await page.keyboard.type('100');
  await expect(wall).toBeFocused();

  let puts = 0;
  page.on('request', (request) => {
    if (request.method() === 'PUT' && !request.url().endsWith('/presence')) puts += 1;
  });
  await page.keyboard.press('Control+s');
  await page.keyboard.press('Control+s');
  await saved(page);
  await page.keyboard.press('Control+s');
  expect(puts).toBe(1);
  await page.keyboard.type('5');
  await page.reload();
  await saved(page);
  const stored = (await (await page.request.get(`/api/v1/estimates/${id}`)).json()) as {
    draft: { rooms: { shape: { cutouts: { diameterMm: number }[] } }[] };
  };
  expect(stored.draft.rooms[0]!.shape.cutouts[0]!.diameterMm).toBe(450);
});
