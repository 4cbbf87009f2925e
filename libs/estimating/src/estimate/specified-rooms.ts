import { parseRoomPlan } from '../plan/check-plan.js';
import { EMPTY_PLAN } from '../plan/room-plan.js';
import type { CanvasOptions, ProfileKind, RoomPlan, SideAttributes } from '../plan/room-plan.js';
import type { Film, RuleSet } from '../rules/rule-set.js';
import type { RoomShape } from '../shape/room-shape.js';
import type { RoomInput, Specification } from './estimate-draft.js';
import { Remembered } from './remembered.js';

/**
 * The rooms as a variant has them: what is measured, drawn, cut and given out for it. The variant's film instead of that
 * of the room, and its profile on every side that is on the ordinary one. A roll the room was given stays only if the
 * film has it; a film the rule set does not have changes nothing. Rooms of the same shape, plan and specification answer
 * with the same plan object, so that what was computed from it is found again.
 */
export function specifiedRooms(
  rooms: readonly RoomInput[],
  specification: Pick<Specification, 'film' | 'profile'> | undefined,
  { films }: Pick<RuleSet, 'films'>,
): RoomInput[] {
  const film = films.find(({ key }) => key === specification?.film);
  const profile = specification?.profile === 'ordinary' ? undefined : specification?.profile;
  if (film === undefined && profile === undefined) {
    return [...rooms];
  }
  return rooms.map((room) => {
    const { shape, plan = EMPTY_PLAN } = room;
    const walls = shape.kind === 'rectangle' ? 4 : shape.sidesMm.length;
    const specified = specifiedPlans.get(shape, [plan, film, profile], () => {
      // A plan that cannot be read is refused as it is.
      return parseRoomPlan(plan, { walls }).ok ? specifiedPlan(plan, walls, { film, profile }) : plan;
    });
    return { ...room, plan: specified };
  });
}

const specifiedPlans = new Remembered<RoomShape, RoomPlan>();

interface Asked {
  film: Film | undefined;
  profile: ProfileKind | undefined;
}

function specifiedPlan(plan: RoomPlan, walls: number, { film, profile }: Asked): RoomPlan {
  return {
    ...plan,
    ...(film && { canvas: withFilm(plan.canvas, film) }),
    ...(profile && { sides: withProfile(plan.sides, walls, profile) }),
  };
}

function withFilm(canvas: CanvasOptions | undefined, { key, rolls }: Film): CanvasOptions {
  const { rollM, ...rest } = canvas ?? {};
  const width = rolls.find((roll) => rollM !== undefined && Number(roll) === Number(rollM));
  return { ...rest, film: key, ...(width !== undefined && { rollM: width }) };
}

function withProfile(sides: readonly SideAttributes[] = [], walls: number, profile: ProfileKind): SideAttributes[] {
  const bySide = new Map(sides.map((attributes) => [attributes.side, attributes]));
  return Array.from({ length: walls }, (_, side): SideAttributes => {
    const attributes = bySide.get(side) ?? { side };
    return (attributes.profile ?? 'ordinary') === 'ordinary' ? { ...attributes, profile } : attributes;
  });
}
