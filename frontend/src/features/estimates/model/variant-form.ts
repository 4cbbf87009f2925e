import type { VariantContent, VariantDraft } from '@smet/estimating';
import { normalizeDecimal, parseDecimal } from '@smet/money';
import type { DecimalString } from '@smet/money';
import type { VariantForm } from './types';

/** The server takes five digits before the point and four after it. */
const QUANTITY_BOUNDS = { scale: 4, max: '99999.9999' };
const PERCENT_BOUNDS = { scale: 2, max: 100 };
const COEFFICIENT_BOUNDS = { scale: 2, max: 1000, min: -100 };

/** A quantity as typed, with a comma or a point; null when it is not one. */
export const parseQuantity = (text: string): string | null => parseDecimal(text, QUANTITY_BOUNDS);

/** A discount in percent; an empty field means none, null is no percentage. */
export const parseDiscount = (text: string): string | null =>
  text.trim() === '' ? '0' : parseDecimal(text, PERCENT_BOUNDS);

/** The share of a payment stage in percent; null when it is not one. */
export const parseShare = (text: string): string | null => parseDecimal(text, PERCENT_BOUNDS);

/** What a coefficient puts on, below zero what it takes off, in percent; null when it is not one. */
export const parseCoefficient = (text: string): string | null => parseDecimal(text, COEFFICIENT_BOUNDS);

const MANUAL = 'manual:';
const isManual = (lineKey: string): boolean => lineKey.startsWith(MANUAL);

/** The key of a line a person added, see EstimateLine. */
export const manualKey = (id: string): string => MANUAL + id;

/** A percentage as it stands in a field. */
export const percentText = (percent: DecimalString): string => normalizeDecimal(percent).replace('.', ',');

function discountFields({ discounts = {} }: VariantContent): Pick<VariantForm, 'lineDiscounts' | 'categoryDiscounts'> {
  const { lines = [], categories = [] } = discounts;
  return {
    lineDiscounts: lines.map(({ lineKey, percent }) => ({ lineKey, text: percentText(percent) })),
    categoryDiscounts: categories.map(({ categoryId, percent }) => ({ categoryId, text: percentText(percent) })),
  };
}

/** A saved variant back into fields. */
export function fromVariantDraft(draft: VariantDraft): VariantForm {
  const { id, name, specification = {}, overrides, manualLines, coefficients = [], schedule } = draft;
  return {
    id,
    name,
    specification,
    overrides: overrides.map(({ roomId, ruleKey, quantity }) => ({
      roomId,
      ruleKey,
      quantity: normalizeDecimal(quantity),
    })),
    manualLines: manualLines.map((line) => ({ ...line, quantity: normalizeDecimal(line.quantity) })),
    discount: percentText(draft.discountPercent),
    ...discountFields(draft),
    coefficients: coefficients.map(({ percent, ...rest }) => ({ ...rest, text: percentText(percent) })),
    schedule: schedule?.map(({ when, percent }) => ({ when, text: percentText(percent) })) ?? null,
  };
}

/**
 * An empty field is no discount of its own; a text that is no number counts as none until it is one. That of a removed
 * line waits for its line to be put back.
 */
function discountsOf({ lineDiscounts, categoryDiscounts, manualLines }: VariantForm): VariantContent['discounts'] {
  const given = (text: string): DecimalString | null => (text.trim() === '' ? null : parseDiscount(text));
  const added = new Set(manualLines.map(({ id }) => manualKey(id)));
  const lines = lineDiscounts.flatMap(({ lineKey, text }) => {
    const percent = given(text);
    return percent === null || (isManual(lineKey) && !added.has(lineKey)) ? [] : [{ lineKey, percent }];
  });
  const categories = categoryDiscounts.flatMap(({ categoryId, text }) => {
    const percent = given(text);
    return percent === null ? [] : [{ categoryId, percent }];
  });
  if (lines.length === 0 && categories.length === 0) return undefined;
  return { ...(categories.length > 0 && { categories }), ...(lines.length > 0 && { lines }) };
}

function coefficientsOf({ coefficients }: VariantForm): VariantContent['coefficients'] {
  const known = coefficients.flatMap(({ text, name, ...rest }) => {
    const percent = parseCoefficient(text);
    return percent === null ? [] : [{ ...rest, name: name.trim(), percent }];
  });
  return known.length > 0 ? known : undefined;
}

function scheduleOf({ schedule }: VariantForm): VariantContent['schedule'] {
  return schedule?.map(({ when, text }) => ({ when, percent: parseShare(text) ?? '0' }));
}

function specificationOf({ specification }: VariantForm): VariantContent['specification'] {
  const { film, profile, substitutes = [] } = specification;
  if (!film && !profile && substitutes.length === 0) return undefined;
  return { ...(film && { film }), ...(profile && { profile }), ...(substitutes.length > 0 && { substitutes }) };
}

function convert(form: VariantForm): VariantDraft {
  const optional = {
    specification: specificationOf(form),
    discounts: discountsOf(form),
    coefficients: coefficientsOf(form),
    schedule: scheduleOf(form),
  };
  const given = Object.entries(optional).filter(([, value]) => value !== undefined);
  return {
    id: form.id,
    name: form.name.trim(),
    overrides: form.overrides,
    manualLines: form.manualLines,
    discountPercent: parseDiscount(form.discount) ?? '0',
    ...Object.fromEntries(given),
  };
}

const converted = new WeakMap<VariantForm, VariantDraft>();

/** The variant as the library takes it: the same form gives the same object. What is no number yet counts as nothing. */
export function toVariantDraft(form: VariantForm): VariantDraft {
  const known = converted.get(form);
  if (known) return known;
  const draft = convert(form);
  converted.set(form, draft);
  return draft;
}
