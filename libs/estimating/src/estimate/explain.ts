import { fromDouble } from '@smet/money';
import type { FormulaType, FormulaValue } from '../formula/index.js';
import type { CompiledLine, RuleFormula } from '../rules/compile-rule-set.js';
import { MEASURE_BY_NAME } from '../rules/measures.js';
import type { RoomFormulas } from '../rules/room-formulas.js';
import { notesOf } from './explain-notes.js';
import type { ExplainedMeasure, Explanation, ExplanationNote, ExplanationTerm } from './estimate-result.js';
import type { RoundedQuantity } from './line-quantity.js';
import { measureReader } from './measure-values.js';

/** Explanations of one room; what a measure is made of is told once and shared by its lines. */
export class Explainer {
  private readonly told = new Map<string, ExplainedMeasure>();

  constructor(private readonly formulas: RoomFormulas) {}

  /**
   * Why a billed line has the quantity it has; `rounded` is null where its formula has no result, `replacedBy` is the key
   * of the line that stands instead of it.
   */
  explain(
    { quantity, count, when }: CompiledLine,
    rounded: RoundedQuantity | null,
    replacedBy: string | null,
  ): Explanation {
    const { unrounded, rounding, pack } = rounded ?? { unrounded: null, rounding: null, pack: null };
    const { rules, build } = this.formulas;
    const { id, version } = rules.document;
    const replaced: ExplanationNote[] =
      replacedBy === null ? [] : [{ code: 'REPLACED_BY', params: { ruleKey: replacedBy } }];
    const [names, asked] = [
      [quantity, count],
      [quantity, count, when],
    ].map((formulas) => this.namesOf(formulas.filter((formula) => formula !== null))) as [string[], string[]];
    return {
      ruleSet: { id, version },
      formula: sourceOf(quantity!, count),
      ...(when && { when: when.formula.source.trim() }),
      measures: asked.map((name) => this.measure(name)),
      unrounded,
      rounding: rounding && { mode: rounding.mode, step: rounding.step },
      pack,
      notes: [...replaced, ...notesOf(names, build, rules)],
    };
  }

  /** What formulas use, values of the rule set before those they are made of. */
  private namesOf(formulas: readonly RuleFormula[]): string[] {
    const names = new Set<string>();
    const add = ({ formula }: RuleFormula): void => {
      for (const name of formula.names) {
        if (!names.has(name)) {
          names.add(name);
          const value = this.formulas.rules.values.get(name);
          if (value) {
            add(value);
          }
        }
      }
    };
    formulas.forEach(add);
    return [...names];
  }

  private measure(name: string): ExplainedMeasure {
    const known = this.told.get(name);
    if (known) {
      return known;
    }
    const value = this.formulas.rules.values.get(name);
    const explained = value ? this.namedValue(name, value) : this.roomMeasure(name);
    this.told.set(name, explained);
    return explained;
  }

  private namedValue(name: string, { formula }: RuleFormula): ExplainedMeasure {
    const value = textOf(this.formulas.valueOf(name));
    return { name, value, formula: formula.source.trim(), unit: unitOf(formula.type), terms: [] };
  }

  private roomMeasure(name: string): ExplainedMeasure {
    const { name: known, unit } = MEASURE_BY_NAME.get(name)!;
    const terms: ExplanationTerm[] = measureReader(known).terms?.(this.formulas.build) ?? [];
    return { name, value: textOf(this.formulas.valueOf(name)), unit, terms };
  }
}

/** The explanation of a line a person added: its quantity is what they typed. */
export function explainManual(): Explanation {
  return { ruleSet: null, formula: null, measures: [], unrounded: null, rounding: null, pack: null, notes: [] };
}

/** In a bundle times its count; one of each is the count alone. */
function sourceOf(quantity: RuleFormula, count: RuleFormula | null): string {
  const [each, times] = [quantity.formula.source.trim(), count?.formula.source.trim()];
  if (times === undefined) {
    return each;
  }
  return each === '1' ? times : `(${each}) * (${times})`;
}

function textOf(value: FormulaValue): string {
  return typeof value === 'number' ? fromDouble(value) : String(value);
}

function unitOf(type: FormulaType): string {
  if (type.kind !== 'quantity') {
    return type.kind;
  }
  return type.metres === 0 ? 'pcs' : type.metres === 1 ? 'm' : `m${type.metres}`;
}
