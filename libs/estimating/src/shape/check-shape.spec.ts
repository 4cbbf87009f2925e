import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shapes } from '../../test-data/builders.js';
import { buildRoom } from '../rooms/build-room.js';
import { parseRoomShape } from './check-shape.js';
import type { RoomDraft } from './room-shape.js';

function problemsOf(input: unknown): string[] {
  const result = parseRoomShape(input);
  return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path}`);
}

const roundColumn = { id: 'c1', purpose: 'column', kind: 'circle', centreMm: { x: 500, y: 500 }, diameterMm: 300 };

const rightAngle = { corner: 1, degrees: 90 };

/** A room with a round column changed like this. */
function withCutout(changes: Record<string, unknown>, without: string[] = []): unknown {
  const cutout = { ...roundColumn, ...changes };
  return {
    ...shapes.E1,
    cutouts: [Object.fromEntries(Object.entries(cutout).filter(([field]) => !without.includes(field)))],
  };
}

/** Something near a shape: right fields with any values, so that the checks behind the first ones are reached too. */
const nearShape = fc.record(
  {
    schemaVersion: fc.constantFrom<unknown>(1, 1, 1, 2),
    kind: fc.constantFrom<unknown>('rectangle', 'right-angled', 'triangulated', 'round', null),
    sidesMm: fc.oneof(
      fc.array(fc.oneof(fc.double(), fc.integer({ min: 10, max: 9000 }), fc.anything())),
      fc.anything(),
    ),
    diagonalsMm: fc.oneof(
      fc.array(
        fc.oneof(
          fc.anything(),
          fc.record({
            from: fc.oneof(fc.nat(7), fc.anything()),
            to: fc.oneof(fc.nat(7), fc.anything()),
            lengthMm: fc.oneof(fc.integer({ min: 10, max: 9000 }), fc.anything()),
          }),
        ),
      ),
      fc.anything(),
    ),
    reflexCorners: fc.oneof(fc.array(fc.oneof(fc.nat(9), fc.anything())), fc.anything()),
    arcs: fc.oneof(
      fc.array(
        fc.record({
          side: fc.oneof(fc.nat(7), fc.anything()),
          sagittaMm: fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.anything()),
          bulges: fc.constantFrom<unknown>('outward', 'inward', 'up'),
        }),
      ),
      fc.anything(),
    ),
  },
  { requiredKeys: [] },
);

describe('parseRoomShape', () => {
  it('takes the acceptance rooms as they are', () => {
    for (const shape of Object.values(shapes)) {
      expect(parseRoomShape(shape)).toEqual({ ok: true, shape });
    }
  });

  it.each<[unknown, string[]]>([
    [null, ['SHAPE_INVALID ']],
    [[], ['SHAPE_INVALID ']],
    [{}, ['SHAPE_INVALID schemaVersion']],
    [{ schemaVersion: 1, kind: 'round' }, ['SHAPE_INVALID kind']],
    [{ schemaVersion: 1, kind: 'toString' }, ['SHAPE_INVALID kind']],
    [{ schemaVersion: 1, kind: 'rectangle' }, ['SHAPE_INVALID sidesMm']],
    [{ ...shapes.E1, sidesMm: [4000] }, ['SHAPE_INVALID sidesMm']],
    [{ ...shapes.E1, sidesMm: [4000, '3000'] }, ['LENGTH_OUT_OF_RANGE sidesMm.1']],
    [{ ...shapes.E1, sidesMm: [4000, null] }, ['LENGTH_MISSING sidesMm.1']],
    [{ ...shapes.E1, sidesMm: [4000.05, 3000] }, ['LENGTH_OUT_OF_RANGE sidesMm.0']],
    [{ ...shapes.E1, height: 2700 }, ['UNKNOWN_FIELD height']],
    [{ ...shapes.E1, diagonalsMm: [] }, ['UNKNOWN_FIELD diagonalsMm']],
    [{ ...shapes.E2, sidesMm: [1000, 1000, 1000] }, ['TOO_FEW_SIDES sidesMm']],
    [{ ...shapes.E2, sidesMm: Array(61).fill(1000) }, ['TOO_MANY_SIDES sidesMm']],
    [{ ...shapes.E2, reflexCorners: [1, 1] }, ['REFLEX_CORNERS_INVALID reflexCorners']],
    [{ ...shapes.E2, reflexCorners: [6] }, ['REFLEX_CORNERS_INVALID reflexCorners']],
    [{ ...shapes.E4, diagonalsMm: undefined }, ['SHAPE_INVALID diagonalsMm']],
    [{ ...shapes.E4, diagonalsMm: [7] }, ['SHAPE_INVALID diagonalsMm.0']],
    [
      { ...shapes.E4, diagonalsMm: [{ from: 0, to: 2, lengthMm: 4717, note: '' }] },
      ['UNKNOWN_FIELD diagonalsMm.0.note'],
    ],
    [{ ...shapes.E4, diagonalsMm: Array(201).fill(null) }, ['TOO_MANY_DIAGONALS diagonalsMm']],
    [{ ...shapes.E6, arcs: {} }, ['SHAPE_INVALID arcs']],
    [{ ...shapes.E6, arcs: Array(13).fill(null) }, ['TOO_MANY_ARCS arcs']],
    [{ ...shapes.E6, arcs: [{ side: 1, sagittaMm: 500, bulges: 'up' }] }, ['ARC_INVALID arcs.0.bulges']],
    [{ ...shapes.E6, arcs: [{ side: 1, bulges: 'inward' }] }, ['LENGTH_MISSING arcs.0.sagittaMm']],
    [{ ...shapes.E6, arcs: [{ side: 1, radiusMm: 4, bulges: 'inward' }] }, ['LENGTH_OUT_OF_RANGE arcs.0.radiusMm']],
    [
      { ...shapes.E6, arcs: [{ side: 1, radiusMm: 2000, sagittaMm: 500, bulges: 'inward' }] },
      ['UNKNOWN_FIELD arcs.0.sagittaMm'],
    ],
    [{ ...shapes.E1, lettered: 'backwards' }, ['SHAPE_INVALID lettered']],
    [{ ...shapes.E1, angles: [] }, ['UNKNOWN_FIELD angles']],
    [{ ...shapes.E4, angles: [{ corner: 5, degrees: 90 }] }, ['ANGLE_INVALID angles.0.corner']],
    [{ ...shapes.E4, angles: [{ corner: 1, degrees: 360 }] }, ['ANGLE_OUT_OF_RANGE angles.0.degrees']],
    [{ ...shapes.E4, angles: [{ corner: 1, degrees: 90.25 }] }, ['ANGLE_OUT_OF_RANGE angles.0.degrees']],
    [{ ...shapes.E4, angles: [{ corner: 1, degrees: null }] }, ['LENGTH_MISSING angles.0.degrees']],
    [{ ...shapes.E4, angles: [rightAngle, rightAngle] }, ['ANGLE_INVALID angles.1.corner']],
    [{ ...shapes.E4, diagonalsMm: Array(6).fill(shapes.E4.diagonalsMm[0]) }, ['TOO_MANY_DIAGONALS diagonalsMm']],
    [withCutout({ kind: 'star' }), ['SHAPE_INVALID cutouts.0.kind']],
    [withCutout({ id: '' }), ['CUTOUT_INVALID cutouts.0.id']],
    [withCutout({ purpose: 'window' }), ['SHAPE_INVALID cutouts.0.purpose']],
    [withCutout({ diameterMm: null }), ['LENGTH_MISSING cutouts.0.diameterMm']],
    [withCutout({ centreMm: { x: 0, y: Infinity } }), ['PLACE_OUT_OF_RANGE cutouts.0.centreMm.y']],
    [withCutout({ kind: 'rectangle', sizeMm: [400] }, ['diameterMm']), ['SHAPE_INVALID cutouts.0.sizeMm']],
    [
      withCutout({ kind: 'rectangle', sizeMm: [400, 400], turnDeg: 181 }, ['diameterMm']),
      ['ANGLE_OUT_OF_RANGE cutouts.0.turnDeg'],
    ],
    [
      withCutout({ kind: 'polygon', pointsMm: [{ x: 0, y: 0 }] }, ['diameterMm', 'centreMm']),
      ['CUTOUT_INVALID cutouts.0.pointsMm'],
    ],
    [{ ...shapes.E1, cutouts: [roundColumn, roundColumn] }, ['CUTOUT_INVALID cutouts.1.id']],
    [{ ...shapes.E1, cutouts: Array.from({ length: 21 }, () => roundColumn) }, ['TOO_MANY_CUTOUTS cutouts']],
  ])('names what is wrong with %j', (input, expected) => {
    expect(problemsOf(input)).toEqual(expected);
  });

  it('never throws, whatever it is given, and what it takes has finite lengths', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), nearShape), (input) => {
        const result = parseRoomShape(input);
        if (!result.ok) {
          expect(result.problems.length).toBeGreaterThan(0);
          return;
        }
        expect(result.shape.sidesMm.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('nor does building a room of it, and no measure is NaN', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), nearShape), (input) => {
        const result = buildRoom(input as RoomDraft);
        if (result.ok) {
          const { areaM2, perimeterM, minWidthM } = result.room;
          expect([areaM2, perimeterM, minWidthM].every((measure) => measure > 0)).toBe(true);
        } else {
          expect(result.problems.length).toBeGreaterThan(0);
          expect((result.partial ?? []).every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('builds or refuses any room of plausible readings', () => {
    const readings = fc.array(fc.integer({ min: 10, max: 6000 }), { minLength: 3, maxLength: 10 });
    fc.assert(
      fc.property(
        readings,
        fc.array(fc.integer({ min: 10, max: 9000 }), { minLength: 7, maxLength: 7 }),
        (sides, more) => {
          const diagonalsMm = sides.slice(3).map((_, index) => ({ from: 0, to: index + 2, lengthMm: more[index]! }));
          const byDiagonals = buildRoom({ schemaVersion: 1, kind: 'triangulated', sidesMm: sides, diagonalsMm });
          const rightAngled = buildRoom({ schemaVersion: 1, kind: 'right-angled', sidesMm: sides });
          for (const result of [byDiagonals, rightAngled]) {
            expect(result.ok ? result.room.areaM2 : result.problems.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
