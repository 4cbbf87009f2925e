import { EMPTY_PLAN, missingChords, ROOM_PRESETS } from '@smet/estimating';
import type { BuildRoomResult, Inset, RoomKind, RoomPresetName } from '@smet/estimating';
import { emptyFields } from './room-corners';
import type { RoomForm } from './types';

/** What a new room starts from: one of the usual shapes, or walls of which nothing is known but how they are measured. */
export type RoomStart = RoomPresetName | Exclude<RoomKind, RoomPresetName>;

const FREE_WALLS: Record<Exclude<RoomKind, RoomPresetName>, number> = { 'right-angled': 6, triangulated: 4 };

function walls(start: RoomStart): { kind: RoomKind; count: number; reflexCorners: number[] | null } {
  if (start === 'right-angled' || start === 'triangulated') {
    return { kind: start, count: FREE_WALLS[start], reflexCorners: null };
  }
  const { kind, sides, reflexCorners } = ROOM_PRESETS[start];
  return { kind, count: sides, reflexCorners: kind === 'rectangle' ? null : [...reflexCorners] };
}

/** A room with nothing measured yet, lettered the way the trade does it. */
export function newRoom(start: RoomStart, name: string): RoomForm {
  const { kind, count, reflexCorners } = walls(start);
  return {
    id: crypto.randomUUID(),
    name,
    kind,
    lettered: 'clockwise',
    sides: Array.from({ length: count }, () => ''),
    diagonals: kind === 'triangulated' ? emptyFields(missingChords(count, [])) : [],
    angles: [],
    reflexCorners,
    arcs: [],
    cutouts: [],
    plan: EMPTY_PLAN,
    spotlights: '0',
    chandeliers: '0',
  };
}

export const mirrored = ({ lettered }: RoomForm): RoomForm['lettered'] =>
  lettered === 'clockwise' ? 'counter-clockwise' : 'clockwise';

/**
 * A copy with its levels, each a room of its own; mirrored they are lettered the other way round. A level copied alone
 * becomes an ordinary room: its place is taken.
 */
export function copyRoom(
  source: RoomForm,
  levels: readonly RoomForm[],
  { name, mirror }: { name: string; mirror: boolean },
): [RoomForm, ...RoomForm[]] {
  const id = crypto.randomUUID();
  const { inset: _, ...plan } = source.plan;
  const turned = (room: RoomForm): RoomForm => (mirror ? { ...room, lettered: mirrored(room) } : room);
  const within = ({ plan: own }: RoomForm): RoomForm['plan'] =>
    own.inset ? { ...own, inset: { ...own.inset, roomId: id } } : own;
  return [
    { ...turned(source), id, name, plan },
    ...levels.map((level) => ({ ...turned(level), id: crypto.randomUUID(), plan: within(level) })),
  ];
}

const LEVEL_STEP_MM = 10;
const UNKNOWN_PLACE_MM = 500;

/** A level starts a quarter into its base and is moved on the plan from there. */
function placeWithin(build: BuildRoomResult): Inset['atMm'] {
  if (!build.ok) return { x: UNKNOWN_PLACE_MM, y: UNKNOWN_PLACE_MM };
  const quarter = (values: number[]): number => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return Math.round(((low + (high - low) / 4) * 1000) / LEVEL_STEP_MM) * LEVEL_STEP_MM;
  };
  const { vertices } = build.room;
  return { x: quarter(vertices.map(({ x }) => x)), y: quarter(vertices.map(({ y }) => y)) };
}

/** A second level: a rectangle inside the base, until somebody says otherwise. */
export function newLevel(base: RoomForm, build: BuildRoomResult, name: string): RoomForm {
  const level = newRoom('rectangle', name);
  const inset: Inset = { roomId: base.id, atMm: placeWithin(build), turnDeg: 0 };
  return { ...level, lettered: base.lettered, plan: { ...EMPTY_PLAN, inset } };
}
