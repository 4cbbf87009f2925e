import { EMPTY_PLAN, missingChords } from '@smet/estimating';
import type { BuildRoomResult, Inset, RoomKind } from '@smet/estimating';
import { emptyFields } from './room-corners';
import type { RoomForm } from './types';

/**
 * What a new room starts from: a number of walls and, for the usual shapes of right angles, the corners that turn back,
 * so that nothing has to be guessed from the lengths.
 */
const STARTS = {
  rectangle: { kind: 'rectangle', corners: 4, reflexCorners: null },
  'l-shape': { kind: 'right-angled', corners: 6, reflexCorners: [3] },
  'u-shape': { kind: 'right-angled', corners: 8, reflexCorners: [4, 5] },
  't-shape': { kind: 'right-angled', corners: 8, reflexCorners: [3, 6] },
  'right-angled': { kind: 'right-angled', corners: 6, reflexCorners: null },
  triangulated: { kind: 'triangulated', corners: 4, reflexCorners: null },
} as const satisfies Record<string, { kind: RoomKind; corners: number; reflexCorners: readonly number[] | null }>;

export type RoomStart = keyof typeof STARTS;
export const ROOM_STARTS = Object.keys(STARTS) as RoomStart[];

/** A room with nothing measured yet, lettered the way the trade does it. */
export function newRoom(start: RoomStart, name: string): RoomForm {
  const { kind, corners, reflexCorners } = STARTS[start];
  return {
    id: crypto.randomUUID(),
    name,
    kind,
    lettered: 'clockwise',
    sides: Array.from({ length: kind === 'rectangle' ? 2 : corners }, () => ''),
    diagonals: kind === 'triangulated' ? emptyFields(missingChords(corners, [])) : [],
    angles: [],
    reflexCorners: reflexCorners && [...reflexCorners],
    arcs: [],
    cutouts: [],
    plan: EMPTY_PLAN,
    spotlights: '0',
    chandeliers: '0',
  };
}

export const mirrored = ({ lettered }: RoomForm): RoomForm['lettered'] =>
  lettered === 'clockwise' ? 'counter-clockwise' : 'clockwise';

/** A copy with its levels, each a room of its own. A level copied alone becomes an ordinary room: its place is taken. */
export function copyRoom(source: RoomForm, levels: readonly RoomForm[], name: string): [RoomForm, ...RoomForm[]] {
  const id = crypto.randomUUID();
  const { inset: _, ...plan } = source.plan;
  const within = ({ plan: own }: RoomForm): RoomForm['plan'] =>
    own.inset ? { ...own, inset: { ...own.inset, roomId: id } } : own;
  return [
    { ...source, id, name, plan },
    ...levels.map((level) => ({ ...level, id: crypto.randomUUID(), plan: within(level) })),
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
