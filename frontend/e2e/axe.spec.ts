import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { newEstimate } from './estimates.ts';
import { signIn } from './people.ts';
import { sendProposal } from './proposals.ts';
import { test } from './test.ts';

/** What of the page on the screen keeps people out, as WCAG 2.2 AA has it: the rule and where it is broken. */
async function barriers(page: Page, scheme: Scheme): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  // The themes differ in their colours alone.
  if (scheme === 'light') axe.withRules(['color-contrast']);
  else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  const { violations } = await axe
    // Experimental, and of other spaces in a sum or of initials it says that they are other words.
    .disableRules(['label-content-name-mismatch'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`));
}

type Scheme = 'dark' | 'light';

const SCREENS = [
  '/orders',
  '/clients',
  '/nomenclature',
  '/nomenclature/prices',
  '/imports',
  '/integrations',
  '/settings',
  '/settings/rules',
  '/settings/prices',
  '/settings/company',
];

for (const colorScheme of ['dark', 'light'] satisfies Scheme[]) {
  test(`nothing serious keeps anybody out of the firm's screens, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await signIn(page, 'owner');
    for (const screen of SCREENS) {
      await page.goto(screen);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect.soft(await barriers(page, colorScheme), screen).toEqual([]);
    }
    await page.goto('/clients');
    await page.locator('main a[href^="/clients/"]').first().click();
    await expect(page).toHaveURL(/\/clients\/.+/);
    await expect(page.getByRole('heading', { name: 'История' })).toBeVisible();
    expect.soft(await barriers(page, colorScheme), 'a client').toEqual([]);
    await newEstimate(page);
    expect.soft(await barriers(page, colorScheme), 'an estimate').toEqual([]);
  });

  test(`nothing serious keeps a client out of the proposal, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { url } = await sendProposal(page);
    await page.goto(url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await barriers(page, colorScheme)).toEqual([]);
  });
}
