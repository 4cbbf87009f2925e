import type { FocusEvent, KeyboardEvent } from 'react';
import { pressKey } from './pad-keys';
import type { PadKey } from './pad-keys';

/** The fields of a room in the order they are measured in. */
export const stepsOf = (entry: Element): HTMLInputElement[] => [
  ...entry.querySelectorAll<HTMLInputElement>('input[data-step]:not([readonly])'),
];

/** What of a field says whether a reading may go to it. */
type Step = Pick<HTMLInputElement, 'value' | 'dataset'>;

const isEmpty = ({ value }: Step): boolean => value.trim() === '';
const isByWish = ({ dataset }: Step): boolean => dataset['optional'] !== undefined;

/**
 * The first field that waits for a reading. One that is measured only by wish, as a control diagonal is, never gets a
 * reading that was not meant for it.
 */
export const firstWaiting = <S extends Step>(steps: readonly S[]): S | null =>
  steps.find((step) => isEmpty(step) && !isByWish(step)) ?? null;

/** Where a key of the pad goes when no field has the focus: on with the number that was being typed. */
export const padField = <S extends Step>(steps: readonly S[], last: S | undefined): S | null =>
  steps.find((step) => step === last && !(isEmpty(step) && isByWish(step))) ?? firstWaiting(steps);

/** Where a whole reading goes when no field has the focus: never over one that is there. */
export const readingField = <S extends Step>(steps: readonly S[], last: S | undefined): S | null =>
  steps.find((step) => step === last && isEmpty(step) && !isByWish(step)) ?? firstWaiting(steps);

/** The field of an entry that had the focus last; none once the last of them is done. */
const lastFields = new WeakMap<Element, HTMLInputElement>();

/** For the focus events of an entry: a touch of the drawing must not lose the field that is being filled. */
export function rememberField({ currentTarget, target }: FocusEvent<HTMLElement>): void {
  if (target instanceof HTMLInputElement && target.dataset['step'] !== undefined) lastFields.set(currentTarget, target);
}

export const lastFieldOf = (entry: Element): HTMLInputElement | undefined => lastFields.get(entry);

/** From a field to the next or the one before it; past the last one nothing is left to type. */
export function goFrom(input: HTMLInputElement, by: 1 | -1): void {
  const entry = input.closest('[data-entry]');
  const steps = entry ? stepsOf(entry) : [];
  const next = steps[steps.indexOf(input) + by];
  if (!next) {
    if (by < 0) return;
    input.blur();
    if (entry) lastFields.delete(entry);
    return;
  }
  next.focus();
  next.select();
}

/** Enter leads to the next field, Shift+Enter back: so do a laser that types its reading and the pad's own keys. */
export function stepOnEnter(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  goFrom(event.currentTarget, event.shiftKey ? -1 : 1);
}

/** The field the measuring begins with. */
export const firstEmpty = (entry: Element): HTMLInputElement | null => firstWaiting(stepsOf(entry));

/** Types a key of the pad into a field the way a keyboard does, so that the field tells its change as always. */
export function typeInto(input: HTMLInputElement, key: PadKey): void {
  const { value, selectionStart, selectionEnd, maxLength, dataset } = input;
  const typed = pressKey(
    {
      text: value,
      start: selectionStart ?? value.length,
      end: selectionEnd ?? value.length,
      most: maxLength < 0 ? Infinity : maxLength,
      whole: dataset['step'] === 'whole',
    },
    key,
  );
  if (!typed) return;
  input.setRangeText(typed.text, 0, value.length);
  input.setSelectionRange(typed.caret, typed.caret);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
