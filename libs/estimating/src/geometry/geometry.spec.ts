import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { acceptance } from '../../test-data/builders.js';
import { length, mirror, starPolygon } from '../../test-data/random-polygons.js';
import { flattenArc, measureArc } from './arcs.js';
import { classifyCorners } from './corners.js';
import { isInside } from './inside.js';
import { cornerLabel, wallLabel } from './labels.js';
import { convexHull, minWidth } from './min-width.js';
import type { Point } from './point.js';
import { findCrossing, heronArea, shoelaceArea } from './polygon.js';
import { crossingShare } from './segment.js';

function points(...coordinates: [number, number][]): Point[] {
  return coordinates.map(([x, y]) => ({ x, y }));
}

describe('labels', () => {
  it('letters corners and walls', () => {
    expect([0, 25, 26, 51, 52].map(cornerLabel)).toEqual(['A', 'Z', 'A1', 'Z1', 'A2']);
    expect([0, 4, 5].map((index) => wallLabel(index, 6))).toEqual(['AB', 'EF', 'FA']);
  });
});

describe('arcs', () => {
  it('measures the arc of E6', () => {
    const { radius_mm, angle_deg, arc_length_mm, segment_m2 } = acceptance.arc_E6;
    const arc = measureArc(3, 0.5);
    expect(arc.radiusM).toBeCloseTo(radius_mm / 1000, 9);
    expect((arc.angleRad * 180) / Math.PI).toBeCloseTo(angle_deg, 4);
    expect(arc.lengthM * 1000).toBeCloseTo(arc_length_mm, 2);
    expect(arc.segmentM2).toBeCloseTo(segment_m2, 6);
  });

  it('measures half a circle and more', () => {
    const half = measureArc(2, 1);
    expect(half.lengthM).toBeCloseTo(Math.PI, 12);
    expect(half.segmentM2).toBeCloseTo(Math.PI / 2, 12);
    const most = measureArc(2, 1.9);
    expect(most.angleRad).toBeGreaterThan(Math.PI);
    expect(most.segmentM2).toBeGreaterThan(half.segmentM2);
  });

  it.each(['outward', 'inward'] as const)('flattens an %s arc to 24 chords on the right side', (bulges) => {
    const [from, to] = points([1, 1], [1, 4]) as [Point, Point];
    const inner = flattenArc(from, to, { sagittaM: 0.5, bulges });
    expect(inner).toHaveLength(23);
    // The room is to the left of A → B, that is, at smaller x.
    expect(inner[11]!.x).toBeCloseTo(bulges === 'outward' ? 1.5 : 0.5, 9);
    expect(inner[11]!.y).toBeCloseTo(2.5, 9);
    const line = [from, ...inner, to];
    const chords = line.slice(1).map((point, index) => length(line[index]!, point));
    expect(chords.reduce((sum, chord) => sum + chord, 0)).toBeCloseTo(measureArc(3, 0.5).lengthM, 2);
  });
});

describe('corners', () => {
  it('a turn of less than half a degree is none', () => {
    const turning = (degrees: number) => {
      const rise = Math.tan((degrees * Math.PI) / 180) * 2;
      return classifyCorners(points([0, 0], [2, 0], [4, rise], [4, 3], [0, 3]), [{}, {}, {}, {}, {}], 0.5)[1];
    };
    expect([0, 0.49, -0.49].map(turning)).toEqual(['none', 'none', 'none']);
    expect([0.51, -0.51].map(turning)).toEqual(['inner', 'outer']);
  });

  it('the ends of an arc are corners, smooth or straight as they may be', () => {
    const square = points([0, 0], [2, 0], [2, 2], [0, 2]);
    const withArc = (angleRad: number, bulges: 'outward' | 'inward') =>
      classifyCorners(square, [{}, { arc: { angleRad, bulges } }, {}, {}], 0.5);
    expect(withArc(Math.PI / 2, 'outward')).toEqual(['inner', 'inner', 'inner', 'inner']);
    expect(withArc(Math.PI, 'outward')).toEqual(['inner', 'inner', 'inner', 'inner']);
    expect(withArc(Math.PI * 1.1, 'outward')).toEqual(['inner', 'outer', 'outer', 'inner']);
    const bay = points([0, 0], [1, 0], [2, 0], [3, 0], [3, 3], [0, 3]);
    const sides = [{}, { arc: { angleRad: 1, bulges: 'outward' as const } }, {}, {}, {}, {}];
    expect(classifyCorners(bay, sides, 0.5).slice(1, 3)).toEqual(['outer', 'outer']);
    const flat = [{}, { arc: { angleRad: 0.001, bulges: 'inward' as const } }, {}, {}, {}, {}];
    expect(classifyCorners(bay, flat, 0.5).slice(1, 3)).toEqual(['inner', 'inner']);
  });
});

