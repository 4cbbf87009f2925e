import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { built } from '../../test-data/builders.js';
import { length } from '../../test-data/random-polygons.js';
import { angleAt, surveyed, withAngles } from '../../test-data/random-readings.js';
import { shoelaceArea } from '../geometry/polygon.js';
import type { RoomDraft, TriangulatedShape } from '../shape/room-shape.js';
import { buildRoom } from './build-room.js';
import type { BuildRoomResult } from './built-room.js';

type Draft = TriangulatedShape<number | null>;

const areaOf = (polygon: readonly { x: number; y: number }[]) => shoelaceArea(polygon) / 1e6;

function codesOf(result: BuildRoomResult): string[] {
  return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path}`);
}

/** E2 of the acceptance file: an L with the reflex corner D. */
const l: Draft = {
  schemaVersion: 1,
  kind: 'triangulated',
  sidesMm: [5000, 3000, 2000, 1500, 3000, 4500],
  diagonalsMm: [],
};

describe('angles in place of diagonals', () => {
  it('fix an L, at its reflex corner too', () => {
    const angles = [
      { corner: 1, degrees: 90 },
      { corner: 2, degrees: 90 },
      { corner: 3, degrees: 270 },
    ];
    const room = built({ ...l, angles });
    expect(room.areaM2).toBeCloseTo(19.5, 9);
    expect(room.corners).toEqual(['inner', 'inner', 'inner', 'outer', 'inner', 'inner']);
    expect(room.check).toBeNull();
    expect(room.diagonals).toEqual([]);
  });

  it('alone make the room they were measured in, or ask for what tells it from another one', () => {
    const seen = { reflex: 0, built: 0, asked: 0 };
    fc.assert(
      fc.property(surveyed, ({ polygon, order }) => {
        const shape = withAngles(polygon, order.slice(3));
        let result = buildRoom(shape);
        seen.reflex += shape.angles!.filter(({ degrees }) => degrees > 180).length;
        seen[result.ok ? 'built' : 'asked'] += 1;
        // A room so flat that an angle hardly tells it from another one asks once more.
        for (let asked = 0; asked < 3 && !result.ok; asked += 1) {
          expect(result.problems).toMatchObject([{ code: 'READINGS_MISSING', params: { count: 1 } }]);
          const { suggest, corner } = result.problems[0]!.params;
          if (suggest !== corner) {
            const [from, to] = cornersOf(suggest as string) as [number, number];
            shape.diagonalsMm.push({ from, to, lengthMm: length(polygon[from]!, polygon[to]!) });
          } else {
            shape.angles!.push(angleAt(polygon, cornersOf(corner as string)[0]!));
          }
          result = buildRoom(shape);
        }
        // Rooms that differ by less than a millimetre anywhere are the same.
        const room = result.ok ? result.room : null;
        expect(Math.abs(room!.areaM2 - areaOf(polygon))).toBeLessThan(Math.max(1e-6, room!.perimeterM * 0.001));
      }),
    );
    expect(Math.min(seen.reflex, seen.built, seen.asked)).toBeGreaterThan(0);
  });

  it('mix with diagonals: whatever those leave open', () => {
    fc.assert(
      fc.property(surveyed, fc.nat(20), ({ polygon, diagonals, order }, keep) => {
        const some = diagonals.slice(0, keep % (diagonals.length + 1));
        // One angle after another until the room is fixed, as one would measure.
        const results = order.map((_, used) => buildRoom(withAngles(polygon, order.slice(0, used + 1), some)));
        const first = results.find(({ ok }) => ok);
        expect(first?.ok && first.room.areaM2).toBeCloseTo(areaOf(polygon), 6);
      }),
      { numRuns: 40 },
    );
  });

  it('control a room that diagonals fix, and agree with it', () => {
    fc.assert(
      fc.property(surveyed, fc.nat(20), ({ polygon, diagonals, order }, some) => {
        const corners = order.slice(0, 1 + (some % order.length));
        const room = built(withAngles(polygon, corners, diagonals));
        expect(room.areaM2).toBeCloseTo(areaOf(polygon), 6);
        expect(room.check).toMatchObject({ redundancy: corners.length, doubtful: null, suspects: [] });
        expect(room.check!.misclosureMm).toBeLessThan(1e-3);
      }),
    );
  });

  it('measured outside are told from impossible ones', () => {
    const told = { mirrored: 0, all: 0 };
    fc.assert(
      fc.property(surveyed, ({ polygon, diagonals, order }) => {
        const outside = (shape: TriangulatedShape<number>): TriangulatedShape<number> => {
          return { ...shape, angles: shape.angles!.map(({ corner, degrees }) => ({ corner, degrees: 360 - degrees })) };
        };
        expect(codesOf(buildRoom(outside(withAngles(polygon, order, diagonals))))).toEqual(['MIRRORED angles']);
        const alone = buildRoom(outside(withAngles(polygon, order.slice(3))));
        told.all += 1;
        told.mirrored += codesOf(alone).includes('MIRRORED angles') ? 1 : 0;
        expect(alone.ok && Math.abs(alone.room.areaM2 - areaOf(polygon)) < 1e-6).toBe(false);
      }),
    );
    // The rest make another room that exists as well, which nobody can tell.
    expect(told.mirrored).toBeGreaterThan(told.all * 0.8);
  });
});

describe('angles that lack or cannot be', () => {
  it('are counted together with the diagonals', () => {
    const angles = [{ corner: 1, degrees: 90 }];
    expect(buildRoom({ ...l, angles })).toMatchObject({
      problems: [{ code: 'READINGS_MISSING', path: 'diagonalsMm', params: { count: 2 } }],
      partialCorners: [0, 1, 2],
    });
  });

  it('leave a gap no walls can close', () => {
    const angles = [1, 2, 3].map((corner) => ({ corner, degrees: 178 }));
    expect(buildRoom({ ...l, angles })).toMatchObject({
      problems: [{ code: 'ANGLES_IMPOSSIBLE', path: 'angles', params: { triangle: 'AEF', corners: 'BCD' } }],
      partialCorners: [0, 1, 2, 3, 4],
    });
  });

  it('are needed only while nothing else fixes the room', () => {
    const empty = { corner: 3, degrees: null };
    const two = [1, 2].map((corner) => ({ corner, degrees: 90 }));
    expect(codesOf(buildRoom({ ...l, angles: [...two, empty] }))).toEqual(['LENGTH_MISSING angles.2.degrees']);
    const three = [...two, { corner: 4, degrees: 90 }];
    expect(codesOf(buildRoom({ ...l, angles: [...three, empty] } as RoomDraft))).toEqual([]);
  });

  it('name the wrong one, in degrees', () => {
    const polygon = [0, 5, 5, 3, 3, 0].map((x, index) => ({ x: x * 1000, y: [0, 0, 3, 3, 4.5, 4.5][index]! * 1000 }));
    const shape = withAngles(
      polygon,
      [...polygon.keys()],
      [
        { from: 0, to: 3 },
        { from: 1, to: 3 },
        { from: 3, to: 5 },
      ],
    );
    const angles = shape.angles!.with(4, { corner: 4, degrees: 93 });
    const { check, areaM2 } = built({ ...shape, angles });
    expect(check!.doubtful).toMatchObject({ path: 'angles.4.degrees', label: 'E', unit: 'deg', measured: 93 });
    expect(check!.doubtful!.expected).toBeCloseTo(angleAt(polygon, 4).degrees, 6);
    // Three degrees at the end of DE, the shorter of its walls.
    expect(check!.misclosureMm).toBeCloseTo(((3 * Math.PI) / 180) * 1500, 3);
    expect(areaM2).toBeCloseTo(19.5, 1);
  });
});

function cornersOf(label: string): number[] {
  return Array.from(label, (letter) => letter.charCodeAt(0) - 65);
}
