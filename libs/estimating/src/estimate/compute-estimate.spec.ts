import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { estimateDraft, priceBook, roomInput, shapes } from '../../test-data/builders.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { RoomShape } from '../shape/room-shape.js';
import { computeEstimate } from './compute-estimate.js';
import type { VariantInput, PriceBook } from './estimate-draft.js';
import type { EstimateLine, EstimateResult, MeasuredRoom } from './estimate-result.js';
import { requiredItemCodes } from './required-item-codes.js';

const E1 = roomInput(shapes.E1, { id: 'e1', spotlights: 6, chandeliers: 1 });

function compute(draft: Partial<VariantInput>, prices: PriceBook = priceBook()): EstimateResult {
  return computeEstimate(estimateDraft(draft), { priceBook: prices, ruleSet: ruleSetR1 });
}

function lineOf({ lines }: EstimateResult, key: string): EstimateLine | undefined {
  return lines.find((line) => line.key === key);
}

describe('a hand-changed quantity', () => {
  const overrides = [{ roomId: 'e1', ruleKey: 'canvas', quantity: '13.50' }];

  it('is kept beside the computed one, and survives a change of the room', () => {
    const before = lineOf(compute({ rooms: [E1], overrides }), 'e1:canvas');
    expect(before).toMatchObject({ quantity: '13.5', computedQuantity: '12', overridden: true, sumMinor: 538_650 });
    const longer: RoomShape = { schemaVersion: 1, kind: 'rectangle', sidesMm: [5000, 3000] };
    const after = lineOf(compute({ rooms: [{ ...E1, shape: longer }], overrides }), 'e1:canvas');
    expect(after).toMatchObject({ quantity: '13.5', computedQuantity: '15', overridden: true, sumMinor: 538_650 });
  });

  it('stays on its rule when the roll, and so the item, changes', () => {
    const wide: RoomShape = { schemaVersion: 1, kind: 'rectangle', sidesMm: [5000, 4500] };
    const line = lineOf(compute({ rooms: [{ ...E1, shape: wide }], overrides }), 'e1:canvas');
    expect(line).toMatchObject({ code: 'CNV-M-C500', quantity: '13.5', computedQuantity: '22.5' });
  });

  it('of zero keeps its line, and brings in one that was left out', () => {
    const zero = compute({ rooms: [E1], overrides: [{ roomId: 'e1', ruleKey: 'insert', quantity: '0' }] });
    expect(lineOf(zero, 'e1:insert')).toMatchObject({ quantity: '0', computedQuantity: '14', sumMinor: 0 });
    const corners = compute({ rooms: [E1], overrides: [{ roomId: 'e1', ruleKey: 'extra-corners', quantity: '2' }] });
    expect(lineOf(corners, 'e1:extra-corners')).toMatchObject({
      quantity: '2',
      computedQuantity: '0',
      sumMinor: 40_000,
    });
    expect(lineOf(compute({ rooms: [E1] }), 'e1:extra-corners')).toBeUndefined();
  });

  it('gone, the computed one is back', () => {
    expect(lineOf(compute({ rooms: [E1] }), 'e1:canvas')).toMatchObject({ quantity: '12', overridden: false });
  });

  it.each([
    [{ roomId: 'no', ruleKey: 'canvas', quantity: '1' }, 'ROOM_UNKNOWN', 'overrides.0.roomId'],
    [{ roomId: 'e1', ruleKey: 'no', quantity: '1' }, 'RULE_UNKNOWN', 'overrides.0.ruleKey'],
    [{ roomId: 'e1', ruleKey: 'canvas', quantity: '-1' }, 'QUANTITY_INVALID', 'overrides.0.quantity'],
    [{ roomId: 'e1', ruleKey: 'canvas', quantity: '1.00001' }, 'QUANTITY_INVALID', 'overrides.0.quantity'],
    [{ roomId: 'e1', ruleKey: 'canvas', quantity: '100000.1' }, 'QUANTITY_INVALID', 'overrides.0.quantity'],
    [{ roomId: 'e1', ruleKey: 'canvas', quantity: '1,5' }, 'QUANTITY_INVALID', 'overrides.0.quantity'],
    [{ roomId: 'e1', ruleKey: 'canvas', quantity: 'NaN' }, 'QUANTITY_INVALID', 'overrides.0.quantity'],
  ])('that cannot be is named: %j', (override, code, path) => {
    const result = compute({ rooms: [E1], overrides: [override] });
    expect(result.problems).toMatchObject([{ code, path }]);
    if (code === 'RULE_UNKNOWN') {
      expect(result.problems[0]!.params).toEqual({ ruleKey: 'no', quantity: '1', room: E1.name });
    }
    expect(result.totals.grossMinor).toBe(3_347_800);
  });
});

