import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AREA, BOOLEAN, compileDefinitions, compileFormula, formulaTokens, LENGTH, NUMBER } from './index.js';
import type { FormulaType, FormulaValue } from './index.js';

type Values = Record<string, FormulaValue>;

/** A formula's text built along with what it means; `power` is how strongly its outermost operator binds. */
interface Built<T> {
  text: string;
  power: number;
  value: (values: Values) => T;
}

const ATOM = 9;
const DEPTH = 4;
const NAMES = new Map<string, FormulaType>([
  ['n', NUMBER],
  ['k.q', NUMBER],
  ['len', LENGTH],
  ['area', AREA],
  ['flag', BOOLEAN],
]);
const NAMES_BY_METRES = [['n', 'k.q'], ['len'], ['area']];
const UNITS = [
  ['', '%'],
  ['m', ' cm', ' mm'],
  ['m2', ' m2'],
];
const PER_METRE: Record<string, number> = { '%': 100, cm: 100, mm: 1000 };

class Refused extends Error {}

/** The double's shortest decimal at nine places, half away from zero, in whole billionths. */
function billionths(value: number): bigint {
  const [, whole = '', fraction = '', exponent = '0'] = /^(\d+)(?:\.(\d+))?(?:e(.+))?$/.exec(String(Math.abs(value)))!;
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  const rounded = places <= 9 ? digits * 10n ** BigInt(9 - places) : halfUp(digits, 10n ** BigInt(places - 9));
  return value < 0 ? -rounded : rounded;
}

function halfUp(value: bigint, unit: bigint): bigint {
  return (value * 2n + unit) / (unit * 2n);
}

function roundTo(value: number, step: number, mode: string): number {
  const size = billionths(Math.abs(value));
  const unit = billionths(step);
  const steps = mode === 'up' ? (size + unit - 1n) / unit : mode === 'down' ? size / unit : halfUp(size, unit);
  const digits = String(steps * unit).padStart(10, '0');
  return Math.sign(value) * Number(`${digits.slice(0, -9)}.${digits.slice(-9)}`);
}

function kept(value: number): number {
  if (!(Math.abs(value) <= 1e12)) {
    throw new Refused('NUMBER_TOO_LARGE');
  }
  return value;
}

function divided(dividend: number, divisor: number): number {
  if (billionths(divisor) === 0n) {
    throw new Refused('DIVISION_BY_ZERO');
  }
  return kept(dividend / divisor);
}

/** The operand's text, in brackets where its operator binds less than the place wants, and sometimes without need. */
function within(operand: Built<unknown>, least: number): string {
  return operand.power < least ? `(${operand.text})` : operand.text;
}

function binary<A, B, T>(
  [operator, power]: [string, number],
  a: fc.Arbitrary<Built<A>>,
  b: fc.Arbitrary<Built<B>>,
  apply: (a: () => A, b: () => B) => T,
): fc.Arbitrary<Built<T>> {
  return fc.tuple(a, b).map(([left, right]) => ({
    text: `${within(left, power)} ${operator} ${within(right, power + 1)}`,
    power,
    value: (values) =>
      apply(
        () => left.value(values),
        () => right.value(values),
      ),
  }));
}

const memo = new Map<string, fc.Arbitrary<Built<never>>>();

function once<T>(key: string, make: () => fc.Arbitrary<Built<T>>): fc.Arbitrary<Built<T>> {
  const made = memo.get(key) ?? make();
  memo.set(key, made as fc.Arbitrary<Built<never>>);
  return made as fc.Arbitrary<Built<T>>;
}

function literal(metres: number): fc.Arbitrary<Built<number>> {
  return fc
    .tuple(
      fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constantFrom(0.1, 0.25, 14.22, 999_999_999)),
      fc.constantFrom(...UNITS[metres]!),
    )
    .map(([value, unit]) => ({
      text: `${value}${unit}`,
      power: ATOM,
      value: () => value / (PER_METRE[unit.trim()] ?? 1),
    }));
}

