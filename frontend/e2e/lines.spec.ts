import { expect, type Locator, type Page } from '@playwright/test';
import { addRoom, lines, newEstimate, openTotals, save, typeReadings } from './estimates.ts';
import { cell } from './grid.ts';
import { plain } from './people.ts';
import { test } from './test.ts';

const toPay = (page: Page): Locator => page.locator('[data-kind="main"] dd');
const focused = (page: Page): Locator => page.locator('[data-row]:focus');

/** What a spreadsheet puts on the clipboard, pasted where the focus is. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** E1 without its lamps: 4.00 × 3.00 m. */
async function estimateOfOneRoom(page: Page): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await newEstimate(page);
  await addRoom(page, /Прямоугольник/);
  await typeReadings(page, 'Стена AB, см', ['400', '300']);
  await expect(cell(page, /^Полотно/, 'quantity')).toHaveText('12');
}

test('the lines are walked, edited and taken back by the keyboard alone', async ({ page }) => {
  await estimateOfOneRoom(page);
  const canvas = cell(page, /^Полотно/, 'quantity');
  const before = await toPay(page).textContent();
  await canvas.click();
  await expect(canvas).toBeFocused();
  await expect(page.getByText(/^Почему 12/)).toBeVisible();

  await page.keyboard.type('15,5');
  await expect(page.getByText(/^Почему/)).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: /^Количество: Полотно/ })).toHaveValue('15,5');
  await expect(toPay(page)).not.toHaveText(before!);
  await page.keyboard.press('Escape');
  await expect(canvas).toBeFocused();
  await expect(canvas).toHaveText('12');
  await expect(toPay(page)).toHaveText(before!);

  await page.keyboard.type('20');
  await page.keyboard.press('Enter');
  await expect(canvas).toContainText('20');
  await expect(canvas).not.toBeFocused();
  await expect(focused(page)).toHaveAttribute('data-column', 'quantity');
  await page.keyboard.press('ArrowUp');
  await expect(canvas).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(canvas).toHaveText('12');
  await page.keyboard.press('ArrowRight');
  await expect(focused(page)).toHaveAttribute('data-column', 'unit');
  await page.keyboard.press('Tab');
  await expect(cell(page, /^Полотно/, 'discount')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('10');
  await page.keyboard.press('Tab');
  await expect(cell(page, /^Полотно/, 'discount')).toHaveText('10');
  await expect(cell(page, /^Полотно/, 'sum')).toContainText('−');
  await expect(focused(page)).toHaveAttribute('data-column', 'quantity');
  await page.keyboard.press('Control+z');
  await expect(cell(page, /^Полотно/, 'discount')).toHaveText('');
});

test('a block goes to Excel and back; a paste is one step to undo, and what does not fit is named', async ({
  page,
}) => {
  await estimateOfOneRoom(page);
  await cell(page, /^Полотно/, 'name').click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  const rows = (await copied(page)).split(/\r?\n/).map((row) => row.split('\t'));
  expect(rows).toHaveLength(2);
  expect(rows[0]).toEqual([expect.stringMatching(/^Полотно/), '12']);

  const canvas = cell(page, /^Полотно/, 'quantity');
  const second = lines(page).locator('[data-column="quantity"][data-row]').nth(1);
  const before = [await canvas.textContent(), await second.textContent(), await toPay(page).textContent()];
  await canvas.click();
  await paste(page, '21,5\tшт\n22\nмного');
  await expect(canvas).toContainText('21,5');
  await expect(second).toContainText('22');
  const message = page.getByRole('alert').filter({ hasText: 'Вставлено значений: 2' });
  await expect(message).toContainText('Не вставлено: 2');
  await expect(message).toContainText('шт: столбец «Единица» здесь не меняется');
  await expect(message).toContainText('много: это не подходит');
  await page.keyboard.press('Control+z');
  expect([await canvas.textContent(), await second.textContent(), await toPay(page).textContent()]).toEqual(before);
});

