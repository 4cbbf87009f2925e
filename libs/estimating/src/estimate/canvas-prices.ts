import { isMinor } from '@smet/money';
import type { Minor } from '@smet/money';
import type { CanvasPrices } from '../layout/canvas.js';
import type { CanvasOptions } from '../plan/room-plan.js';
import type { RollWidth } from '../rules/roll-width.js';
import type { RuleItem, RuleSet } from '../rules/rule-set.js';
import type { PriceBook } from './estimate-draft.js';

/**
 * What decides which canvas is the cheapest: for each roll of the film the sale prices of all lines that depend on it,
 * and that of a metre of seam. Null unless the options ask for the cheapest, and when something has no price: then the
 * least film is the cheapest.
 */
export function canvasPricesOf(
  options: CanvasOptions | undefined,
  priceBook: PriceBook,
  ruleSet: RuleSet,
): CanvasPrices | null {
  const film = options?.film === undefined ? ruleSet.films[0] : ruleSet.films.find(({ key }) => key === options.film);
  if (options?.preference !== 'cheapest' || !film) {
    return null;
  }
  const lines = ruleSet.lines.filter(({ material }) => material === undefined || material === film.material);
  const byRoll = lines.filter(({ item }) => item.by === 'canvas');
  const rolls = film.rolls.map((roll): [RollWidth, Minor | null] => [
    roll,
    sumOf(byRoll.map(({ item }) => priceOf(codeOfItem(item, { film, rollM: roll }), priceBook))),
  ]);
  const seams = lines.filter(({ basis }) => basis === 'seam_length');
  const seamPerMMinor = sumOf(
    seams.map(({ item }) => priceOf(codeOfItem(item, { film, rollM: film.rolls.at(-1)! }), priceBook)),
  );
  if (seamPerMMinor === null || rolls.some(([, price]) => price === null)) {
    return null;
  }
  return { filmPerM2Minor: Object.fromEntries(rolls) as Record<RollWidth, Minor>, seamPerMMinor };
}

/** The item a line takes for a canvas; empty when the rule set names none for it. */
export function codeOfItem(item: RuleItem, { film, rollM }: { film: RuleSet['films'][0]; rollM: RollWidth }): string {
  if (item.by === 'code') {
    return item.code;
  }
  return item.by === 'material' ? item.codes[film.material] : (item.codes[`${film.key} ${rollM}`] ?? '');
}

function priceOf(code: string, priceBook: PriceBook): Minor | null {
  const price = priceBook.get(code)?.priceMinor;
  return isMinor(price) ? price : null;
}

function sumOf(prices: readonly (Minor | null)[]): Minor | null {
  return prices.reduce((sum, price) => (sum === null || price === null ? null : sum + price), 0);
}
