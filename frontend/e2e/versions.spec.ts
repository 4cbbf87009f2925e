import { expect } from '@playwright/test';
import { addRoom, newEstimate, saved, typeReadings } from './estimates.ts';
import { test } from './test.ts';

test('a version that was sent does not change; the next one shows its difference in money', async ({ page }) => {
  const id = await newEstimate(page);
  await addRoom(page, /Прямоугольник/);
  await typeReadings(page, 'Стена AB, см', ['400', '300']);
  await saved(page);
  await page.getByRole('button', { name: 'Версии сметы' }).click();
  const drawer = page.getByRole('dialog', { name: 'Версии' });
  await drawer.getByRole('button', { name: 'Отправить клиенту' }).click();
  await expect(drawer).toContainText('Отправлена');
  await drawer.getByRole('button', { name: 'Новая версия' }).click();
  await expect(drawer).toContainText('Версия 2');
  await page.keyboard.press('Escape');

  await page.getByLabel('Стена AB, см').fill('500');
  await saved(page);
  await page.getByRole('button', { name: 'Версии сметы' }).click();
  await expect(drawer).toContainText('Разница между версиями');
  await expect(drawer.getByRole('table')).toContainText('12 м²');
  await expect(drawer.getByRole('table')).toContainText('15 м²');
  await drawer.getByRole('link', { name: 'Посмотреть' }).click();

  await page.waitForURL(`**/estimates/${id}/versions/1`);
  await expect(page.getByText('Вы смотрите версию 1')).toBeVisible();
  await expect(page.getByLabel('Стена AB, см')).toHaveValue('400');
  await expect(page.getByLabel('Стена AB, см')).not.toBeEditable();
});
