import { describe, expect, it } from '@jest/globals';
import { formulaTokens } from './index.js';

function kinds(source: string): string[] {
  return formulaTokens(source).map(({ kind, text }) => `${kind} ${text}`);
}

describe('tokens for highlighting', () => {
  it('tell numbers, units, names, functions, texts and operators apart', () => {
    expect(kinds('up(wall.tile; 0.5 m) >= 5% and not (w = "кафель") or true')).toEqual([
      'function up',
      'operator (',
      'name wall.tile',
      'operator ;',
      'number 0.5',
      'unit m',
      'operator )',
      'operator >=',
      'number 5',
      'unit %',
      'operator and',
      'operator not',
      'operator (',
      'name w',
      'operator =',
      'text "кафель"',
      'operator )',
      'operator or',
      'number true',
    ]);
  });

  it('keep their places', () => {
    expect(formulaTokens('a  *12cm')).toEqual([
      { kind: 'name', from: 0, to: 1, text: 'a' },
      { kind: 'operator', from: 3, to: 4, text: '*' },
      { kind: 'number', from: 4, to: 6, text: '12' },
      { kind: 'unit', from: 6, to: 8, text: 'cm' },
    ]);
  });

  it('come of broken sources too', () => {
    expect(kinds('2 * плoщадь ?? ((1,5 "a')).toEqual([
      'number 2',
      'operator *',
      'other пл',
      'name o',
      'other щадь',
      'other ?',
      'other ?',
      'operator (',
      'operator (',
      'number 1',
      'operator ,',
      'number 5',
      'text "a',
    ]);
    expect(kinds('2 and 3 max (1)')).toEqual([
      'number 2',
      'operator and',
      'number 3',
      'function max',
      'operator (',
      'number 1',
      'operator )',
    ]);
  });
});
