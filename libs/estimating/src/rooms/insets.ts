import { isInside } from '../geometry/inside.js';
import { placePoints } from '../geometry/placing.js';
import type { Point } from '../geometry/point.js';
import { crossingShare, distanceToLine } from '../geometry/segment.js';
import type { Inset } from '../plan/room-plan.js';
import type { BuiltRoom } from './built-room.js';
import { areClear } from './regions.js';
import { edgesOf, sharedStretch, TOUCH_M } from './shared-stretches.js';
import type { Edge } from './shared-stretches.js';

/** A base that keeps less than a square decimetre is no room any more. */
const LEAST_REST_M2 = 0.01;

/**
 * A level in its base, metres in the frame of the base. The base keeps its area less `areaM2`, and its perimeter less
 * what is shared and more what is free: along a wall that both have, the base has no edge any more.
 */
export interface PlacedInset {
  /** Counter-clockwise, arcs as chords. */
  contour: Point[];
  /** All within the contour, cut-outs of the level too. */
  areaM2: number;
  /** What of the level's contour lies away from the base's walls: a new edge of the base. */
  freeM: number;
  /** The same by wall of the level. */
  freeWallsM: number[];
  /** What of that is arcs and curves. */
  freeCurvedM: number;
  /** By wall of the base: how much of it runs along the level. */
  sharedM: number[];
  /** Corners of the base both walls of which are shared where they meet: the base has no corner there any more. */
  coveredCorners: number[];
}

/** `contour` is there for drawing, refused or not. */
export type PlaceInsetResult =
  { ok: true; inset: PlacedInset } | { ok: false; code: 'INSET_OUTSIDE' | 'INSET_OVERLAPS'; contour: Point[] };

/**
 * Lays a level into its base. It may run along the base's walls, within 5 mm, but neither beyond them (INSET_OUTSIDE) nor
 * over or up to a cut-out of the base (INSET_OVERLAPS), and it must leave something of the base. Rooms lettered
 * differently have frames that mirror each other; the level is laid the way both are seen from above.
 */
export function placeInset(base: BuiltRoom, level: BuiltRoom, { atMm, turnDeg }: Inset): PlaceInsetResult {
  const isMirrored = base.lettered !== level.lettered;
  const place = (points: readonly Point[]): Point[] => {
    const seen = isMirrored ? points.map(({ x, y }) => ({ x, y: -y })) : points;
    return placePoints(seen, { x: atMm.x / 1000, y: atMm.y / 1000 }, turnDeg);
  };
  const edges = edgesOf(level, place);
  const line = edges.map(({ from }) => from);
  const contour = isMirrored ? line.toReversed() : line;
  const areaM2 = level.areaM2 + level.cutouts.reduce((sum, cutout) => sum + cutout.areaM2, 0);
  if (base.areaM2 - areaM2 < LEAST_REST_M2 || !edges.every((edge) => staysWithin(edge, base.contour))) {
    return { ok: false, code: 'INSET_OUTSIDE', contour };
  }
  if (!base.cutouts.every((cutout) => areClear({ contour: cutout.contour }, { contour }))) {
    return { ok: false, code: 'INSET_OVERLAPS', contour };
  }
  return { ok: true, inset: { contour, areaM2, ...share(base, level, edges) } };
}

/** True when two levels of a base have no point in common; levels may not even touch. */
export function insetsAreClear(a: PlacedInset, b: PlacedInset): boolean {
  return areClear(a, b);
}

/** An edge cut where it crosses the walls: every piece lies inside, or so little outside that it lies along a wall. */
function staysWithin({ from, to }: Edge, room: readonly Point[]): boolean {
  const cuts = room.flatMap(
    (point, index) => crossingShare([from, to], [point, room[(index + 1) % room.length]!]) ?? [],
  );
  const stops = [0, ...cuts.sort((a, b) => a - b), 1];
  const at = (part: number) => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
  const middles = stops.slice(1).map((stop, index) => (stop + stops[index]!) / 2);
  return [0, ...middles].map(at).every((point) => isInside(point, room) || distanceToLine(point, room) <= TOUCH_M);
}

function share(base: BuiltRoom, level: BuiltRoom, edges: readonly Edge[]): Omit<PlacedInset, 'contour' | 'areaM2'> {
  const sharedM = base.walls.map(() => 0);
  const reach = base.walls.map(() => ({ first: Infinity, last: -Infinity }));
  const curved = new Set(level.curves.flatMap(({ walls }) => walls));
  const walls = edgesOf(base, (points) => points);
  const freeWallsM = level.walls.map(() => 0);
  for (const edge of edges) {
    let own = 0;
    for (const wall of walls) {
      const stretch = sharedStretch(edge, wall);
      if (stretch) {
        own += stretch.own[1] - stretch.own[0];
        sharedM[wall.wall]! += (stretch.other[1] - stretch.other[0]) * wall.scale;
        const span = reach[wall.wall]!;
        span.first = Math.min(span.first, wall.startM + stretch.other[0]);
        span.last = Math.max(span.last, wall.startM + stretch.other[1]);
      }
    }
    freeWallsM[edge.wall]! += Math.max(0, edge.lengthM - own) * edge.scale;
  }
  const lengths = base.walls.map((_, wall) =>
    walls.reduce((sum, edge) => sum + (edge.wall === wall ? edge.lengthM : 0), 0),
  );
  const coveredCorners = [...base.walls.keys()].filter((corner) => {
    const before = (corner + base.walls.length - 1) % base.walls.length;
    return reach[corner]!.first <= TOUCH_M && reach[before]!.last >= lengths[before]! - TOUCH_M;
  });
  const freeCurved = freeWallsM.filter((_, wall) => level.walls[wall]!.arc || curved.has(wall));
  return { freeM: sum(freeWallsM), freeWallsM, freeCurvedM: sum(freeCurved), sharedM, coveredCorners };
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}
