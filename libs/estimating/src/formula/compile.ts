import { checkFormula } from './check.js';
import { UNKNOWN } from './code.js';
import type { Code, Run } from './code.js';
import type { FormulaError } from './formula-error.js';
import { Suggestions } from './nearest.js';
import { parseFormula } from './parse.js';
import type { FormulaType, FormulaValue } from './types.js';

/** A formula ready to be evaluated any number of times; it holds no state. */
export interface CompiledFormula {
  readonly source: string;
  readonly type: FormulaType;
  /** The names it uses, in order of first use. */
  readonly names: readonly string[];
  /**
   * Evaluates with the values of names, in the units of FormulaValue; asks only for those it needs, once per use.
   * Errors: DIVISION_BY_ZERO, STEP_NOT_POSITIVE, NUMBER_TOO_LARGE, at their place; the first one in order of evaluation.
   * @throws TypeError when `valueOf` answers with another kind of value than was declared.
   */
  evaluate(valueOf: (name: string) => FormulaValue): EvaluationResult;
  /**
   * What it comes to as far as values are known: `film = "x" and area > 0` is false for another film, whatever the area.
   * Undefined when that depends on a value `valueOf` answers undefined for, and when it fails.
   * @throws TypeError as evaluate does.
   */
  evaluateKnown(valueOf: (name: string) => FormulaValue | undefined): FormulaValue | undefined;
}

export type EvaluationResult = { ok: true; value: FormulaValue } | { ok: false; error: FormulaError };
export type CompileResult = { ok: true; formula: CompiledFormula } | { ok: false; errors: FormulaError[] };

/**
 * Reads a formula and checks its types, units and names. Never throws; takes bounded work whatever the source
 * (FORMULA_LIMITS). The first mistake of syntax is told alone, mistakes of meaning together (ten at most). Whoever
 * compiles many formulas of one document gives all of them the same suggestions, so that their work is bounded together.
 */
export function compileFormula(
  source: string,
  names: ReadonlyMap<string, FormulaType>,
  suggestions = new Suggestions(),
): CompileResult {
  const parsed = parseFormula(source);
  if (!parsed.ok) {
    return parsed;
  }
  const checked = checkFormula(parsed.root, names, suggestions);
  if (!checked.ok) {
    return checked;
  }
  // All types were given, so the formula has one.
  const type = checked.type as FormulaType;
  return { ok: true, formula: assembleFormula({ source, type, names: [...parsed.names.keys()] }, checked.code) };
}

/** A formula of its parts. */
export function assembleFormula(
  about: Pick<CompiledFormula, 'source' | 'type' | 'names'>,
  code: Code,
): CompiledFormula {
  return {
    ...about,
    evaluate: (valueOf) => {
      const run: Run = { valueOf, error: null, isOpen: false };
      const value = code(run);
      if (run.error !== null) {
        return { ok: false, error: run.error };
      }
      // Adding zero turns −0 into 0.
      return { ok: true, value: typeof value === 'number' ? value + 0 : value };
    },
    evaluateKnown: (valueOf) => {
      const run: Run = { valueOf: (name) => valueOf(name) ?? UNKNOWN, error: null, isOpen: false };
      const value = code(run);
      return run.isOpen || run.error !== null ? undefined : typeof value === 'number' ? value + 0 : value;
    },
  };
}
