import { expect, type Page } from '@playwright/test';
import { newEstimate, send } from './estimates.ts';
import { freshPage, signIn } from './people.ts';
import { test } from './test.ts';

interface Tolerances {
  warnCm: string;
  warnPercent: string;
  blockCm: string;
  blockPercent: string;
}

/** As a new organization has them: left behind for the tests that come after. */
const USUAL: Tolerances = { warnCm: '1', warnPercent: '0,3', blockCm: '3', blockPercent: '1' };

/** As the page shows them: centimetres and percent. */
async function setTolerances(page: Page, { warnCm, warnPercent, blockCm, blockPercent }: Tolerances): Promise<void> {
  const warn = page.getByRole('group', { name: /^Предупреждать/ });
  const block = page.getByRole('group', { name: /^Требовать причину/ });
  await warn.getByLabel('см').fill(warnCm);
  await warn.getByLabel('% длины').fill(warnPercent);
  await block.getByLabel('см').fill(blockCm);
  await block.getByLabel('% длины').fill(blockPercent);
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Допуски сохранены')).toBeVisible();
}

test('the administrator decides how far readings may disagree, and estimates follow; a manager decides nothing', async ({
  page,
  browser,
}) => {
  const estimateId = await newEstimate(page);
  const begun = await page.request.get(`/api/v1/estimates/${estimateId}`);
  const { version, draft: empty } = (await begun.json()) as { version: number; draft: { variants: unknown[] } };
  // diagonals 500 and 502: 2 cm apart, 0.4 %
  const shape = {
    schemaVersion: 1,
    kind: 'triangulated',
    sidesMm: [4000, 3000, 4000, 3000],
    diagonalsMm: [
      { from: 0, to: 2, lengthMm: 5000 },
      { from: 1, to: 3, lengthMm: 5020 },
    ],
  };
  const room = { id: crypto.randomUUID(), name: 'Кабинет', shape, spotlights: 0, chandeliers: 0 };
  const draft = { ...empty, rooms: [room] };
  await send(page, 'PUT', `/estimates/${estimateId}`, { version, draft });
  await page.reload();
  await expect(page.getByText('Замер под сомнением')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Настройки' })).toHaveCount(0);

  const office = await freshPage(browser);
  await signIn(office, 'administrator');
  await office.getByRole('link', { name: 'Настройки' }).click();
  await setTolerances(office, { warnCm: '3', warnPercent: '1', blockCm: '5', blockPercent: '2' });
  await page.reload();
  await expect(page.getByText('Замер сходится')).toBeVisible();
  await setTolerances(office, { warnCm: '1', warnPercent: '0,3', blockCm: '1,5', blockPercent: '1' });
  await page.reload();
  await expect(page.getByText('Больше допустимого')).toBeVisible();
  await setTolerances(office, USUAL);

  await page.goto('/settings');
  await expect(page.getByText('Допуски замера')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Сохранить' })).toHaveCount(0);
  await expect(page.getByLabel('см').first()).not.toBeEditable();
});