describe('crossing', () => {
  it('finds what crosses, touches and folds back', () => {
    expect(findCrossing(points([0, 0], [2, 0], [2, 2], [0, 2]))).toBeNull();
    expect(findCrossing(points([0, 0], [2, 2], [2, 0], [0, 2]))).toEqual([0, 2]);
    expect(findCrossing(points([0, 0], [4, 0], [4, 2], [2, 0], [0, 2]))).toEqual([0, 2]);
    expect(findCrossing(points([0, 0], [4, 0], [2, 0], [2, 3]))).toEqual([0, 1]);
    expect(findCrossing(points([0, 0], [2, 0], [2, 2], [0, -1]))).not.toBeNull();
  });
});

describe('segments', () => {
  const [a, b] = points([0, 0], [4, 0]) as [Point, Point];
  const share = (...other: [[number, number], [number, number]]) =>
    crossingShare([a, b], points(...other) as [Point, Point]);

  it('cross where they do, at an end too', () => {
    expect(share([1, -1], [1, 1])).toBe(0.25);
    expect(share([3, 0], [3, 5])).toBe(0.75);
    expect(share([0, 0], [-1, 1])).toBeCloseTo(0, 12);
    expect(share([1, 1], [1, 2])).toBeNull();
    expect(share([5, -1], [5, 1])).toBeNull();
    expect(share([1, 0], [2, 0])).toBeNull();
  });

  it('inside is neither outside nor on the line', () => {
    const l = points([0, 0], [4, 0], [4, 2], [2, 2], [2, 4], [0, 4]);
    const inside = ([x, y]: [number, number]) => isInside({ x, y }, l);
    expect(
      (
        [
          [1, 1],
          [3, 1],
          [1, 3],
        ] as [number, number][]
      ).map(inside),
    ).toEqual([true, true, true]);
    expect(
      (
        [
          [3, 3],
          [2, 3],
          [4, 2],
          [-1, 2],
          [5, 2],
        ] as [number, number][]
      ).map(inside),
    ).toEqual(Array(5).fill(false));
  });
});

describe('area', () => {
  it('Heron of triangles, flat ones too', () => {
    expect(heronArea(3, 4, 5)).toBe(6);
    expect(heronArea(1, 1, 2)).toBe(0);
    expect(heronArea(1, 1, 3)).toBe(0);
  });

  it('is positive counter-clockwise', () => {
    expect(shoelaceArea(points([0, 0], [4, 0], [4, 3], [0, 3]))).toBe(12);
    expect(shoelaceArea(points([0, 0], [0, 3], [4, 3], [4, 0]))).toBe(-12);
  });
});

describe('least width', () => {
  it('of a rectangle is its short side, at any angle', () => {
    const turned = points([0, 0], [4 * 0.6, 4 * 0.8], [4 * 0.6 - 3 * 0.8, 4 * 0.8 + 3 * 0.6], [-3 * 0.8, 3 * 0.6]);
    expect(minWidth(turned).widthM).toBeCloseTo(3, 9);
  });

  it('of a triangle is its least height', () => {
    expect(minWidth(points([0, 0], [3, 0], [0, 4])).widthM).toBeCloseTo(12 / 5, 12);
  });

  it('is what a plain search over the edges of the hull finds, the same in a mirror', () => {
    fc.assert(
      fc.property(starPolygon, (polygon) => {
        const hull = convexHull(polygon);
        const widths = hull.map((a, index) => {
          const b = hull[(index + 1) % hull.length]!;
          const heights = hull.map((p) => ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / length(a, b));
          return Math.max(...heights);
        });
        expect(minWidth(polygon).widthM).toBeCloseTo(Math.min(...widths), 6);
        expect(minWidth(mirror(polygon)).widthM).toBeCloseTo(Math.min(...widths), 6);
      }),
    );
  });
});
