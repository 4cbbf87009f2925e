import { includedVat, percentOfMinor, roundMinorToUnit, roundMinorUp, sumMinor } from '@smet/money';
import type { DecimalString, Minor } from '@smet/money';
import { grossOf } from './adjustments.js';
import { discountOfAll } from './discounts.js';
import type { Adjustment, EstimateLine, EstimateTotals } from './estimate-result.js';
import type { MoneyRounding, MoneyTerms, PaymentStage, VatTerms } from './money-terms.js';
import { splitByStages } from './schedule.js';

/** What the totals depend on beside lines and adjustments. */
export interface TotalsOptions {
  terms: MoneyTerms;
  /** Of everything without a discount of its own. */
  discountPercent: DecimalString;
  schedule: readonly PaymentStage[];
  /** Whether the price book has purchase prices at all, that is, whether this reader may see cost. */
  withCost: boolean;
}

/**
 * What an estimate comes to: gross, discount, top-up to the minimum order, VAT, to pay and when. `adjustments` are all of
 * them, the minimum order among them. Where each number is rounded: docs/adr/0003-money-and-rounding.md.
 */
export function computeTotals(
  lines: readonly EstimateLine[],
  adjustments: readonly Adjustment[],
  { terms, discountPercent, schedule: stages, withCost }: TotalsOptions,
): EstimateTotals {
  const coefficients = adjustments.filter(({ kind }) => kind === 'coefficient');
  const grossMinor = grossOf(lines, coefficients);
  const topUpMinor = sumMinor(adjustments.filter(({ kind }) => kind === 'minimum-order').map((one) => one.sumMinor));
  const exactMinor = discountOfAll({
    lines,
    coefficients,
    grossMinor,
    percent: discountPercent,
    excludedCategoryIds: terms.excludedCategoryIds,
  });
  const { netMinor, discountMinor } = afterDiscount({ grossMinor, topUpMinor }, exactMinor, terms.rounding);
  const { vat, toPayMinor } = taxed(netMinor, terms);
  const schedule = splitByStages(toPayMinor, stages);
  const prepaymentMinor = schedule[0]?.amountMinor ?? toPayMinor;
  return {
    grossMinor,
    discountMinor,
    topUpMinor,
    vat,
    toPayMinor,
    schedule,
    prepaymentMinor,
    restMinor: toPayMinor - prepaymentMinor,
    ...insideTotals(lines, toPayMinor - (vat?.amountMinor ?? 0), withCost),
  };
}

/**
 * What rounding added to what is to be paid, below zero where it took away:
 * to pay = gross − discount + top-up + VAT where it comes on top + this.
 */
export function roundingOf({ grossMinor, discountMinor, topUpMinor, vat, toPayMinor }: EstimateTotals): Minor {
  const onTopMinor = vat?.mode === 'on_top' ? vat.amountMinor : 0;
  return toPayMinor - (grossMinor - discountMinor + topUpMinor + onTopMinor);
}

/**
 * The published policy rounds the sum and the discount up apart, and shows as discount what lacks from the exact sum to
 * their difference. Without any discount that would be one below zero: then the difference is rounding and nothing else. A
 * top-up to the minimum order has no discount, and what rounding adds to it is not told as one.
 */
function afterDiscount(
  { grossMinor, topUpMinor }: Pick<EstimateTotals, 'grossMinor' | 'topUpMinor'>,
  discountMinor: Minor,
  rounding: MoneyRounding,
): { netMinor: Minor; discountMinor: Minor } {
  const sumMinor = grossMinor + topUpMinor;
  if (rounding.policy === 'half-up') {
    return { netMinor: sumMinor - discountMinor, discountMinor };
  }
  const roundedMinor = roundMinorUp(discountMinor, rounding.level);
  const netMinor = roundMinorUp(sumMinor, rounding.level) - roundedMinor;
  const toldMinor = grossMinor - (roundMinorUp(grossMinor, rounding.level) - roundedMinor);
  return { netMinor, discountMinor: discountMinor === 0 ? 0 : toldMinor };
}

/** The VAT told is always what the rounded total contains, so that "without VAT" and "VAT" of a document add up to it. */
function taxed(netMinor: Minor, { vat, rounding }: MoneyTerms): Pick<EstimateTotals, 'vat' | 'toPayMinor'> {
  const toPayMinor = roundToPay(netMinor + onTop(netMinor, vat), rounding);
  if (vat === null) {
    return { vat, toPayMinor };
  }
  const { mode, ratePercent } = vat;
  return { vat: { mode, ratePercent, amountMinor: includedVat(toPayMinor, ratePercent) }, toPayMinor };
}

function onTop(netMinor: Minor, vat: VatTerms | null): Minor {
  return vat?.mode === 'on_top' ? percentOfMinor(netMinor, vat.ratePercent) : 0;
}

function roundToPay(amountMinor: Minor, rounding: MoneyRounding): Minor {
  return rounding.policy === 'half-up' ? roundMinorToUnit(amountMinor) : roundMinorUp(amountMinor, rounding.level);
}

type InsideTotals = Pick<EstimateTotals, 'costMinor' | 'marginMinor' | 'payMinor' | 'dealerMinor'>;

/**
 * What the client does not see. Cost, margin and the dealer's sum are answered only when every line has them: a sum over
 * some of them would read as the whole. Coefficients and the minimum order cost nothing and are no dealer's business.
 */
function insideTotals(lines: readonly EstimateLine[], earnedMinor: Minor, withCost: boolean): InsideTotals {
  const totals: InsideTotals = {};
  const costs = present(lines.map(({ costSumMinor }) => costSumMinor));
  if (withCost && costs.length === lines.length) {
    totals.costMinor = sumMinor(costs);
    totals.marginMinor = earnedMinor - totals.costMinor;
  }
  const pays = present(lines.map(({ paySumMinor }) => paySumMinor));
  if (pays.length > 0) {
    totals.payMinor = sumMinor(pays);
  }
  const dealers = present(lines.map(({ dealerSumMinor }) => dealerSumMinor));
  if (dealers.length > 0 && dealers.length === lines.length) {
    totals.dealerMinor = sumMinor(dealers);
  }
  return totals;
}

function present(amounts: readonly (Minor | undefined)[]): Minor[] {
  return amounts.filter((amount) => amount !== undefined);
}
