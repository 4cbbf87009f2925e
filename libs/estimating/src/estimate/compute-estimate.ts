import { sumMinor } from '@smet/money';
import { buildRoom } from '../rooms/build-room.js';
import type { Canvas } from '../layout/canvas.js';
import type { RuleItem, RuleLine, RuleSet } from '../rules/rule-set.js';
import { checkDraft, lineKey } from './check-draft.js';
import type { CheckedDraft, CheckedRoom } from './check-draft.js';
import type { EstimateDraft, PriceBook } from './estimate-draft.js';
import type { EstimateLine, EstimateProblem, EstimateResult, RoomResult } from './estimate-result.js';
import { explainBasis, explainManual } from './explain.js';
import type { BasisSource, ExplainedQuantity } from './explain.js';
import { measureRoom } from './measure-room.js';
import { priceLine } from './price-line.js';
import type { PricedLine } from './price-line.js';
import { computeTotals } from './totals.js';

/**
 * Computes a whole estimate: rooms, generated and added lines, totals, and why each quantity is what it is. Used by the
 * server and by the browser, which therefore agree to the kopeck. Never throws on what people enter: a room that cannot
 * be built has problems instead of lines, an item without a price leaves its line out, both are named in the result.
 */
export function computeEstimate(draft: EstimateDraft, priceBook: PriceBook, ruleSet: RuleSet): EstimateResult {
  const checked = checkDraft(draft, ruleSet);
  const collector = new LineCollector(checked.problems);
  const rooms = checked.rooms.map((room) => computeRoom(room, { checked, priceBook, ruleSet, collector }));
  collector.add(priceManualLines(checked, null, priceBook));
  const { lines, problems } = collector;
  const totals = computeTotals(lines, {
    discountPercent: checked.discountPercent,
    prepaymentPercent: ruleSet.prepaymentPercent,
    withCost: hasCost(priceBook),
  });
  return { rooms, lines, totals, problems };
}

interface Context {
  checked: CheckedDraft;
  priceBook: PriceBook;
  ruleSet: RuleSet;
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

function computeRoom({ input, path }: CheckedRoom, context: Context): RoomResult {
  const { checked, priceBook, ruleSet, collector } = context;
  const built = buildRoom(input.shape, ruleSet);
  if (!built.ok) {
    collector.add(priceManualLines(checked, input.id, priceBook));
    return { roomId: input.id, problems: built.problems };
  }
  const build = measureRoom(built.room, ruleSet);
  const generated = collector.add(generateLines({ build, input, ruleSet }, { roomId: input.id, path }, context));
  const manual = collector.add(priceManualLines(checked, input.id, priceBook));
  const subtotalMinor = sumMinor([...generated, ...manual].map(({ sumMinor: sum }) => sum));
  return { roomId: input.id, measures: build.measures, subtotalMinor };
}

function generateLines(
  source: BasisSource,
  { roomId, path }: Place,
  { checked, priceBook, ruleSet }: Context,
): PricedLine[] {
  const quantities = new Map<RuleLine['basis'], ExplainedQuantity>();
  const priced: PricedLine[] = [];
  for (const { key: ruleKey, basis, item } of ruleSet.lines) {
    const computed = quantities.get(basis) ?? explainBasis(basis, source);
    quantities.set(basis, computed);
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
      code: codeOf(item, source.build.canvas),
      quantity: override ?? computed.quantity,
      computedQuantity: computed.quantity,
      overridden: override !== undefined,
      explanation: computed.explanation,
    };
    priced.push(priceLine(unpriced, priceBook, path));
  }
  return priced;
}

function codeOf(item: RuleItem, { film, rollM }: Canvas): string {
  if (item.by === 'code') {
    return item.code;
  }
  return item.by === 'material' ? item.codes[film.material] : (item.codes[`${film.key} ${rollM}`] ?? '');
}

function priceManualLines({ manualLines }: CheckedDraft, roomId: string | null, priceBook: PriceBook): PricedLine[] {
  return manualLines
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
      return priceLine(unpriced, priceBook, path);
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
