import { sumMinor } from '@smet/money';

import { DEFAULT_TOLERANCES } from '../rooms/tolerances.js';
import { compileRuleSet } from '../rules/compile-rule-set.js';
import { minimumOrderOf, priceCoefficient } from './adjustments.js';
import type { Coefficient } from './adjustments.js';
import { codeOfItem, pricesOf, substituted } from './canvas-prices.js';
import type { Prices } from './canvas-prices.js';
import { checkDraft, lineKey } from './check-draft.js';
import type { CheckedDraft } from './check-draft.js';
import type { PriceBook, VariantInput } from './estimate-draft.js';
import type {
  Adjustment,
  EstimateLine,
  EstimateProblem,
  Explanation,
  EstimateResult,
  RoomResult,
} from './estimate-result.js';
import { explainManual } from './explain.js';
import { measureRooms } from './measure-rooms.js';
import type { MeasuredLines, MeasuredLinesResult, MeasuringContext } from './measured-lines.js';
import { DEFAULT_MONEY_TERMS } from './money-terms.js';
import { priceLine } from './price-line.js';
import type { PricedLine } from './price-line.js';
import type { Pricing } from './pricing.js';
import { roomFailures, ruleSetFailures } from './rule-failures.js';
import { computeTotals } from './totals.js';

/**
 * Computes one variant of an estimate: rooms, generated and added lines, totals, and why each quantity is what it is. Used by the
 * server and by the browser, which therefore agree to the kopeck. Never throws on what people enter: a room that cannot
 * be built or cut has problems instead of lines, an item without a price or a rule without a result leaves its line out,
 * all are named in the result.
 *
 * Rooms are remembered by their shape and plan, so that a keystroke costs the room it changes: a draft and a rule set must
 * not be changed in place once they were computed, and parts of a result may be shared with earlier ones.
 */
export function computeEstimate(
  draft: VariantInput,
  { priceBook, ruleSet, terms = DEFAULT_MONEY_TERMS, tolerances = DEFAULT_TOLERANCES }: Pricing,
): EstimateResult {
  const checked = checkDraft(draft, ruleSet, terms);
  const prices = pricesOf(priceBook, checked.specification);
  const collector = new Collector([...checked.problems, ...ruleSetFailures(compileRuleSet(ruleSet))]);
  const context: Context = { checked, prices, ruleSet, collector, tolerances };
  const rooms = measureRooms(checked, context).map(({ surveyed: { id, name }, measured, path }) =>
    computeRoom(measured, { roomId: id, name, path }, context),
  );
  collector.addLines(priceManualLines(null, context));
  collector.addCoefficients(coefficientsByHand(null, checked), collector.lines);
  const { lines, coefficients, problems } = collector;
  const lacking = minimumOrderOf(lines, coefficients, terms.minimumOrderMinor);
  const adjustments = lacking ? [...coefficients, lacking] : coefficients;
  const { discountPercent, schedule } = checked;
  const totals = computeTotals(lines, adjustments, { terms, discountPercent, schedule, withCost: hasCost(priceBook) });
  return { rooms, lines, adjustments, totals, problems };
}

interface Context extends MeasuringContext {
  checked: CheckedDraft;
  prices: Prices;
  collector: Collector;
}

interface Place {
  roomId: string;
  name: string;
  path: string;
}

class Collector {
  readonly lines: EstimateLine[] = [];
  readonly coefficients: Adjustment[] = [];

  constructor(readonly problems: EstimateProblem[]) {}

  /** Answers the lines that were added, problems apart. */
  addLines(priced: readonly PricedLine[]): EstimateLine[] {
    const added: EstimateLine[] = [];
    for (const result of priced) {
      if ('line' in result) {
        added.push(result.line);
      } else {
        this.problems.push(result.problem);
      }
    }
    this.lines.push(...added);
    return added;
  }

  /** Prices surcharges on these lines and answers those that were added. */
  addCoefficients(coefficients: readonly PlacedCoefficient[], lines: readonly EstimateLine[]): Adjustment[] {
    const added: Adjustment[] = [];
    for (const { coefficient, path } of coefficients) {
      const result = priceCoefficient(coefficient, lines, path);
      if ('adjustment' in result) {
        added.push(result.adjustment);
      } else {
        this.problems.push(result.problem);
      }
    }
    this.coefficients.push(...added);
    return added;
  }
}

interface PlacedCoefficient {
  coefficient: Coefficient;
  path: string;
}

