import { expect } from '@playwright/test';
import { addRoom, newEstimate, saved, saveState, send, total, typeReadings } from './estimates.ts';
import { holdSaves } from './held-saves.ts';
import { freshPage, plain, signIn } from './people.ts';
import { test } from './test.ts';

test('two people in one estimate: told of each other, put together, asked only about the same wall', async ({
  page,
  browser,
  allow,
}) => {
  // the save that is kept from its way, and the one that came too late
  allow(/ERR_FAILED|status of 409/);
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

test('a colleague sends the version while I type: my text is not in it, not lost, and goes into the next one', async ({
  page,
  browser,
  allow,
}) => {
  // the save that came too late
  allow(/status of 409/);
  const id = await newEstimate(page);
  await addRoom(page, /Прямоугольник/);
  await typeReadings(page, 'Стена AB, см', ['500', '300']);
  await saved(page);
  const sum = plain(await total(page, 'К оплате').textContent());
  const other = await freshPage(browser);
  await signIn(other, 'owner');

  // typed, and on its way when the colleague sends what is saved
  const release = await holdSaves(page);
  await page.getByLabel('Стена AB, см').fill('512,5');
  const { version } = (await (await other.request.get(`/api/v1/estimates/${id}`)).json()) as { version: number };
  await send(other, 'POST', `/estimates/${id}/issue`, { version, validUntil: null });
  await expect(page.getByText('Эту версию отправили клиенту, пока вы её меняли')).toBeVisible();
  release();

  const issued = await other.request.get(`/api/v1/estimates/${id}/versions/1`);
  expect(JSON.stringify(await issued.json())).toContain('"sidesMm":[5000,3000]');
  await expect(page.getByLabel('Стена AB, см')).toHaveValue('512,5');
  await expect(page.getByLabel('Стена AB, см')).not.toBeEditable();
  await expect(total(page, 'К оплате')).toHaveText(new RegExp(sum.replaceAll(' ', '\\s')));

  await page.getByRole('button', { name: 'Новая версия с моими изменениями' }).click();
  await expect(page.getByLabel('Стена AB, см')).toHaveValue('512,5');
  await expect(page.getByLabel('Стена AB, см')).toBeEditable();
  await saved(page);
  const { draft, number } = (await (await other.request.get(`/api/v1/estimates/${id}`)).json()) as {
    draft: { rooms: { shape: { sidesMm: number[] } }[] };
    number: number;
  };
  expect(number).toBe(2);
  expect(draft.rooms[0]!.shape.sidesMm).toEqual([5125, 3000]);
});
