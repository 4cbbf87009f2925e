import { insetsAreClear, placeInset } from '../rooms/insets.js';
import type { PlacedInset, PlaceInsetResult } from '../rooms/insets.js';
import type { BuiltCutout, BuiltRoom, CornerKind } from '../rooms/built-room.js';
import type { RoomProblem } from './estimate-result.js';
import { Remembered } from './remembered.js';
import type { SurveyedRoom } from './survey-rooms.js';

export type InsetProblemCode =
  /** No other room of the estimate has that id. */
  | 'INSET_ROOM_UNKNOWN'
  /** The base is a level itself; params: base. */
  | 'INSET_NESTED'
  /** The level does not lie within its base; params: base. */
  | 'INSET_OUTSIDE'
  /** The level covers a part of a column of its base, or of another level; params: other, when it is a level. */
  | 'INSET_OVERLAPS';

/** A level as its base sees it. */
export interface PlacedLevel {
  name: string;
  inset: PlacedInset;
}

export interface Levels {
  /** Levels within each base room, by its id. */
  within: ReadonlyMap<string, readonly PlacedLevel[]>;
  /** What is wrong with rooms that are to be levels, by their ids. */
  problems: ReadonlyMap<string, readonly RoomProblem[]>;
}

const insets = new Remembered<BuiltRoom, PlaceInsetResult>();
const placedLevels = new Remembered<PlacedInset, PlacedLevel>();

/**
 * Puts the rooms that are levels into their bases. What is wrong is named at the level; a level whose own shape or whose
 * base cannot be built is passed over, since that is named already.
 */
export function placeLevels(rooms: readonly SurveyedRoom[]): Levels {
  const byId = new Map(rooms.map((room) => [room.input.id, room]));
  const within = new Map<string, PlacedLevel[]>();
  const problems = new Map<string, RoomProblem[]>();
  for (const level of rooms.filter(({ plan }) => plan.inset)) {
    const baseId = level.plan.inset!.roomId;
    const neighbours = within.get(baseId) ?? [];
    const placed = placeLevel(level, byId.get(baseId), neighbours);
    if (placed && 'code' in placed) {
      problems.set(level.input.id, [placed]);
    } else if (placed) {
      within.set(baseId, [...neighbours, placed]);
    }
  }
  return { within, problems };
}

/** Null when the level or its base cannot be built. */
function placeLevel(
  level: SurveyedRoom,
  base: SurveyedRoom | undefined,
  neighbours: readonly PlacedLevel[],
): PlacedLevel | RoomProblem | null {
  if (!base || base === level) {
    return { code: 'INSET_ROOM_UNKNOWN', path: 'plan.inset.roomId', params: {} };
  }
  const { name } = base.input;
  if (base.plan.inset) {
    return { code: 'INSET_NESTED', path: 'plan.inset.roomId', params: { base: name } };
  }
  const [room, place] = [base.room, level.plan.inset!];
  if (!level.room || !room) {
    return null;
  }
  const placed = insets.get(level.room, [room, place], () => placeInset(room, level.room!, place));
  if (!placed.ok) {
    const params: RoomProblem['params'] = placed.code === 'INSET_OUTSIDE' ? { base: name } : {};
    return { code: placed.code, path: 'plan.inset.atMm', params };
  }
  const other = neighbours.find(({ inset }) => !insetsAreClear(inset, placed.inset));
  if (other) {
    return { code: 'INSET_OVERLAPS', path: 'plan.inset.atMm', params: { other: other.name } };
  }
  return placedLevels.get(placed.inset, [level.input.name], () => ({ name: level.input.name, inset: placed.inset }));
}

/**
 * What is left of a base room: without what its levels cover of its area, its walls and its corners, and with the lines
 * where they begin. Its cut-outs are its own; corners of a level are none of the base.
 */
export function withoutLevels(room: BuiltRoom, levels: readonly PlacedLevel[]): BuiltRoom {
  if (levels.length === 0) {
    return room;
  }
  const sharedM = room.walls.map((_, side) => sum(levels.map(({ inset }) => inset.sharedM[side]!)));
  const curved = new Set(room.curves.flatMap(({ walls }) => walls));
  const sharedCurvedM = sum(sharedM.filter((_, side) => room.walls[side]!.arc || curved.has(side)));
  const covered = new Set(levels.flatMap(({ inset }) => inset.coveredCorners));
  const lost = (kind: CornerKind) => [...covered].filter((corner) => room.corners[corner] === kind).length;
  return {
    ...room,
    walls: room.walls.map((wall, side) => ({ ...wall, lengthM: Math.max(0, wall.lengthM - sharedM[side]!) })),
    curves: room.curves.map((curve) => ({
      ...curve,
      lengthM: Math.max(0, curve.lengthM - sum(curve.walls.map((side) => sharedM[side]!))),
    })),
    corners: room.corners.map((kind, corner) => (covered.has(corner) ? 'none' : kind)),
    innerCorners: room.innerCorners - lost('inner'),
    outerCorners: room.outerCorners - lost('outer'),
    areaM2: room.areaM2 - sum(levels.map(({ inset }) => inset.areaM2)),
    perimeterM: room.perimeterM - sum(sharedM) + sum(levels.map(({ inset }) => inset.freeM)),
    arcLengthM: room.arcLengthM - sharedCurvedM + sum(levels.map(({ inset }) => inset.freeCurvedM)),
  };
}

/** Levels as the canvas of the base meets them: openings, whose edges carry no corners. */
export function openingsOf(levels: readonly PlacedLevel[]): BuiltCutout[] {
  return levels.map(({ name, inset: { contour, areaM2, freeM, freeCurvedM } }) => ({
    id: name,
    purpose: 'opening',
    kind: 'polygon',
    contour,
    areaM2,
    perimeterM: freeM,
    curvedM: freeCurvedM,
    corners: 0,
  }));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
