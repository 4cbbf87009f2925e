import type { EstimateForm, VariantForm } from './types';

/** A variant with nothing in it: the rooms as they were measured, by the rules alone. */
export const emptyVariant = (id: string, name: string): VariantForm => ({
  id,
  name,
  specification: {},
  overrides: [],
  manualLines: [],
  discount: '0',
  lineDiscounts: [],
  categoryDiscounts: [],
  coefficients: [],
  schedule: null,
});

/** An estimate of one variant. */
export function emptyForm(title: string, given: Partial<VariantForm> = {}): EstimateForm {
  const variant = { ...emptyVariant('v', 'Вариант 1'), ...given };
  return { title, rooms: [], variants: [variant], currentVariantId: variant.id };
}
