import type { Inset, RoomPlan } from '../plan/room-plan.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import { besideEachOther, insetsLieApart } from '../rooms/insets-together.js';
import { placeInset } from '../rooms/insets.js';
import type { InsetRefusalCode, PlacedInset, PlaceInsetResult } from '../rooms/insets.js';
import { Remembered } from './remembered.js';

export type InsetProblemCode =
  /** No other room of the estimate has that id. */
  | 'INSET_ROOM_UNKNOWN'
  /** The base is a level itself; params: base. */
  | 'INSET_NESTED'
  /** INSET_OVERLAPS has params: other, when it is another level and no column. */
  | InsetRefusalCode;

/** Why a room cannot be the level it is to be. */
export interface LevelProblem {
  code: InsetProblemCode;
  path: 'plan.inset.roomId' | 'plan.inset.atMm';
  params: Record<string, string | number>;
}

/** A room of an estimate, as far as levels are concerned; null when it cannot be built. */
export interface LevelRoom {
  id: string;
  name: string;
  room: BuiltRoom | null;
  plan?: RoomPlan | null;
}

/** A level as its base sees it. */
export interface PlacedLevel {
  id: string;
  name: string;
  room: BuiltRoom;
  inset: PlacedInset;
}

export interface Levels {
  /** Levels within each base room, by its id. */
  within: ReadonlyMap<string, readonly PlacedLevel[]>;
  /** What is wrong with rooms that are to be levels, by their ids. */
  problems: ReadonlyMap<string, readonly LevelProblem[]>;
}

const insets = new Remembered<BuiltRoom, PlaceInsetResult>();
const groups = new Remembered<BuiltRoom, LevelGroup>();

/** Levels of one base: those that lie apart, and those that lie over one of them. */
interface LevelGroup {
  apart: PlacedLevel[];
  problems: ReadonlyMap<string, LevelProblem[]>;
}

/**
 * Puts the rooms that are levels into their bases. What is wrong is named at the level; a level whose own shape or whose
 * base cannot be built is passed over, since that is named already.
 */
export function placeLevels(rooms: readonly LevelRoom[]): Levels {
  const byId = new Map(rooms.map((room) => [room.id, room]));
  const laid = new Map<LevelRoom, PlacedLevel[]>();
  const problems = new Map<string, readonly LevelProblem[]>();
  for (const level of rooms) {
    const inset = level.plan?.inset;
    const base = inset && byId.get(inset.roomId);
    const placed = inset && placeLevel(level, inset, base);
    if (placed && 'code' in placed) {
      problems.set(level.id, [placed]);
    } else if (base && placed) {
      laid.set(base, [...(laid.get(base) ?? []), placed]);
    }
  }
  const within = new Map<string, readonly PlacedLevel[]>();
  for (const [base, levels] of laid) {
    const group = settle(base.room!, levels);
    within.set(base.id, group.apart);
    group.problems.forEach((wrong, id) => problems.set(id, wrong));
  }
  return { within, problems };
}

/** Null when the level or its base cannot be built. */
function placeLevel(level: LevelRoom, inset: Inset, base: LevelRoom | undefined): PlacedLevel | LevelProblem | null {
  if (!base || base === level) {
    return { code: 'INSET_ROOM_UNKNOWN', path: 'plan.inset.roomId', params: {} };
  }
  const { room: ground, name } = base;
  if (base.plan?.inset) {
    return { code: 'INSET_NESTED', path: 'plan.inset.roomId', params: { base: name } };
  }
  const { room } = level;
  if (!room || !ground) {
    return null;
  }
  const placed = insets.get(room, [ground, inset], () => placeInset(ground, room, inset));
  if (!placed.ok) {
    const { code, params } = placed;
    return { code, path: 'plan.inset.atMm', params: code === 'INSET_OUTSIDE' ? { base: name } : params };
  }
  return { id: level.id, name: level.name, room, inset: placed.inset };
}

/** The later of two that lie over each other is refused. The same levels as before are the very same objects. */
function settle(base: BuiltRoom, levels: readonly PlacedLevel[]): LevelGroup {
  const from = levels.flatMap(({ id, name, room, inset }) => [id, name, room, inset]);
  return groups.get(base, from, () => {
    const accepted: PlacedLevel[] = [];
    const problems = new Map<string, LevelProblem[]>();
    for (const level of levels) {
      const other = accepted.find(({ inset }) => !insetsLieApart(inset, level.inset));
      if (other) {
        problems.set(level.id, [{ code: 'INSET_OVERLAPS', path: 'plan.inset.atMm', params: { other: other.name } }]);
      } else {
        accepted.push(level);
      }
    }
    const settled = besideEachOther(accepted.map(({ inset }) => inset));
    return { apart: accepted.map((level, index) => ({ ...level, inset: settled[index]! })), problems };
  });
}
