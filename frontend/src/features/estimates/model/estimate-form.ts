import type { VariantInput } from '@smet/estimating';
import { normalizeDecimal, parseDecimal } from '@smet/money';
import { fromRoomInput, toRoomInput } from './room-form';
import { isSame } from './same-form';
import type { EstimateForm, EstimateView } from './types';

/** The server takes five digits before the point and four after it. */
const QUANTITY_BOUNDS = { scale: 4, max: '99999.9999' };
const DISCOUNT_BOUNDS = { scale: 2, max: 100 };

/** A quantity as typed, with a comma or a point; null when it is not one. */
export const parseQuantity = (text: string): string | null => parseDecimal(text, QUANTITY_BOUNDS);

/** The discount in percent; an empty field means none. */
export const parseDiscount = (text: string): string | null =>
  text.trim() === '' ? '0' : parseDecimal(text, DISCOUNT_BOUNDS);

export function toForm(estimate: Pick<EstimateView, 'title' | 'draft'>): EstimateForm {
  const { draft, title } = estimate;
  return {
    title,
    rooms: draft.rooms.map(fromRoomInput),
    overrides: draft.overrides.map(({ roomId, ruleKey, quantity }) => ({
      roomId,
      ruleKey,
      quantity: normalizeDecimal(quantity),
    })),
    manualLines: draft.manualLines.map(({ id, itemCode, roomId, quantity }) => ({
      id,
      itemCode,
      roomId,
      quantity: normalizeDecimal(quantity),
    })),
    discount: normalizeDecimal(draft.discountPercent).replace('.', ','),
  };
}

/** What is computed and sent. Texts that are no numbers count as nothing here; saving is refused while there are any. */
export function toDraft(form: EstimateForm): VariantInput {
  return {
    rooms: form.rooms.map(toRoomInput),
    overrides: form.overrides,
    manualLines: form.manualLines,
    discountPercent: parseDiscount(form.discount) ?? '0',
  };
}

export const sameForm = (a: EstimateForm, b: EstimateForm): boolean => isSame(a, b);
