import { expect, test, type Page } from '@playwright/test';
import { freshPage, plain, signIn } from './people.ts';

interface Made {
  id: string;
  version: number;
}

const unique = () => String(Date.now()).slice(-7);
const phoneOf = (seven: string) => `+7 000 ${seven.slice(0, 3)}-${seven.slice(3, 5)}-${seven.slice(5)}`;

async function call<T>(page: Page, method: 'POST' | 'PATCH', path: string, data: unknown): Promise<T> {
  const { origin } = new URL(page.url());
  const response = await page.request.fetch(`/api/v1${path}`, {
    method,
    data,
    headers: { 'x-smet-request': '1', origin },
  });
  expect(response.ok(), `${path}: ${response.status()}`).toBe(true);
  return (await response.json()) as T;
}

const rows = (page: Page) => page.getByRole('table').getByRole('row');

test('a client is made with a hint of the double, changed in place, thrown away and brought back', async ({ page }) => {
  const seven = unique();
  const phone = phoneOf(seven);
  await signIn(page, 'manager');
  await page.getByRole('link', { name: 'Клиенты' }).click();
  await page.getByRole('button', { name: 'Новый клиент' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Имя', { exact: true }).fill(`Двойникова ${seven}`);
  await dialog.getByLabel('Телефон').fill(phone);
  await dialog.getByRole('button', { name: 'Создать клиента' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Двойникова ${seven}`);

  await page.goto('/clients');
  await page.getByRole('button', { name: 'Новый клиент' }).first().click();
  await dialog.getByLabel('Имя', { exact: true }).fill('Совсем другая');
  await dialog.getByLabel('Телефон').fill(phone.replaceAll('-', ''));
  const hint = dialog.getByRole('link', { name: new RegExp(`Двойникова ${seven} тот же телефон`) });
  await expect(hint).toBeVisible();
  await dialog.getByRole('button', { name: 'Создать клиента' }).click();
  await expect(dialog.getByText('Этот телефон уже записан за другим клиентом')).toBeVisible();
  await hint.click();

  await page.getByRole('button', { name: /^Источник:/ }).click();
  await page.getByRole('combobox', { name: 'Источник' }).fill('Вывеска');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Источник: Вывеска' })).toBeVisible();
  await expect(page.getByText('Карточка изменена')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Источник: Вывеска' })).toBeVisible();

  await page.getByRole('button', { name: 'Что сделать с клиентом' }).click();
  await page.getByRole('menuitem', { name: 'Удалить в корзину' }).click();
  await page.getByRole('alert').getByRole('button', { name: 'Вернуть' }).click();
  await page.getByLabel('Поиск', { exact: true }).fill(seven);
  await expect(rows(page).filter({ hasText: `Двойникова ${seven}` })).toBeVisible();
});

test('two people who change the same part: nobody loses it unseen', async ({ page, browser }) => {
  await signIn(page, 'manager');
  const seven = unique();
  const made = await call<Made>(page, 'POST', '/clients', {
    name: `Общая ${seven}`,
    phones: [{ number: phoneOf(seven) }],
    source: 'Сайт',
  });
  await page.goto(`/clients/${made.id}`);
  await page.getByRole('button', { name: 'Источник: Сайт' }).click();
  await page.getByRole('combobox', { name: 'Источник' }).fill('Авито');
  // The page does not hear of it in time: the colleague's change comes with the refusal.
  await page.route('**/api/v1/live', (route) => route.abort());
  const colleague = await freshPage(browser);
  await signIn(colleague, 'owner');
  await page.route(`**/api/v1/clients/${made.id}`, async (route) => {
    if (route.request().method() === 'PATCH') {
      await call(colleague, 'PATCH', `/clients/${made.id}`, { version: made.version, source: 'Выставка' });
      await page.unroute(`**/api/v1/clients/${made.id}`);
    }
    await route.continue();
  });
  await page.keyboard.press('Enter');
  await expect(page.getByText('У вас: «Авито». У коллеги: «Выставка».')).toBeVisible();
  await page.getByRole('button', { name: 'Сохранить моё' }).click();
  await expect(page.getByText('У вас: «Авито». У коллеги: «Выставка».')).toBeHidden();
  await expect(page.getByText('Выставка → Авито')).toBeVisible();
});

test('doubles are merged field by field with their orders, and parted again', async ({ page }) => {
  await signIn(page, 'manager');
  const seven = unique();
  const name = `Слиянова ${seven}`;
  const first = await call<Made>(page, 'POST', '/clients', { name, phones: [{ number: phoneOf(seven) }] });
  const second = await call<Made>(page, 'POST', '/clients', {
    name: `${name} Мария`,
    emails: [`m${seven}@demo.invalid`],
    source: 'Рекомендация',
  });
  const address = `ул. Слияния, ${seven}`;
  await call(page, 'POST', '/orders', { client: { id: second.id }, address });
  await page.goto(`/clients/${first.id}`);
  await page.getByRole('button', { name: 'Что сделать с клиентом' }).click();
  await page.getByRole('menuitem', { name: 'Объединить с двойником' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: new RegExp(`${name} Мария`) }).click();
  await dialog.getByRole('radio', { name: `Имя или название: ${name} Мария` }).click();
  await expect(dialog.getByRole('radio', { name: 'Источник: Рекомендация' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Объединить', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${name} Мария`);
  await expect(page.getByRole('link', { name: new RegExp(address) })).toBeVisible();
  await expect(page.getByRole('link', { name: `m${seven}@demo.invalid` })).toBeVisible();
  // The address of the one that is gone leads to the one that stands for it.
  await page.goto(`/clients/${second.id}`);
  await expect(page).toHaveURL(new RegExp(first.id));

  await page.getByRole('button', { name: 'Отменить объединение' }).click();
  await expect(page.getByRole('button', { name: 'Источник: Не указано' })).toBeVisible();
  await expect(page.getByRole('link', { name: new RegExp(address) })).toBeHidden();
  await page.goto(`/clients/${second.id}`);
  expect(plain(await page.getByRole('heading', { level: 1 }).textContent())).toBe(`${name} Мария`);
  await expect(page.getByRole('link', { name: new RegExp(address) })).toBeVisible();
});
