import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { MoneyTerms, RoomInput, VariantDraft } from '@smet/estimating';
import { sumMinor } from '@smet/money';
import fc from 'fast-check';
import { documentSource, firm } from '../../../../test/support/documents.js';
import { readPdf, type PdfRow } from '../../../../test/support/pdf-text.js';
import { pricedItems } from '../../../../test/support/price-list.js';
import type { DocumentSource } from '../views/document-source.js';
import { proposalView } from '../views/proposal-view.js';
import { pdfLibrary } from './fonts.js';
import { print } from './print.js';
import { proposalDocument } from './templates/proposal.js';

/** Printing and reading back take their time where the tests share two cores. */
jest.setTimeout(60_000);

const PRICES = pricedItems();
const TERMS: MoneyTerms = {
  minimumOrderMinor: 0,
  excludedCategoryIds: [],
  rounding: { policy: 'half-up' },
  vat: { mode: 'included', ratePercent: '22' },
  schedule: [
    { when: 'before_start', percent: '33.33' },
    { when: 'on_delivery', percent: '33.33' },
    { when: 'after_act', percent: '33.34' },
  ],
};
const ROOMS: RoomInput[] = [
  {
    id: 'hall',
    name: 'Зал',
    shape: { schemaVersion: 1, kind: 'rectangle', sidesMm: [4130, 3270] },
    spotlights: 5,
    chandeliers: 1,
  },
  {
    id: 'bedroom',
    name: 'Спальня',
    shape: { schemaVersion: 1, kind: 'right-angled', sidesMm: [5000, 3000, 2000, 1500, 3000, 4500] },
    plan: { schemaVersion: 1, objects: [{ id: 'lamp', kind: 'spotlight', atMm: { x: 900, y: 900 } }] },
    spotlights: 0,
    chandeliers: 0,
  },
];
const VARIANTS: Partial<VariantDraft>[] = [
  {
    name: 'Хорошо',
    discountPercent: '7',
    discounts: {
      lines: [{ lineKey: 'hall:canvas', percent: '12.5' }],
      categories: [{ categoryId: 'works', percent: '3' }],
    },
    coefficients: [{ id: 'height', name: 'Высота', roomId: 'hall', percent: '15', base: ['work'] }],
    manualLines: [{ id: 'trip', itemCode: 'TRIP', roomId: null, quantity: '1.5' }],
  },
  { name: 'Лучше', specification: { film: 'pvc-premium', profile: 'shadow' } },
  { name: 'Отлично', specification: { film: 'pvc-bauf', profile: 'floating' } },
];

const three = (): DocumentSource =>
  documentSource({ rooms: ROOMS, variants: VARIANTS, priceBook: PRICES, terms: TERMS });

const printed = async (source: DocumentSource, variantId?: string) =>
  readPdf(await print({ document: 'proposal', source, context: firm, variantId }));

/** "−1 234,50 ₽" as −123450. */
function minor(text: string | undefined): number {
  const plain = (text ?? '').replace('−', '-').replace(/[^\d,-]/g, '');
  expect(plain).toMatch(/^-?\d+,\d\d$/);
  return Number(plain.replace(',', ''));
}

/** Rows of the tables, from the head of one to its total. */
function tableRows(rows: readonly PdfRow[]): string[][] {
  let isInside = false;
  return rows.flatMap(({ cells }) => {
    if (cells.includes('Кол-во')) isInside = true;
    else if (cells[0] === 'Итого') isInside = false;
    // Of a name in several lines only the first has the sum; the running head and foot have none.
    else if (isInside && AMOUNT.test(cells.at(-1)!)) return [cells];
    return [];
  });
}

const AMOUNT = /^−?[\d ]+,\d\d( [₽₸])?$/;

/** 0 where the row is left out. */
const amountBeside = (rows: readonly PdfRow[], name: RegExp): number => {
  const row = rows.find(({ cells }) => cells.some((cell) => name.test(cell)) && AMOUNT.test(cells.at(-1)!));
  return row ? minor(row.cells.at(-1)) : 0;
};

