import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { built } from '../../test-data/builders.js';
import { mirror, reletter } from '../../test-data/random-polygons.js';
import { classifyCorners } from '../geometry/corners.js';
import { distance } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { CornerKind, Wall } from './built-room.js';
import { findCurves, withCurves } from './curves.js';
import { buildWalls } from './walls.js';

/** Points on a circle, `steps` chords from one angle to another, both ends included. */
function arcPoints(centre: [number, number], radius: number, [from, to]: [number, number], steps: number): Point[] {
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = ((from + ((to - from) * step) / steps) * Math.PI) / 180;
    return { x: centre[0] + radius * Math.cos(angle), y: centre[1] + radius * Math.sin(angle) };
  });
}

const points = (...coordinates: [number, number][]): Point[] => coordinates.map(([x, y]) => ({ x, y }));

interface Found {
  corners: CornerKind[];
  lengthM: number;
  chains: number[][];
}

function find(polygon: readonly Point[], change: (wall: Wall) => Wall = (wall) => wall): Found {
  const chords = polygon.map((point, index) => distance(point, polygon[(index + 1) % polygon.length]!));
  const walls = buildWalls(chords, []).map(change);
  const found = findCurves(polygon, walls, ruleSetR1);
  const corners = withCurves(classifyCorners(polygon, walls, ruleSetR1.corners.straightBelowDeg), found);
  return {
    corners,
    lengthM: found.curves.reduce((sum, { lengthM }) => sum + lengthM, 0),
    chains: found.curves.map(({ walls }) => walls),
  };
}

const count = (corners: readonly CornerKind[], kind: CornerKind) => corners.filter((corner) => corner === kind).length;

/** A room of 3 × 4 m one corner of which is a quarter of a circle of 1 m, in six chords of 26 cm. */
const rounded = [...points([0, 0], [3, 0]), ...arcPoints([2, 3], 1, [0, 90], 6), ...points([0, 4])];
/** A wall that goes out in a half circle of 1 m and comes back into it. */
const bulging = [...points([0, 0], [4, 0]), ...arcPoints([4, 2], 1, [-90, 90], 9), ...points([4, 4], [0, 4])];

