import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { signIn } from './people.ts';

/** A heading above the titles, a new item, a changed one of the demo, and one that cannot be. */
const table = path.join(import.meta.dirname, 'tables/supplier.xlsx');
const fresh = 'IMP-NEW-1';
const changed = { code: 'PSU-200', name: 'Блок питания 200 Вт', becomes: 'Блок питания 200 Вт, новый' };

interface Item {
  code: string;
  name: string;
}

async function itemsBy(page: Page, query: string): Promise<Item[]> {
  const answer = await page.request.get(`/api/v1/items?${query}`);
  return ((await answer.json()) as { items: Item[] }).items;
}

const tab = (page: Page, name: RegExp) =>
  page.getByRole('radiogroup', { name: 'Какие строки показать' }).getByText(name);

async function choose(page: Page, column: string, meaning: string): Promise<void> {
  await page.getByRole('combobox', { name: `Столбец ${column}` }).click();
  await page.getByRole('option', { name: meaning }).click();
}

test('a table is mapped by hand, looked at, applied and taken back as if it had never been', async ({ page }) => {
  await signIn(page, 'owner');
  await page.goto('/imports');
  await page.getByRole('button', { name: 'Загрузить таблицу' }).first().click();
  await page.locator('input[type=file]').setInputFiles(table);
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);

  await page.getByRole('radio', { name: 'Строка 2: заголовки' }).check();
  await choose(page, 'Позиция поставщика', 'Артикул');
  await choose(page, 'Что это', 'Название');
  await choose(page, 'Ед.', 'Единица');
  await choose(page, 'Раздел', 'Категория');
  await page.getByRole('button', { name: 'Проверить строки' }).click();

  await tab(page, /^Изменения/).click();
  const row = page.getByRole('row', { name: new RegExp(changed.code) });
  await expect(row.locator('del')).toHaveText(changed.name);
  await expect(row.locator('ins')).toHaveText(changed.becomes);
  await tab(page, /^С ошибками/).click();
  await expect(page.getByRole('row', { name: /IMP-NEW-2/ })).toContainText('Название: не заполнено');
  const faulty = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Строки с ошибками, Excel' }).click();
  expect((await faulty).suggestedFilename()).toBe('faulty.xlsx');

  await page.getByRole('button', { name: 'Применить 2 строки' }).click();
  await expect(page.getByText('Применено 2 строки')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Применено 2 строки')).toBeVisible();
  expect((await itemsBy(page, `codes=${fresh}`)).map(({ name }) => name)).toEqual(['Профиль из таблицы']);
  expect((await itemsBy(page, `codes=${changed.code}`))[0]).toMatchObject({ name: changed.becomes });

  await page.getByRole('button', { name: 'Отменить загрузку' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Отменить загрузку' }).click();
  await expect(page.getByText('Всё вернулось к тому, что было до загрузки.')).toBeVisible();
  expect(await itemsBy(page, `codes=${fresh}`)).toEqual([]);
  expect((await itemsBy(page, `codes=${changed.code}`))[0]).toMatchObject({ name: changed.name });
});

test('a program that is called a table is refused in words', async ({ page }) => {
  await signIn(page, 'owner');
  await page.goto('/imports');
  await page.getByRole('button', { name: 'Загрузить таблицу' }).first().click();
  const program = Buffer.concat([Buffer.from('MZ\u0090\0\u0003\0\0\0', 'latin1'), Buffer.alloc(4096, 1)]);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'прайс.xlsx', mimeType: 'application/octet-stream', buffer: program });
  await expect(page.getByRole('alert').filter({ hasText: 'Это не таблица' })).toBeVisible();
});
