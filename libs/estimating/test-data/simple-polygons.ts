import { findCrossing, shoelaceArea } from '../src/geometry/polygon.js';
import type { Polygon } from './random-polygons.js';

/** A seeded source of numbers from 0 to 1 (mulberry32), so that ten thousand rooms are the same ones every time. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A simple polygon of `corners` corners in millimetres, counter-clockwise, with any mixture of reflex corners: points
 * thrown on a room of up to 12 × 9 m and walked round in an order from which every crossing was taken out (2-opt).
 * Corners keep at least 100 mm apart, as corners of rooms do.
 */
export function simplePolygon(corners: number, random: () => number): Polygon {
  for (;;) {
    const polygon = untangle(throwPoints(corners, random));
    if (polygon && Math.abs(shoelaceArea(polygon)) > 200_000) {
      return shoelaceArea(polygon) > 0 ? polygon : polygon.toReversed();
    }
  }
}

function throwPoints(corners: number, random: () => number): Polygon {
  const points: Polygon = [];
  while (points.length < corners) {
    const point = { x: random() * 12_000, y: random() * 9000 };
    if (points.every((other) => Math.hypot(other.x - point.x, other.y - point.y) > 100)) {
      points.push(point);
    }
  }
  return points;
}

/** Turns the way between two crossing walls round until none cross; null when that does not end (points in line). */
function untangle(points: Polygon): Polygon | null {
  let polygon = points;
  for (let turns = 0; turns < 500; turns += 1) {
    const crossing = findCrossing(polygon);
    if (!crossing) {
      return polygon;
    }
    const [first, second] = crossing;
    polygon = [
      ...polygon.slice(0, first + 1),
      ...polygon.slice(first + 1, second + 1).toReversed(),
      ...polygon.slice(second + 1),
    ];
  }
  return null;
}
