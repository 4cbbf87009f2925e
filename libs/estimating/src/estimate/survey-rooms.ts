import type { Canvas, CanvasPrices, CanvasResult } from '../layout/canvas.js';
import { layOutCanvas } from '../layout/lay-out-canvas.js';
import { parseRoomPlan } from '../plan/check-plan.js';
import { lacksReason } from '../plan/misclosure-reason.js';
import type { PlanProblem } from '../plan/plan-problem.js';
import { EMPTY_PLAN } from '../plan/room-plan.js';
import type { RoomPlan } from '../plan/room-plan.js';
import { baseRoom } from '../rooms/base-room.js';
import type { BaseRoom } from '../rooms/base-room.js';
import { buildRoom } from '../rooms/build-room.js';
import type { BuildRoomResult, BuiltRoom, ReadingsCheck } from '../rooms/built-room.js';
import type { MeasurementTolerances } from '../rooms/tolerances.js';
import type { RuleSet } from '../rules/rule-set.js';
import type { RoomShape } from '../shape/room-shape.js';
import type { RoomInput } from './estimate-draft.js';
import type { RoomProblem } from './estimate-result.js';
import type { PlacedLevel } from './levels.js';
import { Remembered } from './remembered.js';

/** A room of the estimate on its way to be measured: built, and its plan read. */
export interface SurveyedRoom {
  id: string;
  name: string;
  input: RoomInput;
  plan: RoomPlan;
  /** Null when it cannot be built; `problems` say why. */
  room: BuiltRoom | null;
  problems: readonly RoomProblem[];
}

const builtRooms = new Remembered<RoomShape, BuildRoomResult>();
const readPlans = new Remembered<RoomPlan, readonly PlanProblem[]>();
const baseRooms = new Remembered<BuiltRoom, BaseRoom>();
const canvases = new Remembered<BuiltRoom, CanvasResult>();

/**
 * Builds a room and reads its plan; neither is done again for documents that are the same objects as before. Of the rule
 * set only what a room is built by counts: while somebody writes formulas, rooms and canvases stay.
 */
export function surveyRoom(input: RoomInput, ruleSet: RuleSet): SurveyedRoom {
  const { shape, plan = EMPTY_PLAN } = input;
  const { corners, curves } = ruleSet;
  const built = builtRooms.get(shape, [corners, curves], () => buildRoom(shape, ruleSet));
  const walls = shape.kind === 'rectangle' ? 4 : shape.sidesMm.length;
  const planProblems = readPlans.get(plan, [walls], () => {
    const parsed = parseRoomPlan(plan, { walls });
    return parsed.ok ? [] : parsed.problems;
  });
  const problems = [
    ...(built.ok ? [] : built.problems.map((problem) => within('shape', problem))),
    ...planProblems.map((problem) => within('plan', problem)),
  ];
  // A plan that cannot be read is a plan of nothing: what it says is not to be trusted.
  return {
    id: input.id,
    name: input.name,
    input,
    plan: planProblems.length === 0 ? plan : EMPTY_PLAN,
    room: built.ok ? built.room : null,
    problems,
  };
}

/** Why the readings of a room may not be used: they disagree too much, and nobody has said why to take them as they are now. */
export function judgeReadings(
  check: ReadingsCheck | null,
  plan: RoomPlan,
  tolerances: MeasurementTolerances,
): RoomProblem | null {
  if (!check || !lacksReason(check, plan, tolerances)) {
    return null;
  }
  const { misclosureMm, misclosurePercent, doubtful } = check;
  const { misclosureReason, acceptedMisclosureMm: acceptedMm } = plan;
  const params = {
    misclosureMm,
    misclosurePercent,
    ...(doubtful && { doubtful: doubtful.label }),
    ...(misclosureReason?.trim() && acceptedMm !== undefined && { acceptedMm }),
  };
  return { code: 'MISCLOSURE_TOO_LARGE', path: 'plan.misclosureReason', params };
}

/** A room and the levels within it. */
export interface CoveredRoom {
  input: Pick<RoomInput, 'spotlights' | 'chandeliers'>;
  /** As it was built, levels and all. */
  room: BuiltRoom;
  plan: RoomPlan;
  levels: readonly PlacedLevel[];
}

/** The canvas of a room, which ends where its levels begin; laid out anew only when something it depends on has changed. */
export function canvasOf(
  { input, room, plan, levels }: CoveredRoom,
  prices: (CanvasPrices & { fingerprint: string }) | null,
  ruleSet: RuleSet,
): { ok: true; canvas: Canvas } | { ok: false; problem: RoomProblem } {
  const { canvas } = withoutLevels(room, levels);
  const byFilm = [ruleSet.films, plan.canvas, canvas];
  const { spotlights, chandeliers } = input;
  const from = prices ? [...byFilm, ruleSet, plan, prices.fingerprint, spotlights, chandeliers, ...levels] : byFilm;
  const laid = canvases.get(room, from, () => layOutCanvas(canvas, ruleSet.films, plan.canvas, prices));
  return laid.ok ? laid : { ok: false, problem: laid.refusal };
}

/** The room as it is measured and as its canvas is laid out: without its levels. */
export function withoutLevels(room: BuiltRoom, levels: readonly PlacedLevel[]): BaseRoom {
  return baseRooms.get(room, levels, () =>
    baseRoom(
      room,
      levels.map(({ inset }) => inset),
    ),
  );
}

function within(document: 'shape' | 'plan', { code, path, params }: RoomProblem): RoomProblem {
  return { code, path: path === '' ? document : `${document}.${path}`, params };
}
