import { describe, expect, it } from '@jest/globals';
import { estimateDraft, priceBook, roomInput } from '../../test-data/builders.js';
import { ruleSetR1 } from '../rules/r1.js';
import { ruleLine, rulesOf } from '../../test-data/rule-sets.js';
import { computeEstimate } from './compute-estimate.js';
import { priceCanvasAlternatives } from './price-canvas-alternatives.js';

const pricing = { priceBook: priceBook(), ruleSet: ruleSetR1 };
const ROLLS = Object.fromEntries(
  ruleSetR1.films.flatMap(({ key, rolls }) =>
    rolls.map((roll) => [`${key} ${roll}`, roll === '3.2' ? 'SRV-CUT' : 'CNV-M-C500']),
  ),
);
const wide = roomInput(
  { schemaVersion: 1, kind: 'rectangle', sidesMm: [6000, 4000] },
  { plan: { schemaVersion: 1, canvas: { rollM: '3.2' } } },
);

describe('what avoiding a seam would cost', () => {
  it('is the difference of the whole estimate, to the kopeck', () => {
    const draft = estimateDraft({ rooms: [wide], discountPercent: '5' });
    const priced = priceCanvasAlternatives(draft, 'room', pricing)!;
    expect(priced.reason.code).toBe('ROLL_BY_HAND');
    const seamless = priced.alternatives.find(({ canvas }) => canvas.strips === 1 && canvas.rollM === '5.0')!;
    const freely = estimateDraft({
      rooms: [{ ...wide, plan: { schemaVersion: 1, canvas: seamless.options } }],
      discountPercent: '5',
    });
    const [now, then] = [draft, freely].map((one) => computeEstimate(one, pricing).totals.toPayMinor);
    expect(seamless.differenceMinor).toBe(then! - now!);
    expect(seamless.differenceMinor).not.toBe(0);
  });

  it('is found beforehand where the cheapest canvas is asked for, by rules that bill film and offcuts as well', () => {
    const item = (code: string) => ({ by: 'code' as const, code });
    const rules = rulesOf([
      ruleLine('film', { item: item('CNV-M-C320'), quantity: 'film_area' }),
      ruleLine('offcut', { item: item('CNV-M-C500'), quantity: '0.5 * offcut_area' }),
      // The wide roll is dear by the metre, and hardly any of it is billed.
      ruleLine('roll', { item: { by: 'canvas', codes: ROLLS }, quantity: '0.01' }),
    ]);
    const cheapest = (sidesMm: [number, number], rollM?: '3.2' | '5.0') => {
      const canvas = { preference: 'cheapest' as const, ...(rollM && { rollM }) };
      const room = roomInput({ schemaVersion: 1, kind: 'rectangle', sidesMm }, { plan: { schemaVersion: 1, canvas } });
      return computeEstimate(estimateDraft({ rooms: [room] }), { ...pricing, ruleSet: rules });
    };
    for (const sidesMm of [
      [6000, 3300],
      [6000, 4000],
      [5300, 5000],
      [3000, 2000],
    ] as [number, number][]) {
      const { rooms, totals } = cheapest(sidesMm);
      const others = (['3.2', '5.0'] as const).map((rollM) => cheapest(sidesMm, rollM).totals.toPayMinor);
      expect(rooms[0]).toHaveProperty('measures');
      expect(totals.toPayMinor).toBe(Math.min(...others));
    }
  });

  it('is not told where something of that canvas has no price', () => {
    const prices = new Map([...pricing.priceBook].filter(([code]) => code !== 'WRK-PVC5'));
    const priced = priceCanvasAlternatives(estimateDraft({ rooms: [wide] }), 'room', {
      ...pricing,
      priceBook: prices,
    })!;
    const onWideRoll = priced.alternatives.find(({ canvas }) => canvas.rollM === '5.0')!;
    expect(onWideRoll.differenceMinor).toBeNull();
  });

  it('is no question for a canvas without a seam, nor for a room that is not there', () => {
    const draft = estimateDraft({ rooms: [{ ...wide, plan: { schemaVersion: 1 } }] });
    expect(priceCanvasAlternatives(draft, 'room', pricing)).toBeNull();
    expect(priceCanvasAlternatives(draft, 'another', pricing)).toBeNull();
  });
});
