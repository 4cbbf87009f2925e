import { compareDecimals, includedVat, minorFromDecimal, minorToDecimal, roundHalfUp, roundUp } from '@smet/money';
import { describe, expect, it } from '@jest/globals';
import { acceptance, estimateDraft, priceBook, roomInput, shapes } from '../../test-data/builders.js';
import { oneLineCase } from '../../test-data/random-estimates.js';
import type { AcceptanceRoom } from '../../test-data/builders.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { RoomShape } from '../shape/room-shape.js';
import { computeEstimate } from './compute-estimate.js';
import type { EstimateResult, MeasuredRoom } from './estimate-result.js';
import { DEFAULT_MONEY_TERMS } from './money-terms.js';

const cases: [string, RoomShape][] = [
  ['E1', shapes.E1],
  ['E2', shapes.E2],
  ['E2', shapes.E2byDiagonals],
  ['E4', shapes.E4],
  ['E6', shapes.E6],
];

function expectedOf(id: string): AcceptanceRoom {
  return acceptance.rooms.find((room) => room.id === id)!;
}

function compute(id: string, shape: RoomShape): EstimateResult {
  const { spotlights, chandeliers, discount_percent } = expectedOf(id).input;
  const rooms = [roomInput(shape, { spotlights, chandeliers })];
  return computeEstimate(estimateDraft({ rooms, discountPercent: String(discount_percent) }), {
    priceBook: priceBook(),
    ruleSet: ruleSetR1,
  });
}

describe.each(cases)('room %s of the acceptance file', (id, shape) => {
  const { expected } = expectedOf(id);
  const result = compute(id, shape);

  it(`has its lines, entered as ${shape.kind}`, () => {
    const lines = result.lines.map(({ code, quantity, priceMinor, sumMinor }) => ({
      code,
      quantity: Number(quantity),
      price: priceMinor / 100,
      sum: minorToDecimal(sumMinor),
    }));
    expect(lines).toEqual(expected.lines);
    expect(result.problems).toEqual([]);
  });

  it('has its totals', () => {
    const { totals } = result;
    expect(minorToDecimal(totals.grossMinor)).toBe(expected.gross);
    expect(minorToDecimal(totals.discountMinor)).toBe(expected.discount);
    expect(minorToDecimal(totals.toPayMinor)).toBe(expected.to_pay);
    expect(minorToDecimal(totals.prepaymentMinor)).toBe(expected.prepayment);
    expect(minorToDecimal(totals.restMinor)).toBe(expected.rest);
    expect(minorToDecimal(totals.costMinor!)).toBe(expected.billed_cost);
    expect(minorToDecimal(totals.marginMinor!)).toBe(expected.margin);
    expect(minorToDecimal(includedVat(totals.toPayMinor, 22))).toBe(expected.vat_22_included);
    expect(minorToDecimal(includedVat(totals.toPayMinor, 16))).toBe(expected.vat_16_included);
  });

  it('has its measures', () => {
    const { measures, subtotalMinor } = result.rooms[0] as MeasuredRoom;
    expect(compareDecimals(measures.billedArea, expected.billed_area)).toBe(0);
    expect(compareDecimals(measures.billedPerimeter, expected.billed_perimeter)).toBe(0);
    expect(measures.innerCorners).toBe(expected.inner_corners);
    expect(measures.outerCorners).toBe(expected.outer_corners);
    expect(measures.extraCorners).toBe(expected.extra_corners);
    // Readings to a tenth of a millimetre bend E2 measured by diagonals by as much.
    expect(measures.minWidthM).toBeCloseTo(expected.min_width_m, 3);
    expect(compareDecimals(measures.rollM, expected.roll_m)).toBe(0);
    expect(measures.seamLengthM).toBe(0);
    expect(compareDecimals(roundHalfUp(measures.canvas.cutPieceM2, '0.01'), expected.cut_piece_m2)).toBe(0);
    const bound = expected.layout_upper_bound[measures.rollM]!;
    expect(measures.canvas.filmM2).toBeLessThanOrEqual(bound.film_m2 + 0.005);
    expect(measures.canvas.offcutM2).toBeCloseTo(measures.canvas.filmM2 - measures.canvas.cutPieceM2, 9);
    expect(minorToDecimal(subtotalMinor)).toBe(expected.gross);
  });
});

