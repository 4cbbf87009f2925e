import type { RuleFormula } from './compile-rule-set.js';
import type { Film } from './rule-set.js';

/**
 * False when a condition on the film alone keeps a line out; what else a condition asks for is not known before there is a
 * canvas.
 */
export function holdsForFilm(when: RuleFormula | null, film: Film): boolean {
  if (!when || !when.formula.names.every((name) => name === 'film' || name === 'material')) {
    return true;
  }
  const result = when.formula.evaluate((name) => (name === 'film' ? film.key : film.material));
  return result.ok && result.value === true;
}
