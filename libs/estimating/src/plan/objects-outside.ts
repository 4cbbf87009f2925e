import { isInside } from '../geometry/inside.js';
import type { Point } from '../geometry/point.js';
import { distanceToLine } from '../geometry/segment.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import type { PointMm } from '../shape/room-shape.js';
import type { PlanObject, RoomPlan } from './room-plan.js';

/** A thing on a wall is within the room: walls of arcs and of adjusted rooms are known to millimetres only. */
const ON_WALL_M = 0.005;

/** Things of a plan that lie outside of the room, whole or in part: placed before it was measured anew, or mistyped. */
export function objectsOutside(room: Pick<BuiltRoom, 'contour'>, { objects = [] }: RoomPlan): PlanObject[] {
  const isOutside = (place: Point) => !isInside(place, room.contour) && distanceToLine(place, room.contour) > ON_WALL_M;
  return objects.filter((object) => placesOf(object).some(isOutside));
}

/** Points of a line and the middles between them: a line may end on two walls and run outside of both. */
function placesOf(object: PlanObject): Point[] {
  if ('atMm' in object) {
    return [inMetres(object.atMm)];
  }
  const points = object.pointsMm.map(inMetres);
  const middles = points.slice(1).map((to, index) => midpoint(points[index]!, to));
  return [...points, ...middles];
}

function midpoint(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function inMetres({ x, y }: PointMm): Point {
  return { x: x / 1000, y: y / 1000 };
}
