import { expect, type Page } from '@playwright/test';
import type { RuleLine, RuleSet } from '@smet/estimating';
import { minorFromDecimal } from '@smet/money';
import { acceptance, priceBook } from '../../libs/estimating/test-data/builders.ts';
import { byHand, Desk, example, rectangle, room, roomOf, variant } from './acceptance-desk.ts';
import { canvasFigures, expectMeasures, expectSticks, typeSize } from './acceptance-measures.ts';
import { decimal, figures, kopecks, readScreen } from './acceptance-screen.ts';
import { roomPane, saved, send, tab } from './estimates.ts';
import { cell } from './grid.ts';
import { holdSaves } from './held-saves.ts';
import { plain } from './people.ts';
import { test } from './test.ts';

const items = priceBook();
let desk: Desk;
let page: Page;

test.beforeAll(async ({ browser }) => {
  desk = await Desk.sitDown(browser);
  ({ page } = desk);
});
test.afterAll(() => desk.leave());

/** Waits until the screen shows these amounts; whatever else it shows is of no interest. */
const expectTotals = (id: string, totals: Readonly<Record<string, number>>) =>
  expect
    .poll(async () => (await readScreen(page)).totals, { message: `${id}: totals` })
    .toEqual(expect.objectContaining(totals));

const expectLines = (id: string, lines: readonly (readonly [code: string, quantity: number])[]) =>
  expect
    .poll(async () => (await readScreen(page)).lines.map(({ code, quantity }) => [code, quantity]), {
      message: `${id}: lines`,
    })
    .toEqual(lines);

/** What the browser has computed is what the server computes: let go, saved and read again it is the same. */
async function saveAs(id: string, release: () => void): Promise<void> {
  const computed = await readScreen(page);
  release();
  await page.keyboard.press('Control+s');
  await saved(page);
  expect(await readScreen(page), `${id}: as the server computes it`).toEqual(computed);
}

for (const { id, input, expected } of acceptance.rooms) {
  test(`${id} of the acceptance file on the screen`, async () => {
    await desk.ask();
    const estimate = await desk.open({
      rooms: [roomOf(id)],
      variants: [variant({ discountPercent: String(input.discount_percent) })],
    });
    const screen = {
      lines: expected.lines.map(({ code, quantity, price, sum }) => ({
        code,
        name: items.get(code)!.name,
        quantity,
        unit: items.get(code)!.unit,
        price: price * 100,
        sum: minorFromDecimal(sum),
      })),
      added: {},
      totals: expect.objectContaining({
        Всего: minorFromDecimal(expected.gross),
        Скидка: minorFromDecimal(expected.discount),
        'К оплате': minorFromDecimal(expected.to_pay),
        'До начала': minorFromDecimal(expected.prepayment),
        'После монтажа': minorFromDecimal(expected.rest),
        Себестоимость: minorFromDecimal(expected.billed_cost),
        Прибыль: minorFromDecimal(expected.margin),
      }) as Record<string, number>,
    };
    await expect.poll(() => readScreen(page), { message: `${id}: as it was saved` }).toEqual(screen);

    // A changed name makes the estimate the browser's own: from here on it computes.
    const release = await holdSaves(page);
    await page.getByLabel('Название комнаты').fill(`${id}, замер`);
    const [canvas] = screen.lines;
    const quantity = cell(page, canvas!.name, 'quantity');
    await quantity.click();
    await page.keyboard.type(String(canvas!.quantity + 1).replace('.', ','));
    const more = { sum: canvas!.sum + canvas!.price, gross: minorFromDecimal(expected.gross) + canvas!.price };
    await expectTotals(`${id} with 1 m² more`, { Всего: more.gross });
    expect(kopecks((await cell(page, canvas!.name, 'sum').textContent()) ?? ''), `${id}: sum of the line`).toBe(
      more.sum,
    );
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+z');
    await expect.poll(() => readScreen(page), { message: `${id}: as the browser computes it` }).toEqual(screen);
    await saveAs(id, release);

    await expectMeasures(page, example(id));
    for (const [country, vat] of [
      ['RU', expected.vat_22_included],
      ['KZ', expected.vat_16_included],
    ] as const) {
      await desk.organization.moveTo(country);
      await desk.ask({ vat: { mode: 'included', regime: 'standard' } });
      await desk.reprice(estimate);
      await expectTotals(`${id} with the VAT of ${country}`, {
        'К оплате': minorFromDecimal(expected.to_pay),
        'В том числе НДС': minorFromDecimal(vat),
      });
    }
    await desk.organization.moveTo('RU');
  });
}

