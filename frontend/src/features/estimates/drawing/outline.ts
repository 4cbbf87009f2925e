import { buildRoom, cornerLabel } from '@smet/estimating';
import type { BuildRoomResult, BuiltRoom, Point } from '@smet/estimating';
import { formatCentimetres } from '../../../shared/formatting';
import { cornersOf, toRoomDraft } from '../model/room-form';
import type { RoomForm } from '../model/types';

/** A corner with its letter, in metres. */
interface OutlineCorner {
  index: number;
  letter: string;
  at: Point;
}

export interface OutlineEdge {
  from: Point;
  to: Point;
  /** Index of the wall or of the diagonal in the form. */
  index: number;
  label: string;
  /** Points of an arc between the corners, ends included. */
  along: Point[];
}

/** What of a room can be drawn: all of it, the part known so far, or only a scheme with the letters. */
export interface Outline {
  state: 'built' | 'partial' | 'scheme';
  corners: OutlineCorner[];
  walls: OutlineEdge[];
  diagonals: OutlineEdge[];
  /** The closed line for the fill; empty while it is not closed. */
  contour: Point[];
}

const lengthLabel = (metres: number): string => formatCentimetres(Math.round(metres * 10_000) / 10);

function builtOutline(room: BuiltRoom): Outline {
  const { vertices } = room;
  const corners = vertices.map((at, index) => ({ index, letter: cornerLabel(index), at }));
  const walls = room.walls.map((wall, index) => ({
    from: vertices[wall.from]!,
    to: vertices[wall.to]!,
    index,
    label: lengthLabel(wall.chordM),
    along: wall.arc ? arcPoints(room, wall.from, wall.to) : [],
  }));
  const diagonals = room.diagonals.map((diagonal, index) => ({
    from: vertices[diagonal.from]!,
    to: vertices[diagonal.to]!,
    index,
    label: lengthLabel(diagonal.lengthM),
    along: [],
  }));
  return { state: 'built', corners, walls, diagonals, contour: room.contour };
}

const typedLabel = (text = ''): string => text.trim().replace('.', ',');
const samePoint = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) < 1e-9;

/** The part of the contour between two corners: the library has laid the arc's chords there. */
function arcPoints({ contour, vertices }: BuiltRoom, from: number, to: number): Point[] {
  const start = contour.findIndex((point) => samePoint(point, vertices[from]!));
  const end = contour.findIndex((point) => samePoint(point, vertices[to]!));
  if (start < 0 || end < 0) return [];
  return start <= end ? contour.slice(start, end + 1) : [...contour.slice(start), ...contour.slice(0, end + 1)];
}

/** Corners known so far; two of them are joined where they are neighbours or have a measured diagonal. */
function partialOutline(room: RoomForm, points: Point[], indexes: number[]): Outline {
  const count = cornersOf(room);
  const known = new Map(indexes.map((corner, at) => [corner, points[at]!]));
  const corners = indexes.map((index, at) => ({ index, letter: cornerLabel(index), at: points[at]! }));
  const edge = (from: number, to: number, index: number, text: string): OutlineEdge[] => {
    const [start, end] = [known.get(from), known.get(to)];
    return start && end ? [{ from: start, to: end, index, label: typedLabel(text), along: [] }] : [];
  };
  const walls = Array.from({ length: count }, (_, index) =>
    edge(index, (index + 1) % count, index, room.sides[index] ?? room.sides[index - 2] ?? ''),
  ).flat();
  const diagonals = room.diagonals.flatMap(({ from, to, text }, index) => edge(from, to, index, text));
  return { state: 'partial', corners, walls, diagonals, contour: [] };
}

/** Letters on a nominal figure: which wall is AB before there is a single length. */
function schemeOutline(room: RoomForm): Outline {
  const points = schemePoints(room);
  const count = points.length;
  const at = (corner: number): Point => points[corner % count]!;
  return {
    state: 'scheme',
    corners: points.map((point, index) => ({ index, letter: cornerLabel(index), at: point })),
    walls: points.map((point, index) => ({
      from: point,
      to: at(index + 1),
      index,
      label: typedLabel(room.sides[index]),
      along: [],
    })),
    diagonals: room.diagonals.map(({ from, to, text }, index) => ({
      from: at(from),
      to: at(to),
      index,
      label: typedLabel(text),
      along: [],
    })),
    contour: points,
  };
}

const GAMMA: Point[] = [
  { x: 0, y: 0 },
  { x: 5, y: 0 },
  { x: 5, y: 3 },
  { x: 3, y: 3 },
  { x: 3, y: 4.5 },
  { x: 0, y: 4.5 },
];

function schemePoints(room: RoomForm): Point[] {
  const count = cornersOf(room);
  if (room.kind === 'right-angled' && count === GAMMA.length) return GAMMA;
  if (count === 4) {
    return [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 4, y: 3 },
      { x: 0, y: 3 },
    ];
  }
  // A regular figure standing on AB.
  const turn = (2 * Math.PI) / count;
  return Array.from({ length: count }, (_, corner) => {
    const angle = -Math.PI / 2 - turn / 2 + corner * turn;
    return { x: 2 * Math.cos(angle), y: 2 * Math.sin(angle) };
  });
}

export interface BuiltForm {
  build: BuildRoomResult;
  outline: Outline;
}

/** Builds what is typed and says what of it can be drawn. */
export function outlineRoom(room: RoomForm): BuiltForm {
  const build = buildRoom(toRoomDraft(room));
  if (build.ok) return { build, outline: builtOutline(build.room) };
  const { partial, partialCorners } = build;
  // One wall is no picture yet: until three corners are known, the scheme carries what is typed.
  const drawable = partial && partialCorners && partial.length >= 3;
  return { build, outline: drawable ? partialOutline(room, partial, partialCorners) : schemeOutline(room) };
}
