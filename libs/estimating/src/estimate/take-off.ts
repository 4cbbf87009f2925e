import { distance } from '../geometry/point.js';
import { LINE_OBJECT_KINDS } from '../plan/room-plan.js';
import type { LineObject, LineObjectKind, PlanObject, PointObjectKind, RoomPlan } from '../plan/room-plan.js';
import { profileOf } from '../plan/side-profile.js';
import type { BuiltRoom, Wall } from '../rooms/built-room.js';
import type { RoomInput } from './estimate-draft.js';
import type { TakeOff } from './estimate-result.js';

/** Counts what is to be mounted in a room: lamps with and without a place, lines, walls by profile and material. */
export function takeOffOf(
  room: BuiltRoom,
  plan: RoomPlan,
  typed: Pick<RoomInput, 'spotlights' | 'chandeliers'>,
): TakeOff {
  return {
    spotlights: typed.spotlights + countOnPlan(plan, 'spotlight'),
    chandeliers: typed.chandeliers + countOnPlan(plan, 'chandelier'),
    pipes: countOnPlan(plan, 'pipe'),
    vents: countOnPlan(plan, 'vent'),
    sensors: countOnPlan(plan, 'sensor'),
    hatches: countOnPlan(plan, 'hatch'),
    lightLineM: lengthOnPlan(plan, 'light-line'),
    trackM: lengthOnPlan(plan, 'track'),
    curtainNicheM: lengthOnPlan(plan, 'curtain-niche'),
    profileM: wallsBy(room.walls, (side) => profileOf(plan, side)),
    wallM: wallsBy(room.walls, (side) => plan.sides?.find((attributes) => attributes.side === side)?.wall),
    cutoutM: room.cutouts.reduce((sum, { perimeterM }) => sum + perimeterM, 0),
    columns: room.cutouts.filter(({ purpose }) => purpose === 'column').length,
  };
}

/** Things of a kind that have a place on the plan. */
export function countOnPlan({ objects = [] }: RoomPlan, kind: PointObjectKind): number {
  return objects.filter((object) => object.kind === kind).length;
}

/** Whether a side is mounted on the profile that is billed: one without a profile is not, nor is a niche with its own. */
export function hasBilledProfile(plan: RoomPlan, side: number): boolean {
  const profile = profileOf(plan, side);
  return profile !== 'none' && profile !== 'niche';
}

function lengthOnPlan({ objects = [] }: RoomPlan, kind: LineObjectKind): number {
  const lines = objects.filter((object): object is LineObject => isLine(object) && object.kind === kind);
  return lines.reduce((sum, { pointsMm }) => sum + lengthOf(pointsMm), 0) / 1000;
}

function isLine(object: PlanObject): object is LineObject {
  return (LINE_OBJECT_KINDS as readonly string[]).includes(object.kind);
}

function lengthOf(points: LineObject['pointsMm']): number {
  return points.slice(1).reduce((sum, point, index) => sum + distance(points[index]!, point), 0);
}

/** Metres of wall by a property of the side; walls without it are not counted. */
function wallsBy<Kind extends string>(
  walls: readonly Wall[],
  kindOf: (side: number) => Kind | undefined,
): Partial<Record<Kind, number>> {
  const metres: Partial<Record<Kind, number>> = {};
  walls.forEach(({ lengthM }, side) => {
    const kind = kindOf(side);
    if (kind !== undefined) {
      metres[kind] = (metres[kind] ?? 0) + lengthM;
    }
  });
  return metres;
}
