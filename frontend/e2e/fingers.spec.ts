import { expect, type Locator, type Page } from '@playwright/test';
import { addRoom, chooseInMenu, newEstimate, openTotals, saved, tab, typeReadings } from './estimates.ts';
import { test } from './test.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const LEAST = 44;

/** Everything that can be pressed inside and is smaller than a finger: what it is called and how large it is. */
async function tooSmall(inside: Locator): Promise<string[]> {
  return inside.evaluate((root, least) => {
    const PRESSED =
      'button, a[href], select, textarea, input:not([type=hidden]), [role=button], [role=menuitem], [role=option]';
    const isShown = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest('[aria-hidden=true], [inert]') &&
      !element.matches(':disabled');
    /** What is pressed in place of a box: its words, or the frame around it. */
    const pressed = (element: Element): Element =>
      element.matches('input[type=radio], input[type=checkbox], input[role=switch]')
        ? ((element as HTMLInputElement).labels?.[0] ?? element)
        : element;
    const small = [...root.querySelectorAll(PRESSED)].filter(isShown).flatMap((element) => {
      const target = pressed(element);
      const box = target.getBoundingClientRect();
      const frame = getComputedStyle(target, '::before');
      const grown = frame.position === 'absolute' ? -2 * (Number.parseFloat(frame.top) || 0) : 0;
      const [width, height] = [Math.round(box.width), Math.round(box.height + grown)];
      const name = element.getAttribute('aria-label') ?? target.textContent?.trim() ?? element.id;
      return width >= least && height >= least ? [] : [`${name}: ${width} × ${height} (${element.className})`];
    });
    return [...new Set(small)];
  }, LEAST);
}

const expectForFingers = async (inside: Locator, what: string) => expect.soft(await tooSmall(inside), what).toEqual([]);

async function expectForFingersInDialog(page: Page, what: string): Promise<void> {
  const dialog = page.getByRole('dialog').or(page.getByRole('menu')).first();
  await expect(dialog).toBeVisible();
  await expectForFingers(dialog, what);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

test('on a phone everything in the editor and its drawers is large enough for a finger', async ({ page }) => {
  await newEstimate(page);
  await addRoom(page, /Прямоугольник/);
  await typeReadings(page, 'Стена AB, см', ['400', '300']);
  await saved(page);
  const whole = page.locator('body');
  await expectForFingers(whole, 'the drawing and its readings');
  for (const part of ['План', 'Полотно']) {
    await tab(page, 'Что делать с комнатой', part).tap();
    await expectForFingers(whole, part);
  }
  await tab(page, 'Части сметы', 'Строки').tap();
  await expectForFingers(whole, 'lines');
  await openTotals(page);
  await expectForFingers(whole, 'totals');
  await tab(page, 'Части сметы', 'Комнаты').tap();
  await expectForFingers(whole, 'rooms');
  for (const name of ['Версии сметы', 'Ссылка клиенту', 'Документы', 'Добавить вариант']) {
    await page.getByRole('button', { name }).tap();
    await expectForFingersInDialog(page, name);
  }
  for (const name of ['Раскрой профиля', 'Шаблоны']) {
    await chooseInMenu(page, name);
    await expectForFingersInDialog(page, name);
  }
});
