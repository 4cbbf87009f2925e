import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cross } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import type { RoomDraft, TriangulatedShape } from '../shape/room-shape.js';
import { length, measure, starPolygon } from '../../test-data/random-polygons.js';
import { shapes } from '../../test-data/builders.js';
import { bestTriangulation } from './best-triangulation.js';
import { buildRoom } from './build-room.js';
import { cyclicPolygon } from './cyclic-polygon.js';
import { suggestReadings } from './suggest-readings.js';
import { chordsCross, facesOf } from './triangulation.js';

const bySides = (...sidesMm: (number | null)[]): TriangulatedShape<number | null> => ({
  schemaVersion: 1,
  kind: 'triangulated',
  sidesMm,
  diagonalsMm: [],
});

describe('the diagonals to measure next', () => {
  it('of walls alone make triangles that are not flat, and fix the room', () => {
    const { next, control } = suggestReadings(bySides(4000, 300, 300, 4000, 300, 300));
    expect(next).toHaveLength(3);
    expect(control).toBeNull();
    expect(facesOf(6, next).every((face) => face.length === 3)).toBe(true);
    // The short way over the ends of the long room, never a fan along its whole length.
    expect(next).toEqual(
      expect.arrayContaining([
        { from: 1, to: 3 },
        { from: 0, to: 4 },
      ]),
    );
  });

  it('complete those measured already and do not cross them', () => {
    const draft = { ...bySides(3000, 3000, 3000, 3000, 3000, 3000), diagonalsMm: [{ from: 1, to: 4, lengthMm: 6000 }] };
    const { next } = suggestReadings(draft);
    expect(next).toHaveLength(2);
    expect(next.some((chord) => chordsCross(chord, { from: 1, to: 4 }))).toBe(false);
  });

  it('count a diagonal without a length as not measured', () => {
    const draft = { ...bySides(4000, 3000, 4000, 3000), diagonalsMm: [{ from: 1, to: 3, lengthMm: null }] };
    expect(suggestReadings(draft).next).toHaveLength(1);
  });

  it('are suggested before any wall is typed, and none in a room of right angles', () => {
    expect(suggestReadings(bySides(null, null, null, null, null)).next).toHaveLength(2);
    expect(suggestReadings(shapes.E2)).toEqual({ next: [], control: null });
  });

  it('once the room is fixed are one control diagonal across the others', () => {
    const { next, control } = suggestReadings(shapes.E4);
    expect(next).toEqual([]);
    expect(shapes.E4.diagonalsMm.filter((chord) => chordsCross(chord, control!))).toHaveLength(2);
  });

  it('fix any room, and its control diagonal can be measured', () => {
    fc.assert(
      fc.property(starPolygon, (polygon) => {
        const walls = measure(polygon, []);
        const chords = bestTriangulation(polygon.map(inMetres));
        fc.pre(chords !== null);
        const readings = measure(polygon, chords!);
        const build = buildRoom(readings);
        expect(build.ok).toBe(true);
        const { next, control } = suggestReadings(readings);
        expect(next).toEqual([]);
        expect(control === null || isInside(polygon, control)).toBe(true);
        // From walls alone the room is guessed; whatever is suggested is a whole triangulation.
        const guessed = suggestReadings(walls as RoomDraft).next;
        expect(facesOf(polygon.length, guessed).every((face) => face.length === 3)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the best triangulation', () => {
  it('avoids a flat triangle where there is another way', () => {
    // B lies a centimetre off the line AC.
    const points = [
      { x: 0, y: 0 },
      { x: 3, y: -0.01 },
      { x: 6, y: 0 },
      { x: 6, y: 4 },
      { x: 0, y: 4 },
    ];
    expect(bestTriangulation(points)).toEqual(
      expect.arrayContaining([
        { from: 1, to: 4 },
        { from: 1, to: 3 },
      ]),
    );
  });

  it('does not leave the room at a reflex corner', () => {
    const l = [
      { x: 0, y: 0 },
      { x: 5, y: 0 },
      { x: 5, y: 3 },
      { x: 3, y: 3 },
      { x: 3, y: 4.5 },
      { x: 0, y: 4.5 },
    ];
    const chords = bestTriangulation(l)!;
    expect(chords).toHaveLength(3);
    expect(chords).not.toContainEqual({ from: 2, to: 4 });
  });
});

describe('the roundest room of given walls', () => {
  it('has those walls, in proportion', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 500, max: 9000 }), { minLength: 3, maxLength: 20 }), (sides) => {
        const longest = Math.max(...sides);
        fc.pre(longest < (sides.reduce((sum, side) => sum + side, 0) - longest) * 0.99);
        const points = cyclicPolygon(sides);
        const lengths = points.map((point, index) => length(point, points[(index + 1) % points.length]!));
        const scale = sides[0]! / lengths[0]!;
        lengths.forEach((side, index) => expect(side * scale).toBeCloseTo(sides[index]!, 3));
        points.forEach((point, index) => {
          const [next, second] = [1, 2].map((step) => points[(index + step) % points.length]!) as [Point, Point];
          expect(cross(point, next, second)).toBeGreaterThan(0);
        });
      }),
    );
  });
});

function inMetres({ x, y }: Point): Point {
  return { x: x / 1000, y: y / 1000 };
}

/** Sampled: every point of the chord lies inside by the crossing rule. */
function isInside(polygon: readonly Point[], { from, to }: { from: number; to: number }): boolean {
  return [0.1, 0.3, 0.5, 0.7, 0.9].every((share) => {
    const x = polygon[from]!.x + (polygon[to]!.x - polygon[from]!.x) * share;
    const y = polygon[from]!.y + (polygon[to]!.y - polygon[from]!.y) * share;
    let inside = false;
    polygon.forEach((a, index) => {
      const b = polygon[(index + 1) % polygon.length]!;
      if (a.y > y !== b.y > y && x < a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y)) {
        inside = !inside;
      }
    });
    return inside;
  });
}
