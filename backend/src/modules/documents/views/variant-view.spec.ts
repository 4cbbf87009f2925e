import { describe, expect, it } from '@jest/globals';
import { sumMinor } from '@smet/money';
import { documentSource } from '../../../../test/support/documents.js';
import { pricedItems } from '../../../../test/support/price-list.js';
import { variantView } from './variant-view.js';

describe('sums on paper', () => {
  it.each(['-20', '30'])('close where lines of a coefficient of %s %% have discounts of their own', (percent) => {
    const source = documentSource({
      rooms: [
        {
          id: 'room',
          name: 'Зал',
          shape: { schemaVersion: 1, kind: 'rectangle', sidesMm: [4000, 3000] },
          spotlights: 2,
          chandeliers: 0,
        },
      ],
      variants: [
        {
          discountPercent: '5',
          discounts: { lines: [{ lineKey: 'room:canvas-mounting', percent: '100' }] },
          coefficients: [{ id: 'k', name: 'Сложность', roomId: null, percent, base: ['work'] }],
        },
      ],
      priceBook: pricedItems(),
    });
    const { rooms, common, totals } = variantView(source, 'variant-1');
    const [coefficient] = common.coefficients;
    expect(coefficient!.discountMinor).not.toBe(0);
    expect(sumMinor([...rooms, common].map((content) => content.sumMinor))).toBe(totals.netMinor);
    expect(totals.netMinor - totals.otherDiscountMinor + totals.topUpMinor + totals.roundingMinor).toBe(
      totals.toPayMinor,
    );
    // 5 % of all that is left.
    expect(totals.otherDiscountMinor).toBe(Math.round(totals.netMinor * 0.05));
  });
});
