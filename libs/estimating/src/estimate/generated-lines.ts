import { fromDouble, roundHalfUp } from '@smet/money';
import type { DecimalString } from '@smet/money';
import type { CompiledCoefficient, CompiledLine, CompiledRules } from '../rules/compile-rule-set.js';
import { RoomFormulas } from '../rules/room-formulas.js';
import type { FailedFormula } from '../rules/room-formulas.js';
import type { RuleCoefficient } from '../rules/rule-set.js';
import { ESTIMATE_LIMITS } from '../shape/limits.js';
import { codeOfItem } from './canvas-prices.js';
import type { Explanation } from './estimate-result.js';
import { Explainer } from './explain.js';
import { roundQuantity } from './line-quantity.js';
import type { RoundedQuantity } from './line-quantity.js';
import type { MeasuredBuild } from './measure-room.js';

/** A billed line of a room by rule, before prices and before what people changed. */
export interface GeneratedLine {
  compiled: CompiledLine;
  /** By rule; empty when the rule set names no item for this canvas. */
  code: string;
  /** Null when the formula has no result; a quantity a person typed stands all the same. */
  quantity: DecimalString | null;
  /** Why, worked out when it is first asked for. */
  explain: () => Explanation;
}

/** A surcharge of a room by rule. */
export interface GeneratedCoefficient {
  rule: RuleCoefficient;
  /** "15" is 15 %. */
  percent: DecimalString;
}

/** A rule that has no result for a room: its line or its surcharge is left out. */
export interface FailedRule extends FailedFormula {
  ruleKey: string;
}

/** What the rules make of a room. */
export interface GeneratedRoom {
  formulas: RoomFormulas;
  /** In the order shown; with those of no quantity, which a person may have given one. */
  lines: readonly GeneratedLine[];
  /** What is given out only, where its condition holds and nothing replaces it. */
  givenOut: readonly CompiledLine[];
  coefficients: readonly GeneratedCoefficient[];
  failures: readonly FailedRule[];
}

const PERCENT_STEP = '0.0001';

/** Applies a rule set to a measured room. A formula without a result leaves its line out and is named. */
export function generateRoom(build: MeasuredBuild, rules: CompiledRules): GeneratedRoom {
  return new RoomGenerator(build, rules).generate();
}

class RoomGenerator {
  private readonly formulas: RoomFormulas;
  private readonly explainer: Explainer;
  private readonly failures: FailedRule[] = [];

  constructor(
    private readonly build: MeasuredBuild,
    private readonly rules: CompiledRules,
  ) {
    this.formulas = new RoomFormulas(rules, build);
    this.explainer = new Explainer(this.formulas);
  }

  generate(): GeneratedRoom {
    const { formulas, failures, rules } = this;
    const present = rules.lines.map((line) => (line && this.holds(line, line.rule.key) ? line : null));
    const quantities = present.map((line) => (line?.quantity ? this.quantityOf(line) : null));
    const replaced = replacedLines(present, quantities);
    const lines = present.flatMap((line, index) =>
      line?.quantity ? [this.generated(line, quantities[index]!, replaced.get(index) ?? null)] : [],
    );
    const givenOut = present.filter((line, index) => line?.quantity === null && !replaced.has(index)) as CompiledLine[];
    givenOut.forEach((line) => this.check(line));
    const coefficients = rules.coefficients.flatMap((coefficient) => this.coefficient(coefficient));
    return { formulas, lines, givenOut, coefficients, failures };
  }

  private generated(compiled: CompiledLine, rounded: RoundedQuantity | null, by: string | null): GeneratedLine {
    const { explainer } = this;
    let explanation: Explanation | undefined;
    if (by === null && rounded && rounded.quantity !== '0') {
      this.check(compiled, Number(rounded.quantity));
    }
    return {
      compiled,
      code: codeOfItem(compiled.rule.item, this.build.canvas),
      quantity: by !== null ? '0' : (rounded?.quantity ?? null),
      explain: () => (explanation ??= explainer.explain(compiled, rounded, by)),
    };
  }