test('two rooms of the acceptance file on the screen', async () => {
  await desk.ask();
  const { discount_percent, gross, discount, to_pay } = acceptance.two_rooms;
  await desk.open({ rooms: [roomOf('E1'), roomOf('E4')], variants: [variant({ manualLines: [byHand('SRV-TRIP2')] })] });
  const release = await holdSaves(page);
  await page.getByLabel('Скидка, процентов').fill(String(discount_percent));
  await expectTotals('two_rooms', {
    Всего: minorFromDecimal(gross),
    Скидка: minorFromDecimal(discount),
    'К оплате': minorFromDecimal(to_pay),
  });
  await saveAs('two_rooms', release);
});

test('variants of the acceptance file on the screen', async () => {
  await desk.ask();
  const { good, better, best } = acceptance.variants;
  await desk.open({
    // one lamp fewer: the last one is put in by hand
    rooms: [roomOf('E1', { spotlights: example('E1').input.spotlights - 1 })],
    variants: [
      variant({ name: 'good' }),
      variant({ name: 'better', specification: { film: 'pvc-premium', profile: 'shadow' } }),
      variant({ name: 'best', specification: { film: 'pvc-bauf', profile: 'floating' } }),
    ],
  });
  const release = await holdSaves(page);
  await page.getByLabel('Светильники', { exact: true }).fill(String(example('E1').input.spotlights));
  const buttons = page.getByRole('group', { name: 'Варианты сметы' }).getByRole('button');
  const amounts = async () =>
    (await buttons.allTextContents()).map((text) =>
      [...plain(text).matchAll(/[+−]?[\d ]+,\d\d/g)].map(([one]) => kopecks(one)),
    );
  const [first, second, third] = [good, better, best].map(({ gross }) => minorFromDecimal(gross)) as [
    number,
    number,
    number,
  ];
  await expect
    .poll(amounts, { message: 'variants: sums and differences' })
    .toEqual([[first], [second, second - first], [third, third - first]]);
  const goodLines = example('E1').expected.lines.map(({ code, quantity }) => [code, quantity] as const);
  for (const [index, [name, lines, gross]] of (
    [
      ['good', goodLines, good.gross],
      ['better', better.lines, better.gross],
      ['best', best.lines, best.gross],
    ] as const
  ).entries()) {
    await buttons.nth(index).click();
    await expectLines(name, lines);
    await expectTotals(name, { Всего: minorFromDecimal(gross) });
  }
  await page.getByRole('button', { name: 'Сравнить варианты' }).click();
  const drawer = page.getByRole('dialog', { name: 'Сравнить варианты' });
  await expect
    .poll(async () => kopecks((await figures(drawer))['Разница'] ?? '0'), { message: 'variants: best against good' })
    .toBe(third - first);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await saveAs('variants', release);
});

