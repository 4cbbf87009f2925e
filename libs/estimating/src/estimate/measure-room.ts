import { fromDouble, roundHalfUp } from '@smet/money';
import type { DecimalString } from '@smet/money';
import type { Canvas } from '../layout/canvas.js';
import { objectsOutside } from '../plan/objects-outside.js';
import type { PlanObject, RoomPlan } from '../plan/room-plan.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import type { CheckVerdict } from '../rooms/tolerances.js';
import type { RuleSet } from '../rules/rule-set.js';
import type { RoomInput } from './estimate-draft.js';
import type { CheckMeasures, RoomMeasures } from './estimate-result.js';
import type { PlacedLevel } from './levels.js';
import { hasBilledProfile, takeOffOf } from './take-off.js';

/** All that a room is measured from. */
export interface RoomToMeasure {
  input: Pick<RoomInput, 'spotlights' | 'chandeliers'>;
  /** What its levels leave of the room. */
  room: BuiltRoom;
  plan: RoomPlan;
  levels: readonly PlacedLevel[];
  canvas: Canvas;
  verdict: CheckVerdict;
}

/** A room measured by a rule set: what is billed, and what the numbers come from. */
export interface MeasuredBuild extends RoomToMeasure {
  profileLengthM: number;
  /** Corners of every room that nobody pays for, and how its profiles come, by the rule set. */
  freeCorners: number;
  sticks: RuleSet['sticks'];
  /** Things of the plan that lie outside of the room. */
  outside: readonly PlanObject[];
  measures: RoomMeasures;
}

/** Takes every measure the rule set bills; each is rounded once, from the value nobody rounded before. */
export function measureRoom(source: RoomToMeasure, ruleSet: RuleSet): MeasuredBuild {
  const { room, plan, canvas, input } = source;
  const { areaM2, perimeterM, innerCorners, outerCorners } = room;
  const unprofiled = room.walls.filter((_, side) => !hasBilledProfile(plan, side));
  const profileLengthM = unprofiled.reduce((rest, { lengthM }) => rest - lengthM, perimeterM);
  const { areaM2: areaStep, lengthM: lengthStep } = ruleSet.steps;
  const outside = objectsOutside(room, plan);
  const measures: RoomMeasures = {
    areaM2,
    perimeterM,
    billedArea: billed(areaM2, areaStep),
    billedPerimeter: billed(perimeterM, lengthStep),
    innerCorners,
    outerCorners,
    extraCorners: Math.max(0, innerCorners + outerCorners - ruleSet.corners.free),
    minWidthM: room.minWidthM,
    rollM: canvas.rollM,
    strips: canvas.strips,
    shrink: fromDouble(canvas.shrink),
    arcLengthM: room.arcLengthM,
    billedArcLength: billed(room.arcLengthM, lengthStep),
    seamLengthM: canvas.seamLengthM,
    // Seams run along the strips, and shrink with them.
    billedSeamLength: billed(canvas.seamLengthM * canvas.shrinkAlong, lengthStep),
    billedProfileLength: billed(profileLengthM, lengthStep),
    film: canvas.film.key,
    canvas: {
      filmM2: canvas.filmM2,
      cutPieceM2: canvas.cutPieceM2,
      offcutM2: canvas.offcutM2,
      harpoonM: canvas.harpoonM,
    },
    takeOff: takeOffOf(room, plan, input),
    outside: outside.length,
    check: checkOf(source),
  };
  return { ...source, profileLengthM, freeCorners: ruleSet.corners.free, sticks: ruleSet.sticks, outside, measures };
}

function checkOf({ room: { check }, plan, verdict }: RoomToMeasure): CheckMeasures | null {
  if (!check) {
    return null;
  }
  return {
    misclosureMm: check.misclosureMm,
    misclosurePercent: check.misclosurePercent,
    verdict,
    doubtful: check.doubtful?.label ?? null,
    reason: verdict === 'refused' ? (plan.misclosureReason ?? null) : null,
  };
}

function billed(measure: number, step: DecimalString): DecimalString {
  return roundHalfUp(fromDouble(measure), step);
}