describe('the proposal', () => {
  const source = three();
  let rows: PdfRow[];
  let text: string;
  beforeAll(async () => {
    ({ rows, text } = await printed(source));
  });

  it('prints every line of the shown variant with its quantity, price, discount and sum', () => {
    const { lines, adjustments } = source.results[0]!.result;
    const expected = [
      ...ROOMS.flatMap(({ id }) => [...of(lines, id), ...of(adjustments, id)]),
      ...of(lines, null),
      ...of(adjustments, null),
    ].map((one) => one.sumMinor - ('discount' in one ? (one.discount?.amountMinor ?? 0) : (one.discountMinor ?? 0)));
    expect(lines.some(({ discount }) => discount?.by === 'line')).toBe(true);
    expect(tableRows(rows).map((cells) => minor(cells.at(-1)))).toEqual(expected);
  });

  it('prints what is to be paid, the tax within it and when how much of it is due, to the kopeck', () => {
    const { totals } = source.results[0]!.result;
    expect(amountBeside(rows, /^Итого к оплате$/)).toBe(totals.toPayMinor);
    expect(amountBeside(rows, /^Сумма по позициям$/)).toBe(totals.grossMinor);
    expect(minor(/НДС 22 %: ([\d ,]+) ₽/.exec(text)?.[1])).toBe(totals.vat?.amountMinor);
    const stages = rows.filter(({ cells }) => /^33,3[34] %$/.test(cells.at(-2) ?? ''));
    expect(stages.map(({ cells }) => minor(cells.at(-1)))).toEqual(totals.schedule.map((stage) => stage.amountMinor));
  });

  it('compares all variants, each with its own price', () => {
    const flat = text.replace(/\s/g, '');
    for (const { result } of source.results) {
      const { toPayMinor } = result.totals;
      expect(flat).toContain(`${Math.trunc(toPayMinor / 100)},${String(toPayMinor % 100).padStart(2, '0')}₽`);
    }
  });

  it('prints the variant that was asked for, else the accepted one, else the current one', async () => {
    const empty = { ...source, draft: { ...source.draft, rooms: [] } };
    const totalOf = async (of: DocumentSource, variantId?: string) =>
      amountBeside((await printed(of, variantId)).rows, /^Итого к оплате$/);
    const prices = source.results.map(({ result }) => result.totals.toPayMinor);
    expect(await totalOf(empty, 'variant-3')).toBe(prices[2]);
    expect(await totalOf({ ...empty, acceptance: { variantId: 'variant-2' } })).toBe(prices[1]);
    expect(await totalOf(empty)).toBe(prices[0]);
  });

  it('says on every page that it is a draft, and never when it is none', async () => {
    const draft = await printed(documentSource({ rooms: ROOMS, priceBook: PRICES, status: 'draft' }));
    const marked = new Set(
      draft.rows.filter(({ cells }) => cells[0]?.startsWith('Черновик · ')).map(({ page }) => page),
    );
    expect(marked.size).toBe(draft.pages);
    expect(text).not.toContain('Черновик');
  });

  it('knows no cost, margin, pay or dealer price', () => {
    const told = JSON.stringify(proposalView(source, firm));
    expect(told).not.toMatch(/cost|margin|pay(?!Minor"|ments)|dealer/i);
    expect(told).toContain('toPayMinor');
  });

  it('has a glyph for every character, ₽ and ₸ among them', async () => {
    for (const currency of ['RUB', 'KZT']) {
      const kazakh = ROOMS.map((room) => ({ ...room, name: 'Қонақ бөлмесі № 1, Ø 90 мм² «Әсем»' }));
      const view = proposalView(
        documentSource({ rooms: kazakh, variants: VARIANTS, priceBook: PRICES, terms: TERMS, currency }),
        firm,
      );
      const definition = proposalDocument(view, { pictures: new Map(), linkUrl: null });
      const bytes = await pdfLibrary()
        .createPdf({ ...definition, compress: false })
        .getBuffer();
      expect(glyphsOf(bytes)).not.toContain('0000');
      expect((await readPdf(bytes)).text).toContain(currency === 'RUB' ? '₽' : '₸');
    }
  });
});

/** Numbers of the glyphs that are shown; 0000 is the box of a missing one. */
function glyphsOf(bytes: Uint8Array): string[] {
  const shown = Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/\[((?:<[0-9a-f]+>|[-\d. ])+)\] TJ/g);
  return [...shown].flatMap(([, parts]) =>
    [...parts!.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex]) => hex!.match(/.{4}/g) ?? []),
  );
}

