import { BOOLEAN, compileDefinitions, compileFormula, NUMBER, Suggestions } from '../formula/index.js';
import type { CompiledFormula, FormulaError, FormulaType } from '../formula/index.js';
import { typeLabel } from '../formula/types.js';
import { MEASURE_TYPES } from './measures.js';
import { linesReplacing } from './replaced-lines.js';
import type { Rounding, RuleBundle, RuleCoefficient, RuleLine, RuleSet } from './rule-set.js';
import type { RuleSetProblem } from './rule-set-problem.js';

/** What a stock formula calls the billed quantity of its line. */
export const BILLED_QUANTITY = 'quantity';

/** A formula of a rule set, ready to be evaluated, and where it stands. */
export interface RuleFormula {
  /** "lines.3.quantity" */
  path: string;
  formula: CompiledFormula;
}

export interface CompiledLine {
  rule: RuleLine;
  quantity: RuleFormula | null;
  when: RuleFormula | null;
  /** Of its bundle. */
  count: RuleFormula | null;
  stock: RuleFormula | null;
  /** Exponent of metres of the billed quantity and of what is given out. */
  metres: { quantity: number | null; stock: number | null };
  /** Null: a plain number, which is not rounded. */
  rounding: Rounding | null;
  /** Indexes of the lines that replace it. */
  replacedBy: readonly number[];
}

export interface CompiledCoefficient {
  rule: RuleCoefficient;
  percent: RuleFormula;
  when: RuleFormula | null;
}

/** A rule set ready to be computed by. Formulas that cannot be read are problems; lines that need them are left out. */
export interface CompiledRules {
  document: RuleSet;
  /** Each after those it uses. */
  values: ReadonlyMap<string, RuleFormula>;
  lines: readonly (CompiledLine | null)[];
  coefficients: readonly CompiledCoefficient[];
  problems: readonly RuleSetProblem[];
}

const compiled = new WeakMap<RuleSet, CompiledRules>();

/**
 * Compiles the formulas of a rule set, once for each document object: documents are never changed in place. The document
 * must be one parseRuleSet takes, but for its formulas, so that it can be tried while a person writes them. Problems name
 * their place ("lines.3.quantity") with the formula's own code and offset.
 */
export function compileRuleSet(document: RuleSet): CompiledRules {
  const known = compiled.get(document);
  if (known) {
    return known;
  }
  const rules = new Compiler(document).compile();
  compiled.set(document, rules);
  return rules;
}

type Wanted = 'boolean' | 'number' | 'quantity';

class Compiler {
  private readonly problems: RuleSetProblem[] = [];
  private readonly values = new Map<string, RuleFormula>();
  private readonly names = new Map(MEASURE_TYPES);
  private readonly suggestions = new Suggestions();

  constructor(private readonly document: RuleSet) {}

  compile(): CompiledRules {
    const { document, values, problems } = this;
    this.compileValues();
    const counts = new Map(document.bundles.map((bundle, index) => [bundle.key, this.compileCount(bundle, index)]));
    const replacing = linesReplacing(document.lines);
    const lines = document.lines.map((rule, index) => this.compileLine(rule, index, { counts, replacing }));
    const coefficients = document.coefficients.flatMap((rule, index) => this.compileCoefficient(rule, index));
    return { document, values, lines, coefficients, problems };
  }

  private compileValues(): void {
    const { values } = this.document;
    const indexOf = new Map(values.map(({ key }, index) => [key, index]));
    const definitions = values.map(({ key, formula }) => ({ name: key, source: formula }));
    const result = compileDefinitions(definitions, MEASURE_TYPES, this.suggestions);
    for (const { name, error } of result.ok ? [] : result.errors) {
      const isName = error.code === 'NAME_TAKEN' || error.code === 'NAME_INVALID';
      this.report(`values.${indexOf.get(name)}.${isName ? 'key' : 'formula'}`, error);
    }
    // One wrong value takes those with it that use it, and no others.
    for (const { name, formula } of result.definitions) {
      this.values.set(name, { path: `values.${indexOf.get(name)}.formula`, formula });
      this.names.set(name, formula.type);
    }
  }

