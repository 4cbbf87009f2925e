import { isMinor } from '@smet/money';
import type { Minor } from '@smet/money';
import type { CanvasPrices } from '../layout/canvas.js';
import type { CanvasOptions } from '../plan/room-plan.js';
import { compileRuleSet } from '../rules/compile-rule-set.js';
import type { CompiledLine, CompiledRules } from '../rules/compile-rule-set.js';
import type { RollWidth } from '../rules/roll-width.js';
import type { Film, RuleItem, RuleSet } from '../rules/rule-set.js';
import { holdsForFilm } from '../rules/when-of-film.js';
import type { PriceBook, Specification } from './estimate-draft.js';

/** Sale prices of what the rules ask for, with the items a variant takes instead. */
export interface Prices {
  priceBook: PriceBook;
  substitutes: ReadonlyMap<string, string>;
}

/** The prices of a variant. The first substitute of an item counts; substitutes are not substituted again. */
export function pricesOf(priceBook: PriceBook, specification: Specification | undefined): Prices {
  const substitutes = new Map(
    (specification?.substitutes ?? []).map(({ code, by }): [string, string] => [code, by]).toReversed(),
  );
  return { priceBook, substitutes };
}

/** The item taken for the one the rules ask for. */
export function substituted(code: string, { substitutes }: Pick<Prices, 'substitutes'>): string {
  return substitutes.get(code) ?? code;
}

/**
 * What decides which canvas is the cheapest: for each roll of the film the sale prices of all lines whose item depends on
 * it, and that of a metre of seam, which is what lines made of a seam's length cost. Null unless the options ask for the
 * cheapest, and when something has no price: then the least film is the cheapest.
 */
export function canvasPricesOf(
  options: CanvasOptions | undefined,
  prices: Prices,
  ruleSet: RuleSet,
): CanvasPrices | null {
  const film = options?.film === undefined ? ruleSet.films[0] : ruleSet.films.find(({ key }) => key === options.film);
  if (options?.preference !== 'cheapest' || !film) {
    return null;
  }
  const rules = compileRuleSet(ruleSet);
  const lines = rules.lines.filter(
    (line) => line?.quantity && holdsForFilm(line.when, film, rules.values),
  ) as CompiledLine[];
  const priceOn = (line: CompiledLine, rollM: RollWidth) => priceOf(line.rule.item, { film, rollM }, prices);
  const byRoll = lines.filter(({ rule }) => rule.item.by === 'canvas');
  const rolls = film.rolls.map((roll): [RollWidth, Minor | null] => [
    roll,
    sumOf(byRoll.map((line) => priceOn(line, roll))),
  ]);
  const seams = lines.filter((line) => isBySeam(line, rules));
  const seamPerMMinor = sumOf(seams.map((line) => priceOn(line, film.rolls.at(-1)!)));
  if (seamPerMMinor === null || rolls.some(([, price]) => price === null)) {
    return null;
  }
  return { filmPerM2Minor: Object.fromEntries(rolls) as Record<RollWidth, Minor>, seamPerMMinor };
}

/** The item a line takes for a canvas; empty when the rule set names none for it. */
export function codeOfItem(item: RuleItem, { film, rollM }: { film: Film; rollM: RollWidth }): string {
  if (item.by === 'code') {
    return item.code;
  }
  return item.by === 'material' ? item.codes[film.material] : (item.codes[`${film.key} ${rollM}`] ?? '');
}

const SEAM_LENGTHS: ReadonlySet<string> = new Set(['seam_length', 'billed_seam_length']);

function isBySeam({ quantity }: CompiledLine, { values }: CompiledRules): boolean {
  const seen = new Set<string>();
  const uses = (names: readonly string[]): boolean =>
    names.some((name) => {
      if (SEAM_LENGTHS.has(name)) {
        return true;
      }
      const value = seen.has(name) ? undefined : values.get(name);
      seen.add(name);
      return value !== undefined && uses(value.formula.names);
    });
  return uses(quantity!.formula.names);
}

function priceOf(item: RuleItem, canvas: { film: Film; rollM: RollWidth }, prices: Prices): Minor | null {
  const price = prices.priceBook.get(substituted(codeOfItem(item, canvas), prices))?.priceMinor;
  return isMinor(price) ? price : null;
}

function sumOf(prices: readonly (Minor | null)[]): Minor | null {
  return prices.reduce((sum, price) => (sum === null || price === null ? null : sum + price), 0);
}
