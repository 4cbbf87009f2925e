import { compareDecimals, fromDouble } from '@smet/money';
import { formulaError } from './formula-error.js';
import type { FormulaError, FormulaErrorCode, Span } from './formula-error.js';
import { FORMULA_LIMITS } from './limits.js';
import type { BinaryOperator, ComparisonOperator } from './syntax.js';
import type { FormulaValue } from './types.js';

/**
 * One evaluation. The first error is kept; a number that could not be had goes on as NaN, which no operation turns back
 * into a number. That is cheaper than throwing for every room without walls, and nothing can escape.
 */
export interface Run {
  readonly valueOf: (name: string) => FormulaValue | typeof UNKNOWN;
  error: FormulaError | null;
  /** The result depends on a name whose value is not known. */
  isOpen: boolean;
}

/** Stands for a value that is not known yet. */
export const UNKNOWN = Symbol('unknown');

/** A compiled piece of a formula. Types were checked before, so numbers, booleans and texts never meet unseen. */
export type Code = (run: Run) => FormulaValue;
/** Code of a quantity. */
export type NumberCode = (run: Run) => number;
/** Code of a condition. */
export type BooleanCode = (run: Run) => boolean;

const { value: LIMIT } = FORMULA_LIMITS;

/** Doubles this far apart differ at nine decimal places too, whatever their noise. */
const CLEARLY_APART = 1e-6;

/** Below this a number is zero at nine decimal places, the precision measures are rounded from (see fromDouble). */
const ZERO = 5e-10;

/** The number itself, or NUMBER_TOO_LARGE told at the place when it is beyond the limit or not a number. */
export function keepNumber(run: Run, value: number, span: Span): number {
  if (value >= -LIMIT && value <= LIMIT) {
    return value;
  }
  return failRun(run, 'NUMBER_TOO_LARGE', span, { limit: LIMIT });
}

/** Notes the error unless there is one already; NaN stands in for the value. */
export function failRun(run: Run, code: FormulaErrorCode, span: Span, params: FormulaError['params'] = {}): number {
  run.error ??= formulaError(code, span, params);
  return NaN;
}

/** True for what counts as zero: the same numbers that are `= 0`. */
export function isZero(value: number): boolean {
  return value > -ZERO && value < ZERO;
}

/** The code of + - * /. A result beyond the limit and a division by zero are told at the operator. */
export function arithmeticCode(
  operator: '+' | '-' | '*' | '/',
  left: NumberCode,
  right: NumberCode,
  { at, length }: Span,
): NumberCode {
  const span = { at, length };
  switch (operator) {
    case '+':
      return (run) => keepNumber(run, left(run) + right(run), span);
    case '-':
      return (run) => keepNumber(run, left(run) - right(run), span);
    case '*':
      return (run) => keepNumber(run, left(run) * right(run), span);
    default:
      return (run) => {
        const dividend = left(run);
        const divisor = right(run);
        return isZero(divisor) ? failRun(run, 'DIVISION_BY_ZERO', span) : keepNumber(run, dividend / divisor, span);
      };
  }
}

/**
 * The code of `and`, `or`: the right side is evaluated only when the left one leaves it open. Where the left side is not
 * known, the right one may settle it alone.
 */
export function logicCode(operator: 'and' | 'or', left: BooleanCode, right: BooleanCode): BooleanCode {
  const settles = operator === 'or';
  return (run) => {
    const { isOpen: wasOpen, error } = run;
    const first = left(run);
    if (run.isOpen === wasOpen) {
      return first === settles ? first : right(run);
    }
    run.isOpen = false;
    run.error = error;
    const second = right(run);
    run.isOpen ||= second !== settles;
    return second;
  };
}

/** The code of a comparison of two quantities: 0.1 + 0.2 = 0.3, because both are 0.3 at nine decimal places. */
export function comparisonCode(operator: ComparisonOperator, left: NumberCode, right: NumberCode): BooleanCode {
  switch (operator) {
    case '=':
      return (run) => order(left(run), right(run)) === 0;
    case '!=':
      return (run) => order(left(run), right(run)) !== 0;
    case '<':
      return (run) => order(left(run), right(run)) < 0;
    case '<=':
      return (run) => order(left(run), right(run)) <= 0;
    case '>':
      return (run) => order(left(run), right(run)) > 0;
    default:
      return (run) => order(left(run), right(run)) >= 0;
  }
}

/** The code of = and != of two texts or two booleans. */
export function samenessCode(operator: '=' | '!=', left: Code, right: Code): BooleanCode {
  return operator === '=' ? (run) => left(run) === right(run) : (run) => left(run) !== right(run);
}

/** True for the operators that compare. */
export function isComparison(operator: BinaryOperator): operator is ComparisonOperator {
  return operator === '=' || operator === '!=' || operator.startsWith('<') || operator.startsWith('>');
}

function order(a: number, b: number): number {
  const difference = a - b;
  if (difference > CLEARLY_APART || difference < -CLEARLY_APART || Number.isNaN(difference)) {
    return difference;
  }
  return a === b ? 0 : compareDecimals(fromDouble(a), fromDouble(b));
}
