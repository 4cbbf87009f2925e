import { describe, expect, it } from '@jest/globals';
import { AREA, BOOLEAN, compileFormula, LENGTH, NUMBER, TEXT } from './index.js';
import type { FormulaError, FormulaErrorCode, FormulaType, FormulaValue } from './index.js';

const NAMES = new Map<string, FormulaType>([
  ['area', AREA],
  ['perimeter', LENGTH],
  ['corners', NUMBER],
  ['x', NUMBER],
  ['is_bathroom', BOOLEAN],
  ['wall', TEXT],
]);

function errorsOf(source: string): FormulaError[] {
  const result = compileFormula(source, NAMES);
  return result.ok ? [] : result.errors;
}

/** Source with the wrong piece between brackets [ ], which are taken out: the place reads off the table. */
function marked(text: string): { source: string; at: number; length: number } {
  const at = text.indexOf('[');
  return { source: text.replace(/[[\]]/g, ''), at, length: text.indexOf(']') - at - 1 };
}

type Case = [text: string, code: FormulaErrorCode, params: FormulaError['params']];

describe('an error at its character', () => {
  it.each<Case>([
    ['[]', 'EMPTY', {}],
    ['[  ]', 'EMPTY', {}],
    ['area [?] 2', 'UNEXPECTED_CHARACTER', { character: '?' }],
    ['area [^] 2', 'UNEXPECTED_CHARACTER', { character: '^' }],
    ['area * [😀]', 'UNEXPECTED_CHARACTER', { character: '😀' }],
    ['2 + [.]5', 'UNEXPECTED_CHARACTER', { character: '.' }],
    ['area [%]', 'UNEXPECTED_CHARACTER', { character: '%' }],
    ['true [%]', 'UNEXPECTED_CHARACTER', { character: '%' }],
    ['2 * [площадь]', 'NOT_ENGLISH_LETTER', { letter: 'п' }],
    ['2 * [а]rea', 'NOT_ENGLISH_LETTER', { letter: 'а', latin: 'a' }],
    ['w[а]ll', 'NOT_ENGLISH_LETTER', { letter: 'а', latin: 'a' }],
    ['5 [м]', 'NOT_ENGLISH_LETTER', { letter: 'м', latin: 'm' }],
    ['area * 1[,]05', 'DECIMAL_COMMA', { written: '1,05', meant: '1.05' }],
    ['max(x, 0[,]5)', 'DECIMAL_COMMA', { written: '0,5', meant: '0.5' }],
    ['wall = ["tile]', 'TEXT_NOT_CLOSED', {}],
    ['2 [km] + 1', 'UNIT_UNKNOWN', { unit: 'km', known: 'm, cm, mm, m2, %' }],
    ['1[e5]', 'UNIT_UNKNOWN', { unit: 'e5', known: 'm, cm, mm, m2, %' }],
    ['1 [2]', 'UNEXPECTED_TOKEN', { token: '2', expected: 'operator' }],
    ['(1 + 2) [m]', 'UNEXPECTED_TOKEN', { token: 'm', expected: 'operator' }],
    ['1 + 2[)]', 'UNEXPECTED_TOKEN', { token: ')', expected: 'operator' }],
    ['1[,] 2', 'UNEXPECTED_TOKEN', { token: ',', expected: 'operator' }],
    ['1 +[*] 2', 'UNEXPECTED_TOKEN', { token: '*', expected: 'value' }],
    ['x =[=] 2', 'UNEXPECTED_TOKEN', { token: '=', expected: 'value' }],
    ['min(1, [)]', 'UNEXPECTED_TOKEN', { token: ')', expected: 'value' }],
    ['([)]', 'UNEXPECTED_TOKEN', { token: ')', expected: 'value' }],
    ['(1[,] 2)', 'UNEXPECTED_TOKEN', { token: ',', expected: ')' }],
    ['is_bathroom [AND] true', 'UNEXPECTED_TOKEN', { token: 'AND', expected: 'operator' }],
    ['1 +[]  ', 'UNEXPECTED_END', { expected: 'value' }],
    ['(1 + 2[]', 'UNEXPECTED_END', { expected: ')' }],
    ['min(1[]', 'UNEXPECTED_END', { expected: ')' }],
    ['not[]', 'UNEXPECTED_END', { expected: 'value' }],
    ['[arae] * 2', 'UNKNOWN_NAME', { name: 'arae', nearest: 'area' }],
    ['[Area]', 'UNKNOWN_NAME', { name: 'Area', nearest: 'area' }],
    ['2 * [perimetr]', 'UNKNOWN_NAME', { name: 'perimetr', nearest: 'perimeter' }],
    ['[film]', 'UNKNOWN_NAME', { name: 'film' }],
    ['[min]', 'UNKNOWN_NAME', { name: 'min' }],
    ['[ceil](x)', 'UNKNOWN_FUNCTION', { name: 'ceil' }],
    ['[roud](x)', 'UNKNOWN_FUNCTION', { name: 'roud', nearest: 'round' }],
    ['1 + [area](2)', 'UNKNOWN_FUNCTION', { name: 'area' }],
    ['[min](x)', 'WRONG_ARGUMENT_COUNT', { name: 'min', given: 1, least: 2 }],
    ['[abs]()', 'WRONG_ARGUMENT_COUNT', { name: 'abs', given: 0, least: 1, most: 1 }],
    ['1 + [up](x, 1, 2)', 'WRONG_ARGUMENT_COUNT', { name: 'up', given: 3, least: 1, most: 2 }],
    ['[if](true, 1)', 'WRONG_ARGUMENT_COUNT', { name: 'if', given: 2, least: 3, most: 3 }],
    ['area [+] perimeter', 'TYPE_MISMATCH', { left: 'm2', right: 'm' }],
    ['area [-] 1', 'TYPE_MISMATCH', { left: 'm2', right: '' }],
    ['area [-] 0%', 'TYPE_MISMATCH', { left: 'm2', right: '' }],
    ['area [>] 10', 'TYPE_MISMATCH', { left: 'm2', right: '' }],
    ['wall [=] 1', 'TYPE_MISMATCH', { left: 'text', right: '' }],
    ['wall [<] "tile"', 'TYPE_MISMATCH', { left: 'text', right: 'text' }],
    ['wall [+] "tile"', 'TYPE_MISMATCH', { left: 'text', right: 'text' }],
    ['is_bathroom [*] 2', 'TYPE_MISMATCH', { left: 'boolean', right: '' }],
    ['2 / area [+] 1 m', 'TYPE_MISMATCH', { left: 'm-2', right: 'm' }],
    ['is_bathroom and [x]', 'TYPE_MISMATCH', { left: '', right: 'boolean' }],
    ['not [x] and true', 'TYPE_MISMATCH', { left: '', right: 'boolean' }],
    ['-[wall]', 'TYPE_MISMATCH', { left: 'text', right: '' }],
    ['if([x], 1, 2)', 'TYPE_MISMATCH', { left: '', right: 'boolean' }],
    ['if(true, 1, [area])', 'TYPE_MISMATCH', { left: '', right: 'm2' }],
    ['min(area, [perimeter])', 'TYPE_MISMATCH', { left: 'm2', right: 'm' }],
    ['max(1, [wall])', 'TYPE_MISMATCH', { left: 'text', right: '' }],
    ['up(perimeter, [5])', 'TYPE_MISMATCH', { left: 'm', right: '' }],
    ['round([is_bathroom])', 'TYPE_MISMATCH', { left: 'boolean', right: '' }],
    ['1 + [1000000000001]', 'NUMBER_TOO_LARGE', { limit: 1e12 }],
    [`1 + [${'9'.repeat(400)} m]`, 'NUMBER_TOO_LARGE', { limit: 1e12 }],
  ])('%s', (text, code, params) => {
    const { source, at, length } = marked(text);
    expect(errorsOf(source)).toEqual([{ code, at, length, params }]);
  });

  it('takes names of JavaScript objects for unknown ones', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'area.constructor']) {
      expect(errorsOf(name)[0]).toMatchObject({ code: 'UNKNOWN_NAME', at: 0, length: name.length });
      expect(errorsOf(`${name}(1)`)[0]).toMatchObject({ code: 'UNKNOWN_FUNCTION', at: 0, length: name.length });
    }
  });

  it('tells mistakes of meaning together, ten at most, and none that follows from another', () => {
    const codes = errorsOf('arae + 1 m + (wall * 2) + roud(1)').map(({ code, at }) => [code, at]);
    expect(codes).toEqual([
      ['UNKNOWN_NAME', 0],
      ['TYPE_MISMATCH', 19],
      ['UNKNOWN_FUNCTION', 26],
    ]);
    expect(errorsOf(Array.from({ length: 30 }, () => 'nothing').join(' + '))).toHaveLength(10);
  });

  it('looks for the nearest name only of what it tells', () => {
    let searches = 0;
    const names = new Map(NAMES);
    names.keys = function* keys() {
      searches += 1;
      yield* NAMES.keys();
      return undefined;
    };
    compileFormula(Array.from({ length: 60 }, () => 'nothing').join(' + '), names);
    expect(searches).toBe(10);
  });

  it.each([
    ['perimtere', 'perimeter'],
    ['prmeter', 'perimeter'],
    ['eprimeterr', 'perimeter'],
    ['perimxyz', undefined],
    ['ra', undefined],
    ['aera', 'area'],
    ['areas', 'area'],
    ['crners', 'corners'],
  ])('suggests for %s: %s', (typed, nearest) => {
    expect(errorsOf(typed)[0]?.params.nearest).toBe(nearest);
  });
});