function computeRoom(measured: MeasuredLinesResult, place: Place, context: Context): RoomResult {
  const { checked, collector } = context;
  const { roomId, path } = place;
  const generated = measured.ok ? collector.addLines(generateLines(measured, place, context)) : [];
  if (measured.ok) {
    collector.problems.push(...unusedOverrides(measured, place, context));
  }
  const lines = [...generated, ...collector.addLines(priceManualLines(roomId, context))];
  const byRule = measured.ok ? coefficientsByRule(measured, place) : [];
  const coefficients = collector.addCoefficients([...byRule, ...coefficientsByHand(roomId, checked)], lines);
  if (!measured.ok) {
    return { roomId, problems: measured.problems };
  }
  collector.problems.push(...roomFailures(measured, path));
  const subtotalMinor = sumMinor([...lines, ...coefficients].map(({ sumMinor: sum }) => sum));
  return { roomId, measures: measured.build.measures, subtotalMinor };
}

function generateLines({ lines }: MeasuredLines, { roomId, path }: Place, { checked, prices }: Context): PricedLine[] {
  const { discounts } = checked;
  const overrides = checked.overrides.get(roomId);
  const priced: PricedLine[] = [];
  for (const { compiled, code, quantity, explain } of lines) {
    const { key: ruleKey } = compiled.rule;
    const override = overrides?.get(ruleKey);
    const taken = override?.quantity ?? quantity;
    // A line set to zero by hand stays, or there would be nothing left to change back.
    if (taken === null || (override === undefined && taken === '0')) {
      continue;
    }
    const unpriced = {
      key: lineKey(roomId, ruleKey),
      roomId,
      ruleKey,
      code: substituted(code, prices),
      quantity: taken,
      computedQuantity: quantity,
      overridden: override !== undefined,
      explanation: withNames(explain(), lines, prices),
    };
    priced.push(priceLine(unpriced, { priceBook: prices.priceBook, discounts }, path));
  }
  return priced;
}

/** Rules know keys, people know items: the line that stands instead of one is told by its item's name. */
function withNames(explanation: Explanation, lines: MeasuredLines['lines'], prices: Prices): Explanation {
  if (!explanation.notes.some(({ code }) => code === 'REPLACED_BY')) {
    return explanation;
  }
  const notes = explanation.notes.map((note) => {
    const by = lines.find(({ compiled }) => compiled.rule.key === note.params.ruleKey);
    const item = by && prices.priceBook.get(substituted(by.code, prices));
    return item ? { ...note, params: { ...note.params, name: item.name } } : note;
  });
  return { ...explanation, notes };
}

/** Quantities people typed into lines that the rules have no more in this room: they wait in the draft, and are named. */
function unusedOverrides(
  { lines, build }: MeasuredLines,
  { roomId, name: room }: Place,
  { checked, prices, ruleSet }: Context,
): EstimateProblem[] {
  const present = new Set(lines.map(({ compiled }) => compiled.rule.key));
  return [...(checked.overrides.get(roomId) ?? [])].flatMap(([ruleKey, { path, quantity }]): EstimateProblem[] => {
    const rule = ruleSet.lines.find(({ key }) => key === ruleKey);
    if (!rule || present.has(ruleKey)) {
      return [];
    }
    const code = substituted(codeOfItem(rule.item, build.canvas), prices);
    const { name = ruleKey, unit = '' } = prices.priceBook.get(code) ?? {};
    return [{ code: 'OVERRIDE_UNUSED', path, params: { ruleKey, name, unit, quantity, room } }];
  });
}

function coefficientsByRule({ coefficients }: MeasuredLines, { roomId, path }: Place): PlacedCoefficient[] {
  return coefficients.map(({ rule: { key, title, base }, percent }) => ({
    coefficient: { key: lineKey(roomId, key), roomId, name: title, percent, base: [...base] },
    path,
  }));
}

/** Of a room, or of the whole estimate (null). */
function coefficientsByHand(roomId: string | null, { coefficients }: CheckedDraft): PlacedCoefficient[] {
  return coefficients
    .filter(({ coefficient }) => coefficient.roomId === roomId)
    .map(({ coefficient: { id, name, percent, base }, path }) => ({
      coefficient: { key: `manual:${id}`, roomId, name, percent, base },
      path,
    }));
}

function priceManualLines(roomId: string | null, { checked, prices }: Context): PricedLine[] {
  const { discounts } = checked;
  return checked.manualLines
    .filter(({ line }) => line.roomId === roomId)
    .map(({ line: { id, itemCode, quantity }, path }) => {
      const unpriced = {
        key: `manual:${id}`,
        roomId,
        ruleKey: null,
        code: itemCode,
        quantity,
        computedQuantity: null,
        overridden: false,
        explanation: explainManual(),
      };
      return priceLine(unpriced, { priceBook: prices.priceBook, discounts }, path);
    });
}

function hasCost(priceBook: PriceBook): boolean {
  for (const { costMinor } of priceBook.values()) {
    if (costMinor !== undefined) {
      return true;
    }
  }
  return false;
}
