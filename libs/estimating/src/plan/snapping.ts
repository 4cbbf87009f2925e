import type { BuiltRoom } from '../rooms/built-room.js';
import type { PointMm } from '../shape/room-shape.js';
import { isInside } from '../geometry/inside.js';
import { isInsideMm, linesMm, wallDistances, wallLineMm } from './wall-distances.js';
import type { WallDistance } from './wall-distances.js';

/** Why a place was taken: halfway along a wall, in line with another thing, as far apart as others are. */
export type GuideKind = 'wall-middle' | 'aligned' | 'spacing';

/** A line to show while something is dragged; millimetres in the frame of the room. */
export interface Guide {
  kind: GuideKind;
  from: PointMm;
  to: PointMm;
}

export interface Snapped {
  at: PointMm;
  guides: Guide[];
  /** To the nearest walls, square to them, nearest first. */
  distances: WallDistance[];
}

/** What a dragged thing snaps to beside the walls of the room. */
export interface SnapOptions {
  /** Places of the other things on the ceiling. */
  others: readonly PointMm[];
  /** Further than this nothing pulls. 0: the place stays where it is. */
  toleranceMm: number;
}

/** Places that no line pulls are rounded to this; along a line distances from its beginning are. */
export const SNAP_GRID_MM = 50;
/** Lines that meet at less than this fix no place. */
const FLAT = Math.sin(Math.PI / 12);
/** Spacing is looked for among the nearest things only: all pairs of a hundred lamps would be noise. */
const SPACING_AMONG = 12;
/** Two lines may pull a little further together than one of them alone. */
const CORNER_REACH = 1.5;

/** A line that pulls: unit vector `way` through `from`; the smaller `rank` wins among lines about as near. */
interface Line {
  kind: GuideKind;
  from: PointMm;
  way: PointMm;
  rank: number;
  /** Where its guide begins; `from` when absent. */
  shown?: PointMm;
}

/**
 * Where a dragged point comes to rest: on lines through the middles of walls and through other things, at equal
 * spacing, else on the 5 cm grid. It never leaves the room by snapping.
 * @param point where the pointer is, in the frame of the room.
 */
export function snapPlace(room: BuiltRoom, point: PointMm, { others, toleranceMm }: SnapOptions): Snapped {
  const snapped =
    toleranceMm > 0
      ? pull(linesOf(room, point, { others, toleranceMm }), point, toleranceMm)
      : { at: point, lines: [] };
  const { contour, cutouts } = linesMm(room);
  const isFree = (at: PointMm): boolean => isInside(at, contour) && !cutouts.some((line) => isInsideMm(line, at));
  const kept = isFree(snapped.at) || !isFree(point) ? snapped : { at: point, lines: [] };
  const at = { x: Math.round(kept.at.x * 10) / 10, y: Math.round(kept.at.y * 10) / 10 };
  return {
    at,
    guides: kept.lines.map(({ kind, from, shown = from }) => ({ kind, from: shown, to: at })),
    distances: wallDistances(room, at),
  };
}

function linesOf(room: BuiltRoom, point: PointMm, { others, toleranceMm }: SnapOptions): Line[] {
  const middles = room.walls.flatMap((wall, index): Line[] => {
    if (wall.arc) return [];
    const [a, b] = wallLineMm(room, index) as [PointMm, PointMm];
    const along = unit(a, b);
    return [{ kind: 'wall-middle', from: middle(a, b), way: { x: -along.y, y: along.x }, rank: 0 }];
  });
  return [...middles, ...alignedLines(room, point, others), ...spacingLines(point, others, toleranceMm)];
}

/** Through every other thing: along and across the frame, along and across the walls nearest to the dragged one. */
function alignedLines(room: BuiltRoom, point: PointMm, others: readonly PointMm[]): Line[] {
  const walls = wallDistances(room, point, 2).map(({ wall }) => {
    const line = wallLineMm(room, wall);
    return unit(line[0]!, line.at(-1)!);
  });
  const ways = [{ x: 1, y: 0 }, ...walls].flatMap((way) => [way, { x: -way.y, y: way.x }]);
  const distinct = ways.filter(
    (way, index) => !ways.slice(0, index).some((known) => Math.abs(cross(way, known)) < 1e-3),
  );
  return others.flatMap((from) => distinct.map((way): Line => ({ kind: 'aligned', from, way, rank: 1 })));
}

/** One step beyond two things in a row with the point, and halfway between them. */
function spacingLines(point: PointMm, others: readonly PointMm[], toleranceMm: number): Line[] {
  const near = [...others].sort((a, b) => distance(a, point) - distance(b, point)).slice(0, SPACING_AMONG);
  return near.flatMap((a, index) =>
    near.slice(index + 1).flatMap((b): Line[] => {
      const along = unit(a, b);
      const aside = Math.abs(cross(along, { x: point.x - a.x, y: point.y - a.y }));
      if (distance(a, b) < SNAP_GRID_MM || aside > toleranceMm) return [];
      const line = { kind: 'spacing', way: { x: -along.y, y: along.x }, rank: 2 } as const;
      return [
        { ...line, from: { x: 2 * b.x - a.x, y: 2 * b.y - a.y }, shown: a },
        { ...line, from: { x: 2 * a.x - b.x, y: 2 * a.y - b.y }, shown: b },
        { ...line, from: middle(a, b), shown: a },
      ];
    }),
  );
}

function pull(lines: readonly Line[], point: PointMm, toleranceMm: number): { at: PointMm; lines: Line[] } {
  const near = lines
    .map((line) => ({ line, off: Math.abs(cross(line.way, { x: point.x - line.from.x, y: point.y - line.from.y })) }))
    .filter(({ off }) => off <= toleranceMm)
    .sort((a, b) => a.off - b.off || a.line.rank - b.line.rank)
    .map(({ line }) => line);
  const [first] = near;
  if (!first) return { at: onGrid(point, toleranceMm), lines: [] };
  for (const second of near) {
    const at = meeting(first, second);
    if (at && distance(at, point) <= toleranceMm * CORNER_REACH) return { at, lines: [first, second] };
  }
  return { at: alongLine(first, point), lines: [first] };
}

function onGrid(point: PointMm, toleranceMm: number): PointMm {
  const round = (value: number): number => {
    const grid = Math.round(value / SNAP_GRID_MM) * SNAP_GRID_MM;
    return Math.abs(grid - value) <= toleranceMm ? grid : value;
  };
  return { x: round(point.x), y: round(point.y) };
}

function alongLine({ from, way }: Line, point: PointMm): PointMm {
  const along = (point.x - from.x) * way.x + (point.y - from.y) * way.y;
  const step = Math.round(along / SNAP_GRID_MM) * SNAP_GRID_MM;
  return { x: from.x + way.x * step, y: from.y + way.y * step };
}

function meeting(a: Line, b: Line): PointMm | null {
  const sine = cross(a.way, b.way);
  if (Math.abs(sine) < FLAT) return null;
  const t = cross({ x: b.from.x - a.from.x, y: b.from.y - a.from.y }, b.way) / sine;
  return { x: a.from.x + a.way.x * t, y: a.from.y + a.way.y * t };
}

const cross = (a: PointMm, b: PointMm): number => a.x * b.y - a.y * b.x;
const distance = (a: PointMm, b: PointMm): number => Math.hypot(a.x - b.x, a.y - b.y);
const middle = (a: PointMm, b: PointMm): PointMm => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

function unit(a: PointMm, b: PointMm): PointMm {
  const length = distance(a, b) || 1;
  return { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
}