describe('added lines', () => {
  it('stand after the lines of their room, or at the end', () => {
    const result = compute({
      rooms: [E1, { ...E1, id: 'two' }],
      manualLines: [
        { id: 'a', itemCode: 'SRV-TRIP2', roomId: null, quantity: '1' },
        { id: 'b', itemCode: 'WRK-ANG', roomId: 'e1', quantity: '1.5' },
      ],
    });
    const keys = result.lines.map(({ key }) => key);
    expect(keys.indexOf('manual:b')).toBe(keys.indexOf('two:canvas') - 1);
    expect(keys.at(-1)).toBe('manual:a');
    expect(lineOf(result, 'manual:b')).toMatchObject({
      roomId: 'e1',
      ruleKey: null,
      computedQuantity: null,
      overridden: false,
      sumMinor: 30_000,
      explanation: { ruleSet: null, formula: null, measures: [], unrounded: null, notes: [] },
    });
    expect((result.rooms[0] as MeasuredRoom).subtotalMinor).toBe(3_347_800 + 30_000);
  });

  it('are an estimate without rooms', () => {
    const result = compute({ manualLines: [{ id: 'a', itemCode: 'SRV-TRIP2', roomId: null, quantity: '2' }] });
    expect(result.totals).toMatchObject({ grossMinor: 400_000, toPayMinor: 400_000, costMinor: 200_000 });
  });

  it('name an unknown code, room, quantity and a double id', () => {
    const line = { id: 'a', itemCode: 'SRV-TRIP2', roomId: null, quantity: '1' };
    const result = compute({
      manualLines: [
        { ...line, itemCode: 'NO-SUCH' },
        { ...line, id: 'b', roomId: 'gone' },
        { ...line, id: 'c', quantity: '' },
        { ...line, id: 'd' },
        { ...line, id: 'd' },
      ],
    });
    expect(result.problems.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([
      'DUPLICATE manualLines.4.id',
      'ITEM_NOT_PRICED manualLines.0',
      'QUANTITY_INVALID manualLines.2.quantity',
      'ROOM_UNKNOWN manualLines.1.roomId',
    ]);
    expect(result.lines.map(({ key }) => key)).toEqual(['manual:d']);
  });
});

describe('rooms', () => {
  it('that cannot be built have problems, keep their added lines and leave the others alone', () => {
    const broken = roomInput({ schemaVersion: 1, kind: 'rectangle', sidesMm: [4000, 0] }, { id: 'broken' });
    const manualLines = [{ id: 'm', itemCode: 'SRV-TRIP2', roomId: 'broken', quantity: '1' }];
    const result = compute({ rooms: [broken, E1], manualLines });
    expect(result.rooms[0]).toMatchObject({
      roomId: 'broken',
      problems: [{ code: 'LENGTH_OUT_OF_RANGE', path: 'shape.sidesMm.1' }],
    });
    expect(result.totals.grossMinor).toBe(3_347_800 + 200_000);
  });

  it('of no lamps and counts out of bounds', () => {
    const result = compute({ rooms: [{ ...E1, spotlights: -1, chandeliers: 1001 }] });
    expect(result.problems).toMatchObject([
      { code: 'COUNT_OUT_OF_RANGE', path: 'rooms.0.spotlights' },
      { code: 'COUNT_OUT_OF_RANGE', path: 'rooms.0.chandeliers' },
    ]);
    const units = result.lines.flatMap(({ explanation }) => explanation.measures.map(({ unit }) => unit));
    expect(new Set(units)).toEqual(new Set(['m', 'm2', 'text']));
  });

  it('are bounded in number and known by one id', () => {
    const many = Array.from({ length: 101 }, (_, index) => ({ ...E1, id: `${index}` }));
    const result = compute({ rooms: many });
    expect(result.rooms).toHaveLength(100);
    expect(result.problems).toMatchObject([{ code: 'TOO_MANY_ROOMS', path: 'rooms' }]);
    expect(compute({ rooms: [E1, E1] }).problems).toMatchObject([{ code: 'DUPLICATE', path: 'rooms.1.id' }]);
  });

  it('are bounded in their walls together', () => {
    const comb: RoomShape = { schemaVersion: 1, kind: 'right-angled', sidesMm: Array(60).fill(1000) as number[] };
    const combs = Array.from({ length: 20 }, (_, index) => roomInput(comb, { id: `${index}` }));
    const result = compute({ rooms: [...combs, E1] });
    expect(result.rooms).toHaveLength(20);
    expect(result.problems).toMatchObject([
      { code: 'TOO_MANY_WALLS', path: 'rooms', params: { max: 1200, count: 1204 } },
    ]);
    expect(compute({ rooms: combs }).problems).toEqual([]);
  });

  it('are bounded in their readings to spare, which take the longest to compute', () => {
    const angles = [0, 1, 2, 3].map((corner) => ({ corner, degrees: 90 }));
    const diagonalsMm = [{ from: 0, to: 2, lengthMm: 5000 }];
    const sidesMm = [4000, 3000, 4000, 3000];
    const shape: RoomShape = { schemaVersion: 1, kind: 'triangulated', sidesMm, diagonalsMm, angles };
    // Four walls and four readings more than the one a room of four walls needs.
    const spare = Array.from({ length: 76 }, (_, index) => roomInput(shape, { id: `${index}` }));
    const comb: RoomShape = { schemaVersion: 1, kind: 'right-angled', sidesMm: Array(60).fill(1000) as number[] };
    const combs = Array.from({ length: 10 }, (_, index) => roomInput(comb, { id: `comb ${index}` }));
    expect(compute({ rooms: [...combs, ...spare] }).problems).toMatchObject([
      { code: 'TOO_MANY_WALLS', path: 'rooms', params: { max: 1200, count: 1208 } },
    ]);
    expect(compute({ rooms: [...combs, ...spare.slice(0, 75)] }).problems).toEqual([]);
  });

  it('are bounded in the chords of their arcs and columns', () => {
    const columns = Array.from({ length: 20 }, (_, index) => ({
      id: `${index}`,
      purpose: 'column' as const,
      kind: 'circle' as const,
      centreMm: { x: 200 + 100 * index, y: 500 },
      diameterMm: 50,
    }));
    const post = [0, 1, 1].map((y, index) => ({ x: 100 + 50 * index, y: 1000 + 50 * y }));
    const polygon = { id: 'post', purpose: 'column' as const, kind: 'polygon' as const, pointsMm: post };
    const arcs = [{ side: 0, sagittaMm: 100, bulges: 'outward' as const }];
    const hall: RoomShape = { schemaVersion: 1, kind: 'rectangle', sidesMm: [3000, 2000], cutouts: columns };
    const bay: RoomShape = { schemaVersion: 1, kind: 'rectangle', sidesMm: [3000, 2000], arcs, cutouts: [polygon] };
    const bays = Array.from({ length: 8 }, (_, index) => roomInput(bay, { id: `${index}` }));
    // 4 walls and 20 circles of 48 chords; 3 walls, an arc of 24 chords and a triangle.
    const count = 964 + 8 * 30;
    expect(compute({ rooms: [roomInput(hall, { id: 'hall' }), ...bays] }).problems).toMatchObject([
      { code: 'TOO_MANY_WALLS', path: 'rooms', params: { max: 1200, count } },
    ]);
    expect(compute({ rooms: [roomInput(hall, { id: 'hall' }), ...bays.slice(1)] }).problems).toEqual([]);
  });

  it('wider than every roll pay for their seam', () => {
    const shape: RoomShape = { schemaVersion: 1, kind: 'rectangle', sidesMm: [9000, 7000] };
    const result = compute({ rooms: [roomInput(shape, { id: 'hall' })] });
    expect(lineOf(result, 'hall:seam')).toMatchObject({
      code: 'SRV-SEAM',
      quantity: '6.51',
      sumMinor: 97_650,
      explanation: {
        formula: 'seam_length',
        measures: [
          {
            name: 'seam_length',
            value: '6.51',
            unit: 'm',
            terms: [
              { name: 'seam', value: '7', unit: 'm' },
              { name: 'shrink', value: '0.93', unit: '' },
            ],
          },
        ],
        unrounded: '6.51',
        notes: [{ code: 'SEAM_NEEDED', params: { rollM: '5.0', strips: 2, shrink: '0.93' } }],
      },
    });
    expect((result.rooms[0] as MeasuredRoom).measures).toMatchObject({ strips: 2, seamLengthM: 7, rollM: '5.0' });
  });
});

describe('prices', () => {
  it('missing leave the line out and are named', () => {
    const prices = priceBook();
    prices.delete('WRK-WIRE');
    const result = compute({ rooms: [E1] }, prices);
    expect(result.problems).toEqual([
      { code: 'ITEM_NOT_PRICED', path: 'rooms.0', params: { itemCode: 'WRK-WIRE', ruleKey: 'wiring' } },
    ]);
    expect(result.totals.grossMinor).toBe(3_347_800 - 490_000);
  });

  it('of purchase stay away from people who may not see them', () => {
    const result = compute({ rooms: [E1] }, priceBook({ withCost: false }));
    expect(JSON.stringify(result)).not.toMatch(/cost|margin/);
    expect(result.totals.grossMinor).toBe(3_347_800);
  });

  it('of purchase missing on one line give no cost of the whole', () => {
    const prices = priceBook();
    const { costMinor, ...withoutCost } = prices.get('WRK-WIRE')!;
    prices.set('WRK-WIRE', withoutCost);
    const result = compute({ rooms: [E1] }, prices);
    expect(costMinor).toBeDefined();
    expect(lineOf(result, 'e1:canvas')).toMatchObject({ costMinor: 17_000, costSumMinor: 204_000 });
    expect(result.totals.costMinor).toBeUndefined();
    expect(result.totals.marginMinor).toBeUndefined();
  });

  it('absurdly high are refused before they leave the safe integers', () => {
    const prices = priceBook();
    prices.set('SRV-CUT', { ...prices.get('SRV-CUT')!, priceMinor: Number.MAX_SAFE_INTEGER });
    const result = compute({ rooms: [E1] }, prices);
    expect(result.problems).toMatchObject([{ code: 'SUM_TOO_LARGE', params: { itemCode: 'SRV-CUT' } }]);
  });
});

describe('the discount', () => {
  it.each(['-1', '100.01', '5.555', '1e1', '', 'ten'])('%j is refused and not given', (discountPercent) => {
    const result = compute({ rooms: [E1], discountPercent });
    expect(result.problems).toMatchObject([{ code: 'DISCOUNT_INVALID', path: 'discountPercent' }]);
    expect(result.totals.discountMinor).toBe(0);
  });

  it('of everything leaves nothing to pay', () => {
    const { totals } = compute({ rooms: [E1], discountPercent: '100' });
    expect(totals).toMatchObject({ toPayMinor: 0, prepaymentMinor: 0, restMinor: 0 });
  });

  it('and the totals always add up', () => {
    const percent = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => (hundredths / 100).toFixed(2));
    const size = fc.tuple(fc.integer({ min: 500, max: 12_000 }), fc.integer({ min: 500, max: 12_000 }));
    fc.assert(
      fc.property(percent, size, fc.nat(30), (discountPercent, sidesMm, spotlights) => {
        const room = roomInput({ schemaVersion: 1, kind: 'rectangle', sidesMm }, { spotlights });
        const { lines, totals, problems } = compute({ rooms: [room], discountPercent });
        expect(problems).toEqual([]);
        expect(totals.grossMinor).toBe(lines.reduce((sum, { sumMinor }) => sum + sumMinor, 0));
        expect(Math.abs(totals.grossMinor - totals.discountMinor - totals.toPayMinor)).toBeLessThanOrEqual(50);
        expect(totals.prepaymentMinor + totals.restMinor).toBe(totals.toPayMinor);
        expect(totals.toPayMinor % 100).toBe(0);
        expect(totals.marginMinor).toBe(totals.toPayMinor - totals.costMinor!);
      }),
    );
  });
});

describe('rule sets', () => {
  it('name every item an estimate may need, once', () => {
    const codes = requiredItemCodes(ruleSetR1, {
      manualLines: [
        { id: 'a', itemCode: 'SRV-TRIP2', roomId: null, quantity: '1' },
        { id: 'b', itemCode: 'WRK-ANG', roomId: null, quantity: '1' },
      ],
    });
    expect(codes).toHaveLength(89);
    expect(new Set(codes)).toEqual(new Set(priceBook().keys()));
  });

  it('have lines with keys of their own', () => {
    const keys = ruleSetR1.lines.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
