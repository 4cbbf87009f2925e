import { expect, test } from '@playwright/test';
import { addRoom, newEstimate, saved, saveState, total, typeReadings } from './estimates.ts';
import { freshPage, plain, signIn } from './people.ts';

test('two people in one estimate: told of each other, put together, asked only about the same wall', async ({
  page,
  browser,
}) => {
  const id = await newEstimate(page);
  await addRoom(page, /Прямоугольник/);
  await typeReadings(page, 'Стена AB, см', ['500', '300']);
  await saved(page);

  const other = await freshPage(browser);
  await signIn(other, 'owner');
  await other.goto(`/estimates/${id}`);
  await expect(page.getByText(/Здесь же:/)).toBeVisible({ timeout: 30_000 });

  // different things come together without a question
  await other.getByLabel('Стена BC, см').fill('320');
  await saved(other);
  await expect(page.getByLabel('Стена BC, см')).toHaveValue('320');
  await page.getByLabel('Скидка, процентов').fill('5');
  await saved(page);
  await expect(other.getByLabel('Скидка, процентов')).toHaveValue('5');

  // the same wall: both values, and the person chooses
  await page.route('**/api/v1/estimates/*', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );
  await page.getByLabel('Стена AB, см').fill('510');
  await expect(saveState(page)).toHaveAttribute('data-state', 'unreachable');
  await other.getByLabel('Стена AB, см').fill('530');
  await saved(other);
  await page.unroute('**/api/v1/estimates/*');
  const dialog = page.getByRole('dialog', { name: 'Вы и другой сотрудник изменили одно и то же' });
  await expect(dialog).toContainText('стена AB');
  await expect(dialog).toContainText('510');
  await expect(dialog).toContainText('530');
  await dialog.getByRole('radio', { name: /530/ }).click();
  await dialog.getByRole('button', { name: 'Сохранить выбранное' }).click();
  await expect(page.getByLabel('Стена AB, см')).toHaveValue('530');
  await saved(page);
  expect(plain(await total(page, 'К оплате').textContent())).toBe(plain(await total(other, 'К оплате').textContent()));
});