function name(metres: number): fc.Arbitrary<Built<number>> {
  return fc
    .constantFrom(...NAMES_BY_METRES[metres]!)
    .map((text) => ({ text, power: ATOM, value: (values) => values[text] as number }));
}

function quantity(depth: number, metres: number): fc.Arbitrary<Built<number>> {
  if (depth === 0) {
    return fc.oneof(literal(metres), name(metres));
  }
  return once(`quantity ${depth} ${metres}`, () => {
    const same = quantity(depth - 1, metres);
    const plain = quantity(depth - 1, 0);
    return fc.oneof(
      name(metres),
      binary(['+', 5], same, same, (a, b) => kept(a() + b())),
      binary(['-', 5], same, same, (a, b) => kept(a() - b())),
      binary(['*', 6], plain, same, (a, b) => kept(a() * b())),
      binary(
        ['*', 6],
        quantity(depth - 1, metres === 2 ? 1 : metres),
        metres === 2 ? quantity(depth - 1, 1) : plain,
        (a, b) => kept(a() * b()),
      ),
      binary(['/', 6], same, plain, (a, b) => divided(a(), b())),
      same.map((of) => ({ text: `-${within(of, 7)}`, power: 7, value: (values: Values) => -of.value(values) })),
      call(depth, metres),
    );
  });
}

function call(depth: number, metres: number): fc.Arbitrary<Built<number>> {
  const same = quantity(depth - 1, metres);
  const step = literal(metres).filter((built) => built.value({}) > 0);
  return fc.oneof(
    fc.tuple(fc.constantFrom('min', 'max'), same, same).map(([text, a, b]) => ({
      text: `${text}(${a.text}; ${b.text})`,
      power: ATOM,
      value: (values: Values) => Math[text as 'min' | 'max'](a.value(values), b.value(values)),
    })),
    fc.tuple(fc.constantFrom('round', 'up', 'down'), same, step).map(([text, a, by]) => ({
      text: `${text}(${a.text}, ${by.text})`,
      power: ATOM,
      value: (values: Values) => kept(roundTo(a.value(values), by.value(values), text)),
    })),
    fc.tuple(condition(depth - 1), same, same).map(([when, a, b]) => ({
      text: `if(${when.text}, ${a.text}, ${b.text})`,
      power: ATOM,
      value: (values: Values) => (when.value(values) ? a : b).value(values),
    })),
  );
}

function condition(depth: number): fc.Arbitrary<Built<boolean>> {
  const flag: fc.Arbitrary<Built<boolean>> = fc.constantFrom('flag', 'true', 'false').map((text) => ({
    text,
    power: ATOM,
    value: (values) => (text === 'flag' ? (values[text] as boolean) : text === 'true'),
  }));
  if (depth === 0) {
    return flag;
  }
  return once(`condition ${depth}`, () => {
    const inner = condition(depth - 1);
    return fc.oneof(
      flag,
      binary(['and', 2], inner, inner, (a, b) => a() && b()),
      binary(['or', 1], inner, inner, (a, b) => a() || b()),
      inner.map((of) => ({ text: `not ${within(of, 3)}`, power: 3, value: (values: Values) => !of.value(values) })),
      ...[0, 1, 2].map((metres) => comparison(depth, metres)),
    );
  });
}

function comparison(depth: number, metres: number): fc.Arbitrary<Built<boolean>> {
  const side = quantity(depth - 1, metres);
  const compare = (operator: string, holds: (a: bigint, b: bigint) => boolean) =>
    binary([operator, 4], side, side, (a, b) => holds(billionths(a()), billionths(b())));
  return fc.oneof(
    compare('=', (a, b) => a === b),
    compare('!=', (a, b) => a !== b),
    compare('<', (a, b) => a < b),
    compare('<=', (a, b) => a <= b),
    compare('>', (a, b) => a > b),
    compare('>=', (a, b) => a >= b),
  );
}

