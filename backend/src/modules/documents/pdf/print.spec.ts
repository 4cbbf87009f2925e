import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { RoomInput } from '@smet/estimating';
import { minorToDecimal, sumMinor, type Minor } from '@smet/money';
import type { IDxf } from 'dxf-parser';
import { documentSource, firm } from '../../../../test/support/documents.js';
import { readPdf } from '../../../../test/support/pdf-text.js';
import { pricedItems } from '../../../../test/support/price-list.js';
import { actView } from '../views/contract-view.js';
import type { DocumentContext } from '../views/document-source.js';
import { installerView } from '../views/installer-view.js';
import { print, type PrintJob } from './print.js';

/** Printing and reading back take their time where the tests share two cores. */
jest.setTimeout(60_000);

// Its types name exports of a bundle that is the class itself.
const DxfParser = createRequire(import.meta.url)('dxf-parser') as typeof import('dxf-parser').DxfParser;

const E2: RoomInput = {
  id: 'e2',
  name: 'Гостиная',
  shape: { schemaVersion: 1, kind: 'right-angled', sidesMm: [5000, 3000, 2000, 1500, 3000, 4500] },
  plan: {
    schemaVersion: 1,
    sides: [{ side: 0, profile: 'shadow', wall: 'concrete' }],
    objects: [{ id: 'lamp', kind: 'spotlight', atMm: { x: 1000, y: 800 } }],
  },
  spotlights: 2,
  chandeliers: 1,
};
const WIDE: RoomInput = {
  id: 'wide',
  name: 'Зал',
  shape: { schemaVersion: 1, kind: 'rectangle', sidesMm: [7000, 6300] },
  spotlights: 0,
  chandeliers: 0,
};
const source = documentSource({
  rooms: [E2, WIDE],
  variants: [
    {
      name: 'Основной',
      discountPercent: '4',
      coefficients: [{ id: 'k', name: 'Сложность', roomId: null, percent: '10', base: ['work'] }],
    },
  ],
  priceBook: pricedItems(),
});
const { lines, totals } = source.results[0]!.result;

const printed = async (job: Omit<PrintJob, 'source' | 'context'>, context: DocumentContext = firm) =>
  readPdf(await print({ source, context, ...job }));

/** As a document writes it: "1 234,50". */
function written(amount: Minor): string {
  return minorToDecimal(amount)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+,)/g, ' ');
}

describe('the contract', () => {
  it('names both sides, the sum in figures and in words, and when it is paid', async () => {
    const { text } = await printed({ document: 'contract' });
    const flat = text.replace(/\s+/g, ' ');
    expect(flat).toContain('ООО «Потолки Плюс»');
    expect(flat).toContain('7701234567');
    expect(flat).toContain(`Цена договора: ${written(totals.toPayMinor)} ₽`);
    expect(flat).toMatch(/Цена договора: [\d ,]+ ₽ \([А-Я][а-я ]+ рубл(ь|я|ей) 00 копеек\)/);
    for (const { amountMinor } of totals.schedule) expect(flat).toContain(`${written(amountMinor)} ₽`);
    expect(flat).toContain('Смета твёрдая');
  });

  it('has every line in its annex, and says when the estimate is only approximate', async () => {
    const { rows, text } = await printed({ document: 'contract', binding: 'approximate' });
    const ends = rows.map(({ cells }) => cells.at(-1));
    for (const { sumMinor: sum } of lines) expect(ends).toContain(written(sum));
    expect(text).toContain('Смета приблизительная');
  });
});

describe('the act', () => {
  it('has the same items of all rooms in one row, whose sums come to what the estimate does', () => {
    const { groups } = actView(source, firm);
    expect(groups.map(({ kind }) => kind)).toEqual(['work', 'service', 'material']);
    const coefficients = source.results[0]!.result.adjustments.map((one) => one.sumMinor);
    expect(sumMinor([...groups.map(({ netMinor }) => netMinor), ...coefficients])).toBe(totals.grossMinor);
    const codes = groups.flatMap((group) => group.lines.map(({ code }) => code));
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeLessThan(lines.length);
  });

  it('says the sum in words', async () => {
    const { text } = await printed({ document: 'act' });
    expect(text.replace(/\s+/g, ' ')).toMatch(/на сумму [\d ]+,00 ₽ \([А-Я][а-я ]+ рубл(ь|я|ей) 00 копеек\)/);
  });
});

