import { expect, type Browser, type Page } from '@playwright/test';
import { password, people } from './system.ts';

export type Who = keyof typeof people;

/** Signs in through the form, as a person does, and waits for the list of orders. */
export async function signIn(page: Page, who: Who): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Электронная почта').fill(people[who]);
  await page.getByLabel('Пароль', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Войти' }).click();
  await expect(page.getByRole('heading', { name: 'Заказы' })).toBeVisible();
}

/** A page in a browser session of its own. */
export async function freshPage(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

/** Text with every kind of space made an ordinary one: money is set with thin and unbreakable ones. */
export const plain = (text: string | null): string => (text ?? '').replaceAll(/\s/gu, ' ').trim();