function outcomeOf(evaluate: () => FormulaValue): unknown {
  try {
    const value = evaluate();
    return typeof value === 'number' ? value + 0 : value;
  } catch (refused) {
    if (refused instanceof Refused) {
      return refused.message;
    }
    throw refused;
  }
}

const someValues = fc.record({
  n: fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constant(0)),
  'k.q': fc.double({ min: -1e4, max: 1e4, noNaN: true }),
  len: fc.integer({ min: 0, max: 300_000 }).map((tenths) => tenths / 10_000),
  area: fc.double({ min: 0, max: 500, noNaN: true }),
  flag: fc.boolean(),
});

const anyFormula: fc.Arbitrary<Built<FormulaValue>> = fc.oneof(
  ...[0, 1, 2].map((metres) => quantity(DEPTH, metres)),
  condition(DEPTH),
);

const FRAGMENTS = [
  '(',
  ')',
  ',',
  ';',
  '-',
  'not ',
  '1',
  '0.5 m',
  ' 2 m2',
  '5%',
  'n',
  ' len ',
  'area',
  'flag',
  '/',
  '*',
  '+',
  '=',
  '<=',
  ' and ',
  'if(',
  'up(',
  'min(',
  '"',
  'площадь',
  '__proto__',
  '.',
  '\ud800',
  '\u0301',
];
const garbage = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 400 }).map((parts) => parts.join('')),
);

describe('any formula', () => {
  it('gives what the same thing gives written in JavaScript', () => {
    fc.assert(
      fc.property(anyFormula, someValues, (built, values) => {
        fc.pre(built.text.length <= 1000);
        const compiled = compileFormula(built.text, NAMES);
        expect(compiled).toMatchObject({ ok: true });
        const result = compiled.ok && compiled.formula.evaluate((used) => (values as Values)[used]!);
        const outcome = result && (result.ok ? result.value : result.error.code);
        expect(outcome).toBe(outcomeOf(() => built.value(values)));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('any text', () => {
  it('is a formula or has errors at places within it; what compiles never throws', () => {
    fc.assert(
      fc.property(garbage, someValues, (source, values) => {
        const compiled = compileFormula(source, NAMES);
        const evaluated = compiled.ok && compiled.formula.evaluate((used) => (values as Values)[used]!);
        const errors = compiled.ok ? (evaluated && !evaluated.ok ? [evaluated.error] : []) : compiled.errors;
        expect(compiled.ok || errors.length > 0).toBe(true);
        for (const { at, length } of errors) {
          expect(at >= 0 && length >= 0 && at + length <= source.length).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('falls into tokens that cover all of it but blanks', () => {
    fc.assert(
      fc.property(garbage, (source) => {
        let end = 0;
        for (const { from, to, text } of formulaTokens(source)) {
          expect(source.slice(end, from).trim()).toBe('');
          expect(source.slice(from, to)).toBe(text);
          end = to;
        }
        expect(source.slice(end).trim()).toBe('');
      }),
    );
  });

  it('never throws as a set of definitions', () => {
    const ownName = fc.constantFrom('a', 'b', 'c', 'd');
    const source = fc.array(ownName, { minLength: 1, maxLength: 3 }).map((used) => used.join(' + '));
    fc.assert(
      fc.property(fc.array(fc.record({ name: ownName, source: fc.oneof(source, garbage) })), (definitions) => {
        const result = compileDefinitions(definitions, NAMES);
        expect(result.ok ? result.definitions.length : result.errors.length > 0).toBe(
          result.ok ? definitions.length : true,
        );
      }),
    );
  });

  it('of a million characters is refused without being read to its end', () => {
    for (const piece of ['(', '-', 'not ', 'if(', 'a.', '1,', '"', ' ', '9', 'я', 'a', '1 m ']) {
      expect(compileFormula(piece.repeat(1_000_000 / piece.length), NAMES).ok).toBe(false);
    }
  });
});
