import { boxAround } from '../geometry/boxes.js';
import type { Box } from '../geometry/boxes.js';
import { isInside } from '../geometry/inside.js';
import { lengthOfIntervals } from '../geometry/intervals.js';
import type { Interval } from '../geometry/intervals.js';
import { placePoints } from '../geometry/placing.js';
import type { Point } from '../geometry/point.js';
import { crossingShare, distanceToLine } from '../geometry/segment.js';
import type { Inset } from '../plan/room-plan.js';
import type { BuiltRoom } from './built-room.js';
import { areClear } from './regions.js';
import { edgesOf, narrowGap, reversedEdges, sharedStretch, TOUCH_M } from './shared-stretches.js';
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
  /** What is near to the contour lies in here. */
  box: Box;
  /** What of the level's contour is a new edge of the base: no wall of the base nor another level runs there. */
  freeM: number;
  /** The same by wall of the level. */
  freeWallsM: number[];
  /** What of that is arcs and curves. */
  freeCurvedM: number;
  /** By wall of the base: how much of it runs along the level. */
  sharedM: number[];
  /** Walls of the base whose beginning the level covers, and those whose end. */
  coveredStarts: number[];
  coveredEnds: number[];
  /** The contour with what runs along something else. */
  edges: InsetEdge[];
  /** By edge of the base's contour: where the level runs along it. */
  onBase: ReadonlyMap<number, readonly Interval[]>;
}

/** An edge of a level and the stretches of it that are no edge of the base: a wall or another level has them too. */
export interface InsetEdge extends Edge {
  taken: readonly Interval[];
  /** An arc or a curve of short walls. */
  isCurved: boolean;
}

export type InsetRefusalCode = 'INSET_OUTSIDE' | 'INSET_OVERLAPS' | 'INSET_NEAR_WALL';

/** `contour` is there for drawing, refused or not. */
export type PlaceInsetResult = { ok: true; inset: PlacedInset } | RefusedInset;

export interface RefusedInset {
  ok: false;
  code: InsetRefusalCode;
  params: Record<string, string | number>;
  contour: Point[];
}

/**
 * Lays a level into its base. It may run along the base's walls, within 5 mm, but neither beyond them (INSET_OUTSIDE) nor
 * over or up to a cut-out of the base (INSET_OVERLAPS), and it must leave something of the base. Beside a wall it may not
 * leave a strip of the base narrower than 50 mm (INSET_NEAR_WALL; params: wall, gapMm); where it touches a wall at one end
 * and parts from it slightly, it runs along it. Rooms lettered differently have frames that mirror each other; the level
 * is laid the way both are seen from above.
 */
export function placeInset(base: BuiltRoom, level: BuiltRoom, { atMm, turnDeg }: Inset): PlaceInsetResult {
  const isMirrored = base.lettered !== level.lettered;
  const place = (points: readonly Point[]): Point[] => {
    const seen = isMirrored ? points.map(({ x, y }) => ({ x, y: -y })) : points;
    return placePoints(seen, { x: atMm.x / 1000, y: atMm.y / 1000 }, turnDeg);
  };
  const run = edgesOf(level, place);
  const edges = isMirrored ? reversedEdges(run) : run;
  const line = run.map(({ from }) => from);
  const contour = isMirrored ? line.toReversed() : line;
  const refuse = (code: InsetRefusalCode, params: RefusedInset['params'] = {}): RefusedInset => {
    return { ok: false, code, params, contour };
  };
  const areaM2 = level.areaM2 + level.cutouts.reduce((sum, cutout) => sum + cutout.areaM2, 0);
  if (base.areaM2 - areaM2 < LEAST_REST_M2 || !edges.every((edge) => staysWithin(edge, base.contour))) {
    return refuse('INSET_OUTSIDE');
  }
  if (!base.cutouts.every((cutout) => areClear({ contour: cutout.contour }, { contour }))) {
    return refuse('INSET_OVERLAPS');
  }
  const walls = edgesOf(base, (points) => points);
  const strip = narrowStrip(edges, walls);
  if (strip) {
    return refuse('INSET_NEAR_WALL', { wall: base.walls[strip.wall]!.label, gapMm: Math.round(strip.gapM * 1000) });
  }
  const curved = new Set(level.curves.flatMap((curve) => curve.walls));
  const isCurved = ({ wall }: Edge) => level.walls[wall]!.arc !== undefined || curved.has(wall);
  return {
    ok: true,
    inset: { contour, areaM2, box: boxAround(edges.map(({ box }) => box)), ...alongWalls(edges, walls, isCurved) },
  };
}