describe('the sheet of the installer', () => {
  let withPay: string;
  let withoutPay: string;
  beforeAll(async () => {
    withPay = (await printed({ document: 'installer-sheet', withPay: true })).text;
    withoutPay = (await printed({ document: 'installer-sheet' })).text;
  });

  it('has no price of the client anywhere, not even among the data it is printed from', () => {
    const amounts = [
      ...lines.flatMap(({ priceMinor, sumMinor: sum }) => [priceMinor, sum]),
      totals.toPayMinor,
      totals.grossMinor,
      totals.prepaymentMinor,
    ];
    const told = JSON.stringify(installerView(source, firm, { withPay: true }));
    for (const amount of amounts) {
      expect(withPay).not.toContain(written(amount));
      expect(told).not.toMatch(new RegExp(`[:,]${amount}[,}]`));
    }
  });

  it('has the pay of every line and their sum for those who may see it, and no money at all for the others', () => {
    for (const { payMinor, paySumMinor } of lines) {
      if (payMinor !== undefined) expect(withPay).toContain(written(payMinor));
      if (paySumMinor !== undefined) expect(withPay).toContain(written(paySumMinor));
    }
    const total = sumMinor(lines.map(({ paySumMinor }) => paySumMinor ?? 0));
    expect(withPay).toContain(`${written(total)} ₽`);
    expect(withoutPay).not.toMatch(/₽|Оплата|Расценка/);
  });

  it("has all of a crew's work, however many pages it takes", async () => {
    const rooms = ['a', 'b', 'c', 'd', 'e'].map((id): RoomInput => ({ ...E2, id }));
    const many = documentSource({ rooms, priceBook: pricedItems() });
    const { text } = await readPdf(
      await print({ document: 'installer-sheet', source: many, context: firm, withPay: true }),
    );
    const pays = many.results[0]!.result.lines.flatMap(({ paySumMinor: pay }) => (pay ? [pay] : []));
    expect(pays.length).toBeGreaterThan(40);
    expect(text.split('Оплата монтажа').length).toBeGreaterThan(2);
    for (const pay of pays) expect(text).toContain(written(pay));
  });

  it('says where the lamps are, what holds the canvas and what to load', () => {
    expect(withPay.replace(/\s+/g, ' ')).toContain('AB 80 см, FA 100 см');
    expect(withPay).toMatch(/AB 500 см Теневой бетон/);
    expect(withPay).toContain('Место уточнить у заказчика — светильники: 2, люстры: 1');
    expect(installerView(source, firm, { withPay: false }).load.some(({ packs }) => packs !== null)).toBe(true);
  });
});

describe('the cutting sheet', () => {
  it('has the points of every strip, and says which way up it lies', async () => {
    const { text } = await printed({ document: 'cutting-sheet' });
    expect(text).toContain('Зеркально: лицом вверх');
    expect(text).toMatch(/Полоса 1 из 2[\s\S]*Полоса 2 из 2/);
    // E2 is cut to 0.93 of 5000 × 4500.
    expect(text.replace(/\s+/g, ' ')).toMatch(/4185,0/);
    expect(text).toContain('4650,0');
    const asSeen = await printed({ document: 'cutting-sheet', roomId: 'e2', mirrored: false });
    expect(asSeen.text).toContain('Как на плане: изнанкой вверх');
    expect(asSeen.text).not.toContain('Зал');
    expect(asSeen.text).not.toMatch(/₽/);
  });

  it('goes to the table as a file whose cut lines enclose the canvas', async () => {
    const bytes = await print({ document: 'cutting-dxf', source, context: firm, roomId: 'e2' });
    const dxf = new DxfParser().parseSync(new TextDecoder().decode(bytes)) as IDxf;
    const cut = dxf.entities.filter(({ layer }) => layer === 'CUT') as (IDxf['entities'][number] & {
      vertices: { x: number; y: number }[];
    })[];
    expect(cut).toHaveLength(1);
    const points = cut[0]!.vertices;
    const twice = points.map(({ x, y }, index) => {
      const next = points[(index + 1) % points.length]!;
      return x * next.y - next.x * y;
    });
    const areaM2 = Math.abs(twice.reduce((sum, part) => sum + part, 0)) / 2e6;
    expect(areaM2).toBeCloseTo(19.5 * 0.93 * 0.93, 4);
  });
});

describe('the logo', () => {
  const withLogo = (data: Buffer): DocumentContext => ({
    ...firm,
    company: { ...firm.company, logo: { type: 'image/png', data: data.toString('base64') } },
  });
  const images = async (data: Buffer): Promise<number> => {
    const bytes = await print({ document: 'act', source, context: withLogo(data) });
    return Buffer.from(bytes).toString('latin1').split('/Subtype /Image').length - 1;
  };

  it('is printed when it is whole, and left out when it is torn', async () => {
    const whole = png();
    expect(await images(whole)).toBeGreaterThan(0);
    expect(await images(whole.subarray(0, whole.length - 20))).toBe(0);
    const broken = Buffer.from(whole);
    broken.fill(0xaa, 43, 55);
    expect(await images(broken)).toBe(0);
  });
});

/** A red square of 8 by 8; nobody checks the sums of its parts. */
function png(): Buffer {
  const part = (kind: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(kind, 'latin1'), data, Buffer.alloc(4)]);
  };
  const head = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0]);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(24, 0xc0)]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    part('IHDR', head),
    part('IDAT', deflateSync(Buffer.concat(Array.from({ length: 8 }, () => row)))),
    part('IEND', Buffer.alloc(0)),
  ]);
}
