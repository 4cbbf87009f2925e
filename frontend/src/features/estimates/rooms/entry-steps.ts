import type { KeyboardEvent } from 'react';
import { pressKey } from './pad-keys';
import type { PadKey } from './pad-keys';

/** The fields of a room in the order they are measured in. */
export const stepsOf = (entry: Element): HTMLInputElement[] => [
  ...entry.querySelectorAll<HTMLInputElement>('input[data-step]:not([readonly])'),
];

/** From a field to the next or the one before it; past the last one nothing is left to type. */
export function goFrom(input: HTMLInputElement, by: 1 | -1): void {
  const entry = input.closest('[data-entry]');
  const steps = entry ? stepsOf(entry) : [];
  const next = steps[steps.indexOf(input) + by];
  if (!next) {
    if (by > 0) input.blur();
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

/** The field a reading goes to when none is chosen: the first one that is still empty. */
export const firstEmpty = (entry: Element): HTMLInputElement | null =>
  stepsOf(entry).find(({ value }) => value.trim() === '') ?? null;

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
