import { describe, expect, it } from '@jest/globals';
import type { Adjustment } from '@smet/estimating';
import type { ApprovalRow, LoweredLine } from '../stored-estimate.js';
import { approvalState, greatestDiscount, viewApproval } from './approval-state.js';

const variant = (
  grossMinor: number,
  discountMinor: number,
  adjustments: Adjustment[] = [],
  lowered: LoweredLine[] = [],
) => ({
  grossMinor,
  discountMinor,
  adjustments,
  lowered,
});
const coefficient = (key: string, sumMinor: number): Adjustment => ({
  key,
  kind: 'coefficient',
  roomId: null,
  name: 'Name',
  percent: '-10',
  base: ['work'],
  baseMinor: 0,
  sumMinor,
});

describe('the greatest discount', () => {
  it('is that of the variant that gives most, of the gross', () => {
    expect(greatestDiscount([variant(100_00, 5_00), variant(200_00, 25_00), variant(0, 0)])).toBe('12.5');
    expect(greatestDiscount([])).toBe('0');
  });

  it('is what was agreed, though kopecks were rounded', () => {
    expect(greatestDiscount([variant(71_989_20, 5_039_24)])).toBe('7');
  });

  it('counts reductions a person added, and neither surcharges nor those of the rules', () => {
    expect(greatestDiscount([variant(90_00, 0, [coefficient('manual:a', -10_00)])])).toBe('10');
    expect(greatestDiscount([variant(80_00, 8_00, [coefficient('manual:a', -20_00)])])).toBe('28');
    const others = [coefficient('manual:a', 10_00), coefficient('room:height', -10_00)];
    expect(greatestDiscount([variant(100_00, 0, others)])).toBe('0');
  });
});

describe('a quantity lowered by hand', () => {
  it('is a discount of what is not charged for', () => {
    const lowered = { quantity: '0', computedQuantity: '2.5', priceMinor: 8_00 };
    expect(greatestDiscount([variant(80_00, 0, [], [lowered])])).toBe('20');
    expect(greatestDiscount([variant(80_00, 10_00, [], [{ ...lowered, quantity: '1.25' }])])).toBe('22.22');
  });
});

describe('an approval', () => {
  const row = (state: ApprovalRow['state'], percent: string): ApprovalRow => ({
    id: 'id',
    state,
    percent,
    limitPercent: '10',
    askedBy: { id: 'asker', name: 'Asker' },
    comment: 'please',
    decidedBy: state === 'asked' ? null : { id: 'boss', name: 'Boss' },
    decisionComment: state === 'asked' ? null : 'well',
  });

  it('is needed above one’s limit only', () => {
    expect(approvalState('10', 10, null).state).toBe('none');
    expect(approvalState('10.01', 10, null).state).toBe('needed');
    expect(approvalState('9', 10, null).state).toBe('none');
    // As numbers, not as texts.
    expect(approvalState('9.5', 10, null).state).toBe('none');
  });

  it.each(['asked', 'given', 'refused'] as const)('that was %s holds while the discount does not grow', (state) => {
    expect(approvalState('15', 10, row(state, '15')).state).toBe(state);
    expect(approvalState('12', 10, row(state, '15')).state).toBe(state);
    expect(approvalState('15.01', 10, row(state, '15')).state).toBe('needed');
  });

  it('is over when nobody would have to ask any more', () => {
    expect(approvalState('10', 10, row('asked', '15')).state).toBe('none');
  });

  it('that is asked for is seen by the one who may give it', () => {
    expect(approvalState('15', 100, row('asked', '15')).state).toBe('asked');
    expect(approvalState('16', 100, row('asked', '15')).state).toBe('none');
  });

  it('is shown with who asked, who decided and the last word', () => {
    expect(viewApproval('12', 10, row('refused', '15'))).toEqual({
      state: 'refused',
      percent: '12',
      askedBy: { id: 'asker', name: 'Asker' },
      decidedBy: { id: 'boss', name: 'Boss' },
      comment: 'well',
    });
    expect(viewApproval('12', 10, row('asked', '15'))).toMatchObject({ comment: 'please' });
    expect(viewApproval('12', 10, null)).toEqual({ state: 'needed', percent: '12' });
  });
});
