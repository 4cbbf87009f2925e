import { describe, expect, it } from '@jest/globals';
import { pressKey } from './pad-keys';
import type { PadKey } from './pad-keys';

/** Types keys one after another into a field whose text is selected, as it is when one comes to it. */
function typed(start: string, keys: readonly PadKey[], field: { whole?: boolean; most?: number } = {}): string {
  let state = { text: start, start: 0, end: start.length };
  for (const key of keys) {
    const after = pressKey({ most: 9, ...field, ...state }, key);
    if (after) state = { text: after.text, start: after.caret, end: after.caret };
  }
  return state.text;
}

describe('keys of the number pad', () => {
  it('replace the reading that was there and go on behind it', () => {
    expect(typed('400', ['2', '1', '2', ',', '1'])).toBe('212,1');
  });

  it('write one comma, with a zero before it when nothing is', () => {
    expect(typed('', [',', '5'])).toBe('0,5');
    expect(typed('', ['4', ',', '5', ',', '6'])).toBe('4,56');
    expect(typed('4.5', ['back', '3', ',', ',', '2'])).toBe('3,2');
  });

  it('take the selection away first, then one character after another', () => {
    expect(typed('400', ['back'])).toBe('');
    expect(typed('', ['4', '0', '1', 'back', '0'])).toBe('400');
    expect(typed('', ['back', '7'])).toBe('7');
  });

  it('work where the caret stands', () => {
    expect(pressKey({ text: '45', start: 1, end: 1, most: 9 }, '0')).toEqual({ text: '405', caret: 2 });
    expect(pressKey({ text: '405', start: 2, end: 2, most: 9 }, 'back')).toEqual({ text: '45', caret: 1 });
  });

  it('write whole numbers without a comma and without a zero before them', () => {
    expect(typed('', ['0', '6', ','], { whole: true })).toBe('6');
  });

  it('stop at what the field takes', () => {
    expect(typed('', ['1', '2', '3', '4', '5'], { most: 4 })).toBe('1234');
  });
});
