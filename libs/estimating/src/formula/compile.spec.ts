import { describe, expect, it } from '@jest/globals';
import { AREA, BOOLEAN, compileFormula, LENGTH, NUMBER, sameType, TEXT } from './index.js';
import type { CompiledFormula, FormulaType, FormulaValue } from './index.js';

const NAMES = new Map<string, FormulaType>([
  ['area', AREA],
  ['perimeter', LENGTH],
  ['corners', NUMBER],
  ['x', NUMBER],
  ['is_bathroom', BOOLEAN],
  ['profile.shadow', LENGTH],
  ['wall', TEXT],
]);

const ROOM: Record<string, FormulaValue> = {
  area: 14.875,
  perimeter: 15.5,
  corners: 4,
  x: 0,
  is_bathroom: true,
  'profile.shadow': 3.2,
  wall: 'tile',
};

function compiled(source: string): CompiledFormula {
  const result = compileFormula(source, NAMES);
  if (!result.ok) {
    throw new Error(`${source}: ${JSON.stringify(result.errors)}`);
  }
  return result.formula;
}

function valueOf(source: string, values: Record<string, FormulaValue> = ROOM): FormulaValue {
  const result = compiled(source).evaluate((name) => values[name]!);
  if (!result.ok) {
    throw new Error(`${source}: ${JSON.stringify(result.error)}`);
  }
  return result.value;
}

describe('precedence', () => {
  it.each<[string, FormulaValue]>([
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['10 - 4 - 3', 3],
    ['24 / 4 / 2', 3],
    ['24 / 4 * 2', 12],
    ['-2 * 3', -6],
    ['2 * -3', -6],
    ['2 - -3', 5],
    ['--3', 3],
    ['-2 + 5', 3],
    ['1 + 2 = 3', true],
    ['2 * 3 != 6', false],
    ['1 < 2 = true', true],
    ['true or false and false', true],
    ['(true or false) and false', false],
    ['not false and false', false],
    ['not (false and false)', true],
    ['not 1 = 2', true],
    ['not not true', true],
    ['1 < 2 and 3 >= 3 or false', true],
    ['2 + 2 <= 4 and 5 > 4', true],
    ['-x', 0],
  ])('%s is %p', (source, expected) => {
    expect(valueOf(source)).toBe(expected);
  });
});

describe('units', () => {
  it.each<[string, FormulaValue, FormulaType]>([
    ['0.5 m', 0.5, LENGTH],
    ['0.5m', 0.5, LENGTH],
    ['30 cm', 0.3, LENGTH],
    ['5 mm', 0.005, LENGTH],
    ['2 m2', 2, AREA],
    ['5%', 0.05, NUMBER],
    ['105 %', 1.05, NUMBER],
    ['area / perimeter', 14.875 / 15.5, LENGTH],
    ['perimeter * perimeter * 2 m', 480.5, { kind: 'quantity', metres: 3 }],
    ['4 / 2 m2', 2, { kind: 'quantity', metres: -2 }],
    ['perimeter / 5 cm', 310, NUMBER],
    ['0 + area', 14.875, AREA],
    ['max(perimeter - 20 m, 0)', 0, LENGTH],
    ['min(0, 0, area)', 0, AREA],
    ['if(is_bathroom, 0, area)', 0, AREA],
    ['-0 - perimeter', -15.5, LENGTH],
    ['area > 0', true, BOOLEAN],
    ['wall = "tile"', true, BOOLEAN],
    ['is_bathroom != false', true, BOOLEAN],
    ['"кафель"', 'кафель', TEXT],
    ['profile.shadow', 3.2, LENGTH],
  ])('%s is %p', (source, expected, type) => {
    expect(valueOf(source)).toBe(expected);
    expect(compiled(source).type).toEqual(type);
  });

  it('tells types apart by kind and exponent', () => {
    expect(sameType(AREA, { kind: 'quantity', metres: 2 })).toBe(true);
    expect(sameType(AREA, LENGTH)).toBe(false);
    expect(sameType(NUMBER, BOOLEAN)).toBe(false);
    expect(sameType(TEXT, { kind: 'text' })).toBe(true);
  });
});

describe('functions', () => {
  it.each<[string, FormulaValue]>([
    ['min(3, 1, 2)', 1],
    ['max(3; 1; 7; 2)', 7],
    ['abs(2 - 5)', 3],
    ['round(2.5)', 3],
    ['round(-2.5)', -3],
    ['round(2.675, 0.01)', 2.68],
    ['up(14.22 * 10)', 143],
    ['up(15.12 * 10)', 152],
    ['up(1.15 * 100)', 115],
    ['down(1.15 * 100)', 115],
    ['up(0.1 + 0.2, 0.1)', 0.3],
    ['up(perimeter, 2 m)', 16],
    ['up(15.01 m, 0.5 m)', 15.5],
    ['down(perimeter, 2 m)', 14],
    ['up(-1.2)', -2],
    ['down(-1.2)', -1],
    ['round(0, 0.5 m)', 0],
    ['down(-0.4)', 0],
    ['up(corners, corners / 3 * 2)', 5.333333334],
    ['if(corners > 4, corners - 4, 0)', 0],
    ['if(wall = "tile" and is_bathroom, "drill", "plain")', 'drill'],
  ])('%s is %p', (source, expected) => {
    expect(valueOf(source)).toBe(expected);
  });
});

describe('comparing measures', () => {
  it.each<[string, boolean]>([
    ['0.1 + 0.2 = 0.3', true],
    ['0.1 + 0.2 > 0.3', false],
    ['0.1 + 0.2 <= 0.3', true],
    ['1.000001 = 1', false],
    ['1.00000001 > 1', true],
    ['0.3 - 0.2 - 0.1 != 0', false],
    ['area >= 14.875 m2', true],
    ['area < 14.8751 m2', true],
  ])('%s is %p', (source, expected) => {
    expect(valueOf(source)).toBe(expected);
  });
});

describe('evaluating only what is needed', () => {
  it.each<[string, FormulaValue]>([
    ['if(x = 0, 0, 1 / x)', 0],
    ['if(x != 0, 1 / x, 7)', 7],
    ['x = 0 or 1 / x > 2', true],
    ['x != 0 and 1 / x > 2', false],
  ])('%s is %p', (source, expected) => {
    expect(valueOf(source)).toBe(expected);
  });

  it('never divides by what is zero but for the noise of doubles', () => {
    const noise = { x: 0.3 - 0.2 - 0.1 };
    expect(valueOf('if(x = 0, 0, 1 / x)', noise)).toBe(0);
    expect(compiled('1 / x').evaluate(() => noise.x)).toMatchObject({ ok: false, error: { code: 'DIVISION_BY_ZERO' } });
  });
});

describe('a compiled formula', () => {
  it('knows its source and the names it uses in order of first use', () => {
    const source = 'perimeter * 2 m + if(is_bathroom, area, area + perimeter * 1 m)';
    expect(compiled(source)).toMatchObject({ source, names: ['perimeter', 'is_bathroom', 'area'] });
  });

  it('may be evaluated while it is being evaluated', () => {
    const half = compiled('1 / x');
    const whole = compiled('corners + x').evaluate((name) => {
      const inner = half.evaluate(() => 0);
      return name === 'x' && !inner.ok ? 5 : 1;
    });
    expect(whole).toEqual({ ok: true, value: 6 });
  });

  it('refuses a value of another kind than declared, which is a mistake of the caller', () => {
    expect(() => compiled('area').evaluate(() => '14')).toThrow(TypeError);
  });
});
