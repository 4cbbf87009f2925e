import { describe, expect, it } from '@jest/globals';
import { built, shapes } from '../../test-data/builders.js';
import { snapPlace } from './snapping.js';
import { isInsideMm, linesMm, placeAtDistance, wallDistances } from './wall-distances.js';

const rectangle = built(shapes.E1);
const corner = built(shapes.E2);
const slanted = built(shapes.E4);
const near = { others: [], toleranceMm: 80 };
const rounded = (point: { x: number; y: number }) => ({ x: Math.round(point.x), y: Math.round(point.y) });

describe('a place', () => {
  it('on any wall is inside, a millimetre beyond it is not', () => {
    const { contour } = linesMm(built(shapes.E1));
    const onWalls = [
      [2000, 0],
      [4000, 1500],
      [2000, 3000],
      [0, 1500],
    ] as const;
    expect(onWalls.map(([x, y]) => isInsideMm(contour, { x, y }))).toEqual([true, true, true, true]);
    const beyond = onWalls.map(([x, y]) => ({ x: x + Math.sign(x - 2000), y: y + Math.sign(y - 1500) }));
    expect(beyond.map((place) => isInsideMm(contour, place))).toEqual([false, false, false, false]);
  });
});

describe('a dragged lamp', () => {
  it('comes to rest where the middles of two walls meet', () => {
    const { at, guides } = snapPlace(rectangle, { x: 1960, y: 1555 }, near);
    expect(at).toEqual({ x: 2000, y: 1500 });
    expect(guides.map(({ kind }) => kind)).toEqual(['wall-middle', 'wall-middle']);
  });

  it('lines up with another lamp and keeps a round distance from it', () => {
    const { at, guides } = snapPlace(rectangle, { x: 2930, y: 730 }, { ...near, others: [{ x: 620, y: 690 }] });
    expect(at).toEqual({ x: 2920, y: 690 });
    expect(guides).toEqual([{ kind: 'aligned', from: { x: 620, y: 690 }, to: at }]);
  });

  it('stands as far from the last of a row as the others stand apart', () => {
    const others = [
      { x: 610, y: 690 },
      { x: 1730, y: 690 },
    ];
    const { at, guides } = snapPlace(rectangle, { x: 2880, y: 720 }, { ...near, others });
    expect(at).toEqual({ x: 2850, y: 690 });
    expect(guides.map(({ kind }) => kind).sort()).toEqual(['aligned', 'spacing']);
  });

  it('follows a slanted wall: in line with another lamp along it', () => {
    // CD of the pentagon runs at 135°.
    const other = { x: 3200, y: 2700 };
    const point = { x: other.x - 330, y: other.y + 350 };
    const { at } = snapPlace(slanted, point, { others: [other], toleranceMm: 60 });
    expect((at.x - other.x + (at.y - other.y)) / Math.SQRT2).toBeCloseTo(0, 0);
    expect(Math.hypot(at.x - other.x, at.y - other.y)).toBeCloseTo(500, 0);
  });

  it('rests on the grid where nothing else pulls', () => {
    expect(snapPlace(rectangle, { x: 1012, y: 771 }, near)).toMatchObject({ at: { x: 1000, y: 750 }, guides: [] });
  });

  it('stays where it is put without a tolerance, and is not pulled out of the room', () => {
    expect(snapPlace(rectangle, { x: 1012.3, y: 771 }, { others: [], toleranceMm: 0 }).at).toEqual({
      x: 1012.3,
      y: 771,
    });
    const close = { x: 3990, y: 1100 };
    expect(snapPlace(rectangle, close, { others: [], toleranceMm: 60 }).at.x).toBeLessThan(4000);
  });
});

describe('distances to walls', () => {
  it('are square to the nearest walls, one in each direction', () => {
    const distances = wallDistances(rectangle, { x: 1000, y: 800 });
    expect(distances.map(({ wall, mm }) => [wall, Math.round(mm)])).toEqual([
      [0, 800],
      [3, 1000],
      [2, 2200],
      [1, 3000],
    ]);
  });

  it('do not look through a wall', () => {
    // A spike hangs from the ceiling of this plan: BC is behind it, and it is met square to itself nowhere.
    const corners = [
      [0, 0],
      [6000, 0],
      [6000, 4000],
      [4500, 4000],
      [3000, 2500],
      [1500, 4000],
      [0, 4000],
    ] as const;
    const apart = (from: number, to: number): number => {
      const [a, b] = [corners[from]!, corners[to % corners.length]!];
      return Math.round(Math.hypot(b[0] - a[0], b[1] - a[1]) * 10) / 10;
    };
    const spiked = built({
      schemaVersion: 1,
      kind: 'triangulated',
      sidesMm: corners.map((_, side) => apart(side, side + 1)),
      diagonalsMm: [2, 3, 4, 5].map((to) => ({ from: 0, to, lengthMm: apart(0, to) })),
    });
    expect(wallDistances(spiked, { x: 500, y: 3500 }, 6).map(({ wall }) => wall)).not.toContain(1);
    expect(wallDistances(spiked, { x: 500, y: 2000 }, 6).map(({ wall }) => wall)).toContain(1);
  });

  it('go to the walls that are there in each direction', () => {
    const distances = wallDistances(corner, { x: 4000, y: 1000 });
    expect(distances.map(({ wall, mm }) => [wall, Math.round(mm)])).toEqual([
      [0, 1000],
      [1, 1000],
      [2, 2000],
      [5, 4000],
    ]);
  });

  it('typed exactly move the thing and leave its other distance alone', () => {
    expect(rounded(placeAtDistance(rectangle, { x: 1000, y: 800 }, 1, 1234))).toEqual({ x: 2766, y: 800 });
    const at = { x: 2900, y: 2200 };
    const [first, second] = wallDistances(slanted, at);
    const moved = placeAtDistance(slanted, at, first!.wall, 1050);
    const after = new Map(wallDistances(slanted, moved).map(({ wall, mm }) => [wall, mm]));
    expect(after.get(first!.wall)).toBeCloseTo(1050, 6);
    expect(after.get(second!.wall)).toBeCloseTo(second!.mm, 6);
  });
});
