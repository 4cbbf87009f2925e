import type { BuiltRoom } from '../rooms/built-room.js';
import { judgeCheck } from '../rooms/tolerances.js';
import type { MeasurementTolerances } from '../rooms/tolerances.js';
import { compileRuleSet } from '../rules/compile-rule-set.js';
import type { RuleSet } from '../rules/rule-set.js';
import type { Prices } from './canvas-prices.js';
import type { RoomProblem } from './estimate-result.js';
import { generateRoom } from './generated-lines.js';
import type { GeneratedRoom } from './generated-lines.js';
import type { PlacedLevel } from './levels.js';
import { measureRoom } from './measure-room.js';
import type { MeasuredBuild } from './measure-room.js';
import { Remembered } from './remembered.js';
import { roomPricesOf } from './room-prices.js';
import { canvasOf, judgeReadings, withoutLevels } from './survey-rooms.js';
import type { SurveyedRoom } from './survey-rooms.js';

/** What measures depend on beside the room. */
export interface MeasuringContext {
  prices: Prices;
  ruleSet: RuleSet;
  tolerances: MeasurementTolerances;
}

/** A measured room and what the rules make of it. */
export interface MeasuredLines extends GeneratedRoom {
  ok: true;
  build: MeasuredBuild;
}

/** The same, or what keeps the room from being measured. */
export type MeasuredLinesResult = MeasuredLines | { ok: false; problems: RoomProblem[] };

const measuredRooms = new Remembered<BuiltRoom, MeasuredLines>();

/** Lays out the canvas of a room, measures it and applies the rules; a room that is as it was is not measured again. */
export function measuredLines(
  { input, room, plan, problems }: SurveyedRoom,
  levels: readonly PlacedLevel[],
  { prices, ruleSet, tolerances }: MeasuringContext,
): MeasuredLinesResult {
  if (!room || problems.length > 0) {
    return { ok: false, problems: [...problems] };
  }
  const refused = judgeReadings(room.check, plan, tolerances);
  const covered = { input, room, plan, levels };
  const laid = canvasOf(covered, roomPricesOf(covered, prices, ruleSet), ruleSet);
  if (refused || !laid.ok) {
    return { ok: false, problems: [...(refused ? [refused] : []), ...(laid.ok ? [] : [laid.problem])] };
  }
  const verdict = judgeCheck(room.check, tolerances);
  const { canvas } = laid;
  const from = [ruleSet, plan, canvas, verdict, input.spotlights, input.chandeliers, ...levels];
  return measuredRooms.get(room, from, () => {
    const { rest } = withoutLevels(room, levels);
    const build = measureRoom({ input, room: rest, plan, levels, canvas, verdict }, ruleSet);
    return { ok: true, build, ...generateRoom(build, compileRuleSet(ruleSet)) };
  });
}
