import { describe, expect, it } from '@jest/globals';
import { AREA, compileDefinitions, LENGTH } from './index.js';
import type { Definition, FormulaType } from './index.js';

const NAMES = new Map<string, FormulaType>([
  ['area', AREA],
  ['perimeter', LENGTH],
]);

function compile(sources: Record<string, string>) {
  return compileDefinitions(
    Object.entries(sources).map(([name, source]) => ({ name, source })),
    NAMES,
  );
}

function errorsOf(sources: Record<string, string>) {
  const result = compile(sources);
  return result.ok ? [] : result.errors;
}

describe('named values', () => {
  it('come in order of evaluation, however they were written, with the types of what they use', () => {
    const result = compile({ film: 'billed * 105%', billed: 'up(area, tenth)', tenth: '0.1 m2', edge: 'perimeter' });
    const definitions = result.ok ? result.definitions : [];
    expect(definitions.map(({ name }) => name)).toEqual(['tenth', 'edge', 'billed', 'film']);
    expect(definitions.map(({ formula }) => formula.type)).toEqual([AREA, LENGTH, AREA, AREA]);

    const values = new Map<string, number>([
      ['area', 14.875],
      ['perimeter', 15.5],
    ]);
    for (const { name, formula } of definitions) {
      const result = formula.evaluate((used) => values.get(used)!);
      values.set(name, result.ok ? (result.value as number) : NaN);
    }
    expect(values.get('billed')).toBe(14.9);
    expect(values.get('film')).toBeCloseTo(15.645, 9);
  });

  it('on a cycle are told each at the place where it goes on, those that use them are not blamed', () => {
    expect(errorsOf({ user: 'a + 1', a: 'free * b', b: 'c - 1', c: '1 + (a + a)', free: '1' })).toEqual([
      { name: 'a', error: { code: 'CYCLE', at: 7, length: 1, params: { cycle: 'a → b → c → a' } } },
      { name: 'b', error: { code: 'CYCLE', at: 0, length: 1, params: { cycle: 'b → c → a → b' } } },
      { name: 'c', error: { code: 'CYCLE', at: 5, length: 1, params: { cycle: 'c → a → b → c' } } },
    ]);
  });

  it('that use themselves, and two cycles at once', () => {
    const cycles = errorsOf({ self: 'self + 1', a: 'b', b: 'a' }).map(({ name, error }) => [name, error.params.cycle]);
    expect(cycles).toEqual([
      ['self', 'self → self'],
      ['a', 'a → b → a'],
      ['b', 'b → a → b'],
    ]);
  });

  it('that use a wrong one are not blamed for it', () => {
    expect(errorsOf({ good: 'wrong + other * 2', wrong: 'area + perimeter', other: 'area' })).toEqual([
      { name: 'wrong', error: { code: 'TYPE_MISMATCH', at: 5, length: 1, params: { left: 'm2', right: 'm' } } },
    ]);
    expect(errorsOf({ good: 'not broken or broken = "a"', broken: '1 +' })).toMatchObject([
      { name: 'broken', error: { code: 'UNEXPECTED_END' } },
    ]);
  });

  it('are compiled but for the wrong ones and all that use those, even where their own type is clear', () => {
    const result = compile({
      far: 'if(near, 1, 2)',
      near: 'not wrong or wrong = "a"',
      wrong: 'area + perimeter',
      a: 'b',
      b: 'a + 1',
      user: 'a * 2',
      half: 'whole / 2',
      whole: 'area',
    });
    expect(result.definitions.map(({ name }) => name)).toEqual(['whole', 'half']);
    expect(result).toMatchObject({ ok: false, errors: { length: 3 } });
  });

  it('take no name that is used, reserved or cannot be written', () => {
    const definitions: Definition[] = ['a', 'a', 'area', 'min', 'and', 'Площадь', 'Big', '__proto__', 'a.', 'a.b'].map(
      (name) => ({ name, source: '1' }),
    );
    const result = compileDefinitions(definitions, NAMES);
    expect(result.ok ? [] : result.errors.map(({ name, error }) => [name, error.code])).toEqual([
      ['a', 'NAME_TAKEN'],
      ['area', 'NAME_TAKEN'],
      ['min', 'NAME_TAKEN'],
      ['and', 'NAME_TAKEN'],
      ['Площадь', 'NAME_INVALID'],
      ['Big', 'NAME_INVALID'],
      ['__proto__', 'NAME_INVALID'],
      ['a.', 'NAME_INVALID'],
    ]);
  });

  it('may be a long chain', () => {
    const chain = Array.from({ length: 5000 }, (_, index) => ({
      name: `v${index}`,
      source: index === 4999 ? '1' : `v${index + 1} + 1`,
    }));
    const result = compileDefinitions(chain, NAMES);
    expect(result.ok && result.definitions.map(({ name }) => name)).toEqual(chain.map(({ name }) => name).toReversed());
    const round = compileDefinitions([...chain.slice(0, -1), { name: 'v4999', source: 'v0' }], NAMES);
    expect(round).toMatchObject({ ok: false, errors: { length: 5000 } });
  });
});
