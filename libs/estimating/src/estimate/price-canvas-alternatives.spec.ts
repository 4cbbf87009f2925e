import { describe, expect, it } from '@jest/globals';
import { estimateDraft, priceBook, roomInput } from '../../test-data/builders.js';
import { ruleSetR1 } from '../rules/r1.js';
import { computeEstimate } from './compute-estimate.js';
import { priceCanvasAlternatives } from './price-canvas-alternatives.js';

const pricing = { priceBook: priceBook(), ruleSet: ruleSetR1 };
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
