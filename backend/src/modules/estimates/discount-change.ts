import { compareDecimals, normalizeDecimal } from '@smet/money';
import type { VariantContent, VariantDraft } from '@smet/estimating';

interface StoredContent {
  readonly id: string;
  readonly content: VariantContent;
}

/**
 * Whether a draft gives another discount than what is stored: of the whole, of a category, of a line, or as a reduction
 * by hand. A variant that was not there before may have what one of the others has, or none: it is a copy.
 */
export function changesDiscount(stored: readonly StoredContent[], variants: readonly VariantDraft[]): boolean {
  const known = new Map(stored.map(({ id, content }) => [id, discountsOf(content)]));
  const copies = new Set([...known.values(), NONE]);
  return variants.some((variant) => {
    const discounts = discountsOf(variant);
    const before = known.get(variant.id);
    return before === undefined ? !copies.has(discounts) : before !== discounts;
  });
}

/** As a text that is the same when the discounts are. */
function discountsOf({ discountPercent, discounts, coefficients }: VariantContent): string {
  const categories = (discounts?.categories ?? []).map(({ categoryId, percent }) => [
    categoryId,
    normalizeDecimal(percent),
  ]);
  const lines = (discounts?.lines ?? []).map(({ lineKey, percent }) => [lineKey, normalizeDecimal(percent)]);
  const reductions = (coefficients ?? [])
    .filter(({ percent }) => compareDecimals(percent, '0') < 0)
    .map(({ roomId, percent, base }) => [roomId, normalizeDecimal(percent), base.toSorted()]);
  return JSON.stringify([normalizeDecimal(discountPercent), sorted(categories), sorted(lines), sorted(reductions)]);
}

const sorted = (parts: readonly unknown[]): string[] => parts.map((part) => JSON.stringify(part)).toSorted();

const NONE = discountsOf({ overrides: [], manualLines: [], discountPercent: '0' });
