import { compareDecimals, multiplyMinor, sharePercent, sumMinor, type Minor } from '@smet/money';
import type { ApprovalDto } from '../dto/estimate.dto.js';
import type { ApprovalRow, LoweredLine, VariantHead } from '../stored-estimate.js';

type Discounted = Pick<VariantHead, 'grossMinor' | 'discountMinor' | 'adjustments' | 'lowered'>;

/**
 * The greatest discount of all variants, per cent of what would be charged without it, to a hundredth. A coefficient below
 * zero that a person added takes off as much as a discount does and counts as one, and so does a quantity that a hand set
 * below what the rules compute: otherwise whoever may give no discount would give it in metres.
 */
export function greatestDiscount(variants: readonly Discounted[]): string {
  return variants.map(discountOf).reduce((a, b) => (compareDecimals(a, b) < 0 ? b : a), '0');
}

function discountOf({ grossMinor, discountMinor, adjustments, lowered }: Discounted): string {
  const reductions = adjustments.filter(({ key, sumMinor: sum }) => key.startsWith('manual:') && sum < 0);
  const takenOff = sumMinor([...lowered.map(loweredBy), ...reductions.map(({ sumMinor: sum }) => -sum)]);
  return sharePercent(discountMinor + takenOff, grossMinor + takenOff) ?? '0';
}

function loweredBy({ quantity, computedQuantity, priceMinor }: LoweredLine): Minor {
  return multiplyMinor(computedQuantity ?? quantity, priceMinor) - multiplyMinor(quantity, priceMinor);
}

/**
 * Where the approval of a version stands, for one who may give `limitPercent` alone. What was asked, given or refused is
 * about a discount of its size: it ends when the discount grows, and when nobody would have to ask for it any more.
 */
export function approvalState(
  percent: string,
  limitPercent: number,
  newest: ApprovalRow | null,
): Pick<ApprovalDto, 'state' | 'percent'> & { readonly row: ApprovalRow | null } {
  const covers =
    newest !== null &&
    compareDecimals(percent, newest.percent) <= 0 &&
    compareDecimals(percent, newest.limitPercent) > 0;
  if (covers) return { state: newest.state, percent, row: newest };
  return { state: isAbove(percent, limitPercent) ? 'needed' : 'none', percent, row: null };
}

/** Whether a person with that limit may not issue, approve or refuse such a discount alone. */
export function isAbove(percent: string, limitPercent: number): boolean {
  return compareDecimals(percent, String(limitPercent)) > 0;
}

export function viewApproval(percent: string, limitPercent: number, newest: ApprovalRow | null): ApprovalDto {
  const { state, row } = approvalState(percent, limitPercent, newest);
  const comment = row?.decisionComment ?? row?.comment ?? null;
  return {
    state,
    percent,
    ...(row && { askedBy: row.askedBy }),
    ...(row?.decidedBy && { decidedBy: row.decidedBy }),
    ...(comment !== null && { comment }),
  };
}
