import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { built } from '../../test-data/builders.js';
import type { RoomDraft } from '../shape/room-shape.js';
import type { BuiltRoom } from './built-room.js';
import { insetsAreClear, placeInset } from './insets.js';
import type { PlacedInset } from './insets.js';

const rectangle = (x: number, y: number, more: Partial<RoomDraft> = {}): BuiltRoom =>
  built({ schemaVersion: 1, kind: 'rectangle', sidesMm: [x, y], ...more } as RoomDraft);

const base = rectangle(5000, 4000);

function lay(room: BuiltRoom, level: BuiltRoom, at: [number, number], turnDeg = 0) {
  return placeInset(room, level, { roomId: 'base', atMm: { x: at[0], y: at[1] }, turnDeg });
}

function laid(room: BuiltRoom, level: BuiltRoom, at: [number, number], turnDeg = 0): PlacedInset {
  const result = lay(room, level, at, turnDeg);
  if (!result.ok) {
    throw new Error(result.code);
  }
  return result.inset;
}

/** Perimeter of the base without the level. */
function perimeterLeft(room: BuiltRoom, { sharedM, freeM }: PlacedInset): number {
  return room.perimeterM - sharedM.reduce((sum, length) => sum + length, 0) + freeM;
}

const column = { id: 'c', purpose: 'column', kind: 'circle', centreMm: { x: 1000, y: 1000 }, diameterMm: 400 } as const;

