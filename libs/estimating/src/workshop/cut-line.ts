import { flattenArc } from '../geometry/arcs.js';
import { distance, NOISE_M } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import { isOnSegment } from '../geometry/segment.js';
import type { PlacedLevel } from '../estimate/levels.js';
import type { BuiltCutout, BuiltRoom } from '../rooms/built-room.js';
import { wallsOfSegments } from '../rooms/walls.js';
import { CURVE_TOLERANCE_MM } from './cutting-sheet.js';
import type { CutPoint } from './cutting-sheet.js';

/** A point of a line in the room, and the wall that runs on from it: null along the border of a level. */
export interface LinePoint extends CutPoint {
  wall: number | null;
}

/** The chords a layout sees of an arc, in order, and the circle they lie on. */
export interface Curve {
  points: readonly Point[];
  centre: Point;
  radiusM: number;
}

/** Of the chords of a round column every fourth end is written down. */
const NAMED_EVERY = 4;

/** The arcs among the walls of a room and of the levels in it: a canvas ends at both. */
export function curvesOf(room: BuiltRoom, levels: readonly PlacedLevel[]): Curve[] {
  const own = room.walls.flatMap(({ from, to, arc }) => {
    const [start, end] = [room.vertices[from]!, room.vertices[to]!];
    return arc ? [curveThrough([start, ...flattenArc(start, end, arc), end], arc.radiusM)] : [];
  });
  return [...own, ...levels.flatMap((level) => curvesOfLevel(level, room))];
}

function curvesOfLevel({ room, inset: { contour } }: PlacedLevel, base: BuiltRoom): Curve[] {
  // Frames of rooms lettered differently mirror each other, and the level's line was turned round.
  const line = room.lettered === base.lettered ? contour : contour.toReversed();
  const walls = wallsOfSegments(room.walls);
  return room.walls.flatMap(({ arc }, wall) => {
    const first = walls.indexOf(wall);
    const count = walls.filter((other) => other === wall).length;
    const points = Array.from({ length: count + 1 }, (_, step) => line[(first + step) % line.length]!);
    return arc ? [curveThrough(points, arc.radiusM)] : [];
  });
}

/** The centre lies on the bisector of the first chord, on the side the chords turn to. */
function curveThrough(points: readonly Point[], radiusM: number): Curve {
  const [a, b, c] = [points[0]!, points[1]!, points[2]!];
  const chord = distance(a, b);
  const turnsLeft = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) > 0;
  const off = Math.sqrt(Math.max(0, radiusM * radiusM - (chord * chord) / 4)) / (turnsLeft ? chord : -chord);
  return {
    points,
    radiusM,
    centre: { x: (a.x + b.x) / 2 - (b.y - a.y) * off, y: (a.y + b.y) / 2 + (b.x - a.x) * off },
  };
}

/** The line a canvas ends at, with its arcs as fine as they are cut; each point knows the wall that follows it. */
export function fineLine(contour: readonly Point[], room: BuiltRoom, curves: readonly Curve[]): LinePoint[] {
  const walls = wallFinder(room);
  // Where levels were cut out, the ends of two lines may fall on one place.
  const points = contour.filter((point, index) => distance(point, contour.at(index - 1)!) > NOISE_M);
  return points.flatMap((from, index) => {
    const to = points[(index + 1) % points.length]!;
    const wall = walls(from, to);
    return [{ ...from, wall }, ...alongCurve(from, to, curves).map((point) => ({ ...point, wall, isBetween: true }))];
  });
}

/** A hole clockwise; one that is round, or a level with arcs, as fine as it is cut. */
export function fineHole({ kind, contour }: BuiltCutout, curves: readonly Curve[]): CutPoint[] {
  if (kind !== 'circle') {
    const fine = contour.flatMap((from, index): CutPoint[] => {
      const between = alongCurve(from, contour[(index + 1) % contour.length]!, curves);
      return [from, ...between.map((point) => ({ ...point, isBetween: true }))];
    });
    return fine.toReversed();
  }
  const centre = middleOf(contour);
  const circle = { points: contour, centre, radiusM: distance(centre, contour[0]!) };
  const line = contour.flatMap((from, index): CutPoint[] => {
    const between = pointsBetween(from, contour[(index + 1) % contour.length]!, circle);
    const named = index % NAMED_EVERY === 0 ? from : { ...from, isBetween: true };
    return [named, ...between.map((point) => ({ ...point, isBetween: true }))];
  });
  return line.toReversed();
}

function alongCurve(from: Point, to: Point, curves: readonly Curve[]): Point[] {
  const curve = curves.find(({ points }) => isChordOf(points, from, to));
  return curve ? pointsBetween(from, to, curve) : [];
}

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function isChordOf(points: readonly Point[], from: Point, to: Point): boolean {
  return points.some((point, index) => {
    const next = points[index + 1];
    return next !== undefined && (areSame([point, next], [from, to]) || areSame([next, point], [from, to]));
  });
}

function areSame([a, b]: [Point, Point], [c, d]: [Point, Point]): boolean {
  return distance(a, c) < NOISE_M && distance(b, d) < NOISE_M;
}

/** Points on the circle between the ends of a chord of it, as many as the tolerance asks for. */
function pointsBetween(from: Point, to: Point, { centre, radiusM }: Curve): Point[] {
  const start = Math.atan2(from.y - centre.y, from.x - centre.x);
  const turn = shortWay(Math.atan2(to.y - centre.y, to.x - centre.x) - start);
  const step = 2 * Math.acos(Math.max(0, 1 - CURVE_TOLERANCE_MM / 1000 / radiusM));
  const count = Math.ceil(Math.abs(turn) / step);
  return Array.from({ length: Math.max(0, count - 1) }, (_, index) => {
    const angle = start + (turn * (index + 1)) / count;
    return { x: centre.x + radiusM * Math.cos(angle), y: centre.y + radiusM * Math.sin(angle) };
  });
}

/** A turn as one between −π and π. */
function shortWay(turn: number): number {
  return turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI));
}

/** Which wall an edge of the canvas lies on, all of it. */
function wallFinder({ vertices, walls }: BuiltRoom): (from: Point, to: Point) => number | null {
  const edges = walls.flatMap(({ from, to, arc }, wall) => {
    const [start, end] = [vertices[from]!, vertices[to]!];
    const points = arc ? [start, ...flattenArc(start, end, arc), end] : [start, end];
    return points.slice(1).map((point, index) => ({ a: points[index]!, b: point, wall }));
  });
  return (from, to) => edges.find(({ a, b }) => isOnSegment(from, a, b) && isOnSegment(to, a, b))?.wall ?? null;
}
