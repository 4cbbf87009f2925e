import type { DocumentProblem } from '../documents/field.js';

/** What can be wrong with a rule set. Texts are the interface's; `params` carry what they need. */
export type RuleSetProblemCode =
  | 'RULES_INVALID'
  | 'UNKNOWN_FIELD'
  /** A name, a title or a key that cannot be; params: max. */
  | 'TEXT_INVALID'
  /** A number out of its bounds or steps; params: min, max, step. */
  | 'NUMBER_OUT_OF_RANGE'
  /** A decimal that cannot be a step, a pack or a roll. */
  | 'DECIMAL_INVALID'
  /** A key or a width that was given before; params: key. */
  | 'DUPLICATE'
  /** No line, bundle or film of that key; params: key. */
  | 'KEY_UNKNOWN'
  /** Films without an item of their roll, where an item is chosen by canvas; params: canvas. */
  | 'ITEM_MISSING'
  /** One item given out as sticks of two lengths: their count would not say how much it is; params: key, its code. */
  | 'STICK_LENGTHS_DIFFER'
  /** Lines that replace one another; params: cycle. */
  | 'REPLACES_CYCLE'
  /** A line that is only given out has no quantity to replace others by. */
  | 'REPLACES_NOTHING'
  /** params: max, count. */
  | 'TOO_MANY'
  /**
   * A formula that cannot be read or is of the wrong kind; params: formulaCode (a FormulaErrorCode), at and length in the
   * formula, and those of the formula error.
   */
  | 'FORMULA_INVALID';

/** A problem named at its field: "lines.3.quantity", "values.0.key". */
export type RuleSetProblem = DocumentProblem<RuleSetProblemCode>;
