import { isDeepStrictEqual } from 'node:util';
import type { RuleSet } from '@smet/estimating';
import { ruleSetInvalid } from './rule-sets.errors.js';

/** What people call a rule set; its id when nobody named it. */
export function titleOf(ruleSet: RuleSet): string {
  return 'title' in ruleSet && typeof ruleSet.title === 'string' ? ruleSet.title : ruleSet.id;
}

/** Whether two documents say the same, whichever version they are. */
export function sameRules(a: RuleSet, b: RuleSet): boolean {
  return isDeepStrictEqual({ ...a, version: 0 }, { ...b, version: 0 });
}

/**
 * A document that came from outside, as a rule set of that name and version.
 * @throws AppError 422 RULE_SET.INVALID with the path of every wrong place and the offset in its formula
 */
export function checkDocument(document: object, id: string, version: number): RuleSet {
  const candidate = { ...document, id, version };
  if (!('lines' in candidate) || !Array.isArray(candidate.lines)) {
    throw ruleSetInvalid([{ path: 'document.lines', code: 'IS_ARRAY' }]);
  }
  return candidate as unknown as RuleSet;
}
