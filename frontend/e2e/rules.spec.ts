import { expect, type Locator, type Page } from '@playwright/test';
import { plain, signIn } from './people.ts';
import { test } from './test.ts';

const WIRING = /^Разводка кабеля/;

async function openRules(page: Page): Promise<void> {
  await page.goto('/settings/rules');
  await expect(page.getByRole('heading', { name: 'Строки' })).toBeVisible();
}

/** The formula of the wiring, a line of its own for every lamp. */
async function openWiring(page: Page): Promise<Locator> {
  const row = page.getByRole('button', { name: WIRING });
  // The server's page is there before its scripts.
  await expect(async () => {
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
    await expect(row).toHaveAttribute('aria-expanded', 'true', { timeout: 1000 });
  }).toPass();
  return page.getByLabel('Сколько в комнате', { exact: true });
}

const preview = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: 'Проверка на примере' }) });
const total = async (page: Page) => plain(await preview(page).getByText('К оплате').locator('..').textContent());

test('the owner changes a formula, sees what it does to a room, and saves the next version; the old one stays', async ({
  page,
}) => {
  await signIn(page, 'owner');
  await openRules(page);
  const current = await page.request.get('/api/v1/rule-sets/current');
  const { version } = (await current.json()) as { version: number };
  const formula = await openWiring(page);
  const before = await formula.inputValue();
  await expect.poll(() => total(page)).toContain('Как по действующим правилам');

  await formula.fill('spotlights * 2 + chandeliers');
  await formula.press('Escape');
  await expect(preview(page).getByRole('listitem').filter({ hasText: WIRING })).toContainText('было 6 шт');
  await expect.poll(() => total(page)).toContain('+4 200,00 ₽ к прежнему');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText(`Сохранена версия ${version + 1}`)).toBeVisible();

  await page.reload();
  await expect(await openWiring(page)).toHaveValue('spotlights * 2 + chandeliers');
  const versions = page.locator('section', { has: page.getByRole('heading', { name: 'Прежние версии' }) });
  const older = versions.getByRole('listitem').filter({ hasText: `Версия ${version}` });
  await older.getByRole('link', { name: 'Посмотреть' }).click();
  await expect(page.getByText(`Версия ${version} от`)).toBeVisible();
  const old = await openWiring(page);
  await expect(old).toHaveValue(before);
  await expect(old).not.toBeEditable();
  // As the tests that come after expect it, and in one click.
  await page.getByRole('button', { name: 'Сделать действующими' }).click();
  await expect(page.getByText(`Версия ${version + 2}`, { exact: true })).toBeVisible();
  // The list of versions is renewed a moment before the page of the rules in force takes the place of the old ones.
  await expect(page.getByText(`Версия ${version} от`)).toBeHidden();
  await expect(await openWiring(page)).toHaveValue(before);
});

test('a mistake is told at its character, names are completed, and what is not saved is not lost unasked', async ({
  page,
}) => {
  await signIn(page, 'owner');
  await openRules(page);
  const formula = await openWiring(page);
  await formula.fill('spotlights + perimetr / 1 m');
  await formula.press('Escape');
  const mistake = page.getByRole('button', { name: /^Символ 14: имени «perimetr» нет; может быть, perimeter\?/ });
  await mistake.click();
  const selected = await formula.evaluate((field: HTMLTextAreaElement) =>
    field.value.slice(field.selectionStart, field.selectionEnd),
  );
  expect(selected).toBe('perimetr');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText(/^Осталась 1 ошибка\./)).toBeVisible();

  await formula.fill('');
  await formula.pressSequentially('светил');
  await expect(page.getByRole('option', { name: /^spotlights/ })).toBeVisible();
  await formula.press('Enter');
  await expect(formula).toHaveValue('spotlights');

  await page.getByRole('link', { name: 'Компания' }).click();
  const question = page.getByRole('dialog', { name: 'Изменения не сохранены' });
  await question.getByRole('button', { name: 'Остаться' }).click();
  await expect(formula).toHaveValue('spotlights');
  await page.getByRole('button', { name: 'Отменить изменения' }).click();
  await page.getByRole('link', { name: 'Компания' }).click();
  await expect(page.getByText('Реквизиты')).toBeVisible();
});
