import { describe, expect, it } from '@jest/globals';
import { parsePlace } from './centimetres';
import { startTyping } from './typing';

/** A column 20 cm wide that may grow to a metre. */
function column() {
  const taken: number[] = [200];
  const commit = (text: string): boolean => {
    const mm = parsePlace(text);
    const isTaken = mm !== null && mm >= 10 && mm <= 1000;
    if (isTaken) taken.push(mm);
    return isTaken;
  };
  return { width: () => taken.at(-1), typing: startTyping('20', commit) };
}

describe('a value while it is typed', () => {
  it('is taken with every character, so that a tab that dies has kept it', () => {
    const { width, typing } = column();
    typing.type('3');
    expect(width()).toBe(30);
    expect(typing.type('35')).toBe(true);
    expect(width()).toBe(350);
  });

  it.each(['', '35x', '500'])('is what it was before when the text comes to be none (%p)', (text) => {
    const { width, typing } = column();
    typing.type('35');
    expect(typing.type(text)).toBe(false);
    expect(width()).toBe(200);
  });

  it('is put back by Escape', () => {
    const { width, typing } = column();
    typing.type('35');
    typing.cancel();
    expect(width()).toBe(200);
  });
});
