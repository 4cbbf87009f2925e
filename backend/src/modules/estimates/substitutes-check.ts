import type { EstimateDraft, PricedItem } from '@smet/estimating';
import { draftInvalid } from './estimates.errors.js';

/**
 * An item stands in for another of the same unit only: a quantity of square metres billed in pieces is no other
 * specification but another sum, and no discount that anybody would have to approve.
 * @throws AppError 422 with a path like `draft.variants.0.specification.substitutes.0.by`
 */
export function assertSubstitutes({ variants }: EstimateDraft, priceBook: readonly PricedItem[]): void {
  const items = new Map(priceBook.map((item) => [item.code, item]));
  const problems = variants.flatMap(({ specification }, variant) =>
    (specification?.substitutes ?? []).flatMap(({ code, by }, index) => {
      const [asked, given] = [items.get(code), items.get(by)];
      if (!asked || !given || asked.unit === given.unit) return [];
      const path = `draft.variants.${variant}.specification.substitutes.${index}.by`;
      return [{ path, code: 'SUBSTITUTE_UNIT', params: { name: given.name, unit: given.unit, asked: asked.unit } }];
    }),
  );
  if (problems.length > 0) throw draftInvalid(problems);
}
