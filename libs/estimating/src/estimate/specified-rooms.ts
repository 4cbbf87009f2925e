import { parseRoomPlan } from '../plan/check-plan.js';
import { EMPTY_PLAN } from '../plan/room-plan.js';
import type { CanvasOptions, ProfileKind, RoomPlan, SideAttributes } from '../plan/room-plan.js';
import type { Film, RuleSet } from '../rules/rule-set.js';
import type { RoomShape } from '../shape/room-shape.js';
import type { RoomInput, Specification } from './estimate-draft.js';
import { placeLevels } from './levels.js';
import { Remembered } from './remembered.js';
import { surveyRoom } from './survey-rooms.js';

/**
 * The rooms as a variant has them: what is measured, drawn, cut and given out for it. The variant's film instead of that
 * of the room, and its profile on every side that is on the ordinary one and along a wall: edges of a level that hang free
 * stay on the ordinary profile, as those of the base beside them. `rooms` are all of the estimate for that. A roll the room was given stays only if the
 * film has it; a film the rule set does not have changes nothing. Rooms of the same shape, plan and specification answer
 * with the same plan object, so that what was computed from it is found again.
 */
export function specifiedRooms(
  rooms: readonly RoomInput[],
  specification: Pick<Specification, 'film' | 'profile'> | undefined,
  ruleSet: RuleSet,
): RoomInput[] {
  const { films } = ruleSet;
  const film = films.find(({ key }) => key === specification?.film);
  const profile = specification?.profile === 'ordinary' ? undefined : specification?.profile;
  if (film === undefined && profile === undefined) {
    return [...rooms];
  }
  const freeSides = profile ? freeSidesOfLevels(rooms, ruleSet) : NO_LEVELS;
  return rooms.map((room) => {
    const { shape, plan = EMPTY_PLAN } = room;
    const walls = shape.kind === 'rectangle' ? 4 : shape.sidesMm.length;
    const free = freeSides.get(room.id) ?? [];
    const specified = specifiedPlans.get(shape, [plan, film, profile, free.join()], () => {
      // A plan that cannot be read is refused as it is.
      return parseRoomPlan(plan, { walls }).ok ? specifiedPlan(plan, walls, { film, profile, free }) : plan;
    });
    return { ...room, plan: specified };
  });
}

const NO_LEVELS: ReadonlyMap<string, readonly number[]> = new Map();

/** By level: its sides that run along no wall of its base. Of a level that cannot be placed nothing is known. */
function freeSidesOfLevels(rooms: readonly RoomInput[], ruleSet: RuleSet): ReadonlyMap<string, readonly number[]> {
  if (!rooms.some(({ plan }) => plan?.inset)) {
    return NO_LEVELS;
  }
  const surveyed = new Map(rooms.map((room) => [room.id, surveyRoom(room, ruleSet)]));
  const free = new Map<string, readonly number[]>();
  for (const level of surveyed.values()) {
    const base = level.plan.inset && surveyed.get(level.plan.inset.roomId);
    // Each with its base alone: where it runs along another level there is no wall either.
    const placed = base && placeLevels([base, level]).within.get(base.id)?.[0];
    if (placed) {
      const { room, inset } = placed;
      const sides = room.walls.flatMap(({ lengthM }, side) =>
        lengthM - inset.freeWallsM[side]! < LEAST_M ? [side] : [],
      );
      free.set(level.id, sides);
    }
  }
  return free;
}

/** A side that runs along a wall for less only touches it. */
const LEAST_M = 0.01;

const specifiedPlans = new Remembered<RoomShape, RoomPlan>();

interface Asked {
  film: Film | undefined;
  profile: ProfileKind | undefined;
  /** Sides that keep their profile. */
  free: readonly number[];
}

function specifiedPlan(plan: RoomPlan, walls: number, { film, profile, free }: Asked): RoomPlan {
  return {
    ...plan,
    ...(film && { canvas: withFilm(plan.canvas, film) }),
    ...(profile && { sides: withProfile(plan.sides, walls, { profile, free }) }),
  };
}

function withFilm(canvas: CanvasOptions | undefined, { key, rolls }: Film): CanvasOptions {
  const { rollM, ...rest } = canvas ?? {};
  const width = rolls.find((roll) => rollM !== undefined && Number(roll) === Number(rollM));
  return { ...rest, film: key, ...(width !== undefined && { rollM: width }) };
}

function withProfile(
  sides: readonly SideAttributes[] = [],
  walls: number,
  { profile, free }: { profile: ProfileKind; free: readonly number[] },
): SideAttributes[] {
  const bySide = new Map(sides.map((attributes) => [attributes.side, attributes]));
  return Array.from({ length: walls }, (_, side): SideAttributes => {
    const attributes = bySide.get(side) ?? { side };
    const isTaken = (attributes.profile ?? 'ordinary') === 'ordinary' && !free.includes(side);
    return isTaken ? { ...attributes, profile } : attributes;
  });
}
