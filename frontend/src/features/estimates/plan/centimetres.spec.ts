import { describe, expect, it } from '@jest/globals';
import { parsePlace, parseTurn } from './centimetres';

describe('what is typed of a place', () => {
  it('is centimetres with a comma or a point, zero and below too', () => {
    expect(['120', '120,55', '0', '-3.5', '−3,5', ' 1 200 '].map(parsePlace)).toEqual([
      1200, 1205.5, 0, -35, -35, 12_000,
    ]);
  });

  it('is refused when it is no length', () => {
    expect(['', 'abc', '1,2,3', '12,345', '1e3'].map(parsePlace)).toEqual([null, null, null, null, null]);
  });

  it('turns by at most half a circle', () => {
    expect(['45', '-12,5', '30°', '181', ''].map(parseTurn)).toEqual([45, -12.5, 30, null, null]);
  });
});