test('the minimum order of the acceptance file on the screen', async () => {
  const { minimum, room: given, gross, top_up, to_pay } = acceptance.minimum_order;
  await desk.ask({ minimumOrderMinor: minorFromDecimal(minimum) });
  await desk.open({ rooms: [room(rectangle(1700, 1500))] });
  const release = await holdSaves(page);
  await page.getByLabel('Светильники', { exact: true }).fill(String(given.spotlights));
  await expectTotals('minimum_order', {
    Всего: minorFromDecimal(gross),
    [`До минимального заказа ${plain('15 000,00 ₽')}`]: minorFromDecimal(top_up),
    'К оплате': minorFromDecimal(to_pay),
  });
  expect((await readScreen(page)).added, 'minimum_order: a line of its own').toEqual({
    'Доплата до минимального заказа': minorFromDecimal(top_up),
  });
  await saveAs('minimum_order', release);
});

for (const row of acceptance.published_rounding_policy.rows) {
  test(`the published rounding of ${row.sum} to ${row.level} on the screen`, async () => {
    const id = `published_rounding_policy ${row.sum}`;
    await desk.ask({ rounding: { policy: 'published', level: row.level === 10 ? 1 : 2 } });
    const code = await desk.organization.item(minorFromDecimal(row.price));
    await desk.open({ variants: [variant({ manualLines: [byHand(code, String(row.quantity))] })] });
    const release = await holdSaves(page);
    await page.getByLabel('Скидка, процентов').fill(String(row.discount_percent));
    await expectTotals(id, {
      Всего: minorFromDecimal(row.sum),
      Скидка: minorFromDecimal(row.discount_shown),
      'К оплате': minorFromDecimal(row.net),
    });
    await saveAs(id, release);
  });
}

test('VAT of the acceptance file on the screen', async () => {
  const total = acceptance.vat_included[0]!.total;
  const code = await desk.organization.item(minorFromDecimal(total));
  await desk.ask({ vat: { mode: 'included', regime: 'standard' } });
  for (const { rate_percent, vat } of acceptance.vat_included) {
    await desk.organization.moveTo(rate_percent === 22 ? 'RU' : 'KZ');
    await desk.open({ variants: [variant({ manualLines: [byHand(code, '2')] })] });
    const release = await holdSaves(page);
    await cell(page, code, 'quantity').click();
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    const id = `vat_included ${rate_percent}`;
    await expectTotals(id, { 'К оплате': minorFromDecimal(total), 'В том числе НДС': minorFromDecimal(vat) });
    await expect(page.getByText(`В том числе НДС ${rate_percent} %`)).toBeVisible();
    await saveAs(id, release);
  }
  await desk.organization.moveTo('RU');
});

test('ties of the acceptance file on the screen', async () => {
  await desk.ask();
  const manualLines: ReturnType<typeof byHand>[] = [];
  for (const { price } of acceptance.ties)
    manualLines.push(byHand(await desk.organization.item(minorFromDecimal(price))));
  await desk.open({ variants: [variant({ manualLines })] });
  const release = await holdSaves(page);
  const quantities = page.locator('tr[data-kind=line] [data-column=quantity]');
  await quantities.first().click();
  for (const { quantity } of acceptance.ties) {
    await page.keyboard.type(quantity.replace('.', ','));
    await page.keyboard.press('Enter');
  }
  await expect
    .poll(async () => (await readScreen(page)).lines.map(({ sum }) => sum), { message: 'ties' })
    .toEqual(acceptance.ties.map(({ sum }) => minorFromDecimal(sum)));
  await saveAs('ties', release);
});

