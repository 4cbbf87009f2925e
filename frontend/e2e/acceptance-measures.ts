import { expect, type Page } from '@playwright/test';
import { priceBook, type Acceptance, type AcceptanceRoom } from '../../libs/estimating/test-data/builders.ts';
import { decimal, figures } from './acceptance-screen.ts';
import { roomPane, tab } from './estimates.ts';
import { plain } from './people.ts';

const items = priceBook();

/** The cutting list stands in the head, or in its menu. */
async function openCutting(page: Page): Promise<void> {
  const name = 'Раскрой профиля';
  const menu = page.getByRole('button', { name: 'Ещё', exact: true });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('menuitem', { name }).or(page.getByRole('button', { name })).click();
}

/** How the canvas of the open room is cut; its tab is shown. */
export async function canvasFigures(page: Page): Promise<Record<string, string>> {
  const shown = await figures(roomPane(page));
  return { ...shown, 'Усадка поперёк': shown['Усадка']?.split(' ')[0] ?? '' };
}

/** Types the length of a wall of the open room. */
export async function typeSize(page: Page, wall: string, centimetres: number): Promise<void> {
  await page.getByLabel(`Стена ${wall}, см`).fill(String(centimetres).replace('.', ','));
}

/** Measures, canvas and stock, which the screen shows beside the money. */
export async function expectMeasures(page: Page, { id, expected }: AcceptanceRoom): Promise<void> {
  const head = plain(await roomPane(page).textContent());
  const text = (value: number) => value.toFixed(2).replace('.', ',');
  expect(head, `${id}: area`).toContain(`${text(expected.billed_area)} м²`);
  expect(head, `${id}: perimeter`).toContain(`периметр ${text(expected.billed_perimeter)} м`);
  expect(head, `${id}: roll`).toContain(`рулон ${String(expected.roll_m).replace('.', ',')} м`);

  await tab(page, 'Что делать с комнатой', 'Полотно').click();
  const canvas = await canvasFigures(page);
  const bound = expected.layout_upper_bound[expected.roll_m.toFixed(1)]!;
  const sheets = Object.keys(canvas).find((name) => name.startsWith('Лист'))!;
  expect(canvas[sheets]!.match(/×/g), `${id}: strips`).toHaveLength(bound.strips);
  const film = Number(decimal(canvas['Плёнки из рулона']!));
  expect(film, `${id}: film`).toBeLessThanOrEqual(bound.film_m2);
  expect(Number(decimal(canvas['Само полотно']!)), `${id}: cut piece`).toBe(expected.cut_piece_m2);
  const offcut = Number(decimal(canvas['Обрезки']!.split('·')[0]!));
  expect(offcut, `${id}: offcut`).toBeCloseTo(film - expected.cut_piece_m2, 9);
  expect(offcut, `${id}: offcut`).toBeLessThanOrEqual(expected.offcut_m2);
  expect(Number(decimal(canvas['Гарпун']!)), `${id}: harpoon`).toBe(expected.stock.harpoon_m);

  await openCutting(page);
  const drawer = page.getByRole('dialog', { name: 'Раскрой профиля' });
  await expect(drawer, `${id}: sticks`).toContainText(
    new RegExp(`(^|\\D)${expected.stock.sticks_2500} хлыст\\S* по 250 см`),
  );
  const stock = await figures(drawer);
  const given = (code: string) => Number(decimal(stock[items.get(code)!.name]!));
  expect(given('SCR-3551'), `${id}: screws`).toBe(expected.stock.screws);
  expect(given('DWL-651'), `${id}: dowels`).toBe(expected.stock.dowels);
  expect(given('INS-TL-W'), `${id}: tape`).toBe(expected.stock.tape_m);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
}

/** Types the walls of each row and reads how many sticks they take. */
export async function expectSticks(page: Page, rows: Acceptance['sticks']): Promise<void> {
  const drawer = page.getByRole('dialog', { name: 'Раскрой профиля' });
  for (const { walls_mm, stick_mm, sticks } of rows) {
    const [ab, bc] = walls_mm as [number, number];
    await typeSize(page, 'AB', ab / 10);
    await typeSize(page, 'BC', bc / 10);
    await openCutting(page);
    const count = new RegExp(`(^|\\D)${sticks} хлыст\\S* по ${stick_mm / 10} см`);
    await expect(drawer, `sticks ${walls_mm.join(' ')} of ${stick_mm}`).toContainText(count);
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
  }
}
