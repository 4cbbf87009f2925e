import { describe, expect, it } from '@jest/globals';
import { ruleSetR1, type RoomInput, type VariantDraft } from '@smet/estimating';
import { pricedItems } from '../../../test/support/price-list.js';
import { computeDraft } from './compute-draft.js';
import { assertComputed } from './draft-check.js';

const room: RoomInput = {
  id: 'room',
  name: 'Зал',
  shape: { schemaVersion: 1, kind: 'rectangle', sidesMm: [4000, 3000] },
  spotlights: 0,
  chandeliers: 0,
};
const pricing = { priceBook: new Map(pricedItems().map((item) => [item.code, item])), ruleSet: ruleSetR1 };

function check(ruleKey: string): void {
  const overrides = [{ roomId: 'room', ruleKey, quantity: '1' }];
  const variant: VariantDraft = { id: 'a', name: 'A', overrides, manualLines: [], discountPercent: '0' };
  const draft = { rooms: [room], variants: [variant] };
  assertComputed(draft, computeDraft(draft, pricing));
}

describe('a draft with a typed quantity', () => {
  it('of a line that the room has no more is stored', () => {
    expect(() => check('height-above-4')).not.toThrow();
  });

  it('of a line that no rule has is refused', () => {
    expect(() => check('nope')).toThrow();
  });
});