describe('the rest of the acceptance file', () => {
  it('two rooms with an added line and a discount', () => {
    const [e1, e4] = [expectedOf('E1').input, expectedOf('E4').input];
    const draft = estimateDraft({
      rooms: [
        roomInput(shapes.E1, { id: 'one', spotlights: e1.spotlights, chandeliers: e1.chandeliers }),
        roomInput(shapes.E4, { id: 'two', spotlights: e4.spotlights, chandeliers: e4.chandeliers }),
      ],
      manualLines: [{ id: 'trip', itemCode: 'SRV-TRIP2', roomId: null, quantity: '1' }],
      discountPercent: String(acceptance.two_rooms.discount_percent),
    });
    const { totals } = computeEstimate(draft, { priceBook: priceBook(), ruleSet: ruleSetR1 });
    expect(minorToDecimal(totals.grossMinor)).toBe(acceptance.two_rooms.gross);
    expect(minorToDecimal(totals.discountMinor)).toBe(acceptance.two_rooms.discount);
    expect(minorToDecimal(totals.toPayMinor)).toBe(acceptance.two_rooms.to_pay);
  });

  it('the minimum order is a line of its own, which nothing is taken off', () => {
    const { minimum, room, gross, top_up, to_pay } = acceptance.minimum_order;
    const rooms = [roomInput({ schemaVersion: 1, kind: 'rectangle', sidesMm: [1700, 1500] }, room)];
    const terms = { ...DEFAULT_MONEY_TERMS, minimumOrderMinor: minorFromDecimal(minimum) };
    const pricing = { priceBook: priceBook(), ruleSet: ruleSetR1, terms };
    const { totals, adjustments } = computeEstimate(estimateDraft({ rooms }), pricing);
    expect(minorToDecimal(totals.grossMinor)).toBe(gross);
    expect(minorToDecimal(totals.topUpMinor)).toBe(top_up);
    expect(minorToDecimal(totals.toPayMinor)).toBe(to_pay);
    expect(adjustments).toMatchObject([{ kind: 'minimum-order', sumMinor: totals.topUpMinor }]);

    const discounted = computeEstimate(estimateDraft({ rooms, discountPercent: '10' }), pricing).totals;
    expect(discounted).toMatchObject({ topUpMinor: totals.topUpMinor, discountMinor: 100_040, toPayMinor: 1_400_000 });
  });

  it.each(acceptance.published_rounding_policy.rows)('the published rounding, $sum to $level', (row) => {
    const level = row.level === 10 ? 1 : 2;
    const { draft, pricing } = oneLineCase(String(row.quantity), minorFromDecimal(row.price), {
      rounding: { policy: 'published', level },
    });
    const { totals } = computeEstimate({ ...draft, discountPercent: String(row.discount_percent) }, pricing);
    expect(totals.grossMinor).toBe(minorFromDecimal(row.sum));
    expect(totals.toPayMinor).toBe(minorFromDecimal(row.net));
    expect(totals.discountMinor).toBe(minorFromDecimal(row.discount_shown));
  });

  it.each(acceptance.vat_included)('$total with $rate_percent % in it', ({ total, rate_percent, vat }) => {
    const ratePercent = String(rate_percent);
    const { draft, pricing } = oneLineCase('1', minorFromDecimal(total), { vat: { mode: 'included', ratePercent } });
    const { totals } = computeEstimate(draft, pricing);
    expect(totals.toPayMinor).toBe(minorFromDecimal(total));
    expect(totals.vat).toEqual({ mode: 'included', ratePercent, amountMinor: minorFromDecimal(vat) });
  });

  it.each(acceptance.ties)('$quantity × $price is a line of $sum', ({ quantity, price, sum }) => {
    const { draft, pricing } = oneLineCase(quantity, minorFromDecimal(price));
    expect(minorToDecimal(computeEstimate(draft, pricing).lines[0]!.sumMinor)).toBe(sum);
  });

  it.each([
    ['better', { film: 'pvc-premium', profile: 'shadow' }],
    ['best', { film: 'pvc-bauf', profile: 'floating' }],
  ] as const)('the %s variant of E1 is a specification', (name, specification) => {
    const { spotlights, chandeliers } = expectedOf('E1').input;
    const rooms = [roomInput(shapes.E1, { spotlights, chandeliers })];
    const pricing = { priceBook: priceBook(), ruleSet: ruleSetR1 };
    const good = computeEstimate(estimateDraft({ rooms }), pricing);
    expect(minorToDecimal(good.totals.grossMinor)).toBe(acceptance.variants.good.gross);
    const { lines, totals, problems } = computeEstimate(estimateDraft({ rooms, specification }), pricing);
    const expected = acceptance.variants[name];
    expect(lines.map(({ code, quantity }) => [code, Number(quantity)])).toEqual(expected.lines);
    expect(minorToDecimal(totals.grossMinor)).toBe(expected.gross);
    expect(problems).toEqual([]);
  });

  it('rounding of an area', () => {
    const { exact, half_up_001, up_01, up_05, up_1 } = acceptance.rounding_of_area;
    expect(Number(roundHalfUp(exact, '0.01'))).toBe(half_up_001);
    expect(Number(roundUp(exact, '0.1'))).toBe(up_01);
    expect(Number(roundUp(exact, '0.5'))).toBe(up_05);
    expect(Number(roundUp(exact, '1'))).toBe(up_1);
  });

  it('an area on a tie is billed up, however it was measured', () => {
    const byWalls: RoomShape = { schemaVersion: 1, kind: 'rectangle', sidesMm: [4250, 3500] };
    const diagonal = { from: 0, to: 2, lengthMm: Math.hypot(4250, 3500) };
    const byDiagonal: RoomShape = {
      schemaVersion: 1,
      kind: 'triangulated',
      sidesMm: [4250, 3500, 4250, 3500],
      diagonalsMm: [diagonal],
    };
    for (const shape of [byWalls, byDiagonal]) {
      const { rooms } = computeEstimate(estimateDraft({ rooms: [roomInput(shape)] }), {
        priceBook: priceBook(),
        ruleSet: ruleSetR1,
      });
      expect((rooms[0] as MeasuredRoom).measures.billedArea).toBe('14.88');
    }
  });
});
