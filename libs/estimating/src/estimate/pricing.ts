import type { MeasurementTolerances } from '../rooms/tolerances.js';
import type { RuleSet } from '../rules/rule-set.js';
import type { PriceBook } from './estimate-draft.js';
import type { MoneyTerms } from './money-terms.js';

/** What an estimate is computed by, beside what was entered. */
export interface Pricing {
  priceBook: PriceBook;
  ruleSet: RuleSet;
  /** DEFAULT_MONEY_TERMS when absent. */
  terms?: MoneyTerms;
  /** How far the readings of a room may disagree; DEFAULT_TOLERANCES when absent. */
  tolerances?: MeasurementTolerances;
}
