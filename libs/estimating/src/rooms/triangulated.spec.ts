import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { built } from '../../test-data/builders.js';
import {
  choices,
  isComfortable,
  measure,
  mirror,
  reletter,
  starPolygon,
  triangulate,
  turn,
} from '../../test-data/random-polygons.js';
import type { Polygon } from '../../test-data/random-polygons.js';
import { heronArea, shoelaceArea } from '../geometry/polygon.js';
import type { TriangulatedShape } from '../shape/room-shape.js';
import type { BuiltRoom } from './built-room.js';

/** A polygon with two ways to cut it into triangles. */
const measuredPolygon = fc
  .record({ polygon: starPolygon, first: choices, second: choices, shift: fc.nat(13) })
  .filter(({ polygon, first, second, shift }) =>
    [polygon, reletter(polygon, shift), mirror(polygon)].every(
      (version) => isComfortable(version, first) && isComfortable(version, second),
    ),
  );

function build(polygon: Polygon, picks: readonly number[]): BuiltRoom {
  return built(measure(polygon, triangulate(polygon, picks)));
}

/** Heron's sum over the measured triangles, from the readings alone. */
function heronSum(shape: TriangulatedShape<number>, { triangles }: BuiltRoom): number {
  const count = shape.sidesMm.length;
  const lengthOf = (a: number, b: number) => {
    const diagonal = shape.diagonalsMm.find(({ from, to }) => (from === a && to === b) || (from === b && to === a));
    return (diagonal?.lengthMm ?? shape.sidesMm[b === (a + 1) % count ? a : b]!) / 1000;
  };
  return triangles.reduce((sum, [a, b, c]) => sum + heronArea(lengthOf(a, b), lengthOf(b, c), lengthOf(a, c)), 0);
}

function expectSameMeasures(room: BuiltRoom, other: BuiltRoom): void {
  expect(room.areaM2).toBeCloseTo(other.areaM2, 6);
  expect(room.perimeterM).toBeCloseTo(other.perimeterM, 9);
  expect(room.minWidthM).toBeCloseTo(other.minWidthM, 6);
  expect(room.innerCorners).toBe(other.innerCorners);
  expect(room.outerCorners).toBe(other.outerCorners);
  expect(room.extraCorners).toBe(other.extraCorners);
}

describe('rooms by diagonals', () => {
  it('come out as they were measured: area, perimeter and every corner', () => {
    let reflex = 0;
    fc.assert(
      fc.property(measuredPolygon, ({ polygon, first }) => {
        const room = build(polygon, first);
        expect(room.areaM2).toBeCloseTo(shoelaceArea(polygon) / 1e6, 6);
        const expected = polygon.map((corner, index) => {
          const before = polygon[(index + polygon.length - 1) % polygon.length]!;
          const after = polygon[(index + 1) % polygon.length]!;
          return turn(before, corner, after) > 0 ? 'inner' : 'outer';
        });
        expect(room.corners).toEqual(expected);
        reflex += room.outerCorners;
      }),
    );
    // The polygons would prove little if none of them had a reflex corner.
    expect(reflex).toBeGreaterThan(0);
  });

  it('have the area Heron sums up from the readings', () => {
    fc.assert(
      fc.property(measuredPolygon, ({ polygon, first }) => {
        const shape = measure(polygon, triangulate(polygon, first));
        const room = built(shape);
        expect(heronSum(shape, room)).toBeCloseTo(room.areaM2, 6);
        expect(shoelaceArea(room.vertices)).toBeCloseTo(room.areaM2, 9);
      }),
    );
  });

  it('do not depend on the triangulation', () => {
    fc.assert(
      fc.property(measuredPolygon, ({ polygon, first, second }) => {
        expectSameMeasures(build(polygon, first), build(polygon, second));
      }),
    );
  });

  it('do not depend on the starting corner, which is also a rotation, nor on the mirror', () => {
    fc.assert(
      fc.property(measuredPolygon, ({ polygon, first, shift }) => {
        const room = build(polygon, first);
        expectSameMeasures(build(reletter(polygon, shift), first), room);
        expectSameMeasures(build(mirror(polygon), first), room);
      }),
    );
  });

  it('do not depend on the order of the diagonals or of their ends', () => {
    fc.assert(
      fc.property(measuredPolygon, ({ polygon, first }) => {
        const shape = measure(polygon, triangulate(polygon, first));
        const diagonalsMm = shape.diagonalsMm
          .map(({ from, to, lengthMm }) => ({ from: to, to: from, lengthMm }))
          .toReversed();
        expectSameMeasures(built({ ...shape, diagonalsMm }), built(shape));
      }),
    );
  });

  it('start in A with AB along x, counter-clockwise', () => {
    fc.assert(
      fc.property(measuredPolygon, ({ polygon, first }) => {
        const { vertices } = build(polygon, first);
        expect(vertices[0]).toEqual({ x: 0, y: 0 });
        expect(vertices[1]!.y).toBe(0);
        expect(vertices[1]!.x).toBeGreaterThan(0);
        expect(shoelaceArea(vertices)).toBeGreaterThan(0);
      }),
    );
  });
});
