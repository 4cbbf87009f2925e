import type { RuleSet } from '../rules/rule-set.js';
import type { VariantInput } from './estimate-draft.js';

/** Every item code an estimate may need a price for: all items of the rule set and those of the added lines, each once. */
export function requiredItemCodes(ruleSet: RuleSet, draft: Pick<VariantInput, 'manualLines'>): string[] {
  const byRule = ruleSet.lines.flatMap(({ item }) => (item.by === 'code' ? [item.code] : Object.values(item.codes)));
  return [...new Set([...byRule, ...draft.manualLines.map(({ itemCode }) => itemCode)])];
}
