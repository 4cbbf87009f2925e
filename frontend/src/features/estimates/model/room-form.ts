import { missingChords } from '@smet/estimating';
import type { RoomDraft, RoomInput, RoomKind, RoomShape } from '@smet/estimating';
import { formatCentimetres, parseCentimetres } from '../../../shared/formatting';
import type { DiagonalField, RoomForm } from './types';

const FIRST_CORNERS: Record<RoomKind, number> = { rectangle: 4, 'right-angled': 6, triangulated: 4 };
const FEWEST_CORNERS: Record<RoomKind, number> = { rectangle: 4, 'right-angled': 6, triangulated: 3 };
const CORNER_STEP: Record<RoomKind, number> = { rectangle: 0, 'right-angled': 2, triangulated: 1 };
const MOST_CORNERS = 60;
const COUNT = /^\d{1,4}$/;
const MOST_COUNT = 1000;

const emptyFan = (corners: number): DiagonalField[] =>
  missingChords(corners, []).map((chord) => ({ ...chord, text: '' }));

export function newRoom(kind: RoomKind, name: string): RoomForm {
  const corners = FIRST_CORNERS[kind];
  return {
    id: crypto.randomUUID(),
    name,
    kind,
    sides: Array.from({ length: kind === 'rectangle' ? 2 : corners }, () => ''),
    diagonals: kind === 'triangulated' ? emptyFan(corners) : [],
    reflexCorners: null,
    arcs: [],
    spotlights: '0',
    chandeliers: '0',
  };
}

export const cornersOf = (room: RoomForm): number => (room.kind === 'rectangle' ? 4 : room.sides.length);
export const canAddCorner = (room: RoomForm): boolean =>
  room.kind !== 'rectangle' && cornersOf(room) + CORNER_STEP[room.kind] <= MOST_CORNERS;
export const canRemoveCorner = (room: RoomForm): boolean =>
  room.kind !== 'rectangle' && cornersOf(room) - CORNER_STEP[room.kind] >= FEWEST_CORNERS[room.kind];

/** More or fewer walls; lengths that still have a wall or a diagonal stay where they were typed. */
export function resizeRoom(room: RoomForm, direction: 1 | -1): RoomForm {
  const corners = room.sides.length + direction * CORNER_STEP[room.kind];
  const sides = Array.from({ length: corners }, (_, index) => room.sides[index] ?? '');
  const kept = room.diagonals.filter(({ from, to }) => isDiagonal(corners, from, to));
  const diagonals = room.kind === 'triangulated' ? completeDiagonals(corners, kept) : [];
  const arcs = room.arcs.filter(({ side }) => side < corners);
  return { ...room, sides, diagonals, arcs, reflexCorners: null };
}

/** Those that were chosen, and after them what still lacks for a triangulation, in the order of their corners. */
function completeDiagonals(corners: number, chosen: DiagonalField[]): DiagonalField[] {
  const added = missingChords(corners, chosen).map((chord) => ({ ...chord, text: '' }));
  return [...chosen, ...added].slice(0, corners - 3).sort((a, b) => a.from - b.from || a.to - b.to);
}

function isDiagonal(corners: number, from: number, to: number): boolean {
  const apart = Math.abs(to - from);
  return from >= 0 && to >= 0 && from < corners && to < corners && apart > 1 && apart < corners - 1;
}

/** Every pair of corners that are not neighbours, to choose another diagonal from. */
export function allDiagonals(corners: number): { from: number; to: number }[] {
  const pairs = [];
  for (let from = 0; from < corners; from += 1) {
    for (let to = from + 2; to < corners; to += 1) if (isDiagonal(corners, from, to)) pairs.push({ from, to });
  }
  return pairs;
}

/** The draft the library builds from: what is not a length yet is null. */
export function toRoomDraft(room: RoomForm): RoomDraft {
  const sides = room.sides.map(parseCentimetres);
  const arcs = room.arcs.length > 0 ? { arcs: room.arcs } : {};
  if (room.kind === 'rectangle') {
    return { schemaVersion: 1, kind: 'rectangle', sidesMm: [sides[0] ?? null, sides[1] ?? null], ...arcs };
  }
  if (room.kind === 'right-angled') {
    const turns = room.reflexCorners ? { reflexCorners: room.reflexCorners } : {};
    return { schemaVersion: 1, kind: 'right-angled', sidesMm: sides, ...turns, ...arcs };
  }
  const diagonalsMm = room.diagonals.map(({ from, to, text }) => ({ from, to, lengthMm: parseCentimetres(text) }));
  return { schemaVersion: 1, kind: 'triangulated', sidesMm: sides, diagonalsMm, ...arcs };
}

/** A count of lamps as typed; null when it is not one. An empty field means none. */
export function parseCount(text: string): number | null {
  const clean = text.trim();
  if (clean === '') return 0;
  return COUNT.test(clean) && Number(clean) <= MOST_COUNT ? Number(clean) : null;
}

/**
 * The room as the library takes it. An unfinished shape keeps its nulls: the library then names what is missing and
 * makes no lines, and the server is never sent such a room.
 */
export function toRoomInput(room: RoomForm): RoomInput {
  return {
    id: room.id,
    name: room.name.trim(),
    shape: toRoomDraft(room) as RoomShape,
    spotlights: parseCount(room.spotlights) ?? 0,
    chandeliers: parseCount(room.chandeliers) ?? 0,
  };
}

/** A saved room back into fields. */
export function fromRoomInput(input: RoomInput): RoomForm {
  const { shape } = input;
  return {
    id: input.id,
    name: input.name,
    kind: shape.kind,
    sides: shape.sidesMm.map(formatCentimetres),
    diagonals:
      shape.kind === 'triangulated'
        ? shape.diagonalsMm.map(({ from, to, lengthMm }) => ({ from, to, text: formatCentimetres(lengthMm) }))
        : [],
    reflexCorners: shape.kind === 'right-angled' ? (shape.reflexCorners ?? null) : null,
    arcs: shape.arcs ?? [],
    spotlights: String(input.spotlights),
    chandeliers: String(input.chandeliers),
  };
}
