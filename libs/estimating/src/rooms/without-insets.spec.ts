import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { built } from '../../test-data/builders.js';
import { distance } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import { findCrossing, shoelaceArea } from '../geometry/polygon.js';
import type { RoomShape } from '../shape/room-shape.js';
import type { BuiltRoom } from './built-room.js';
import { placeInset } from './insets.js';
import type { PlacedInset } from './insets.js';
import { baseRoom } from './base-room.js';
import { besideEachOther, insetsLieApart } from './insets-together.js';
import { withoutInsets } from './without-insets.js';

const rectangle = (x: number, y: number, more: Partial<RoomShape> = {}): BuiltRoom =>
  built({ schemaVersion: 1, kind: 'rectangle', sidesMm: [x, y], ...more } as RoomShape);

const base = rectangle(5000, 4000);

function laid(level: BuiltRoom, x: number, y: number, room = base): PlacedInset {
  const result = placeInset(room, level, { roomId: 'base', atMm: { x, y }, turnDeg: 0 });
  if (!result.ok) {
    throw new Error(result.code);
  }
  return result.inset;
}

function lengthOf(line: readonly Point[]): number {
  return line.reduce((sum, point, index) => sum + distance(point, line[(index + 1) % line.length]!), 0);
}

function canvasOf(room: BuiltRoom, ...insets: PlacedInset[]): BuiltRoom {
  return baseRoom(room, besideEachOther(insets)).canvas;
}

describe('what a level leaves of its base', () => {
  it('in the middle: less area, a longer edge, the same walls and corners', () => {
    expect(withoutInsets(base, [laid(rectangle(2000, 1000), 1000, 1000)])).toMatchObject({
      areaM2: 18,
      perimeterM: 24,
      innerCorners: 4,
      walls: [{ lengthM: 5 }, { lengthM: 4 }, { lengthM: 5 }, { lengthM: 4 }],
    });
  });

  it('in a corner: shorter walls and a corner less', () => {
    expect(withoutInsets(base, [laid(rectangle(2000, 1000), 3000, 3000)])).toMatchObject({
      areaM2: 18,
      perimeterM: 18,
      innerCorners: 3,
      outerCorners: 0,
      corners: ['inner', 'inner', 'none', 'inner'],
      walls: [{ lengthM: 5 }, { lengthM: 3 }, { lengthM: 3 }, { lengthM: 4 }],
    });
  });

  it('along an arc: the arc is the level’s', () => {
    const arcs = [{ side: 1, sagittaMm: 400, bulges: 'outward' as const }];
    const room = rectangle(5000, 2000, { arcs });
    const rest = withoutInsets(room, [laid(rectangle(1000, 2000, { arcs }), 4000, 0, room)]);
    expect(room.arcLengthM).toBeGreaterThan(2);
    expect(rest.arcLengthM).toBeCloseTo(0, 9);
    expect(rest.perimeterM).toBeCloseTo(4 + 2 + 4 + 2, 9);
  });
});

