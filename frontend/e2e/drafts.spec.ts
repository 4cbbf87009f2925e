import { expect, test, type Page } from '@playwright/test';
import { addRoom, newEstimate, save, tab, typeReadings } from './estimates.ts';

const side = (page: Page) => page.getByLabel('Стена AB, см');

test('an undecided draft outlives typing, saving and a reload; taking it can be undone', async ({ page, context }) => {
  await newEstimate(page);
  const { href } = new URL(page.url());
  await addRoom(page, /Прямоугольник/);
  await typeReadings(page, 'Стена AB, см', ['500', '300']);
  await save(page);

  await side(page).fill('510');
  const second = await context.newPage();
  await second.goto(href);
  await expect(second.getByText(/Возвращены несохранённые изменения/)).toBeVisible();
  await expect(side(second)).toHaveValue('510');
  await side(second).fill('520');
  await side(page).fill('515');
  await save(second);
  await expect(page.getByText('Пока вы работали, смету сохранил кто-то другой')).toBeVisible();
  await page.close({ runBeforeUnload: false });

  const older = second.getByText('черновик более старой версии');
  await second.reload();
  await expect(older).toBeVisible();
  await side(second).fill('530');
  await save(second);
  await expect(older).toBeVisible();
  await second.reload();
  await expect(older).toBeVisible();
  await side(second).fill('540');
  await second.getByRole('button', { name: 'Взять черновик' }).click();
  await expect(side(second)).toHaveValue('515');
  await expect(older).toHaveCount(0);
  await second.getByRole('button', { name: 'Отменить', exact: true }).click();
  await expect(side(second)).toHaveValue('540');
});

test('what is typed about a column is one step to undo, is saved once, and outlives a reload', async ({ page }) => {
  await newEstimate(page);
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

  page.on('dialog', (dialog) => void dialog.accept());
  let puts = 0;
  page.on('request', (request) => {
    if (request.method() === 'PUT') puts += 1;
  });
  await page.keyboard.press('Control+s');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Сохранено', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Control+s');
  expect(puts).toBe(1);
  await page.keyboard.type('5');
  await page.reload();
  await tab(page, 'Что делать с комнатой', 'План').click();
  await expect(page.getByText(/Возвращены несохранённые изменения/)).toBeVisible();
});