describe('a level in its base', () => {
  it('in the middle takes its area and adds its whole contour', () => {
    const inset = laid(base, rectangle(2000, 1000), [1000, 1000]);
    expect(inset).toMatchObject({ areaM2: 2, freeM: 6, freeCurvedM: 0, sharedM: [0, 0, 0, 0], coveredCorners: [] });
    expect(perimeterLeft(base, inset)).toBe(24);
  });

  it('along a wall takes that stretch of the wall away', () => {
    const inset = laid(base, rectangle(2000, 1000), [1000, 0]);
    expect(inset).toMatchObject({ freeM: 4, sharedM: [2, 0, 0, 0], coveredCorners: [] });
    expect(perimeterLeft(base, inset)).toBe(18 - 2 + 4);
  });

  it('in a corner takes the corner', () => {
    const inset = laid(base, rectangle(2000, 1000), [3000, 3000]);
    expect(inset).toMatchObject({ sharedM: [0, 1, 2, 0], coveredCorners: [2], freeM: 3 });
    expect(perimeterLeft(base, inset)).toBe(18);
  });

  it('from wall to wall leaves two parts', () => {
    const inset = laid(base, rectangle(1000, 4000), [2000, 0]);
    expect(inset).toMatchObject({ sharedM: [1, 0, 1, 0], coveredCorners: [], freeM: 8 });
    expect(perimeterLeft(base, inset)).toBe(2 * (2 + 4 + 2 + 4));
  });

  it('lies along a wall when it is a few millimetres off it, on either side', () => {
    expect(laid(base, rectangle(2000, 1000), [1000, 4]).sharedM[0]).toBeCloseTo(2, 6);
    expect(laid(base, rectangle(2000, 1000), [1000, -4]).sharedM[0]).toBeCloseTo(2, 6);
    expect(laid(base, rectangle(2000, 1000), [1000, 6]).sharedM[0]).toBe(0);
    expect(lay(base, rectangle(2000, 1000), [1000, -6])).toMatchObject({ ok: false, code: 'INSET_OUTSIDE' });
  });

  it('turned by a quarter shares the wall it comes to', () => {
    const inset = laid(base, rectangle(2000, 1000), [5000, 1000], 90);
    expect(inset.sharedM).toEqual([0, 2, 0, 0]);
    expect(inset.contour[0]).toEqual({ x: 5, y: 1 });
  });

  it('with an arc along the arc of the base shares it by its true length', () => {
    const arcs = [{ side: 1, sagittaMm: 400, bulges: 'outward' as const }];
    const [room, level] = [rectangle(5000, 2000, { arcs }), rectangle(1000, 2000, { arcs })];
    const inset = laid(room, level, [4000, 0]);
    expect(inset.sharedM[1]).toBeCloseTo(room.walls[1]!.lengthM, 9);
    expect(inset.freeM).toBeCloseTo(2, 9);
    expect(inset.freeCurvedM).toBeCloseTo(0, 9);
  });

  it('with an arc within adds a curved edge', () => {
    const level = rectangle(1000, 1000, { arcs: [{ side: 2, radiusMm: 500, bulges: 'outward' }] });
    expect(laid(base, level, [1000, 1000]).freeCurvedM).toBeCloseTo(Math.PI / 2, 9);
  });

  it('with a column of its own takes the whole of its contour', () => {
    const inset = laid(base, rectangle(2000, 2000, { cutouts: [column] }), [1000, 1000]);
    expect(inset.areaM2).toBeCloseTo(4, 12);
    expect(inset.freeM).toBe(8);
  });

  it('lettered the other way round is laid mirrored', () => {
    const l: RoomDraft = {
      schemaVersion: 1,
      kind: 'right-angled',
      sidesMm: [2000, 1000, 1000, 500, 1000, 1500],
      lettered: 'clockwise',
    };
    const { contour, areaM2 } = laid(base, built(l), [1000, 3000]);
    expect(areaM2).toBeCloseTo(2.5, 12);
    expect(contour).toContainEqual({ x: 3, y: 2 });
    expect(contour).toContainEqual({ x: 1, y: 1.5 });
  });

  it('is refused outside, across a partition, over a column and when nothing is left', () => {
    expect(lay(base, rectangle(2000, 1000), [4000, 1000])).toMatchObject({ ok: false, code: 'INSET_OUTSIDE' });
    expect(lay(base, rectangle(2000, 1000), [9000, 9000])).toMatchObject({ ok: false, code: 'INSET_OUTSIDE' });
    expect(lay(base, rectangle(5000, 4000), [0, 0])).toMatchObject({ ok: false, code: 'INSET_OUTSIDE' });
    const u = built({
      schemaVersion: 1,
      kind: 'right-angled',
      sidesMm: [5000, 4000, 2450, 3000, 100, 3000, 2450, 4000],
      reflexCorners: [4, 5],
    });
    // All corners of the level are inside and the partition has none in the level.
    expect(lay(u, rectangle(3000, 500), [1000, 2000])).toMatchObject({ ok: false, code: 'INSET_OUTSIDE' });
    const withColumn = rectangle(5000, 4000, { cutouts: [column] });
    expect(lay(withColumn, rectangle(3000, 3000), [500, 500])).toMatchObject({ ok: false, code: 'INSET_OVERLAPS' });
    expect(lay(withColumn, rectangle(1000, 1000), [2000, 2000])).toMatchObject({ ok: true });
  });

  it('is clear of other levels or not', () => {
    const one = laid(base, rectangle(1000, 1000), [1000, 1000]);
    expect(insetsAreClear(one, laid(base, rectangle(1000, 1000), [2500, 1000]))).toBe(true);
    expect(insetsAreClear(one, laid(base, rectangle(1000, 1000), [1500, 1500]))).toBe(false);
    expect(insetsAreClear(one, laid(base, rectangle(200, 200), [1400, 1400]))).toBe(false);
  });

  it('anywhere inside: what is shared and free is its whole contour', () => {
    const coordinate = fc.integer({ min: 0, max: 30 }).map((steps) => steps * 100);
    fc.assert(
      fc.property(coordinate, coordinate, fc.constantFrom(0, 37.5), (x, y, turn) => {
        const level = rectangle(1200, 900);
        const result = lay(base, level, [x, y], turn);
        if (result.ok) {
          const shared = result.inset.sharedM.reduce((sum, length) => sum + length, 0);
          expect(shared + result.inset.freeM).toBeCloseTo(level.perimeterM, 9);
        }
      }),
    );
  });
});
