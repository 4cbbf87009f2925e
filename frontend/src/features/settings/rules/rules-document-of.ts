import type { StoredRuleSet } from '@smet/api-client';
import type { RuleSet } from '@smet/estimating';

/** The API's document as the rule set it is: the server has checked it. */
export function documentOf({ document }: StoredRuleSet): RuleSet {
  return document as unknown as RuleSet;
}
