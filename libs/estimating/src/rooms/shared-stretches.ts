import { boxesMeet, boxOf } from '../geometry/boxes.js';
import type { Box } from '../geometry/boxes.js';
import type { Interval } from '../geometry/intervals.js';
import { distance } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import type { BuiltRoom } from './built-room.js';
import { wallsOfSegments } from './walls.js';

/** Nearer than this two edges are one: places and lengths are typed to a millimetre and dragged by hand. */
export const TOUCH_M = 0.005;
/** Edges that touch are one as far as they part by no more than this: no canvas is that narrow. */
export const NEAR_M = 0.05;
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
  /** What is near to it lies in here. */
  box: Box;
}

/** A stretch where an edge runs along another, from and to in metres along each of the two. */
export interface Stretch {
  own: Interval;
  other: Interval;
}

/** Whether two edges run the same way round what they enclose, or back to back. */
export type Sense = 1 | -1;

/** The edges of a room's contour, its points moved by `place`. */
export function edgesOf(
  { walls, contour }: Pick<BuiltRoom, 'walls' | 'contour'>,
  place: (contour: Point[]) => Point[],
): Edge[] {
  const points = place(contour);
  const drawn = walls.map(() => 0);
  return wallsOfSegments(walls)
    .map((wall, index) => {
      const edge = edgeBetween(points[index]!, points[(index + 1) % points.length]!, wall);
      const startM = drawn[wall]!;
      drawn[wall] = startM + edge.lengthM;
      return { ...edge, startM };
    })
    .map((edge) => ({ ...edge, scale: fullLength(walls[edge.wall]!) / drawn[edge.wall]! }));
}

/** The edges of a closed line, each a wall of its own. */
export function edgesOfLine(line: readonly Point[]): Edge[] {
  return line.map((from, index) => edgeBetween(from, line[(index + 1) % line.length]!, index));
}

/** The same line run the other way round. */
export function reversedEdges(edges: readonly Edge[]): Edge[] {
  return edges.toReversed().map((edge) => ({ ...edge, from: edge.to, to: edge.from }));
}

/** Where an edge runs along another; null where it does not, or hardly. */
export function sharedStretch(edge: Edge, other: Edge, sense: Sense): Stretch | null {
  const course = courseOf(edge, other, sense);
  if (!course || isEmpty(course.within(TOUCH_M))) {
    return null;
  }
  const own = course.within(NEAR_M);
  if (own[1] - own[0] <= TOUCH_M) {
    return null;
  }
  const ends = own.map((along) => course.shareAt(along) * other.lengthM);
  return { own, other: [Math.min(...ends), Math.max(...ends)] };
}

/** The gap, in metres, between edges that run along each other nearer than any canvas is wide and do not touch; or null. */
export function narrowGap(edge: Edge, other: Edge): number | null {
  const course = courseOf(edge, other, 1);
  if (!course || !isEmpty(course.within(TOUCH_M))) {
    return null;
  }
  const [first, last] = course.within(NEAR_M);
  // Ends of short edges come near to anything.
  return last - first > 2 * NEAR_M ? Math.min(Math.abs(course.offAt(first)), Math.abs(course.offAt(last))) : null;
}

/** How a nearly parallel edge runs beside another, by metres along it. */
interface Course {
  offAt(along: number): number;
  /** The share of the other edge beside a place of this one. */
  shareAt(along: number): number;
  /** Where the two lie beside each other and no farther apart than this; from is beyond to where nowhere. */
  within(off: number): [number, number];
}

function courseOf(edge: Edge, other: Edge, sense: Sense): Course | null {
  if (!boxesMeet(edge.box, other.box) || edge.lengthM === 0) {
    return null;
  }
  const [ux, uy] = [(edge.to.x - edge.from.x) / edge.lengthM, (edge.to.y - edge.from.y) / edge.lengthM];
  const seen = ({ x, y }: Point) => {
    const [dx, dy] = [x - edge.from.x, y - edge.from.y];
    return { along: dx * ux + dy * uy, off: dy * ux - dx * uy };
  };
  const [start, end] = [seen(other.from), seen(other.to)];
  const run = end.along - start.along;
  const drift = end.off - start.off;
  if (run * sense <= 0 || Math.abs(drift) > PARALLEL_SINE * other.lengthM) {
    return null;
  }
  const first = Math.max(0, Math.min(start.along, end.along));
  const last = Math.min(edge.lengthM, Math.max(start.along, end.along));
  const shareAt = (along: number) => (along - start.along) / run;
  const offAt = (along: number) => start.off + drift * shareAt(along);
  const within = (off: number): [number, number] => {
    if (Math.abs(offAt(first)) <= off && Math.abs(offAt(last)) <= off) {
      return [first, last];
    }
    const ends = [-off, off].map((level) => start.along + ((level - start.off) / drift) * run);
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    return drift === 0 ? [last, first] : [Math.max(first, low), Math.min(last, high)];
  };
  return first < last ? { offAt, shareAt, within } : null;
}

function isEmpty([from, to]: Interval): boolean {
  return from > to;
}

function edgeBetween(from: Point, to: Point, wall: number): Edge {
  const { minX, maxX, minY, maxY } = boxOf(from, to);
  const box = { minX: minX - NEAR_M, maxX: maxX + NEAR_M, minY: minY - NEAR_M, maxY: maxY + NEAR_M };
  return { from, to, wall, startM: 0, lengthM: distance(from, to), scale: 1, box };
}

/** Of a wall whatever hides a part of it. */
function fullLength({ arc, chordM }: BuiltRoom['walls'][number]): number {
  return arc?.lengthM ?? chordM;
}