describe('limits', () => {
  it.each([
    ['brackets', `${'('.repeat(51)}1${')'.repeat(51)}`, 50],
    ['ten thousand brackets', `${'('.repeat(10_000)}1${')'.repeat(10_000)}`, 50],
    ['signs', `${'-'.repeat(60)}1`, 50],
    ['functions', `${'abs('.repeat(60)}1${')'.repeat(60)}`, 200],
    ['negations', `${'not '.repeat(10_000)}true`, 200],
  ])('%s nested too deep', (_what, source, at) => {
    expect(errorsOf(source)).toMatchObject([{ code: 'NESTED_TOO_DEEP', at, params: { depth: 50 } }]);
  });

  it('allows 50 levels, 200 parts and 1,000 characters', () => {
    expect(errorsOf(`${'('.repeat(50)}1${')'.repeat(50)}`)).toEqual([]);
    expect(errorsOf(`1${'+(x)'.repeat(99)}`)).toEqual([]);
    expect(errorsOf(`1 + ${' '.repeat(995)}x`)).toEqual([]);
  });

  it('refuses more', () => {
    expect(errorsOf(`1${'+x'.repeat(100)}`)).toMatchObject([{ code: 'TOO_LONG', at: 199, params: { parts: 200 } }]);
    expect(errorsOf(`1 + ${' '.repeat(996)}x`)).toEqual([
      { code: 'TOO_LONG', at: 1000, length: 1, params: { characters: 1000 } },
    ]);
  });
});