describe('the canvas of a base', () => {
  it('is as narrow as a level along its wall leaves it', () => {
    const room = canvasOf(base, laid(rectangle(5000, 1000), 0, 3000));
    expect(room.minWidthM).toBeCloseTo(3, 9);
    expect(shoelaceArea(room.contour)).toBeCloseTo(15, 9);
    expect(room.cutouts).toEqual([]);
  });

  it('goes round a level in a corner and one on a wall a few millimetres off', () => {
    const room = canvasOf(base, laid(rectangle(2000, 1000), 3000, 3000), laid(rectangle(1000, 500), 1000, 4));
    expect(findCrossing(room.contour)).toBeNull();
    expect(shoelaceArea(room.contour)).toBeCloseTo(20 - 2 - 0.5, 1);
    expect(room.contour).toContainEqual({ x: 3, y: 3 });
    expect(room.cutouts).toEqual([]);
  });

  it('has an opening for a level away from the walls', () => {
    const room = canvasOf(base, laid(rectangle(2000, 1000), 1000, 1000));
    expect(room.minWidthM).toBe(4);
    expect(room.contour).toHaveLength(4);
    expect(shoelaceArea(room.cutouts[0]!.contour)).toBeCloseTo(2, 9);
  });

  it('cut in two by a level is two', () => {
    const six = rectangle(6000, 6000);
    const room = canvasOf(six, laid(rectangle(2000, 6000), 2000, 0, six));
    expect(room.minWidthM).toBeCloseTo(2, 9);
    expect(room.areaM2).toBe(24);
    expect(room.pieces!.map((piece) => shoelaceArea(piece))).toEqual([12, 12]);
    expect(room.cutouts).toEqual([]);
  });

  it('cut in two by two levels that meet is two', () => {
    const [left, right] = [laid(rectangle(3000, 1000), 0, 1000), laid(rectangle(2000, 500), 3000, 1200)];
    const room = canvasOf(base, left, right);
    expect(room.pieces).toHaveLength(2);
    expect(room.pieces!.reduce((sum, piece) => sum + shoelaceArea(piece), 0)).toBeCloseTo(16, 9);
  });

  it('has one opening for two levels that meet away from the walls', () => {
    const room = canvasOf(base, laid(rectangle(1000, 1000), 1000, 1000), laid(rectangle(500, 2000), 2000, 1000));
    expect(room.cutouts).toHaveLength(1);
    expect(shoelaceArea(room.cutouts[0]!.contour)).toBeCloseTo(2, 9);
  });

  it('follows the arc of a level', () => {
    const arcs = [{ side: 0, sagittaMm: 300, bulges: 'outward' as const }];
    const room = canvasOf(base, laid(rectangle(5000, 1000, { arcs }), 0, 3000));
    expect(room.minWidthM).toBeCloseTo(3, 9);
    expect(shoelaceArea(room.contour)).toBeCloseTo(room.areaM2, 1);
    expect(findCrossing(room.contour)).toBeNull();
  });

  it('encloses what is left, wherever the level lies', () => {
    const place = fc.record({
      x: fc.integer({ min: 0, max: 30 }).map((tenth) => tenth * 100),
      y: fc.integer({ min: 0, max: 30 }).map((tenth) => tenth * 100),
    });
    fc.assert(
      fc.property(place, ({ x, y }) => {
        const room = canvasOf(base, laid(rectangle(2000, 1000), x, y));
        const openings = room.cutouts.reduce((sum, { contour }) => sum + shoelaceArea(contour), 0);
        expect(findCrossing(room.contour)).toBeNull();
        expect(shoelaceArea(room.contour) - openings).toBeCloseTo(18, 9);
      }),
    );
  });

  it('encloses what several levels leave, side by side or along walls, whole or in pieces', () => {
    const steps = (max: number) => fc.integer({ min: 0, max }).map((step) => step * 500);
    const size = fc.constantFrom(500, 1000, 2000, 4000);
    const level = fc.record({ x: steps(9), y: steps(7), width: size, depth: size });
    fc.assert(
      fc.property(fc.array(level, { minLength: 2, maxLength: 4 }), (levels) => {
        const insets: PlacedInset[] = [];
        for (const { x, y, width, depth } of levels) {
          const atMm = { x, y };
          const result = placeInset(base, rectangle(width, depth), { roomId: 'base', atMm, turnDeg: 0 });
          if (result.ok && insets.every((other) => insetsLieApart(other, result.inset))) {
            insets.push(result.inset);
          }
        }
        const takenM2 = insets.reduce((sum, { areaM2 }) => sum + areaM2, 0);
        fc.pre(takenM2 < 20);
        const room = canvasOf(base, ...insets);
        const lines = [...(room.pieces ?? [room.contour]), ...room.cutouts.map(({ contour }) => contour)];
        const openM2 = room.cutouts.reduce((sum, { contour }) => sum + shoelaceArea(contour), 0);
        const piecesM2 = (room.pieces ?? [room.contour]).reduce((sum, piece) => sum + shoelaceArea(piece), 0);
        expect(piecesM2 - openM2).toBeCloseTo(20 - takenM2, 9);
        expect(room.areaM2).toBeCloseTo(20 - takenM2, 9);
        // Measured as long as it is drawn.
        expect(room.perimeterM).toBeCloseTo(
          lines.reduce((sum, line) => sum + lengthOf(line), 0),
          9,
        );
      }),
      { numRuns: 300 },
    );
  });
});
