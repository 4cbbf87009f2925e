import { ruleSetR1 } from '../src/rules/r1.js';
import type { RuleCoefficient, RuleLine, RuleSet } from '../src/rules/rule-set.js';

/** A line of an item by code, by default of one piece. */
export function ruleLine(key: string, more: Partial<RuleLine> = {}): RuleLine {
  return { key, item: { by: 'code', code: 'SRV-CUT' }, quantity: '1', ...more };
}

/** R1 with other lines and nothing named but what is given. */
export function rulesOf(lines: readonly RuleLine[], more: Partial<RuleSet> = {}): RuleSet {
  return { ...ruleSetR1, values: [], bundles: [], lines, ...more };
}

export function ruleCoefficient(more: Partial<RuleCoefficient> = {}): RuleCoefficient {
  return { key: 'height', title: 'Высота', percent: '0.3', base: ['work'], ...more };
}