describe('an error of a value', () => {
  it.each<[string, FormulaErrorCode, Record<string, FormulaValue>]>([
    ['1 + 2 [/] x', 'DIVISION_BY_ZERO', { x: 0 }],
    ['area [/] (x - 3)', 'DIVISION_BY_ZERO', { area: 1, x: 3 }],
    ['if(1 [/] x > 2, 1, 2)', 'DIVISION_BY_ZERO', { x: 0 }],
    ['abs(round(1 [/] x, 0.1)) + 1 / x', 'DIVISION_BY_ZERO', { x: 0 }],
    ['x [*] x', 'NUMBER_TOO_LARGE', { x: 1e7 }],
    ['0 - x [-] 1', 'NUMBER_TOO_LARGE', { x: 1e12 }],
    ['10000 [/] x', 'NUMBER_TOO_LARGE', { x: 0.000000001 }],
    ['[x] + 1', 'NUMBER_TOO_LARGE', { x: Infinity }],
    ['[x] > 1', 'NUMBER_TOO_LARGE', { x: NaN }],
    ['[up](x, 700000000000)', 'NUMBER_TOO_LARGE', { x: 1e12 }],
    ['up(1, [x])', 'STEP_NOT_POSITIVE', { x: 0 }],
    ['up(1, [x])', 'STEP_NOT_POSITIVE', { x: -1 }],
    ['up(1, [0])', 'STEP_NOT_POSITIVE', {}],
  ])('%s: %s', (text, code, values) => {
    const { source, at, length } = marked(text);
    const result = compileFormula(source, NAMES);
    const evaluated = result.ok && result.formula.evaluate((name) => values[name]!);
    expect(evaluated).toMatchObject({ ok: false, error: { code, at, length } });
  });
});