  private quantityOf(line: CompiledLine): RoundedQuantity | null {
    const { rule } = line;
    const count = line.count ? this.result(this.formulas.quantity(line.count), rule.key) : 1;
    const each = this.result(this.formulas.quantity(line.quantity!), rule.key);
    if (count === null || each === null) {
      return null;
    }
    const value = each * count;
    const pack = rule.pack ?? null;
    const how = { rounding: line.rounding, pack, isExplicit: rule.rounding !== undefined };
    const { maxQuantity } = ESTIMATE_LIMITS;
    const rounded = value > maxQuantity ? null : roundQuantity(value, how);
    if (rounded === null || Number(rounded.quantity) > maxQuantity) {
      this.fail(rule.key, { path: line.quantity!.path, error: tooLarge(line.quantity!.formula.source) });
      return null;
    }
    return rounded;
  }

  /** What is given out is computed when it is asked for; that its formula has a result is found out here. */
  private check({ rule, stock }: CompiledLine, billed?: number): void {
    if (stock) {
      this.result(this.formulas.quantity(stock, billed), rule.key);
    }
  }

  private coefficient({ rule, percent, when }: CompiledCoefficient): GeneratedCoefficient[] {
    if (!this.holds({ when }, rule.key)) {
      return [];
    }
    const share = this.result(this.formulas.quantity(percent), rule.key);
    if (share === null) {
      return [];
    }
    const { maxCoefficientPercent: max, minCoefficientPercent: min } = ESTIMATE_LIMITS;
    if (share * 100 > max || share * 100 < min) {
      this.fail(rule.key, { path: percent.path, error: tooLarge(percent.formula.source, max) });
      return [];
    }
    const decimal = roundHalfUp(fromDouble(share * 100), PERCENT_STEP);
    return decimal === '0' ? [] : [{ rule, percent: decimal }];
  }

  /** A condition without a result does not hold. */
  private holds({ when }: Pick<CompiledLine, 'when'>, ruleKey: string): boolean {
    return when === null || (this.result(this.formulas.condition(when), ruleKey) ?? false);
  }

  private result<Value>(
    evaluated: { ok: true; value: Value } | { ok: false; failed: FailedFormula },
    ruleKey: string,
  ): Value | null {
    if (evaluated.ok) {
      return evaluated.value;
    }
    this.fail(ruleKey, evaluated.failed);
    return null;
  }

  private fail(ruleKey: string, failed: FailedFormula): void {
    this.failures.push({ ruleKey, ...failed });
  }
}

function tooLarge(source: string, limit: number = ESTIMATE_LIMITS.maxQuantity): FailedFormula['error'] {
  return { code: 'NUMBER_TOO_LARGE', at: 0, length: source.length, params: { limit } };
}

/** Lines that another one with a quantity replaces, and its key; one that is replaced itself replaces nothing. */
function replacedLines(
  lines: readonly (CompiledLine | null)[],
  quantities: readonly (RoundedQuantity | null)[],
): ReadonlyMap<number, string> {
  const replaced = new Map<number, string>();
  const known = new Map<number, boolean>();
  const stands = (index: number): boolean => {
    let answer = known.get(index);
    if (answer === undefined) {
      // Of lines that replace one another, which no checked rule set has, none is looked at twice.
      known.set(index, false);
      const hasQuantity = (quantities[index]?.quantity ?? '0') !== '0';
      answer = hasQuantity && !(lines[index]?.replacedBy ?? []).some(stands);
      known.set(index, answer);
    }
    return answer;
  };
  lines.forEach((line, index) => {
    const by = line?.replacedBy.find(stands);
    if (by !== undefined) {
      replaced.set(index, lines[by]!.rule.key);
    }
  });
  return replaced;
}
