import { boxesMeet, boxOf } from '../geometry/boxes.js';
import { distance } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import type { BuiltRoom } from './built-room.js';
import { wallsOfSegments } from './walls.js';

/** Nearer than this two edges are one: places and lengths are typed to a millimetre and dragged by hand. */
export const TOUCH_M = 0.005;
/** Edges that diverge by more are two edges, however near they are. */
const PARALLEL_SINE = 0.02;

/** A straight piece of a wall: all of it, or a chord of its arc. */
export interface Edge {
  from: Point;
  to: Point;
  wall: number;
  /** Where along its wall it begins. */
  startM: number;
  lengthM: number;
  /** What a metre of it stands for: more than one where it is a chord of an arc. */
  scale: number;
}

/** A stretch where an edge runs along another, from and to in metres along each of the two. */
export interface Stretch {
  own: [number, number];
  other: [number, number];
}

/** The edges of a room's contour, its points moved by `place`. */
export function edgesOf({ walls, contour }: BuiltRoom, place: (contour: Point[]) => Point[]): Edge[] {
  const points = place(contour);
  const drawn = walls.map(() => 0);
  return wallsOfSegments(walls)
    .map((wall, index) => {
      const [from, to] = [points[index]!, points[(index + 1) % points.length]!];
      const lengthM = distance(from, to);
      const startM = drawn[wall]!;
      drawn[wall] = startM + lengthM;
      return { from, to, wall, startM, lengthM, scale: 1 };
    })
    .map((edge) => ({ ...edge, scale: walls[edge.wall]!.lengthM / drawn[edge.wall]! }));
}

/** Where an edge runs along another within a few millimetres; null where it does not, or hardly. */
export function sharedStretch(edge: Edge, other: Edge): Stretch | null {
  if (!boxesMeet(grown(edge), boxOf(other.from, other.to)) || edge.lengthM === 0) {
    return null;
  }
  const [ux, uy] = [(edge.to.x - edge.from.x) / edge.lengthM, (edge.to.y - edge.from.y) / edge.lengthM];
  const seen = ({ x, y }: Point) => {
    const [dx, dy] = [x - edge.from.x, y - edge.from.y];
    return { along: dx * ux + dy * uy, off: dy * ux - dx * uy };
  };
  const [start, end] = [seen(other.from), seen(other.to)];
  const run = end.along - start.along;
  if (Math.abs(end.off - start.off) > PARALLEL_SINE * other.lengthM || run === 0) {
    return null;
  }
  const first = Math.max(0, Math.min(start.along, end.along));
  const last = Math.min(edge.lengthM, Math.max(start.along, end.along));
  const shareAt = (along: number) => (along - start.along) / run;
  const isNear = (along: number) => Math.abs(start.off + (end.off - start.off) * shareAt(along)) <= TOUCH_M;
  if (last - first <= TOUCH_M || !isNear(first) || !isNear(last)) {
    return null;
  }
  const ends = [shareAt(first) * other.lengthM, shareAt(last) * other.lengthM].sort((a, b) => a - b);
  return { own: [first, last], other: ends as [number, number] };
}

function grown({ from, to }: Edge) {
  const { minX, maxX, minY, maxY } = boxOf(from, to);
  return { minX: minX - TOUCH_M, maxX: maxX + TOUCH_M, minY: minY - TOUCH_M, maxY: maxY + TOUCH_M };
}
