import type { FormulaError, FormulaType, FormulaValue } from '../formula/index.js';
import { measureReader } from '../estimate/measure-values.js';
import type { MeasuredBuild } from '../estimate/measure-room.js';
import { BILLED_QUANTITY } from './compile-rule-set.js';
import type { CompiledRules, RuleFormula } from './compile-rule-set.js';
import type { MeasureName } from './measures.js';

/** A formula that has no result, and where in the rule set it stands. */
export interface FailedFormula {
  path: string;
  error: FormulaError;
}

export type Evaluated<Value extends FormulaValue> = { ok: true; value: Value } | { ok: false; failed: FailedFormula };

/** Evaluates formulas of a rule set for one room; measures and named values are taken when first asked for, once. */
export class RoomFormulas {
  private readonly known = new Map<string, FormulaValue>();
  private readonly failedValues = new Map<string, FailedFormula>();
  /** What a formula met on its way: a value it uses has no result. */
  private met: FailedFormula | null = null;

  constructor(
    readonly rules: CompiledRules,
    readonly build: MeasuredBuild,
  ) {}

  /** What a condition comes to. */
  condition(formula: RuleFormula): Evaluated<boolean> {
    return this.evaluate(formula) as Evaluated<boolean>;
  }

  /** What a quantity comes to, in metres, square metres or pieces; `billed` is the billed quantity of a stock formula. */
  quantity(formula: RuleFormula, billed?: number): Evaluated<number> {
    return this.evaluate(formula, billed) as Evaluated<number>;
  }

  /** What a measure or a named value comes to; of one without a result that is a value of its kind. */
  valueOf(name: string): FormulaValue {
    if (!this.known.has(name)) {
      this.take(name);
    }
    const failed = this.failedValues.get(name);
    if (failed) {
      this.met ??= failed;
    }
    return this.known.get(name)!;
  }

  /** Named values in the order of the rule set, in which each finds those it uses: a long chain of them does not nest. */
  private take(name: string): void {
    if (!this.rules.values.has(name)) {
      this.known.set(name, measureReader(name as MeasureName).value(this.build));
      return;
    }
    for (const [key, definition] of this.rules.values) {
      if (!this.known.has(key)) {
        this.known.set(key, this.named(key, definition));
      }
      if (key === name) {
        return;
      }
    }
  }

  private named(name: string, definition: RuleFormula): FormulaValue {
    const result = this.evaluate(definition);
    if (result.ok) {
      return result.value;
    }
    this.failedValues.set(name, result.failed);
    return standIn(definition.formula.type);
  }

  private evaluate({ path, formula }: RuleFormula, billed?: number): Evaluated<FormulaValue> {
    const outer = this.met;
    this.met = null;
    const result = formula.evaluate((name) =>
      billed !== undefined && name === BILLED_QUANTITY ? billed : this.valueOf(name),
    );
    const { met } = this;
    this.met = outer;
    if (met) {
      return { ok: false, failed: met };
    }
    return result.ok ? result : { ok: false, failed: { path, error: result.error } };
  }
}

function standIn({ kind }: FormulaType): FormulaValue {
  return kind === 'quantity' ? 0 : kind === 'boolean' ? false : '';
}