function of<T extends { roomId: string | null }>(all: readonly T[], id: string | null): T[] {
  return all.filter(({ roomId }) => roomId === id);
}

const hundredths = (max: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: max * 100 }).map((units) => (units / 100).toFixed(2));

const BOTH: ('material' | 'work')[] = ['material', 'work'];

const estimates: fc.Arbitrary<DocumentSource> = fc
  .record({
    quantities: fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 8 }),
    discountPercent: hundredths(60),
    percent: hundredths(100),
    coefficient: fc.integer({ min: -30, max: 40 }).map(String),
    minimumOrderMinor: fc.oneof(fc.constant(0), fc.nat(5_000_000)),
    rounding: fc.constantFrom<MoneyTerms['rounding']>({ policy: 'half-up' }, { policy: 'published', level: 1 }),
    vat: fc.constantFrom<MoneyTerms['vat']>(
      null,
      { mode: 'included', ratePercent: '20' },
      { mode: 'on_top', ratePercent: '16' },
    ),
  })
  .map(({ quantities, discountPercent, percent, coefficient, ...terms }) => {
    const manualLines = quantities.map((quantity, index) => ({
      id: `line-${index}`,
      itemCode: PRICES[index]!.code,
      roomId: null,
      quantity: (quantity / 100).toFixed(2),
    }));
    const discounts = { lines: [{ lineKey: 'manual:line-0', percent }] };
    const coefficients = [{ id: 'k', name: 'Сложность', roomId: null, percent: coefficient, base: BOTH }];
    const variant = { manualLines, discountPercent, discounts, coefficients };
    return documentSource({ rooms: [], variants: [variant], priceBook: PRICES, terms: { ...TERMS, ...terms } });
  });

describe('any proposal', () => {
  it('adds up: lines − discounts + top-up + tax on top + rounding is what is to be paid', () => {
    fc.assert(
      fc.property(estimates, (source) => {
        const { variants } = proposalView(source, firm);
        const { common, totals } = variants[0]!;
        const { otherDiscountMinor, topUpMinor, vat, roundingMinor, toPayMinor, schedule } = totals;
        const onTop = vat?.mode === 'on_top' ? vat.amountMinor : 0;
        expect(common.sumMinor - otherDiscountMinor + topUpMinor + onTop + roundingMinor).toBe(toPayMinor);
        expect(sumMinor(schedule.map(({ amountMinor }) => amountMinor))).toBe(toPayMinor);
        expect(toPayMinor).toBe(source.results[0]!.result.totals.toPayMinor);
      }),
    );
  });

  it('adds up on paper as well', async () => {
    for (const one of fc.sample(estimates, { numRuns: 8, seed: 20 })) {
      const { rows } = await printed(one);
      const sum = sumMinor(tableRows(rows).map((cells) => minor(cells.at(-1))));
      const rest = [/^Скидка/, /^До минимальной/, /^НДС 16 %$/, /^Округление$/];
      const toPay = amountBeside(rows, /^Итого к оплате$/);
      expect(sum + sumMinor(rest.map((name) => amountBeside(rows, name)))).toBe(toPay);
      expect(toPay).toBe(one.results[0]!.result.totals.toPayMinor);
    }
  });
});
