import { fromDouble, roundHalfUp } from '@smet/money';
import type { DecimalString } from '@smet/money';
import type { Canvas } from '../layout/canvas.js';
import { layOutCanvas } from '../layout/lay-out-canvas.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import type { RuleSet } from '../rules/rule-set.js';
import type { RoomMeasures } from './estimate-result.js';

/** A room measured by a rule set: what is billed, and the layout of its canvas. */
export interface MeasuredBuild {
  room: BuiltRoom;
  canvas: Canvas;
  measures: RoomMeasures;
}

/** Takes every measure the rule set bills; each is rounded once, from the value nobody rounded before. */
export function measureRoom(room: BuiltRoom, ruleSet: RuleSet): MeasuredBuild {
  const laid = layOutCanvas(room, ruleSet.films);
  if (!laid.ok) {
    throw new Error(`No canvas: ${laid.refusal.code}`);
  }
  const { canvas } = laid;
  const { areaM2, lengthM } = ruleSet.steps;
  const measures: RoomMeasures = {
    areaM2: room.areaM2,
    perimeterM: room.perimeterM,
    billedArea: billed(room.areaM2, areaM2),
    billedPerimeter: billed(room.perimeterM, lengthM),
    innerCorners: room.innerCorners,
    outerCorners: room.outerCorners,
    extraCorners: room.extraCorners,
    minWidthM: room.minWidthM,
    rollM: canvas.rollM,
    strips: canvas.strips,
    shrink: fromDouble(canvas.shrink),
    arcLengthM: room.arcLengthM,
    billedArcLength: billed(room.arcLengthM, lengthM),
    seamLengthM: canvas.seamLengthM,
    billedSeamLength: billed(canvas.seamLengthM * canvas.shrinkAlong, lengthM),
  };
  return { room, canvas, measures };
}

function billed(measure: number, step: DecimalString): DecimalString {
  return roundHalfUp(fromDouble(measure), step);
}
