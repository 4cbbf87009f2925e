import type { BuiltRoom } from '../rooms/built-room.js';
import { judgeCheck } from '../rooms/tolerances.js';
import type { MeasurementTolerances } from '../rooms/tolerances.js';
import type { RuleLine, RuleSet } from '../rules/rule-set.js';
import { canvasPricesOf } from './canvas-prices.js';
import type { PriceBook } from './estimate-draft.js';
import type { RoomProblem } from './estimate-result.js';
import { explainBasis } from './explain.js';
import type { ExplainedQuantity } from './explain.js';
import type { PlacedLevel } from './levels.js';
import { measureRoom } from './measure-room.js';
import type { MeasuredBuild } from './measure-room.js';
import { Remembered } from './remembered.js';
import { canvasOf, judgeReadings, withoutLevels } from './survey-rooms.js';
import type { SurveyedRoom } from './survey-rooms.js';

/** What measures depend on beside the room. */
export interface MeasuringContext {
  priceBook: PriceBook;
  ruleSet: RuleSet;
  tolerances: MeasurementTolerances;
}

/** A measured room and what its lines take their quantities from. */
export interface MeasuredLines {
  ok: true;
  build: MeasuredBuild;
  quantities: ReadonlyMap<RuleLine['basis'], ExplainedQuantity>;
}

/** The same, or what keeps the room from being measured. */
export type MeasuredLinesResult = MeasuredLines | { ok: false; problems: RoomProblem[] };

const measuredRooms = new Remembered<BuiltRoom, MeasuredLines>();

/** Lays out the canvas of a room and measures it; a room that is as it was is not measured again. */
export function measuredLines(
  { input, room, plan, problems }: SurveyedRoom,
  levels: readonly PlacedLevel[],
  { priceBook, ruleSet, tolerances }: MeasuringContext,
): MeasuredLinesResult {
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
    const { rest } = withoutLevels(room, levels);
    const build = measureRoom({ input, room: rest, plan, levels, canvas, verdict }, ruleSet);
    const bases = new Set(ruleSet.lines.map(({ basis }) => basis));
    return {
      ok: true,
      build,
      quantities: new Map([...bases].map((basis) => [basis, explainBasis(basis, build, ruleSet)])),
    };
  });
}
