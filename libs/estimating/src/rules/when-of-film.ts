import type { FormulaValue } from '../formula/index.js';
import type { CompiledRules, RuleFormula } from './compile-rule-set.js';
import type { Film } from './rule-set.js';

type Values = CompiledRules['values'];

/**
 * False when the film alone keeps a line out, be it through named values; what else a condition asks for is not known
 * before there is a canvas.
 */
export function holdsForFilm(when: RuleFormula | null, film: Film, values: Values): boolean {
  return when?.formula.evaluateKnown((name) => knownOf(film, values).get(name)) !== false;
}

const known = new WeakMap<Values, WeakMap<Film, ReadonlyMap<string, FormulaValue>>>();

/** What is known of a canvas as soon as its film is. */
function knownOf(film: Film, values: Values): ReadonlyMap<string, FormulaValue> {
  const byFilm = known.get(values) ?? new WeakMap<Film, ReadonlyMap<string, FormulaValue>>();
  known.set(values, byFilm);
  const found = byFilm.get(film) ?? knownValues(film, values);
  byFilm.set(film, found);
  return found;
}

function knownValues(film: Film, values: Values): ReadonlyMap<string, FormulaValue> {
  const found = new Map<string, FormulaValue>([
    ['film', film.key],
    ['material', film.material],
  ]);
  // Each comes after those it uses.
  for (const [name, { formula }] of values) {
    const value = formula.evaluateKnown((used) => found.get(used));
    if (value !== undefined) {
      found.set(name, value);
    }
  }
  return found;
}
