import { expect, type Page } from '@playwright/test';
import { openTotals } from './estimates.ts';
import { cell } from './grid.ts';
import { freshPage, plain, signIn } from './people.ts';
import { system } from './system.ts';
import { test } from './test.ts';

const money = (amount: string) => new RegExp(amount.replaceAll(' ', '\\s').replace('.', ','));

async function newOrder(page: Page, { phone, name, address }: { phone: string; name: string; address: string }) {
  await page.getByRole('button', { name: 'Новый заказ' }).click();
  const form = page.getByRole('dialog', { name: 'Новый заказ' });
  await form.getByLabel('Телефон клиента').fill(phone);
  await form.getByLabel('Имя клиента').fill(name);
  await form.getByLabel('Адрес объекта').fill(address);
  await form.getByRole('button', { name: 'Создать заказ' }).click();
  await expect(page.getByRole('heading', { name: /Заказ № \d+/ })).toBeVisible();
  const heading = plain(await page.getByRole('heading', { name: /Заказ № \d+/ }).textContent());
  return { number: /\d+/.exec(heading)![0], url: page.url() };
}

/** An amount of the block of totals, by its name. */
const total = (page: Page, name: string) =>
  page
    .locator('div', { has: page.locator(`:scope > dt:has-text("${name}")`) })
    .locator('dd')
    .last();

// A client of this run's own, so that a system left running can be used again.
const digits = String(Date.now()).slice(-7);
const phone = `+7 000 ${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`;
const address = `г. Пример, ул. Первая, ${digits}`;

test('from a measured room to a priced order in amoCRM and back', async ({ page, browser }) => {
  await signIn(page, 'manager');

  // the list is there without JavaScript: rendered on the server
  const raw = await page.request.get('/orders');
  expect(plain(await raw.text())).toMatch(/ул\. /);

  const order = await newOrder(page, {
    // typed the way people do
    phone: phone.replace('+7', '8'),
    name: 'Пётр Замеров',
    address,
  });
  await expect(page.getByText(phone)).toBeVisible();

  await page.getByRole('button', { name: 'Новая смета' }).click();
  await page.waitForURL(/\/estimates\//);

  // E1: 4.00 × 3.00 m, 6 spots, 1 chandelier, discount 10 %
  await page.getByRole('button', { name: 'Добавить комнату' }).first().click();
  await page.getByRole('menuitem', { name: /Прямоугольник/ }).click();
  await page.getByLabel('Стена AB, см').fill('400');
  await page.getByLabel('Стена AB, см').press('Enter');
  await expect(page.getByLabel('Стена BC, см')).toBeFocused();
  await page.getByLabel('Стена BC, см').fill('300');
  await page.getByLabel('Светильники', { exact: true }).fill('6');
  await page.getByLabel('Люстры', { exact: true }).fill('1');
  await openTotals(page);
  await expect(total(page, 'Всего')).toHaveText(money('33 478,00'));
  await page.getByLabel('Скидка, процентов').fill('10');
  await expect(total(page, 'К оплате')).toHaveText(money('30 130,00'));
  await expect(total(page, 'До начала')).toHaveText(money('15 065,00'));

  // why: the quantity explains itself
  await cell(page, /^Полотно ПВХ/, 'quantity').click();
  await expect(page.getByText('По правилу: площадь полотна.')).toBeVisible();
  await page.keyboard.press('Escape');

  // a quantity by hand, and a line from the nomenclature
  const perimeter = cell(page, /^Профиль алюминиевый стеновой/, 'quantity');
  await perimeter.click();
  await page.keyboard.type('15');
  await page.keyboard.press('Enter');
  await expect(page.getByText('изменено вручную').first()).toBeVisible();
  await page.getByLabel('Светильники', { exact: true }).fill('7');
  await expect(perimeter).toContainText('15');
  await page.getByLabel('Светильники', { exact: true }).fill('6');
  await page
    .getByRole('button', { name: /Добавить позицию/ })
    .first()
    .click();
  await page.getByRole('combobox', { name: 'Поиск в номенклатуре' }).fill('Выезд бригады');
  await page.getByRole('option', { name: /Выезд бригады на второй этап/ }).click();
  // 33 478 + 1 m of profile at 200 + 2 000 = 35 678; less 10 % = 32 110,20 → 32 110
  await expect(total(page, 'К оплате')).toHaveText(money('32 110,00'));

  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Сохранено', { exact: true }).first()).toBeVisible();
  await page.reload();
  await expect(total(page, 'К оплате')).toHaveText(money('32 110,00'));
  await expect(page.getByLabel('Стена AB, см')).toHaveValue('400');
  await expect(perimeter).toContainText('15');

  await page.goto(order.url);
  await expect(page.getByText(money('32 110,00'))).not.toHaveCount(0);
  await page.goto('/orders');
  const row = page.getByRole('row').filter({ hasText: address });
  await expect(row).toContainText(money('32 110'));

  // in the stand-in: lead and contact with sum and link
  const amocrm = await freshPage(browser);
  const lead = amocrm.locator('[data-lead-id]').filter({ hasText: `№${order.number} ` });
  await expect(async () => {
    await amocrm.goto(system.sandbox);
    await expect(lead).toContainText(money('32 110'), { timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await expect(lead).toContainText('Пётр Замеров');
  await expect(lead.getByRole('link').first()).toHaveAttribute('href', order.url);

  // moved there, it follows here without a reload
  await page.goto(order.url);
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));
  await lead.getByRole('combobox').selectOption({ label: 'Замер назначен' });
  await lead.getByRole('button', { name: 'Переместить' }).click();
  await expect(page.getByRole('combobox', { name: 'Этап' })).toHaveValue('Замер назначен', { timeout: 30_000 });
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);
});
