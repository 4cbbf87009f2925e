import type { PricingTerms } from '@smet/api-client';
import { minorFromDecimal, minorToDecimal, normalizeDecimal, parseDecimal, sumMinor } from '@smet/money';

/** Roles a person of which may give discounts at all. */
export const DISCOUNTING_ROLES = ['owner', 'administrator', 'manager'] as const;
export type DiscountingRole = (typeof DISCOUNTING_ROLES)[number];

/** The terms as typed: what is a number there is a text here. */
export interface TermsForm extends Pick<PricingTerms, 'excludedCategoryIds' | 'rounding' | 'vat'> {
  minimumOrder: string;
  schedule: { when: PricingTerms['schedule'][number]['when']; percent: string }[];
  limits: Record<DiscountingRole, string>;
  validDays: string;
}

export type TermsField = 'minimumOrder' | 'validDays' | `limits.${DiscountingRole}` | `schedule.${number}` | 'schedule';

/** Ten billion, as the server has it. */
const MOST_MONEY = '10000000000';
const MOST_DAYS = '3650';
const WHOLE = minorFromDecimal('100');

const comma = (text: string) => text.replace('.', ',');

export function toTermsForm(terms: PricingTerms): TermsForm {
  const { owner, administrator, manager } = terms.discountLimits;
  const limit = (percent: number) => comma(String(percent));
  return {
    minimumOrder: comma(normalizeDecimal(minorToDecimal(terms.minimumOrderMinor))),
    excludedCategoryIds: terms.excludedCategoryIds,
    rounding: terms.rounding,
    vat: terms.vat,
    schedule: terms.schedule.map(({ when, percent }) => ({ when, percent: comma(percent) })),
    limits: { owner: limit(owner), administrator: limit(administrator), manager: limit(manager) },
    validDays: String(terms.validDays),
  };
}

/** What all stages make together, per cent in hundredths; null while one of them is no number. */
export function scheduleSum(schedule: TermsForm['schedule']): number | null {
  const percents = schedule.map(({ percent }) => parseDecimal(percent, { max: 100, scale: 2 }));
  return percents.every((percent) => percent !== null) ? sumMinor(percents.map(minorFromDecimal)) : null;
}

/** The terms of a form over those it was begun from, or the fields that are wrong. */
export function readTermsForm(
  form: TermsForm,
  base: PricingTerms,
): { ok: true; terms: PricingTerms } | { ok: false; wrong: ReadonlySet<TermsField> } {
  const wrong = new Set<TermsField>();
  const read = (field: TermsField, text: string, bounds: { max: string | number; scale: number; positive?: true }) => {
    const value = parseDecimal(text, bounds);
    if (value === null || (bounds.positive && Number(value) === 0)) wrong.add(field);
    return value ?? '0';
  };
  const minimumOrderMinor = minorFromDecimal(read('minimumOrder', form.minimumOrder, { max: MOST_MONEY, scale: 2 }));
  const validDays = Number(read('validDays', form.validDays, { max: MOST_DAYS, scale: 0, positive: true }));
  const schedule = form.schedule.map(({ when, percent }, index) => ({
    when,
    percent: read(`schedule.${index}`, percent, { max: 100, scale: 2, positive: true }),
  }));
  if (scheduleSum(form.schedule) !== WHOLE) wrong.add('schedule');
  const discountLimits = { ...base.discountLimits };
  for (const role of DISCOUNTING_ROLES) {
    discountLimits[role] = Number(read(`limits.${role}`, form.limits[role], { max: 100, scale: 2 }));
  }
  if (wrong.size > 0) return { ok: false, wrong };
  const { excludedCategoryIds, rounding, vat } = form;
  const { version } = base;
  const terms = { version, minimumOrderMinor, excludedCategoryIds, rounding, vat, schedule, discountLimits, validDays };
  return { ok: true, terms };
}
