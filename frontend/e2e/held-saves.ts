import type { Page } from '@playwright/test';

/** From now on saves wait until what is answered is called: what the screen shows meanwhile is the browser's own. */
export async function holdSaves(page: Page): Promise<() => void> {
  let release = () => undefined as void;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/v1/estimates/*', async (route) => {
    if (route.request().method() === 'PUT') await gate;
    await route.continue();
  });
  return release;
}
