import { ruleSetR1 } from './r1.js';
import type { RuleSet } from './rule-set.js';

const ruleSets: readonly RuleSet[] = [ruleSetR1];

/** An estimate names a rule set this build does not have. */
export class UnknownRuleSetError extends Error {
  constructor(
    readonly ruleSetId: string,
    readonly ruleSetVersion: number,
  ) {
    super(`Unknown rule set ${ruleSetId} version ${ruleSetVersion}`);
    this.name = 'UnknownRuleSetError';
  }
}

/** The rule set of that id and version, or null. */
export function findRuleSet(id: string, version: number): RuleSet | null {
  return ruleSets.find((ruleSet) => ruleSet.id === id && ruleSet.version === version) ?? null;
}

/**
 * The door every caller takes a rule set through; editable rules will come out of the same door.
 * @throws UnknownRuleSetError
 */
export function getRuleSet(id: string, version: number): RuleSet {
  const ruleSet = findRuleSet(id, version);
  if (!ruleSet) {
    throw new UnknownRuleSetError(id, version);
  }
  return ruleSet;
}
