import { describe, expect, it } from '@jest/globals';
import { formulaInWords } from './formula-words';
import type { FormulaWords } from './formula-words';

const NAMES: Record<string, string> = { 'profile.shadow': 'теневой профиль', perimeter: 'периметр', pvc: 'ПВХ' };
const words: FormulaWords = {
  name: (name) => NAMES[name] ?? name,
  function: (name) => (name === 'up' ? 'вверх' : name),
  unit: (unit) => (unit === 'm' ? 'м' : unit),
  word: (keyword) => (keyword === 'and' ? 'и' : keyword),
};

describe('a formula in words', () => {
  it('names measures, signs, units and functions', () => {
    expect(formulaInWords('up(perimeter/2.5 m)*1.05-0.5 m', words)).toBe('вверх(периметр ÷ 2,5 м) × 1,05 − 0,5 м');
    expect(formulaInWords('if(profile.shadow>=1 m and x!="pvc", 1, 0)', words)).toBe(
      'if(теневой профиль ≥ 1 м и x ≠ ПВХ; 1; 0)',
    );
  });
});
