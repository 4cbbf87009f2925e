import { expect, type Page } from '@playwright/test';
import { addRoom, newEstimate, saved, total, typeReadings } from './estimates.ts';
import { plain } from './people.ts';
import { test } from './test.ts';

/** The buttons that show one variant each. */
const variants = (page: Page) => page.getByRole('group', { name: 'Варианты сметы' }).getByRole('button');
const rubles = (text: string | null): number =>
  Number(/−?[\d ]+(?:,\d+)?/.exec(plain(text))?.[0].replaceAll(' ', '').replace('−', '-').replace(',', '.'));

test('variants are switched with their prices, one of them goes into the order', async ({ page }) => {
  await newEstimate(page);
  await addRoom(page, /Прямоугольник/);
  await typeReadings(page, 'Стена AB, см', ['400', '300']);
  await page.getByRole('button', { name: 'Добавить вариант' }).click();
  const dialog = page.getByRole('dialog', { name: 'Добавить вариант' });
  await dialog.getByLabel('Название варианта').fill('Премиум');
  await dialog.getByRole('combobox', { name: 'Профиль' }).click();
  await page.getByRole('option', { name: 'Теневой' }).click();
  await dialog.getByRole('button', { name: 'Добавить', exact: true }).click();

  const [first, premium] = [variants(page).first(), variants(page).filter({ hasText: 'Премиум' })];
  await expect(premium).toHaveAttribute('aria-pressed', 'true');
  await expect(premium).toContainText('+');
  const dear = rubles(await total(page, 'К оплате').textContent());
  await expect(page.getByRole('region', { name: 'Строки сметы' })).toContainText(/[Тт]енев/);
  await first.click();
  const cheap = rubles(await total(page, 'К оплате').textContent());
  expect(dear).toBeGreaterThan(cheap);

  // a discount belongs to the variant it was typed in
  await page.getByLabel('Скидка, процентов').fill('10');
  await premium.click();
  await expect(page.getByLabel('Скидка, процентов')).toHaveValue('0');
  await page.getByRole('button', { name: /Что сделать с вариантом/ }).click();
  await page.getByRole('menuitem', { name: 'Взять в заказ' }).click();
  await saved(page);

  await page.getByRole('button', { name: 'Сравнить варианты' }).click();
  const drawer = page.getByRole('dialog', { name: 'Сравнить варианты' });
  await expect(drawer).toContainText('Разница');
  await page.keyboard.press('Escape');

  await page
    .getByRole('link', { name: /Заказ №/ })
    .first()
    .click();
  await page.waitForURL(/\/orders\//);
  const row = page.getByRole('link', { name: /Версия 1/ });
  expect(rubles(plain(await row.locator('.tabular').textContent()))).toBe(dear);
});

test('a removed variant is put back with everything in it', async ({ page }) => {
  await newEstimate(page);
  await addRoom(page, /Прямоугольник/);
  await typeReadings(page, 'Стена AB, см', ['400', '300']);
  await page.getByRole('button', { name: 'Добавить вариант' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Добавить', exact: true }).click();
  await page.getByLabel('Скидка, процентов').fill('7');
  await page.getByRole('button', { name: /Что сделать с вариантом/ }).click();
  await page.getByRole('menuitem', { name: 'Удалить' }).click();
  await expect(variants(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
  await expect(variants(page)).toHaveCount(2);
  await expect(page.getByLabel('Скидка, процентов')).toHaveValue('7');
});
