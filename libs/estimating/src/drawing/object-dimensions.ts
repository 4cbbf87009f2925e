import type { PlanObject, PointObject, RoomPlan } from '../plan/room-plan.js';
import { wallDistances } from '../plan/wall-distances.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import type { PointMm } from '../shape/room-shape.js';
import type { Dimension } from './dimensions.js';

/** Objects this near to one line stand in one row, millimetres. */
const IN_ROW_MM = 5;

/**
 * Where the things on a plan are: two distances to walls fix a place. Of things in a row the distance they share is shown
 * once, and along the row each is measured from its neighbour.
 */
export function dimensionsOf(room: BuiltRoom, plan: RoomPlan | undefined): Dimension[] {
  const points = (plan?.objects ?? []).filter(isPoint);
  const shown = new Set<string>();
  return points.flatMap(({ id, atMm }) =>
    wallDistances(room, atMm, 2).flatMap(({ wall, mm, to }) => {
      const key = `${wall} ${Math.round(mm)}`;
      if (shown.has(key)) {
        return [];
      }
      shown.add(key);
      return [{ of: id, from: inMetres(atMm), to: inMetres(firstOnTheWay(points, atMm, to)) }];
    }),
  );
}

const isPoint = (object: PlanObject): object is PointObject => 'atMm' in object;
const inMetres = ({ x, y }: PointMm): PointMm => ({ x: x / 1000, y: y / 1000 });

/** The nearest object between a place and a wall, or the wall. */
function firstOnTheWay(points: readonly PointObject[], from: PointMm, wall: PointMm): PointMm {
  const length = Math.hypot(wall.x - from.x, wall.y - from.y) || 1;
  const way = { x: (wall.x - from.x) / length, y: (wall.y - from.y) / length };
  let [nearest, distance] = [wall, length];
  for (const { atMm } of points) {
    const [dx, dy] = [atMm.x - from.x, atMm.y - from.y];
    const along = dx * way.x + dy * way.y;
    const aside = Math.abs(dx * way.y - dy * way.x);
    if (aside <= IN_ROW_MM && along > IN_ROW_MM && along < distance) {
      [nearest, distance] = [atMm, along];
    }
  }
  return nearest;
}
