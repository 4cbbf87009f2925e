import { isInside } from '../geometry/inside.js';
import { distance, NOISE_M } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import { boxOf, boxesMeet } from '../geometry/boxes.js';
import { distanceToSegment, segmentsMeet, segmentsOf } from '../geometry/segment.js';

/** A part of the plane within a closed line; a circle is asked as a circle, its chords are for drawing. */
export interface Region {
  contour: Point[];
  circle?: Circle;
}

interface Circle {
  centre: Point;
  radiusM: number;
}

/** True when a region lies inside a polygon without touching its line. */
export function liesWithin({ contour, circle }: Region, polygon: readonly Point[]): boolean {
  if (circle) {
    return isInside(circle.centre, polygon) && !meetsCircle(polygon, circle);
  }
  return isInside(contour[0]!, polygon) && !linesMeet(contour, polygon);
}

/** True when two regions have no point in common. */
export function areClear(a: Region, b: Region): boolean {
  if (a.circle && b.circle) {
    return distance(a.circle.centre, b.circle.centre) > a.circle.radiusM + b.circle.radiusM + NOISE_M;
  }
  if (a.circle) {
    return !meetsCircle(b.contour, a.circle) && !isInside(a.circle.centre, b.contour);
  }
  if (b.circle) {
    return areClear(b, a);
  }
  const oneHoldsTheOther = isInside(a.contour[0]!, b.contour) || isInside(b.contour[0]!, a.contour);
  return !oneHoldsTheOther && !linesMeet(a.contour, b.contour);
}

/** True when a closed line comes as near to the centre as the radius. */
function meetsCircle(line: readonly Point[], { centre, radiusM }: Circle): boolean {
  return segmentsOf(line).some(([a, b]) => distanceToSegment(centre, a, b) <= radiusM + NOISE_M);
}

function linesMeet(line: readonly Point[], other: readonly Point[]): boolean {
  const others = segmentsOf(other).map((segment) => ({ segment, box: boxOf(...segment) }));
  return segmentsOf(line).some((segment) => {
    const box = boxOf(...segment);
    return others.some((candidate) => boxesMeet(box, candidate.box) && segmentsMeet(segment, candidate.segment));
  });
}
