import type { RuleItem, RuleSet } from '../rules/rule-set.js';
import type { VariantContent } from './estimate-draft.js';

/**
 * Every item code an estimate may need a price or a name for, each once: all items of the rule set, billed and given out,
 * and of each variant those of its added lines and its substitutes.
 */
export function requiredItemCodes(
  { lines, sticks }: RuleSet,
  ...variants: readonly Pick<VariantContent, 'manualLines' | 'specification'>[]
): string[] {
  const byRule = lines.flatMap(({ item, stock }) => [
    ...codesOf(item),
    ...(stock?.code === undefined ? [] : [stock.code]),
  ]);
  const bySticks = Object.values(sticks).map(({ code }) => code);
  const byVariant = variants.flatMap(({ manualLines, specification }) => [
    ...manualLines.map(({ itemCode }) => itemCode),
    ...(specification?.substitutes ?? []).map(({ by }) => by),
  ]);
  return [...new Set([...byRule, ...bySticks, ...byVariant])];
}

function codesOf(item: RuleItem): string[] {
  return item.by === 'code' ? [item.code] : Object.values(item.codes);
}