describe('a curve of short chords', () => {
  it('has corners at its ends and none inside', () => {
    const { corners, chains, lengthM } = find(rounded);
    expect(chains).toEqual([[2, 3, 4, 5, 6, 7]]);
    expect(corners).toEqual(['inner', 'inner', 'inner', ...Array<string>(5).fill('none'), 'inner', 'inner']);
    expect(lengthM).toBeCloseTo(12 * Math.sin(Math.PI / 24), 9);
  });

  it('has ends with the turn they make', () => {
    const { corners } = find(bulging);
    expect([corners[2], corners[11]]).toEqual(['outer', 'outer']);
    expect(count(corners, 'none')).toBe(8);
  });

  it('ends in a corner even where the wall goes on straight', () => {
    const [start, ...arc] = arcPoints([2, 3], 1, [0, 90], 6);
    // The wall before the curve runs the way of its first chord.
    const along = { x: start!.x - (arc[0]!.x - start!.x) * 8, y: start!.y - (arc[0]!.y - start!.y) * 8 };
    const { corners, chains } = find([{ x: 0, y: 0 }, along, start!, ...arc, { x: 0, y: 4 }]);
    expect(chains).toHaveLength(1);
    expect(corners[2]).toBe('inner');
  });

  it('counts in the measures of a room', () => {
    const sidesMm = rounded.map((point, index) => 1000 * distance(point, rounded[(index + 1) % rounded.length]!));
    const diagonalsMm = rounded.slice(2, -1).map((point, index) => {
      return { from: 0, to: index + 2, lengthMm: 1000 * distance(rounded[0]!, point) };
    });
    const room = built({ schemaVersion: 1, kind: 'triangulated', sidesMm, diagonalsMm });
    expect(room.curves).toHaveLength(1);
    expect(room.arcLengthM).toBeCloseTo(12 * Math.sin(Math.PI / 24), 6);
    expect(room.perimeterM).toBeCloseTo(12 + 12 * Math.sin(Math.PI / 24), 6);
    expect(room).toMatchObject({ innerCorners: 5, outerCorners: 0, extraCorners: 1 });
  });

  it('may go all the way round and then has no corner', () => {
    const circle = arcPoints([0, 0], 0.7, [0, 360], 14).slice(0, -1);
    const { corners, chains } = find(circle);
    expect(chains).toEqual([[...circle.keys()]]);
    expect(count(corners, 'none')).toBe(14);
  });

  it('may turn the other way: no corner in the middle of an S', () => {
    const s = [
      ...points([0, 0], [4, 0], [4, 3]),
      ...arcPoints([2, 3], 0.6, [0, 90], 5).map(({ x, y }) => ({ x: x + 0.4, y })),
      ...arcPoints([2.4, 4.2], 0.6, [-90, -180], 5).slice(1),
      ...points([0, 4.2]),
    ];
    const { corners, chains, lengthM } = find(s);
    expect(chains).toHaveLength(2);
    expect(new Set(chains.flat()).size).toBe(10);
    expect(lengthM).toBeCloseTo(20 * 0.6 * Math.sin(Math.PI / 20), 9);
    // Nine points inside the S, the one between its halves among them.
    expect(corners.slice(4, 13)).toEqual(Array(9).fill('none'));
  });

  it('is the same from whatever corner the room is lettered, and in a mirror', () => {
    fc.assert(
      fc.property(fc.constantFrom(rounded, bulging), fc.nat(15), fc.boolean(), (polygon, by, isMirrored) => {
        const seen = reletter(isMirrored ? mirror(polygon) : polygon, by);
        const [one, other] = [find(polygon), find(seen)];
        expect(other.lengthM).toBeCloseTo(one.lengthM, 9);
        expect(count(other.corners, 'inner')).toBe(count(one.corners, 'inner'));
        expect(count(other.corners, 'outer')).toBe(count(one.corners, 'outer'));
      }),
    );
  });
});

describe('no curve', () => {
  const narrow = 0.35;
  it.each<[string, Point[]]>([
    ['a small square', points([0, 0], [narrow, 0], [narrow, narrow], [0, narrow])],
    ['a niche', points([0, 0], [3, 0], [3, 1], [3.3, 1], [3.3, 1.3], [3, 1.3], [3, 3], [0, 3])],
    [
      'steps of short walls',
      points([0, 0], [3, 0], [3, 2], [2.7, 2], [2.7, 2.3], [2.4, 2.3], [2.4, 2.6], [2.1, 2.6], [2.1, 3], [0, 3]),
    ],
    ['a bay window of long walls', points([0, 0], [4, 0], [5, 0.5], [5.4, 1.5], [5, 2.5], [4, 3], [0, 3])],
    ['a bay window of short walls at 45°', points([0, 0], [3, 0], [3.2, 0.2], [3.2, 0.5], [3, 0.7], [3, 3], [0, 3])],
    [
      'a straight wall measured in pieces',
      points([0, 0], [0.3, 0], [0.6, 0], [0.9, 0], [1.2, 0], [1.5, 0], [1.5, 2], [0, 2]),
    ],
    ['a zigzag', points([0, 0], [0.3, 0.05], [0.6, 0], [0.9, 0.05], [1.2, 0], [1.5, 0.05], [1.8, 0], [1.8, 3], [0, 3])],
    [
      'a corner of three chords',
      [...points([0, 0], [1, 0]), ...arcPoints([0.5, 1], 0.5, [0, 75], 3), ...points([0, 1.5])],
    ],
  ])('is %s', (_, polygon) => {
    expect(find(polygon).chains).toEqual([]);
  });

  it('is made of walls that are arcs themselves', () => {
    const arc = { bulges: 'outward', sagittaM: 0.02, radiusM: 1, angleRad: 0.3, lengthM: 0.3, segmentM2: 0 } as const;
    expect(find(rounded, (wall) => ({ ...wall, arc })).chains).toEqual([]);
  });
});
