import { distance } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import type { BuiltRoom } from '../rooms/built-room.js';

/** A direction strips may take. */
export interface Way {
  /** Unit vector along the strips. */
  direction: Point;
  /** Along or across a wall: the canvas lies straight in the room. */
  straight: boolean;
}

/** Directions nearer than this are one; turned by half a circle a direction is the same. */
const SAME_DIRECTION = 1e-9;

/** Along every wall and across it, each direction once; of an arc its chord counts. */
export function wallWays(room: BuiltRoom): Way[] {
  const ways: Way[] = [];
  for (let wall = 0; wall < room.walls.length; wall += 1) {
    addWays(ways, wallDirection(room, wall), true);
  }
  return ways;
}

/** Those of the walls, then along every edge of the hull, where a room is narrow, and across it, where it is short. */
export function allWays(room: BuiltRoom, hull: readonly Point[]): Way[] {
  const ways = wallWays(room);
  hull.forEach((point, index) => addWays(ways, directionOf(point, hull[(index + 1) % hull.length]!), false));
  return ways;
}

/** Adds a direction and the one across it, unless they are there. */
function addWays(ways: Way[], direction: Point, straight: boolean): void {
  for (const { direction: known } of ways) {
    if (Math.abs(known.x * direction.y - known.y * direction.x) < SAME_DIRECTION) {
      return;
    }
  }
  ways.push({ direction, straight }, { direction: quarterTurn(direction), straight });
}

/** A unit vector along the chord of a wall. */
export function wallDirection({ vertices, walls }: BuiltRoom, wall: number): Point {
  const { from, to } = walls[wall]!;
  return directionOf(vertices[from]!, vertices[to]!);
}

/** The directions across which the room is exactly so high: there the number of strips or their shrink changes. */
export function waysOfHeight(hull: readonly Point[], heightM: number): Way[] {
  const turns = hull.map((point, index) => angleOf(directionOf(point, hull[(index + 1) % hull.length]!)));
  const breaks = turns.map((angle) => (angle < 0 ? angle + Math.PI : angle) % Math.PI).sort((a, b) => a - b);
  return breaks.flatMap((from, index) => {
    const to = index + 1 < breaks.length ? breaks[index + 1]! : breaks[0]! + Math.PI;
    // Between two breaks the same two corners hold the room.
    const span = spanAcross(hull, unit((from + to) / 2));
    const length = Math.hypot(span.x, span.y);
    if (length < heightM || to - from < SAME_DIRECTION) {
      return [];
    }
    const spanAngle = angleOf(span);
    const leaning = Math.asin(heightM / length);
    return [spanAngle - leaning, spanAngle + leaning - Math.PI]
      .map((angle) => from + modulo(angle - from, Math.PI))
      .filter((angle) => angle <= to)
      .map((angle) => ({ direction: unit(angle), straight: false }));
  });
}

/** Directions all round in equal steps from a given one, the same in a mirror. */
export function waysAround(start: Point, stepDeg: number): Way[] {
  const count = Math.round(180 / stepDeg);
  return Array.from({ length: count - 1 }, (_, index) =>
    turned({ direction: start, straight: false }, (index + 1) * stepDeg),
  );
}

/** A way turned counter-clockwise; it no longer lies along a wall. */
export function turned({ direction: { x, y } }: Way, degrees: number): Way {
  const { x: cos, y: sin } = unit((degrees * Math.PI) / 180);
  return { direction: { x: x * cos - y * sin, y: x * sin + y * cos }, straight: false };
}

export function quarterTurn({ x, y }: Point): Point {
  return { x: -y, y: x };
}

/** From the lowest to the highest corner across a direction. */
function spanAcross(hull: readonly Point[], direction: Point): Point {
  let [lowest, highest] = [hull[0]!, hull[0]!];
  let low = Infinity;
  let high = -Infinity;
  for (const point of hull) {
    const across = point.y * direction.x - point.x * direction.y;
    if (across < low) {
      [low, lowest] = [across, point];
    }
    if (across > high) {
      [high, highest] = [across, point];
    }
  }
  return { x: highest.x - lowest.x, y: highest.y - lowest.y };
}

function directionOf(from: Point, to: Point): Point {
  const length = distance(from, to);
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

function angleOf({ x, y }: Point): number {
  return Math.atan2(y, x);
}

function unit(angle: number): Point {
  return { x: Math.cos(angle), y: Math.sin(angle) };
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
