import { sumMinor } from '@smet/money';

import { DEFAULT_TOLERANCES } from '../rooms/tolerances.js';
import { minimumOrderOf } from './adjustments.js';
import { codeOfItem } from './canvas-prices.js';
import { checkDraft, lineKey } from './check-draft.js';
import type { CheckedDraft } from './check-draft.js';
import type { PriceBook, VariantInput } from './estimate-draft.js';
import type { EstimateLine, EstimateProblem, EstimateResult, RoomResult } from './estimate-result.js';
import { explainManual } from './explain.js';
import { placeLevels } from './levels.js';
import { measuredLines } from './measured-lines.js';
import { DEFAULT_MONEY_TERMS } from './money-terms.js';
import type { MeasuredLines, MeasuredLinesResult, MeasuringContext } from './measured-lines.js';
import { priceLine } from './price-line.js';
import type { PricedLine } from './price-line.js';
import type { Pricing } from './pricing.js';
import { surveyRoom } from './survey-rooms.js';
import { computeTotals } from './totals.js';

/**
 * Computes one variant of an estimate: rooms, generated and added lines, totals, and why each quantity is what it is. Used by the
 * server and by the browser, which therefore agree to the kopeck. Never throws on what people enter: a room that cannot
 * be built or cut has problems instead of lines, an item without a price leaves its line out, both are named in the
 * result.
 *
 * Rooms are remembered by their shape and plan, so that a keystroke costs the room it changes: a draft must not be changed
 * in place once it was computed, and parts of a result may be shared with earlier ones.
 */
export function computeEstimate(
  draft: VariantInput,
  { priceBook, ruleSet, terms = DEFAULT_MONEY_TERMS, tolerances = DEFAULT_TOLERANCES }: Pricing,
): EstimateResult {
  const checked = checkDraft(draft, ruleSet, terms);
  const surveyed = checked.rooms.map(({ input }) => surveyRoom(input, ruleSet));
  const levels = placeLevels(surveyed);
  const collector = new LineCollector(checked.problems);
  const context: Context = { checked, priceBook, ruleSet, collector, tolerances };
  const rooms = surveyed.map((room, index) => {
    const { id } = room.input;
    const wrong = levels.problems.get(id) ?? [];
    const within = levels.within.get(id) ?? [];
    const measured = measuredLines({ ...room, problems: [...room.problems, ...wrong] }, within, context);
    return computeRoom(measured, { roomId: id, path: checked.rooms[index]!.path }, context);
  });
  collector.add(priceManualLines(checked, null, priceBook));
  const { lines, problems } = collector;
  const minimumOrder = minimumOrderOf(lines, [], terms.minimumOrderMinor);
  const adjustments = minimumOrder ? [minimumOrder] : [];
  const { discountPercent, schedule } = checked;
  const totals = computeTotals(lines, adjustments, { terms, discountPercent, schedule, withCost: hasCost(priceBook) });
  return { rooms, lines, adjustments, totals, problems };
}

interface Context extends MeasuringContext {
  checked: CheckedDraft;
  collector: LineCollector;
}

interface Place {
  roomId: string;
  path: string;
}

class LineCollector {
  readonly lines: EstimateLine[] = [];

  constructor(readonly problems: EstimateProblem[]) {}

  /** Answers the lines that were added, problems apart. */
  add(priced: readonly PricedLine[]): EstimateLine[] {
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
}

function computeRoom(measured: MeasuredLinesResult, place: Place, context: Context): RoomResult {
  const { checked, priceBook, collector } = context;
  const { roomId } = place;
  const generated = measured.ok ? collector.add(generateLines(measured, place, context)) : [];
  const manual = collector.add(priceManualLines(checked, roomId, priceBook));
  if (!measured.ok) {
    return { roomId, problems: measured.problems };
  }
  const subtotalMinor = sumMinor([...generated, ...manual].map(({ sumMinor: sum }) => sum));
  return { roomId, measures: measured.build.measures, subtotalMinor };
}

function generateLines(
  { build, quantities }: MeasuredLines,
  { roomId, path }: Place,
  { checked, priceBook, ruleSet }: Context,
): PricedLine[] {
  const priced: PricedLine[] = [];
  for (const { key: ruleKey, basis, item, material } of ruleSet.lines) {
    if (material !== undefined && material !== build.canvas.film.material) {
      continue;
    }
    const computed = quantities.get(basis)!;
    const key = lineKey(roomId, ruleKey);
    const override = checked.overrides.get(key);
    // A line set to zero by hand stays, or there would be nothing left to change back.
    if (override === undefined && computed.quantity === '0') {
      continue;
    }
    const unpriced = {
      key,
      roomId,
      ruleKey,
      code: codeOfItem(item, build.canvas),
      quantity: override ?? computed.quantity,
      computedQuantity: computed.quantity,
      overridden: override !== undefined,
      explanation: computed.explanation,
    };
    priced.push(priceLine(unpriced, { priceBook, discounts: checked.discounts }, path));
  }
  return priced;
}

function priceManualLines(checked: CheckedDraft, roomId: string | null, priceBook: PriceBook): PricedLine[] {
  const pricing = { priceBook, discounts: checked.discounts };
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
        explanation: explainManual(quantity),
      };
      return priceLine(unpriced, pricing, path);
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