  private compileCount({ count }: RuleBundle, index: number): RuleFormula | null {
    return this.formula(count, `bundles.${index}.count`, 'number');
  }

  private compileLine(
    rule: RuleLine,
    index: number,
    { counts, replacing }: { counts: Map<string, RuleFormula | null>; replacing: readonly (readonly number[])[] },
  ): CompiledLine | null {
    const path = `lines.${index}`;
    const quantity = rule.quantity === null ? null : this.formula(rule.quantity, `${path}.quantity`, 'quantity');
    const when = rule.when === undefined ? null : this.formula(rule.when, `${path}.when`, 'boolean');
    const names = quantity ? new Map(this.names).set(BILLED_QUANTITY, quantity.formula.type) : this.names;
    const stock = rule.stock ? this.formula(rule.stock.quantity, `${path}.stock.quantity`, 'quantity', names) : null;
    const count = rule.bundle === undefined ? null : (counts.get(rule.bundle) ?? null);
    const isWhole =
      (quantity !== null || rule.quantity === null) &&
      (when !== null || rule.when === undefined) &&
      (stock !== null || rule.stock === undefined) &&
      (count !== null || rule.bundle === undefined);
    if (!isWhole) {
      return null;
    }
    const metres = { quantity: quantity && metresOf(quantity), stock: stock && metresOf(stock) };
    const rounding =
      rule.rounding ?? (metres.quantity === null ? null : defaultRounding(metres.quantity, this.document));
    return { rule, quantity, when, count, stock, metres, rounding, replacedBy: replacing[index]! };
  }

  private compileCoefficient(rule: RuleCoefficient, index: number): CompiledCoefficient[] {
    const path = `coefficients.${index}`;
    const percent = this.formula(rule.percent, `${path}.percent`, 'number');
    const when = rule.when === undefined ? null : this.formula(rule.when, `${path}.when`, 'boolean');
    return percent && (when || rule.when === undefined) ? [{ rule, percent, when }] : [];
  }

  private formula(
    source: string,
    path: string,
    wanted: Wanted,
    names: ReadonlyMap<string, FormulaType> = this.names,
  ): RuleFormula | null {
    const result = compileFormula(source, names, this.suggestions);
    if (!result.ok) {
      result.errors.forEach((error) => this.report(path, error));
      return null;
    }
    const { formula } = result;
    const mismatch = mismatchOf(formula, wanted);
    if (mismatch) {
      this.report(path, mismatch);
      return null;
    }
    return { path, formula };
  }

  private report(path: string, { code, at, length, params }: FormulaError): void {
    this.problems.push({ code: 'FORMULA_INVALID', path, params: { ...params, formulaCode: code, at, length } });
  }
}

/** How a quantity is rounded unless its line says otherwise. */
export function defaultRounding(metres: number, { steps }: RuleSet): Rounding | null {
  return metres === 0 ? null : { mode: 'half-up', step: metres === 1 ? steps.lengthM : steps.areaM2 };
}

function metresOf({ formula: { type } }: RuleFormula): number {
  return type.kind === 'quantity' ? type.metres : 0;
}

/** A condition must be a boolean, a count a plain number, a quantity pieces, metres or square metres. */
function mismatchOf({ type, source }: CompiledFormula, wanted: Wanted): FormulaError | null {
  const isQuantity = type.kind === 'quantity';
  const fits = {
    boolean: type.kind === 'boolean',
    number: isQuantity && type.metres === 0,
    quantity: isQuantity && [0, 1, 2].includes(type.metres),
  };
  if (fits[wanted]) {
    return null;
  }
  const params = { left: typeLabel(type), right: typeLabel(wanted === 'boolean' ? BOOLEAN : NUMBER) };
  return { code: 'TYPE_MISMATCH', at: 0, length: source.length, params };
}
