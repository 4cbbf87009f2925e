import fc from 'fast-check';
import { sameType, TEXT } from '../src/formula/index.js';
import type { FormulaType } from '../src/formula/index.js';
import { MEASURES } from '../src/rules/measures.js';
import type { Rounding, RuleLine, RuleSet } from '../src/rules/rule-set.js';
import { ruleCoefficient, rulesOf } from './rule-sets.js';

const UNITS = ['', ' m', ' m2'] as const;
const literal = (metres: number) =>
  fc.oneof(
    fc.constantFrom('0', '1', '0.001', '999999999').map((number) => `${number}${UNITS[metres]!}`),
    fc.integer({ min: 0, max: 2000 }).map((hundredths) => `${hundredths / 100}${UNITS[metres]!}`),
  );

const namesOf = (type: FormulaType) =>
  MEASURES.filter((measure) => sameType(measure.type, type)).map(({ name }) => name);

/** Formulas that can be read, of pieces, metres or square metres; what they come to may be anything, or nothing. */
export function quantities(metres: number, depth = 3): fc.Arbitrary<string> {
  const leaf = fc.oneof(literal(metres), fc.constantFrom(...namesOf({ kind: 'quantity', metres })));
  if (depth === 0) {
    return leaf;
  }
  const same = quantities(metres, depth - 1);
  const plain = quantities(0, depth - 1);
  const inMetres = fc.nat(2).chain((of) => fc.tuple(quantities(of, depth - 1), quantities(of, depth - 1)));
  return fc.oneof(
    leaf,
    fc.tuple(same, fc.constantFrom('+', '-'), same).map(([a, operator, b]) => `(${a} ${operator} ${b})`),
    fc.tuple(same, fc.constantFrom('*', '/'), plain).map(([a, operator, b]) => `(${a} ${operator} ${b})`),
    fc.tuple(fc.constantFrom('min', 'max'), same, same).map(([name, a, b]) => `${name}(${a}; ${b})`),
    fc.tuple(fc.constantFrom('round', 'up', 'down'), same, same).map(([name, a, b]) => `${name}(${a}; ${b})`),
    fc.tuple(conditions(depth - 1), same, same).map(([when, a, b]) => `if(${when}; ${a}; ${b})`),
    same.map((a) => `-abs(${a})`),
    metres === 0 ? inMetres.map(([a, b]) => `(${a} / ${b})`) : same,
  );
}

/** Conditions that can be read. */
export function conditions(depth = 2): fc.Arbitrary<string> {
  const metres = fc.nat(2);
  const compared = metres.chain((of) => {
    const side = quantities(of, Math.max(0, depth - 1));
    return fc.tuple(side, fc.constantFrom('=', '!=', '<', '>='), side).map((parts) => parts.join(' '));
  });
  const words = fc.tuple(fc.constantFrom(...namesOf(TEXT)), fc.constantFrom('"pvc"', '"textile"', 'material'));
  const texts = words.map(([name, word]) => `${name} = ${word}`);
  if (depth === 0) {
    return fc.oneof(compared, texts, fc.constant('true'));
  }
  const inner = conditions(depth - 1);
  return fc.oneof(
    compared,
    texts,
    fc.tuple(inner, fc.constantFrom('and', 'or'), inner).map(([a, operator, b]) => `(${a} ${operator} ${b})`),
    inner.map((a) => `not (${a})`),
  );
}

const decimal = fc.constantFrom('0.0001', '0.01', '0.5', '1', '2.5', '99999');
const rounding: fc.Arbitrary<Rounding> = fc.record({ mode: fc.constantFrom('half-up', 'up', 'down'), step: decimal });
const anyQuantity = fc.nat(2).chain((metres) => quantities(metres));
const code = fc.constantFrom('CNV-M-C320', 'SRV-CUT', 'PRF-AL-W25', 'WRK-WIRE', 'NOT-PRICED');

const line: fc.Arbitrary<Omit<RuleLine, 'key'>> = fc
  .record(
    {
      item: code.map((of) => ({ by: 'code' as const, code: of })),
      quantity: fc.option(anyQuantity, { freq: 6 }),
      when: conditions(),
      bundle: fc.constantFrom('a', 'b'),
      rounding,
      pack: decimal,
      stock: fc.record({ quantity: anyQuantity, rounding, pack: decimal }, { requiredKeys: ['quantity'] }),
    },
    { requiredKeys: ['item', 'quantity'] },
  )
  .map((rule) => ({ ...rule, ...(rule.quantity === null && { stock: rule.stock ?? { quantity: 'perimeter' } }) }));

/** Rule sets whose formulas can all be read, with values that use one another and lines that replace later ones. */
export const ruleSets: fc.Arbitrary<RuleSet> = fc
  .record({
    values: fc.array(anyQuantity, { maxLength: 4 }),
    counts: fc.tuple(quantities(0), quantities(0)),
    lines: fc.array(fc.tuple(line, fc.nat(20)), { minLength: 1, maxLength: 12 }),
    percent: quantities(0),
    when: conditions(),
  })
  .map(({ values, counts, lines, percent, when }) =>
    rulesOf(
      lines.map(([rule, next], index) => {
        const replaced = index + 1 + next;
        return {
          ...rule,
          key: `${index}`,
          ...(rule.quantity !== null && replaced < lines.length && { replaces: [`${replaced}`] }),
        };
      }),
      {
        values: values.map((formula, index) => {
          const used = index === 0 ? formula : `if(v${index - 1} = v${index - 1}; ${formula}; ${formula})`;
          return { key: `v${index}`, title: 'Значение', formula: used };
        }),
        bundles: ['a', 'b'].map((key, index) => ({ key, title: 'Набор', count: counts[index]! })),
        coefficients: [ruleCoefficient({ percent, when })],
      },
    ),
  );
