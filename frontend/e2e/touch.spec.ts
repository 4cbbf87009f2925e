import { expect, type Page } from '@playwright/test';
import { lines, newEstimate, roomPane, tab } from './estimates.ts';
import { cell } from './grid.ts';
import { plain } from './people.ts';
import { test } from './test.ts';

// A tablet in the hands of a measurer: nothing below is done with a mouse.
test.use({ viewport: { width: 1180, height: 820 }, hasTouch: true, isMobile: true });

interface Spot {
  x: number;
  y: number;
}

async function addRoom(page: Page, kind: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Добавить комнату' }).first().tap();
  await page.getByRole('menuitem', { name: kind }).tap();
}

/** Types readings by the pad; its last key leads to the next field by itself. */
async function tapReadings(page: Page, readings: readonly string[]): Promise<void> {
  const pad = page.getByRole('group', { name: 'Цифры' });
  for (const reading of readings) {
    for (const digit of reading) await pad.getByRole('button', { name: digit, exact: true }).tap();
    await pad.getByRole('button', { name: 'Дальше' }).tap();
  }
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Сохранить', exact: true }).tap();
  await expect(page.getByText('Сохранено', { exact: true }).first()).toBeVisible();
}

/** Types into a field of the plan by the tablet's own keyboard. */
async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).tap();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Where places of a room of four corners are on the screen: metres along AB and across it. */
async function placer(page: Page, [along, across]: readonly [number, number]): Promise<(x: number, y: number) => Spot> {
  const corners = await page
    .getByRole('application')
    .locator('circle')
    .evaluateAll((circles) =>
      circles.slice(0, 4).map((circle) => {
        const { x, y, width, height } = circle.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }),
    );
  const [a, b, , d] = corners as [Spot, Spot, Spot, Spot];
  return (x, y) => ({
    x: a.x + ((b.x - a.x) * x) / along + ((d.x - a.x) * y) / across,
    y: a.y + ((b.y - a.y) * x) / along + ((d.y - a.y) * y) / across,
  });
}

/** A finger that goes from one spot to another and stays there until `lift`. */
async function drag(page: Page, from: Spot, to: Spot): Promise<{ lift: () => Promise<void> }> {
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Spot[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [from]);
  for (const part of [0.25, 0.5, 0.75, 1]) {
    await touch('touchMove', [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }]);
  }
  const lift = async () => {
    // A finger that leaves in full flight is a fling, and the browser takes the next tap for its end.
    await touch('touchMove', [{ x: to.x + 1, y: to.y }]);
    await touch('touchEnd', []);
  };
  return { lift };
}

test('a room shaped as Г (E2) by a finger alone', async ({ page }) => {
  await newEstimate(page);
  await addRoom(page, /Г-образная/);
  await expect(page.getByLabel('Стена AB, см')).toBeFocused();
  await tapReadings(page, ['500', '300', '200', '150', '300', '450']);
  await expect(roomPane(page)).toContainText(/19,50\sм²/);
  await save(page);

  const check = async () => {
    await tab(page, 'Части сметы', 'Чертёж').tap();
    await expect(roomPane(page)).toContainText(/19,50\sм²/);
    await expect(page.getByLabel('Стена FA, см')).toHaveValue('450');
    await tab(page, 'Части сметы', 'Строки').tap();
    expect(plain(await lines(page).textContent())).toContain('11 700,00');
  };
  await check();
  await page.reload();
  await check();
});

test('an arc, a column and a lamp by a finger', async ({ page }) => {
  const estimateId = await newEstimate(page);
  await addRoom(page, /Прямоугольник/);
  await tapReadings(page, ['400', '300']);
  await tab(page, 'Что делать с комнатой', 'План').tap();

  // E6: wall BC bulges by 50 cm
  let spot = await placer(page, [4, 3]);
  await tapAt(page, spot(4, 1.5));
  await page.getByText('Дуга наружу', { exact: true }).tap();
  await typeInto(page, 'Прогиб дуги, см', '50');
  await expect(roomPane(page)).toContainText(/13,02\sм²/);

  // a column takes 0.4 × 0.4 m of 13.021882
  await page.getByRole('button', { name: 'Колонна', exact: true }).tap();
  spot = await placer(page, [4, 3]);
  await tapAt(page, spot(1, 1));
  await typeInto(page, 'Вдоль AB', '40');
  await typeInto(page, 'Поперёк', '40');
  await expect(roomPane(page)).toContainText(/12,86\sм²/);

  await page.getByRole('button', { name: 'Светильник', exact: true }).tap();
  spot = await placer(page, [4, 3]);
  await tapAt(page, spot(3, 2.5));
  await page.getByRole('button', { name: 'Светильник', exact: true }).tap();
  await expect(page.getByRole('button', { name: 'Светильник', exact: true })).toHaveAttribute('aria-pressed', 'false');
  // nearly the middle of AB: it is pulled there, and its distances are told on the way
  const finger = await drag(page, spot(3, 2.5), spot(2.03, 2.2));
  await expect(page.locator('line[data-kind="wall-middle"]')).not.toHaveCount(0);
  await finger.lift();
  await expect(page.getByLabel('Вдоль стены AB, см')).toHaveValue('200');
  await save(page);

  await page.reload();
  await tab(page, 'Части сметы', 'Чертёж').tap();
  await expect(roomPane(page)).toContainText(/12,86\sм²/);
  await tab(page, 'Что делать с комнатой', 'План').tap();
  await tapAt(page, (await placer(page, [4, 3]))(2, 2.2));
  await expect(page.getByLabel('Вдоль стены AB, см')).toHaveValue('200');
  await tab(page, 'Части сметы', 'Строки').tap();
  const text = plain(await lines(page).textContent());
  // arc 3.22 m; four corners of the column beyond the room's own four
  expect(text).toMatch(/[Кк]риволинейн/);
  await expect(cell(page, /^Дополнительный угол/, 'quantity')).toHaveText('4');
  await expect(cell(page, /[Кк]риволиней/, 'quantity')).toHaveText('3,22');

  // the same room drawn by the server
  const saved = (await (await page.request.get(`/api/v1/estimates/${estimateId}`)).json()) as {
    draft: { rooms: { id: string }[] };
  };
  const drawn = await page.request.get(
    `/api/v1/estimates/${estimateId}/rooms/${saved.draft.rooms[0]!.id}/drawing.svg?width=800&height=600&theme=print`,
  );
  expect(drawn.headers()['content-type']).toContain('image/svg+xml');
  const { wrong, texts } = await page.evaluate(
    (svg) => {
      const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
      return {
        wrong: parsed.querySelector('parsererror')?.textContent ?? null,
        texts: [...parsed.querySelectorAll('text')].map(({ textContent }) => textContent),
      };
    },
    await drawn.text(),
  );
  expect(wrong).toBeNull();
  expect(texts).toEqual(expect.arrayContaining(['A', 'B', 'C', 'D', '400', '300']));
});

const tapAt = (page: Page, { x, y }: Spot): Promise<void> => page.touchscreen.tap(x, y);
