import { fromDouble, roundDown, roundHalfUp, roundUp } from '@smet/money';
import { failRun, isZero, keepNumber } from './code.js';
import type { BooleanCode, NumberCode } from './code.js';
import type { Span } from './formula-error.js';
import type { CallNode, SyntaxNode } from './syntax.js';
import type { Typed, TypeRules } from './typed.js';
import { BOOLEAN } from './types.js';

/** A function of the language: how many arguments it takes, and how it is typed and compiled. */
interface FormulaFunction {
  least: number;
  most?: number;
  compile: (args: readonly Typed[], node: CallNode, rules: TypeRules) => Typed;
}

type Rounding = typeof roundUp;

const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map<string, FormulaFunction>([
  ['min', { least: 2, compile: extremeOf(Math.min) }],
  ['max', { least: 2, compile: extremeOf(Math.max) }],
  ['abs', { least: 1, most: 1, compile: compileAbs }],
  ['round', { least: 1, most: 2, compile: roundingBy(roundHalfUp) }],
  ['up', { least: 1, most: 2, compile: roundingBy(roundUp) }],
  ['down', { least: 1, most: 2, compile: roundingBy(roundDown) }],
  ['if', { least: 3, most: 3, compile: compileIf }],
]);

/** The function of that name, if there is one. */
export function functionOf(name: string): FormulaFunction | undefined {
  return FUNCTIONS.get(name);
}

/** The names of all functions. */
export const FUNCTION_NAMES: readonly string[] = [...FUNCTIONS.keys()];

function extremeOf(choose: (a: number, b: number) => number): FormulaFunction['compile'] {
  return (args, _node, rules) =>
    args.reduce((chosen, arg) => {
      const left = rules.quantity(chosen);
      const right = rules.quantity(arg);
      const a = left.code as NumberCode;
      const b = right.code as NumberCode;
      return {
        ...right,
        type: rules.common(left, right, right),
        zero: left.zero && right.zero,
        code: (run) => choose(a(run), b(run)),
      };
    });
}

function compileAbs([arg]: readonly Typed[], _node: CallNode, rules: TypeRules): Typed {
  const operand = rules.quantity(arg!);
  const code = operand.code as NumberCode;
  return { ...operand, code: (run) => Math.abs(code(run)) };
}

/** Rounding works on the decimal of the double, so 1.15 * 100 = 114.99999999999999 is 115 and stays 115 downwards. */
function roundingBy(round: Rounding): FormulaFunction['compile'] {
  return ([arg, stepArg], node, rules) => {
    const operand = rules.quantity(arg!);
    const code = operand.code as NumberCode;
    const span = { at: node.at, length: node.length };
    if (stepArg === undefined) {
      return { ...operand, code: (run) => rounded(code(run), '1', round) };
    }
    const step = rules.quantity(stepArg);
    const type = rules.common(operand, step, step);
    const stepOf = stepCode(node.args[1]!, step.code as NumberCode);
    return {
      ...operand,
      type,
      code: (run) => {
        const value = code(run);
        const decimal = stepOf(run);
        return decimal === null ? NaN : keepNumber(run, rounded(value, decimal, round), span);
      },
    };
  };
}

function rounded(value: number, step: string, round: Rounding): number {
  return Number.isNaN(value) ? value : Number(round(fromDouble(value), step));
}

/** The step as a decimal, null after an error. A step written as a number, the usual case, is converted once. */
function stepCode(node: SyntaxNode, code: NumberCode): (run: Parameters<NumberCode>[0]) => string | null {
  if (node.kind === 'number' && !isZero(node.value)) {
    const decimal = fromDouble(node.value);
    return () => decimal;
  }
  const span: Span = { at: node.at, length: node.length };
  return (run) => {
    const step = code(run);
    if (step > 0 && !isZero(step)) {
      return fromDouble(step);
    }
    failRun(run, 'STEP_NOT_POSITIVE', span);
    return null;
  };
}

function compileIf([conditionArg, yesArg, noArg]: readonly Typed[], _node: CallNode, rules: TypeRules): Typed {
  const condition = rules.expect(conditionArg!, BOOLEAN).code as BooleanCode;
  const yes = yesArg!;
  const no = noArg!;
  const type = rules.common(yes, no, no);
  return { ...no, type, zero: false, code: (run) => (condition(run) ? yes.code(run) : no.code(run)) };
}