/** A strip of the base beside a level, too narrow to be one: between straight walls only, arcs come near and part again. */
function narrowStrip(edges: readonly Edge[], walls: readonly Edge[]): { wall: number; gapM: number } | null {
  for (const edge of edges.filter(({ scale }) => scale === 1)) {
    for (const wall of walls.filter(({ scale }) => scale === 1)) {
      const gapM = narrowGap(edge, wall);
      if (gapM !== null) {
        return { wall: wall.wall, gapM };
      }
    }
  }
  return null;
}

/** An edge cut where it crosses the walls: every piece lies inside, or so little outside that it lies along a wall. */
export function staysWithin(edge: Edge, room: readonly Point[]): boolean {
  return placesAlong(edge, room).every((point) => isInside(point, room) || distanceToLine(point, room) <= TOUCH_M);
}

/** The beginning of an edge, and a place on each of the pieces a closed line cuts it into. */
export function placesAlong({ from, to }: Pick<Edge, 'from' | 'to'>, line: readonly Point[]): Point[] {
  const cuts = line.flatMap(
    (point, index) => crossingShare([from, to], [point, line[(index + 1) % line.length]!]) ?? [],
  );
  const stops = [0, ...cuts.sort((a, b) => a - b), 1];
  const at = (part: number) => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
  const middles = stops.slice(1).map((stop, index) => (stop + stops[index]!) / 2);
  return [0, ...middles].map(at);
}

type AlongWalls = Omit<PlacedInset, 'contour' | 'areaM2' | 'box'>;

/** What a closed line within a room has in common with its walls. */
export function alongWalls(
  edges: readonly Edge[],
  walls: readonly Edge[],
  isCurved: (edge: Edge) => boolean,
): AlongWalls {
  const onBase = new Map<number, Interval[]>();
  const taken = edges.map((edge): InsetEdge => {
    const own = walls.flatMap((wall, index) => {
      const stretch = sharedStretch(edge, wall, 1);
      if (!stretch) {
        return [];
      }
      onBase.set(index, [...(onBase.get(index) ?? []), stretch.other]);
      return [stretch.own];
    });
    return { ...edge, taken: own, isCurved: isCurved(edge) };
  });
  const sides = (walls.at(-1)?.wall ?? -1) + 1;
  const sharedM = Array<number>(sides).fill(0);
  const reaches = sharedM.map(() => ({ first: Infinity, last: -Infinity, endM: 0 }));
  walls.forEach(({ wall, startM, lengthM, scale }, index) => {
    const shared = onBase.get(index) ?? [];
    const reach = reaches[wall]!;
    sharedM[wall]! += lengthOfIntervals(shared) * scale;
    reach.first = Math.min(reach.first, ...shared.map(([first]) => startM + first));
    reach.last = Math.max(reach.last, ...shared.map(([, last]) => startM + last));
    reach.endM = startM + lengthM;
  });
  const sidesWhere = (isCovered: (reach: (typeof reaches)[number]) => boolean) =>
    [...reaches.keys()].filter((side) => isCovered(reaches[side]!));
  return {
    ...freeOf(taken),
    sharedM,
    coveredStarts: sidesWhere(({ first }) => first <= TOUCH_M),
    coveredEnds: sidesWhere(({ last, endM }) => last >= endM - TOUCH_M),
    onBase,
  };
}

/** What of a level's edges is free, and the edges themselves. */
export function freeOf(edges: InsetEdge[]): Pick<PlacedInset, 'freeM' | 'freeWallsM' | 'freeCurvedM' | 'edges'> {
  const freeWallsM = Array<number>(1 + Math.max(...edges.map(({ wall }) => wall))).fill(0);
  let freeCurvedM = 0;
  for (const { wall, lengthM, scale, taken, isCurved } of edges) {
    const freeM = Math.max(0, lengthM - lengthOfIntervals(taken)) * scale;
    freeWallsM[wall]! += freeM;
    freeCurvedM += isCurved ? freeM : 0;
  }
  return { freeM: freeWallsM.reduce((sum, length) => sum + length, 0), freeWallsM, freeCurvedM, edges };
}
