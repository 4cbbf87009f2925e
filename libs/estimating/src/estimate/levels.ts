import { insetsAreClear, placeInset } from '../rooms/insets.js';
import type { PlacedInset, PlaceInsetResult } from '../rooms/insets.js';
import type { BuiltRoom } from '../rooms/built-room.js';
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
