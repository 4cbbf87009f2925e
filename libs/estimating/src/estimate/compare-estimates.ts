import type { DecimalString, Minor } from '@smet/money';
import type { Adjustment, EstimateLine, EstimateResult, EstimateTotals } from './estimate-result.js';
import { roundingOf } from './totals.js';

/**
 * What one result costs more than another, part by part. Every `…Minor` number is what that part adds to what is to be
 * paid, below zero where it takes away (a larger discount takes away), and all of them add up to `differenceMinor`:
 * lines + adjustments + discount + top-up + VAT + rounding.
 */
export interface EstimateDifference {
  /** Only what differs: in the order of `after`, then those that are gone. */
  lines: LineDifference[];
  /** Coefficients only; the minimum order is `topUpMinor`. */
  adjustments: AdjustmentDifference[];
  /** Of all discounts together, on lines, categories and the whole. */
  discountMinor: Minor;
  topUpMinor: Minor;
  /** VAT on top; one that is included is a part of the prices. */
  vatMinor: Minor;
  roundingMinor: Minor;
  toPayMinor: { before: Minor; after: Minor };
  differenceMinor: Minor;
}

export type DifferenceKind = 'added' | 'removed' | 'changed';

/** Null where there was nothing. */
export interface BeforeAfter<T> {
  before: T | null;
  after: T | null;
}

export interface LineDifference {
  /** See EstimateLine: lines are matched by it, those added by hand thereby by their id. */
  key: string;
  roomId: string | null;
  kind: DifferenceKind;
  /** As it is called after, or was before where it is gone. */
  name: string;
  unit: string;
  /** Another item stands in the same place when both codes are there and differ. */
  code: BeforeAfter<string>;
  itemName: BeforeAfter<string>;
  quantity: BeforeAfter<DecimalString>;
  priceMinor: BeforeAfter<Minor>;
  itemUnit: BeforeAfter<string>;
  /** Its own or that of its category: what it comes to is a part of the difference of all discounts. */
  discountPercent: BeforeAfter<DecimalString>;
  /** Before any discount, as the price and the difference here. */
  sumMinor: BeforeAfter<Minor>;
  differenceMinor: Minor;
}

export interface AdjustmentDifference {
  key: string;
  roomId: string | null;
  kind: DifferenceKind;
  name: string;
  percent: BeforeAfter<DecimalString>;
  /** Sum of the lines it is taken of. */
  baseMinor: BeforeAfter<Minor>;
  sumMinor: BeforeAfter<Minor>;
  differenceMinor: Minor;
}

/** Compares variants, versions, or an estimate with its recalculation; see EstimateDifference. */
export function compareEstimates(before: EstimateResult, after: EstimateResult): EstimateDifference {
  const [was, is] = [before.totals, after.totals];
  return {
    lines: differences(before.lines, after.lines, lineDifference),
    adjustments: differences(coefficientsOf(before), coefficientsOf(after), adjustmentDifference),
    discountMinor: was.discountMinor - is.discountMinor,
    topUpMinor: is.topUpMinor - was.topUpMinor,
    vatMinor: vatOnTop(is) - vatOnTop(was),
    roundingMinor: roundingOf(is) - roundingOf(was),
    toPayMinor: { before: was.toPayMinor, after: is.toPayMinor },
    differenceMinor: is.toPayMinor - was.toPayMinor,
  };
}

type Compare<T, D> = (before: T | null, after: T | null) => D | null;

function differences<T extends { key: string }, D>(
  before: readonly T[],
  after: readonly T[],
  compare: Compare<T, D>,
): D[] {
  const gone = new Map(before.map((one) => [one.key, one]));
  const found: (D | null)[] = [];
  for (const one of after) {
    found.push(compare(gone.get(one.key) ?? null, one));
    gone.delete(one.key);
  }
  for (const one of gone.values()) {
    found.push(compare(one, null));
  }
  return found.filter((difference) => difference !== null);
}

function lineDifference(before: EstimateLine | null, after: EstimateLine | null): LineDifference | null {
  const shown = after ?? before;
  const sumMinor = beforeAfter(before, after, (line) => line.sumMinor);
  const code = beforeAfter(before, after, (line) => line.code);
  const quantity = beforeAfter(before, after, (line) => line.quantity);
  const priceMinor = beforeAfter(before, after, (line) => line.priceMinor);
  const itemName = beforeAfter(before, after, (line) => line.name);
  const itemUnit = beforeAfter(before, after, (line) => line.unit);
  const discountPercent = beforeAfter(before, after, (line) => line.discount?.percent ?? null);
  const compared = [sumMinor, code, quantity, priceMinor, itemName, itemUnit, discountPercent];
  if (!shown || compared.every(isSame)) {
    return null;
  }
  return {
    key: shown.key,
    roomId: shown.roomId,
    kind: kindOf(before, after),
    name: shown.name,
    unit: shown.unit,
    code,
    itemName,
    itemUnit,
    quantity,
    priceMinor,
    discountPercent,
    sumMinor,
    differenceMinor: (sumMinor.after ?? 0) - (sumMinor.before ?? 0),
  };
}

function adjustmentDifference(before: Adjustment | null, after: Adjustment | null): AdjustmentDifference | null {
  const shown = after ?? before;
  const percent = beforeAfter(before, after, (adjustment) => adjustment.percent);
  const baseMinor = beforeAfter(before, after, (adjustment) => adjustment.baseMinor);
  const sumMinor = beforeAfter(before, after, (adjustment) => adjustment.sumMinor);
  if (!shown || [percent, baseMinor, sumMinor].every(isSame)) {
    return null;
  }
  return {
    key: shown.key,
    roomId: shown.roomId,
    kind: kindOf(before, after),
    name: shown.name,
    percent,
    baseMinor,
    sumMinor,
    differenceMinor: (sumMinor.after ?? 0) - (sumMinor.before ?? 0),
  };
}

function beforeAfter<S, T>(before: S | null, after: S | null, read: (source: S) => T | null): BeforeAfter<T> {
  return { before: before && read(before), after: after && read(after) };
}

function isSame({ before, after }: BeforeAfter<string | number>): boolean {
  return before === after;
}

function kindOf(before: object | null, after: object | null): DifferenceKind {
  return before === null ? 'added' : after === null ? 'removed' : 'changed';
}

function coefficientsOf({ adjustments }: EstimateResult): Adjustment[] {
  return adjustments.filter(({ kind }) => kind === 'coefficient');
}

function vatOnTop({ vat }: EstimateTotals): Minor {
  return vat?.mode === 'on_top' ? vat.amountMinor : 0;
}