test('the seam and the arc of the acceptance file on the screen', async () => {
  await desk.ask();
  const { room_length_m, rows } = acceptance.seam_boundary;
  const plan = { schemaVersion: 1, canvas: { rollM: '3.2' } };
  const wide = (metres: number) => rectangle(room_length_m * 1000, Math.round(metres * 10_000) / 10);
  await desk.open({ rooms: rows.map(({ width_m }) => room(wide(width_m), { name: `seam ${width_m}`, plan })) });
  await tab(page, 'Что делать с комнатой', 'Полотно').click();
  for (const { width_m, k, film_m2, sheet_lengths_m, strips } of rows) {
    await page.getByRole('region', { name: 'Комнаты' }).getByText(`seam ${width_m}`, { exact: true }).click();
    const sheets = sheet_lengths_m.split('+').map((length) => `3,20 × ${length.replace('.', ',')} м`);
    await expect
      .poll(() => canvasFigures(page), { message: `seam_boundary ${width_m}` })
      .toMatchObject({
        [strips === 1 ? 'Лист' : `Листы, ${strips}`]: sheets.join(''),
        'Плёнки из рулона': `${film_m2.toFixed(2).replace('.', ',')} м²`,
        'Усадка поперёк': String(k).replace('.', ','),
      });
  }

  // E6 by the radius of its arc instead of its sagitta
  const { expected } = example('E6');
  await desk.open({ rooms: [roomOf('E6')] });
  const release = await holdSaves(page);
  await page.getByRole('button', { name: /^Дуга стены BC/ }).click();
  await roomPane(page).getByText('Радиус', { exact: true }).click();
  await page.getByLabel('Радиус дуги, см').fill(String(acceptance.arc_E6.radius_mm / 10));
  await expectLines(
    'arc_E6',
    expected.lines.map(({ code, quantity }) => [code, quantity] as const),
  );
  await expectTotals('arc_E6', { 'К оплате': minorFromDecimal(expected.to_pay) });
  await saveAs('arc_E6', release);
});

test('rounding, sticks and shrinking of the acceptance file on the screen, by rules of the firm itself', async () => {
  const { rounding_of_area: area, sticks, shrink_by_sides } = acceptance;
  // sticks of 2.5 m are those every organization starts with
  await desk.open({ rooms: [room(rectangle(1000, 1000))] });
  await expectSticks(
    page,
    sticks.filter(({ stick_mm }) => stick_mm === 2500),
  );

  const { version, document } = await desk.read<{ version: number; document: RuleSet }>('/rule-sets/current');
  const up: Readonly<Record<string, string>> = { 'SRV-CUT': '0.1', 'SRV-HRP': '0.5', 'WRK-PVC': '1' };
  const rounded = (line: RuleLine): RuleLine => {
    const codes = line.item.by === 'code' ? [line.item.code] : Object.values(line.item.codes);
    const step = codes.map((code) => up[code]).find(Boolean);
    return step === undefined ? line : { ...line, rounding: { mode: 'up', step } };
  };
  const shrink = { default: 1 - shrink_by_sides.shrink_percent / 100, min: 0.91 };
  const [film, ...films] = document.films;
  const changed: RuleSet = {
    ...document,
    lines: document.lines.map(rounded),
    films: [{ ...film!, shrink: { along: shrink, across: shrink } }, ...films],
    sticks: { ...document.sticks, ordinary: { ...document.sticks.ordinary!, stickMm: 2000 } },
  };
  await send(page, 'PUT', '/rule-sets/current', { version, document: changed });
  await desk.open({ rooms: [room(rectangle(1000, 1000))] });
  await tab(page, 'Что делать с комнатой', 'Полотно').click();
  const { 'Само полотно': cutPiece } = await canvasFigures(page);
  expect(Number(decimal(cutPiece!)), 'shrink_by_sides').toBe(Number(shrink_by_sides.shrunk_area_m2.toFixed(2)));

  await tab(page, 'Что делать с комнатой', 'Размеры').click();
  await typeSize(page, 'AB', 425);
  await typeSize(page, 'BC', 350);
  const quantities = async () => {
    const { lines } = await readScreen(page);
    return ['CNV-M-C320', ...Object.keys(up)].map((code) => lines.find((line) => line.code === code)?.quantity);
  };
  await expect
    .poll(quantities, { message: 'rounding_of_area' })
    .toEqual([area.half_up_001, area.up_01, area.up_05, area.up_1]);
  await expectSticks(
    page,
    sticks.filter(({ stick_mm }) => stick_mm === 2000),
  );
});
