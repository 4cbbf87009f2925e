import type { Locator, Page } from '@playwright/test';
import { lines } from './estimates.ts';

/** A cell of the first line whose name begins so. */
export const cell = (page: Page, name: string | RegExp, column: string): Locator =>
  lines(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) })
    .first()
    .locator(`[data-column="${column}"]`);
