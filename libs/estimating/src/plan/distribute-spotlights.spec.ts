import { describe, expect, it } from '@jest/globals';
import { built, shapes } from '../../test-data/builders.js';
import type { PointMm } from '../shape/room-shape.js';
import { distributeSpotlights } from './distribute-spotlights.js';
import { isInsideMm, linesMm } from './wall-distances.js';

const byPlace = (points: PointMm[]) =>
  points.map(({ x, y }) => [x, y] as const).sort((a, b) => a[1] - b[1] || a[0] - b[0]);

describe('spotlights laid out evenly', () => {
  it('stand half a step from the walls of a rectangle', () => {
    expect(byPlace(distributeSpotlights(built(shapes.E1), 12))).toEqual(
      [500, 1500, 2500].flatMap((y) => [500, 1500, 2500, 3500].map((x) => [x, y])),
    );
  });

  it('stand in the middle when there is one', () => {
    expect(distributeSpotlights(built(shapes.E1), 1)).toEqual([{ x: 2000, y: 1500 }]);
  });

  it.each(['E1', 'E2', 'E4', 'E6'] as const)('are all there, inside %s and apart', (name) => {
    const room = built(shapes[name]);
    const { contour } = linesMm(room);
    for (const count of [2, 5, 7, 10, 23]) {
      const points = distributeSpotlights(room, count);
      expect(points).toHaveLength(count);
      expect(points.every((point) => isInsideMm(contour, point))).toBe(true);
      const apart = points.flatMap((a, i) => points.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
      expect(Math.min(...apart)).toBeGreaterThan(350);
    }
  });

  it('answer nothing where nothing was asked for', () => {
    expect(distributeSpotlights(built(shapes.E1), 0)).toEqual([]);
    expect(distributeSpotlights(built(shapes.E1), Number.NaN)).toEqual([]);
  });
});

describe('a level', () => {
  const rectangle = (x: number, y: number, width: number, depth: number) => [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + depth },
    { x, y: y + depth },
  ];
  const isIn = ({ x, y }: PointMm, [low, , high]: { x: number; y: number }[]) =>
    x > low!.x * 1000 && x < high!.x * 1000 && y > low!.y * 1000 && y < high!.y * 1000;

  it.each([
    ['in the middle', rectangle(1, 0.75, 2, 1.5)],
    ['along a wall', rectangle(0, 0, 4, 1.4)],
    ['in a corner', rectangle(2.2, 1.3, 1.8, 1.7)],
  ])('%s has none of the lamps of its base', (_, level) => {
    for (const count of [1, 6, 20]) {
      const points = distributeSpotlights(built(shapes.E1), count, [level]);
      expect(points).toHaveLength(count);
      expect(points.filter((point) => isIn(point, level))).toEqual([]);
    }
  });

  it('that leaves nothing of its base leaves no lamps', () => {
    expect(distributeSpotlights(built(shapes.E1), 5, [rectangle(0, 0, 4, 3)])).toEqual([]);
  });
});

describe('a column', () => {
  it('keeps its clearance', () => {
    const room = built(shapes.E1);
    room.cutouts = [
      {
        id: 'c',
        purpose: 'column',
        kind: 'rectangle',
        contour: [
          { x: 1.8, y: 1.3 },
          { x: 2.2, y: 1.3 },
          { x: 2.2, y: 1.7 },
          { x: 1.8, y: 1.7 },
        ],
        areaM2: 0.16,
        perimeterM: 1.6,
        curvedM: 0,
        corners: 4,
      },
    ];
    for (const count of [1, 3, 9, 15]) {
      const points = distributeSpotlights(room, count);
      expect(points).toHaveLength(count);
      for (const { x, y } of points) {
        expect(Math.max(Math.abs(x - 2000), Math.abs(y - 1500))).toBeGreaterThanOrEqual(200 + 250);
      }
    }
  });
});
