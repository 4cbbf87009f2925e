import { expect, type Locator, type Page } from '@playwright/test';
import { signIn, type Who } from './people.ts';
import { system } from './system.ts';

const WRITE = { 'x-smet-request': '1', origin: system.url };

/** Sends to the API as the page's own scripts do; the answer's body. */
export async function send<T>(page: Page, method: 'PATCH' | 'POST' | 'PUT', path: string, data: unknown): Promise<T> {
  const response = await page.request.fetch(`/api/v1${path}`, { method, headers: WRITE, data });
  expect(response.ok(), `${method} ${path}: ${response.status()} ${await response.text()}`).toBe(true);
  return (await response.json()) as T;
}

/** An estimate of an order made for the purpose, open in the editor of a signed-in person. */
export async function newEstimate(page: Page, who: Who = 'manager'): Promise<string> {
  await signIn(page, who);
  const order = await send<{ id: string }>(page, 'POST', '/orders', {
    client: { phone: '+7 000 777-00-01', name: 'Клиент замера' },
    address: 'ул. Чертёжная, 7',
  });
  const { id } = await send<{ id: string }>(page, 'POST', `/orders/${order.id}/estimates`, {});
  await page.goto(`/estimates/${id}`);
  await expect(page.getByRole('button', { name: 'Добавить комнату' }).first()).toBeVisible();
  return id;
}

export async function addRoom(page: Page, kind: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Добавить комнату' }).first().click();
  await page.getByRole('menuitem', { name: kind }).click();
}

/** Types readings one after another: Enter leads to the next field. */
export async function typeReadings(page: Page, first: string, readings: readonly string[]): Promise<void> {
  await page.getByLabel(first).focus();
  for (const reading of readings) {
    await page.keyboard.type(reading);
    await page.keyboard.press('Enter');
  }
}

export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  await expect(page.getByText('Сохранено', { exact: true }).first()).toBeVisible();
}

/** Where what is typed is: "saved", "held", "unreachable"… */
export const saveState = (page: Page): Locator => page.locator('output[data-state]');

/** Waits until the editor has saved everything by itself. */
export const saved = (page: Page) => expect(saveState(page)).toHaveAttribute('data-state', 'saved');

/** Opens what lies under the line of totals; on a device that keeps it open it is there already. */
export async function openTotals(page: Page): Promise<void> {
  const details = page.getByRole('button', { name: 'Подробности' });
  if ((await details.getAttribute('aria-expanded')) === 'false') await details.click();
}

/** Something of the editor's menu of what is needed now and then. */
export async function chooseInMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Ещё', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
}

/** An amount of the block of totals, by its name. */
export const total = (page: Page, name: string): Locator =>
  page
    .locator('div', { has: page.locator(`:scope > dt:has-text("${name}")`) })
    .locator('dd')
    .last();

export const roomPane = (page: Page): Locator => page.getByRole('region', { name: 'Чертёж комнаты' });
export const lines = (page: Page): Locator => page.getByRole('region', { name: 'Строки сметы' });

/** A tab by its word: the input of a segmented control lies hidden under its label. */
export const tab = (page: Page, control: string, name: string): Locator =>
  page.getByRole('radiogroup', { name: control }).getByText(name, { exact: true });