test('rows of a table become lines; those nobody knows are listed', async ({ page }) => {
  await estimateOfOneRoom(page);
  await page.getByRole('button', { name: 'Вставить строки' }).click();
  const dialog = page.getByRole('dialog', { name: 'Вставить строки из таблицы' });
  await dialog.getByRole('textbox', { name: 'Строки' }).focus();
  await paste(page, 'SRV-TRIP2\t2\nВыезд на Луну\t1\nвыезд бригады на второй этап\t3\nSRV-TRIP2\t\n');
  await expect(dialog).toContainText('Не войдут в смету: 2');
  await expect(dialog).toContainText('Выезд на Луну: такой позиции нет');
  await expect(dialog).toContainText('SRV-TRIP2: нет количества');
  await dialog.getByRole('button', { name: 'Добавить 2 строки' }).click();
  const added = lines(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: /^Выезд бригады на второй этап/ }) });
  await expect(added).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(added).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(added).toHaveCount(2);
  await added.first().locator('[data-column="quantity"]').click();
  await page.keyboard.press('Delete');
  await expect(added).toHaveCount(1);
  await page.getByRole('alert').filter({ hasText: 'Строка удалена' }).getByRole('button', { name: 'Вернуть' }).click();
  await expect(added).toHaveCount(2);
  await save(page);
  await page.reload();
  await expect(added).toHaveCount(2);
});

test('lines by category, closed groups and columns are as the person left them', async ({ page }) => {
  await estimateOfOneRoom(page);
  const groups = lines(page).getByRole('button', { name: /^Свернуть/ });
  await expect(groups).toHaveCount(2);
  await lines(page).getByText('По категориям', { exact: true }).click();
  await expect(lines(page).getByRole('button', { name: 'Свернуть: Полотна' })).toBeVisible();
  await lines(page).getByRole('button', { name: 'Свернуть: Полотна' }).click();
  await expect(cell(page, /^Полотно/, 'quantity')).toHaveCount(0);
  await lines(page).getByRole('button', { name: 'Столбцы' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Единица' }).click();
  await page.keyboard.press('Escape');
  await expect(lines(page).getByRole('columnheader', { name: 'Ед.' })).toHaveCount(0);
  await save(page);
  await page.reload();
  await expect(lines(page).getByRole('button', { name: 'Свернуть: Полотна' })).toBeVisible();
  await expect(lines(page).getByRole('columnheader', { name: 'Ед.' })).toHaveCount(0);
  await lines(page).getByText('По комнатам', { exact: true }).click();
});

test('a coefficient is a line of its own, and stages of payment make the whole', async ({ page }) => {
  await estimateOfOneRoom(page);
  await openTotals(page);
  await page.getByRole('button', { name: 'коэффициент', exact: true }).click();
  await page.getByRole('button', { name: 'Новый коэффициент' }).click();
  await page.getByRole('textbox', { name: 'За что' }).fill('Высота');
  await page.getByRole('textbox', { name: 'Процент: Высота' }).fill('10');
  await expect(lines(page).getByRole('rowheader', { name: 'Высота, +10 % (от работ)' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Изменить график оплаты' }).click();
  await page.getByRole('textbox', { name: 'Процент платежа 1' }).fill('30');
  await expect(page.getByText('До 100 % не хватает 20 %')).toBeVisible();
  await page.getByRole('button', { name: 'Добавить платёж' }).click();
  await expect(page.getByRole('textbox', { name: 'Процент платежа 3' })).toHaveValue('20');
  await page.keyboard.press('Escape');
  const stages = await page
    .locator('dl dt')
    .filter({ hasText: /, \d+ %$/ })
    .allTextContents();
  expect(stages.map(plain)).toEqual(['До начала, 30 %', 'После монтажа, 50 %', 'В день начала, 20 %']);
  await save(page);
});
