import { sumMinor } from '@smet/money';
import { DEFAULT_TOLERANCES, judgeCheck } from '../rooms/tolerances.js';
import type { MeasurementTolerances } from '../rooms/tolerances.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import { withoutInsets } from '../rooms/without-insets.js';
import type { RuleLine, RuleSet } from '../rules/rule-set.js';
import { canvasPricesOf, codeOfItem } from './canvas-prices.js';
import { checkDraft, lineKey } from './check-draft.js';
import type { CheckedDraft } from './check-draft.js';
import type { EstimateDraft, PriceBook } from './estimate-draft.js';
import type { EstimateLine, EstimateProblem, EstimateResult, RoomProblem, RoomResult } from './estimate-result.js';
import { explainBasis, explainManual } from './explain.js';
import type { ExplainedQuantity } from './explain.js';
import { placeLevels } from './levels.js';
import type { PlacedLevel } from './levels.js';
import { measureRoom } from './measure-room.js';
import type { MeasuredBuild } from './measure-room.js';
import { priceLine } from './price-line.js';
import type { PricedLine } from './price-line.js';
import { Remembered } from './remembered.js';
import { canvasOf, judgeReadings, surveyRoom } from './survey-rooms.js';
import type { SurveyedRoom } from './survey-rooms.js';
import { computeTotals } from './totals.js';

export interface EstimateOptions {
  /** How far the readings of a room may disagree; DEFAULT_TOLERANCES when absent. */
  tolerances?: MeasurementTolerances;
}

/**
 * Computes a whole estimate: rooms, generated and added lines, totals, and why each quantity is what it is. Used by the
 * server and by the browser, which therefore agree to the kopeck. Never throws on what people enter: a room that cannot
 * be built or cut has problems instead of lines, an item without a price leaves its line out, both are named in the
 * result.
 *
 * Rooms are remembered by their shape and plan, so that a keystroke costs the room it changes: a draft must not be changed
 * in place once it was computed, and parts of a result may be shared with earlier ones.
 */
export function computeEstimate(
  draft: EstimateDraft,
  priceBook: PriceBook,
  ruleSet: RuleSet,
  { tolerances = DEFAULT_TOLERANCES }: EstimateOptions = {},
): EstimateResult {
  const checked = checkDraft(draft, ruleSet);
  const surveyed = checked.rooms.map(({ input }) => surveyRoom(input, ruleSet));
  const levels = placeLevels(surveyed);
  const collector = new LineCollector(checked.problems);
  const context: Context = { checked, priceBook, ruleSet, collector, tolerances };
  const rooms = surveyed.map((room, index) => {
    const { id } = room.input;
    const wrong = levels.problems.get(id) ?? [];
    const within = levels.within.get(id) ?? [];
    const measured = measure({ ...room, problems: [...room.problems, ...wrong] }, within, context);
    return computeRoom(measured, { roomId: id, path: checked.rooms[index]!.path }, context);
  });
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
  tolerances: MeasurementTolerances;
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

/** A measured room with the quantities of its lines, or what keeps it from being measured. */
type Measured = { ok: true; build: MeasuredBuild; quantities: Quantities } | { ok: false; problems: RoomProblem[] };
type Quantities = ReadonlyMap<RuleLine['basis'], ExplainedQuantity>;

const measuredRooms = new Remembered<BuiltRoom, Extract<Measured, { ok: true }>>();

function measure(
  { input, room, plan, problems }: SurveyedRoom,
  levels: readonly PlacedLevel[],
  { priceBook, ruleSet, tolerances }: Context,
): Measured {
  if (!room || problems.length > 0) {
    return { ok: false, problems: [...problems] };
  }
  const refused = judgeReadings(room.check, plan, tolerances);
  const laid = canvasOf({ room, plan, levels }, canvasPricesOf(plan.canvas, priceBook, ruleSet), ruleSet);
  if (refused || !laid.ok) {
    return { ok: false, problems: [...(refused ? [refused] : []), ...(laid.ok ? [] : [laid.problem])] };
  }
  const verdict = judgeCheck(room.check, tolerances);
  const { canvas } = laid;
  const from = [ruleSet, plan, canvas, verdict, input.spotlights, input.chandeliers, ...levels];
  return measuredRooms.get(room, from, () => {
    const rest = withoutInsets(
      room,
      levels.map(({ inset }) => inset),
    );
    const build = measureRoom({ input, room: rest, plan, levels, canvas, verdict }, ruleSet);
    const bases = new Set(ruleSet.lines.map(({ basis }) => basis));
    return {
      ok: true,
      build,
      quantities: new Map([...bases].map((basis) => [basis, explainBasis(basis, build, ruleSet)])),
    };
  });
}

function computeRoom(measured: Measured, place: Place, context: Context): RoomResult {
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
  { build, quantities }: Extract<Measured, { ok: true }>,
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
    priced.push(priceLine(unpriced, priceBook, path));
  }
  return priced;
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
