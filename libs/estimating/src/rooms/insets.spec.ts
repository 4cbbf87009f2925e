import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { built } from '../../test-data/builders.js';
import type { RoomDraft } from '../shape/room-shape.js';
import type { BuiltRoom } from './built-room.js';
import { besideEachOther, insetsLieApart } from './insets-together.js';
import { placeInset } from './insets.js';
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
    expect(inset).toMatchObject({
      areaM2: 2,
      freeM: 6,
      freeCurvedM: 0,
      sharedM: [0, 0, 0, 0],
      coveredStarts: [],
      coveredEnds: [],
    });
    expect(perimeterLeft(base, inset)).toBe(24);
  });

  it('along a wall takes that stretch of the wall away', () => {
    const inset = laid(base, rectangle(2000, 1000), [1000, 0]);
    expect(inset).toMatchObject({ freeM: 4, sharedM: [2, 0, 0, 0], coveredStarts: [], coveredEnds: [] });
    expect(perimeterLeft(base, inset)).toBe(18 - 2 + 4);
  });

  it('in a corner takes the corner', () => {
    const inset = laid(base, rectangle(2000, 1000), [3000, 3000]);
    expect(inset).toMatchObject({ sharedM: [0, 1, 2, 0], coveredStarts: [2], coveredEnds: [1], freeM: 3 });
    expect(perimeterLeft(base, inset)).toBe(18);
  });

  it('from wall to wall leaves two parts', () => {
    const inset = laid(base, rectangle(1000, 4000), [2000, 0]);
    expect(inset).toMatchObject({ sharedM: [1, 0, 1, 0], coveredStarts: [], coveredEnds: [], freeM: 8 });
    expect(perimeterLeft(base, inset)).toBe(2 * (2 + 4 + 2 + 4));
  });

  it('lies along a wall when it is a few millimetres off it, on either side', () => {
    expect(laid(base, rectangle(2000, 1000), [1000, 4]).sharedM[0]).toBeCloseTo(2, 6);
    expect(laid(base, rectangle(2000, 1000), [1000, -4]).sharedM[0]).toBeCloseTo(2, 6);
    expect(lay(base, rectangle(2000, 1000), [1000, -6])).toMatchObject({ ok: false, code: 'INSET_OUTSIDE' });
  });

  it('nearer to a wall than any canvas is wide is named, with the wall and the gap', () => {
    const [room, level] = [rectangle(6000, 4500), rectangle(4000, 2000)];
    expect(perimeterLeft(room, laid(room, level, [1000, 5]))).toBeCloseTo(25, 9);
    expect(lay(room, level, [1000, 6])).toMatchObject({ code: 'INSET_NEAR_WALL', params: { wall: 'AB', gapMm: 6 } });
    expect(lay(room, level, [1000, 50])).toMatchObject({ code: 'INSET_NEAR_WALL', params: { wall: 'AB', gapMm: 50 } });
    expect(perimeterLeft(room, laid(room, level, [1000, 51]))).toBeCloseTo(33, 9);
  });

  it('that touches a wall and parts from it by millimetres runs along it', () => {
    const [room, level] = [rectangle(6000, 4500), rectangle(4000, 2000)];
    for (const turn of [0.02, 0.07, 0.1, 0.5]) {
      expect(perimeterLeft(room, laid(room, level, [1000, 0], turn))).toBeCloseTo(25, 2);
    }
  });

  it('that parts from the wall farther runs along it as far as it is near', () => {
    const [room, level] = [rectangle(9000, 4500), rectangle(8000, 2000)];
    const alongM = 0.05 / Math.sin(Math.PI / 180);
    expect(laid(room, level, [500, 0], 1).freeM).toBeCloseTo(20 - alongM, 2);
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

describe('two levels of a base', () => {
  const one = laid(base, rectangle(1000, 1000), [1000, 1000]);

  it.each<[string, [number, number], [number, number], boolean]>([
    ['apart', [1000, 1000], [2500, 1000], true],
    ['side by side', [1000, 1000], [2000, 1000], true],
    ['side by side in part', [1000, 1000], [2000, 1500], true],
    ['corner to corner', [1000, 1000], [2000, 2000], true],
    ['side by side within a few millimetres', [1000, 1000], [1996, 1000], true],
    ['over each other', [1000, 1000], [1500, 1500], false],
    ['over each other by a little', [1000, 1000], [1990, 1000], false],
    ['one in the other', [200, 200], [1400, 1400], false],
    ['one in a corner of the other', [200, 200], [1000, 1000], false],
    ['one across the other', [3000, 200], [500, 1400], false],
    ['the same twice', [1000, 1000], [1000, 1000], false],
  ])('%s', (_, size, at, apart) => {
    const other = laid(base, rectangle(...size), at);
    expect(insetsLieApart(one, other)).toBe(apart);
    expect(insetsLieApart(other, one)).toBe(apart);
  });

  it('have no edge of the base between them', () => {
    const [left, right] = besideEachOther([one, laid(base, rectangle(500, 2000), [2000, 1000])]);
    expect(left!.freeM).toBeCloseTo(3, 9);
    expect(right!.freeM).toBeCloseTo(4, 9);
    expect(left!.freeWallsM[1]).toBeCloseTo(0, 9);
    expect(right!.freeWallsM[3]).toBeCloseTo(1, 9);
  });
});
