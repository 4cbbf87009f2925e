import { expect, test, type Page } from '@playwright/test';
import { plain, signIn } from './people.ts';

/** An order of the demo organization that has no estimate yet gets one. */
async function newEstimate(page: Page): Promise<void> {
  await signIn(page, 'manager');
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Новая смета' }).click();
  await page.waitForURL(/\/estimates\//);
}

async function addRoom(page: Page, kind: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Добавить комнату' }).first().click();
  await page.getByRole('menuitem', { name: kind }).click();
}

/** Types readings one after another: Enter leads to the next field. */
async function typeReadings(page: Page, first: string, readings: readonly string[]): Promise<void> {
  await page.getByLabel(first).focus();
  for (const reading of readings) {
    await page.keyboard.type(reading);
    await page.keyboard.press('Enter');
  }
}

const area = (page: Page) => page.getByRole('region', { name: 'Комнаты', exact: true });
const lines = (page: Page) => page.getByRole('region', { name: 'Строки сметы' });

test('an L-shaped room by its sides alone (E2), drawn while typing', async ({ page }) => {
  await newEstimate(page);
  await addRoom(page, /Все углы прямые/);
  await typeReadings(page, 'Стена AB, см', ['500', '300', '200', '150', '300', '450']);
  await expect(area(page)).toContainText(/19,5/);
  await expect(page.locator('svg text').filter({ hasText: /^F$/ }).first()).toBeVisible();
  const text = plain(await lines(page).textContent());
  expect(text).toContain('Дополнительный угол');
  // canvas 19.5 m² on the 5 m roll at 600
  expect(text).toContain('11 700,00');
});

test('a pentagon by sides and diagonals (E4); a missing diagonal and an impossible triangle are named', async ({
  page,
}) => {
  await newEstimate(page);
  await addRoom(page, /Стены и диагонали/);
  while ((await page.getByLabel(/^Стена .*, см$/).count()) < 5)
    await page.getByRole('button', { name: 'Больше углов' }).click();
  await typeReadings(page, 'Стена AB, см', ['400', '250', '212,1', '250', '400']);
  await expect(page.getByText(/^AC\s+не хватает длины/)).toBeVisible();
  await page.getByLabel('Диагональ AC, см').fill('900');
  await expect(page.getByText(/треугольник ABC не складывается/i)).toBeVisible();
  await page.getByLabel('Диагональ AC, см').fill('471,7');
  await page.getByLabel('Диагональ AD, см').fill('471,7');
  await expect(page.getByText(/не складывается/)).toHaveCount(0);
  await page.getByLabel('Светильники', { exact: true }).fill('5');
  await expect(area(page)).toContainText(/14,87/);
  // 36 511.20 rounded to the rouble
  await expect(
    page
      .locator('dd')
      .filter({ hasText: /36\s511,00/ })
      .first(),
  ).toBeVisible();
});

test('what was typed survives a reload, finished or not', async ({ page }) => {
  await newEstimate(page);
  await addRoom(page, /Все углы прямые/);
  await typeReadings(page, 'Стена AB, см', ['500', '300', '200']);
  await expect(page.getByText('Есть несохранённое')).toBeVisible();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByLabel('Стена AB, см')).toHaveValue('500');
  await expect(page.getByLabel('Стена CD, см')).toHaveValue('200');
  await expect(page.getByText(/Возвращены несохранённые изменения/)).toBeVisible();
});
