import { missingChords } from '@smet/estimating';
import type { Chord, RoomKind } from '@smet/estimating';
import type { DiagonalField, RoomForm } from './types';

const FEWEST_CORNERS: Record<RoomKind, number> = { rectangle: 4, 'right-angled': 6, triangulated: 3 };
const CORNER_STEP: Record<RoomKind, number> = { rectangle: 0, 'right-angled': 2, triangulated: 1 };
const MOST_CORNERS = 60;

export const cornersOf = (room: Pick<RoomForm, 'kind' | 'sides'>): number =>
  room.kind === 'rectangle' ? 4 : room.sides.length;
export const canAddCorner = (room: RoomForm): boolean =>
  room.kind !== 'rectangle' && cornersOf(room) + CORNER_STEP[room.kind] <= MOST_CORNERS;
export const canRemoveCorner = (room: RoomForm): boolean =>
  room.kind !== 'rectangle' && cornersOf(room) - CORNER_STEP[room.kind] >= FEWEST_CORNERS[room.kind];

/** How many diagonals a room needs beside its angles; those after them are control readings. */
export const neededDiagonals = (room: RoomForm): number =>
  room.kind === 'triangulated' ? Math.max(0, room.sides.length - 3 - room.angles.length) : 0;

export function isDiagonal(corners: number, { from, to }: Chord): boolean {
  const apart = Math.abs(to - from);
  return from >= 0 && to >= 0 && from < corners && to < corners && apart > 1 && apart < corners - 1;
}

export const sameChord = (a: Chord, b: Chord): boolean =>
  (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from);

/** Every pair of corners that are not neighbours, to choose another diagonal from. */
export function allDiagonals(corners: number): Chord[] {
  const pairs: Chord[] = [];
  for (let from = 0; from < corners; from += 1) {
    for (let to = from + 2; to < corners; to += 1) if (isDiagonal(corners, { from, to })) pairs.push({ from, to });
  }
  return pairs;
}

export const emptyFields = (chords: readonly Chord[]): DiagonalField[] =>
  chords.map(({ from, to }) => ({ from, to, text: '' }));

/** Those that were measured, and with them what still lacks for a triangulation, in the order of their corners. */
function completeDiagonals(corners: number, needed: number, kept: DiagonalField[]): DiagonalField[] {
  const typed = kept.filter(({ text }) => text.trim() !== '');
  const blank = kept.filter(({ text }) => text.trim() === '').slice(0, Math.max(0, needed - typed.length));
  const chosen = [...typed, ...blank];
  const added = emptyFields(missingChords(corners, chosen)).slice(0, Math.max(0, needed - chosen.length));
  const inOrder = [...chosen.slice(0, needed), ...added].sort((a, b) => a.from - b.from || a.to - b.to);
  return [...inOrder, ...chosen.slice(needed)];
}

/** A plan without what belonged to walls that are gone. */
function planFor(corners: number, { plan }: RoomForm): RoomForm['plan'] {
  const { sides, canvas, ...rest } = plan;
  const { direction, ...cut } = canvas ?? {};
  return {
    ...rest,
    ...(sides && { sides: sides.filter(({ side }) => side < corners) }),
    ...(canvas && { canvas: direction && direction.wall < corners ? { ...cut, direction } : cut }),
  };
}

/** More or fewer walls; lengths that still have a wall or a diagonal stay where they were typed. */
export function resizeRoom(room: RoomForm, direction: 1 | -1): RoomForm {
  const corners = room.sides.length + direction * CORNER_STEP[room.kind];
  const angles = room.angles.filter(({ corner }) => corner < corners);
  const resized: RoomForm = {
    ...room,
    sides: Array.from({ length: corners }, (_, index) => room.sides[index] ?? ''),
    angles,
    arcs: room.arcs.filter(({ side }) => side < corners),
    reflexCorners: null,
    plan: planFor(corners, room),
  };
  const kept = room.diagonals.filter((diagonal) => isDiagonal(corners, diagonal));
  return {
    ...resized,
    diagonals: room.kind === 'triangulated' ? completeDiagonals(corners, neededDiagonals(resized), kept) : [],
  };
}
