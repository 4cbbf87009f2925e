import { compareEstimates, computeEstimate, loadList } from '@smet/estimating';
import type {
  EstimateResult,
  LoadListItem,
  PriceBook,
  PricedItem,
  RoomInput,
  RuleSet,
  VariantInput,
} from '@smet/estimating';
import type { Item } from '@smet/api-client';
import { isWrongBelow, problemsOf } from './rule-document';

export interface PreviewRow {
  key: string;
  name: string;
  unit: string;
  kind: 'same' | 'added' | 'removed' | 'changed';
  /** Quantity and sum under the stored rules and under those on the screen; null where there is no such line. */
  quantity: { before: string | null; after: string | null };
  sumMinor: { before: number | null; after: number | null };
}

export interface StockRow {
  key: string;
  name: string;
  unit: string;
  kind: PreviewRow['kind'];
  quantity: PreviewRow['quantity'];
}

export interface Preview {
  /** The lines as they will be, then those that will be gone. */
  rows: PreviewRow[];
  stock: StockRow[];
  toPayMinor: { before: number; after: number };
}

/** Prices of now as the engine takes them; what is not sold has no price and makes no line. */
export function priceBookOf(items: readonly Item[]): PriceBook {
  const priced = items.flatMap(({ id, code, name, unit, kind, category, priceMinor }): [string, PricedItem][] =>
    priceMinor === null ? [] : [[code, { itemId: id, code, name, unit, kind, categoryId: category.id, priceMinor }]],
  );
  return new Map(priced);
}

/** What one room costs and takes by the stored rules and by changed ones. */
export function previewRules(room: RoomInput, before: RuleSet, after: RuleSet, priceBook: PriceBook): Preview {
  const input: VariantInput = { rooms: [room], overrides: [], manualLines: [], discountPercent: '0' };
  const by = (ruleSet: RuleSet) => {
    const pricing = { priceBook, ruleSet };
    const result = computeEstimate(input, pricing);
    return { result, stock: loadList(input, pricing, result) };
  };
  const [was, is] = [by(before), by(cuttable(after, before))];
  return {
    rows: [...lineRows(was.result, is.result), ...coefficientRows(was.result, is.result)],
    stock: stockRows(was.stock, is.stock),
    toPayMinor: { before: was.result.totals.toPayMinor, after: is.result.totals.toPayMinor },
  };
}

/** Films and sticks that nothing can be cut from stay as they were until they make sense. */
function cuttable(after: RuleSet, before: RuleSet): RuleSet {
  const problems = problemsOf(after);
  const wrong = { films: isWrongBelow(problems, 'films'), sticks: isWrongBelow(problems, 'sticks') };
  if (!wrong.films && !wrong.sticks) return after;
  return { ...after, ...(wrong.films && { films: before.films }), ...(wrong.sticks && { sticks: before.sticks }) };
}

function lineRows(before: EstimateResult, after: EstimateResult): PreviewRow[] {
  const differences = compareEstimates(before, after).lines;
  const changed = new Map(differences.map((line) => [line.key, line]));
  const kept = after.lines.map(({ key, name, unit, quantity, sumMinor }): PreviewRow => {
    const difference = changed.get(key);
    if (difference) return { ...difference, name, unit };
    const same = <T>(value: T) => ({ before: value, after: value });
    return { key, name, unit, kind: 'same', quantity: same(quantity), sumMinor: same(sumMinor) };
  });
  return [...kept, ...differences.filter(({ kind }) => kind === 'removed')];
}

function coefficientRows(before: EstimateResult, after: EstimateResult): PreviewRow[] {
  const changed = new Set(compareEstimates(before, after).adjustments.map(({ key }) => key));
  const rows = paired(before.adjustments, after.adjustments, ({ key }) => key).filter(
    ({ one }) => one.kind === 'coefficient',
  );
  return rows.map(({ was, is, one }): PreviewRow => ({
    key: one.key,
    name: one.name,
    unit: '%',
    kind: kindOf(was, is, changed.has(one.key)),
    quantity: { before: was?.percent ?? null, after: is?.percent ?? null },
    sumMinor: { before: was?.sumMinor ?? null, after: is?.sumMinor ?? null },
  }));
}

function stockRows(before: readonly LoadListItem[], after: readonly LoadListItem[]): StockRow[] {
  return paired(before, after, ({ code }) => code).map(({ was, is, one }): StockRow => ({
    key: one.code,
    name: one.name,
    unit: UNITS[one.quantityUnit ?? 'own'] ?? one.unit,
    kind: kindOf(was, is, was?.quantity !== is?.quantity),
    quantity: { before: was?.quantity ?? null, after: is?.quantity ?? null },
  }));
}

/** Where a quantity is not in the item's own unit. */
const UNITS: Readonly<Record<string, string>> = { m: 'м', m2: 'м²', pcs: 'шт' };

function kindOf(was: unknown, is: unknown, differs: boolean): PreviewRow['kind'] {
  if (!was) return 'added';
  if (!is) return 'removed';
  return differs ? 'changed' : 'same';
}

/** Both sides by key: in the order of `after`, then what only `before` has. */
function paired<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string) {
  const old = new Map(before.map((one) => [keyOf(one), one]));
  const kept = after.map((is) => ({ was: old.get(keyOf(is)), is: is as T | undefined, one: is }));
  const left = new Set(after.map(keyOf));
  const gone = before.filter((one) => !left.has(keyOf(one)));
  return [...kept, ...gone.map((was) => ({ was: was as T | undefined, is: undefined, one: was }))];
}
