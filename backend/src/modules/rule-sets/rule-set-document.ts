import { isDeepStrictEqual } from 'node:util';
import { parseRuleSet, type RuleSet } from '@smet/estimating';
import { ruleSetInvalid } from './rule-sets.errors.js';

/** More than anybody repairs before trying again. */
const MOST_PROBLEMS = 100;

/** Whether two documents say the same, whichever version they are. */
export function sameRules(a: RuleSet, b: RuleSet): boolean {
  return isDeepStrictEqual({ ...a, version: 0 }, { ...b, version: 0 });
}

/**
 * A document that came from outside, as a rule set of that name and version.
 * @throws AppError 422 RULE_SET.INVALID with the path of every wrong place and the offset in its formula
 */
export function checkDocument(document: object, id: string, version: number): RuleSet {
  const parsed = parseRuleSet({ ...document, id, version });
  if (!parsed.ok) {
    const problems = parsed.problems.slice(0, MOST_PROBLEMS);
    throw ruleSetInvalid(
      problems.map(({ code, path, params }) => ({ code, path: path === '' ? 'document' : `document.${path}`, params })),
    );
  }
  return parsed.ruleSet;
}
