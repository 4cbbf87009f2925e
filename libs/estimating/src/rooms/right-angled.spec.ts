import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { built } from '../../test-data/builders.js';
import type { RightAngledShape } from '../shape/room-shape.js';
import { buildRoom } from './build-room.js';
import type { ReadingsCheck } from './built-room.js';
import { leastGap } from './right-angled-search.js';
import { rightAngledOptions } from './right-angled.js';
import { DEFAULT_TOLERANCES, judgeCheck } from './tolerances.js';

function rightAngled(sidesMm: number[], reflexCorners?: number[]): RightAngledShape<number> {
  return { schemaVersion: 1, kind: 'right-angled', sidesMm, ...(reflexCorners && { reflexCorners }) };
}

/** A room under a roof of columns: its walls, the corners that turn back, and its area in mm². */
interface Skyline {
  sidesMm: number[];
  reflexCorners: number[];
  areaMm2: number;
}

/** Columns of different heights on one floor, lettered from the left end of the floor, counter-clockwise. */
const skyline: fc.Arbitrary<Skyline> = fc
  .array(fc.record({ width: fc.integer({ min: 100, max: 3000 }), height: fc.integer({ min: 1000, max: 6000 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .filter((columns) => columns.every(({ height }, i) => i === 0 || Math.abs(height - columns[i - 1]!.height) >= 50))
  .map((columns) => {
    const floor = columns.reduce((sum, { width }) => sum + width, 0);
    const sidesMm = [floor];
    const reflexCorners: number[] = [];
    let previous = 0;
    for (const { width, height } of columns.toReversed()) {
      // The corner at the lower end of a step down or the foot of a step up turns back.
      if (previous > 0) {
        reflexCorners.push(height > previous ? sidesMm.length : sidesMm.length + 1);
      }
      sidesMm.push(Math.abs(height - previous), width);
      previous = height;
    }
    sidesMm.push(previous);
    return { sidesMm, reflexCorners, areaMm2: columns.reduce((sum, { width, height }) => sum + width * height, 0) };
  });

describe('rooms with right angles', () => {
  it('find the corner of an L by themselves', () => {
    const room = built(rightAngled([5000, 3000, 2000, 1500, 3000, 4500]));
    expect(room.corners).toEqual(['inner', 'inner', 'inner', 'outer', 'inner', 'inner']);
    expect(room.areaM2).toBe(19.5);
    expect(room.gapMm).toBeNull();
  });

  it('have the known area when the corners are given', () => {
    fc.assert(
      fc.property(skyline, ({ sidesMm, reflexCorners, areaMm2 }) => {
        const room = built(rightAngled(sidesMm, reflexCorners));
        expect(room.areaM2).toBeCloseTo(areaMm2 / 1e6, 9);
        expect(room.outerCorners).toBe(reflexCorners.length);
        expect(room.perimeterM).toBeCloseTo(sidesMm.reduce((a, b) => a + b, 0) / 1000, 9);
      }),
    );
  });

  it('find the room among their options, and ask only when there are several', () => {
    fc.assert(
      fc.property(skyline, ({ sidesMm, reflexCorners, areaMm2 }) => {
        const options = rightAngledOptions(sidesMm);
        const truth = options.find((option) => option.reflexCorners.join() === reflexCorners.join());
        expect(truth !== undefined || options.length === 8).toBe(true);
        const result = buildRoom(rightAngled(sidesMm));
        if (options.length === 1) {
          expect(result.ok && result.room.areaM2).toBeCloseTo(areaMm2 / 1e6, 9);
        } else {
          expect(!result.ok && result.problems.map(({ code }) => code)).toEqual(['RIGHT_ANGLES_AMBIGUOUS']);
        }
      }),
    );
  });

  it('measure the same from any corner', () => {
    fc.assert(
      fc.property(skyline, fc.nat(20), ({ sidesMm, reflexCorners }, shift) => {
        const count = sidesMm.length;
        const turned = sidesMm.map((_, index) => sidesMm[(index + shift) % count]!);
        const corners = reflexCorners.map((corner) => (corner + count * 21 - shift) % count);
        const [room, other] = [built(rightAngled(sidesMm, reflexCorners)), built(rightAngled(turned, corners))];
        expect(other.areaM2).toBeCloseTo(room.areaM2, 9);
        expect(other.minWidthM).toBeCloseTo(room.minWidthM, 9);
        expect(other.outerCorners).toBe(room.outerCorners);
      }),
    );
  });
});

describe('the closing gap', () => {
  it('of up to 10 mm is spread over the walls of its axis', () => {
    const room = built(rightAngled([4000, 3000, 4005, 3000]));
    expect(room.gapMm).toEqual({ x: 5, y: 0 });
    expect(room.walls[0]!.lengthM).toBeCloseTo(room.walls[2]!.lengthM, 12);
    expect(room.walls[0]!.lengthM).toBeCloseTo(4.0025, 5);
    expect(room.perimeterM).toBeCloseTo(14.005, 4);
    expect(built(rightAngled([4000, 3000, 4010, 2990])).gapMm).toEqual({ x: 10, y: 10 });
  });

  it.each([
    [[4000, 3000, 4101, 3000], 101, 0],
    [[5000, 3000, 2000, 1500, 3000, 4800], 0, 300],
    [[5000.5, 3000, 2000, 1500, 3120, 4500], 119.5, 0],
  ])('of more than 100 mm is refused with its size: %j', (sidesMm, gapXmm, gapYmm) => {
    expect(buildRoom(rightAngled(sidesMm))).toMatchObject({
      ok: false,
      problems: [{ code: 'RIGHT_ANGLES_DO_NOT_CLOSE', path: 'sidesMm', params: { gapXmm, gapYmm } }],
    });
  });

  it('is the check of the room: the greater gap, and the walls that may be wrong with the lengths that would close it', () => {
    const { check, gapMm } = built(rightAngled([5000, 3000, 2000, 1500, 3000, 4560]));
    expect(gapMm).toEqual({ x: 0, y: 60 });
    expect(check).toMatchObject({ redundancy: 2, misclosureMm: 60, doubtful: null });
    expect(check!.misclosurePercent).toBeCloseTo((60 / 4530) * 100, 9);
    expect(check!.suspects).toEqual([
      { path: 'sidesMm.1', label: 'BC', unit: 'mm', measured: 3000, expected: 3060 },
      { path: 'sidesMm.3', label: 'DE', unit: 'mm', measured: 1500, expected: 1560 },
      { path: 'sidesMm.5', label: 'FA', unit: 'mm', measured: 4560, expected: 4500 },
    ]);
    expect(judgeCheck(check, DEFAULT_TOLERANCES)).toBe('refused');
  });

  it('is judged no milder for a second gap, along a longer axis', () => {
    const [one, two] = [6000, 6012].map((cd) => {
      return built(rightAngled([10_000, 600, cd, 400, 4000, 1011])).check!;
    }) as [ReadingsCheck, ReadingsCheck];
    expect([one, two].map((check) => judgeCheck(check, DEFAULT_TOLERANCES))).toEqual(['refused', 'refused']);
    expect(two.misclosureMm).toBe(12);
    expect(two.misclosurePercent).toBeCloseTo(one.misclosurePercent, 9);
  });

  it('of no more than walls are usually off by leaves nothing to suspect', () => {
    expect(built(rightAngled([4000, 3000, 4002, 3000])).check).toMatchObject({ misclosureMm: 2, suspects: [] });
    expect(built(rightAngled([4000, 3000, 4000, 3000])).check).toMatchObject({ misclosureMm: 0, suspects: [] });
  });

  it('of both axes is no single wall, and of one too short to give way not that wall', () => {
    const both = built(rightAngled([4040, 3000, 4000, 3050])).check!;
    expect(both).toMatchObject({ misclosureMm: 50, doubtful: null });
    expect(both.suspects.map(({ label }) => label)).toEqual(['AB', 'CD', 'BC', 'DA']);
    // EF would have to lose 80 of its 60 mm.
    const ledge = built(rightAngled([2000, 3000, 1020, 1000, 60, 2000, 1000, 4000], [4, 5])).check!;
    expect(ledge.misclosureMm).toBe(80);
    expect(ledge.suspects.map(({ label }) => label)).toEqual(['AB', 'CD', 'GH']);
  });

  it('is looked for among small ones first, so that a ledge is not turned the other way to close it', () => {
    const ledge = rightAngled([5000, 3000, 2000, 45, 3000, 3045]);
    expect(built(ledge)).toMatchObject({ gapMm: null, corners: built({ ...ledge, reflexCorners: [3] }).corners });
  });

  it('is the least of all signs', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 10, max: 5000 }), { minLength: 1, maxLength: 9 }), (walls) => {
        let least = Infinity;
        for (let signs = 0; signs < 2 ** walls.length; signs += 1) {
          least = Math.min(least, Math.abs(walls.reduce((sum, wall, i) => sum + ((signs >> i) & 1 ? wall : -wall), 0)));
        }
        expect(leastGap(walls)).toBe(least);
      }),
    );
  });

  it('is measured along the given corners when they are given', () => {
    const result = buildRoom(rightAngled([5000, 3000, 2000, 1500, 3000, 4500], [2]));
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'RIGHT_ANGLES_DO_NOT_CLOSE' }] });
    expect(!result.ok && result.partial).toHaveLength(6);
  });
});

describe('rooms that cannot be told apart', () => {
  // 4 up, 1.5 left, 2 up or down, 2 left, 2 back: a bump or a notch in the same wall.
  const sides = [5000, 4000, 1500, 2000, 2000, 2000, 1500, 4000];

  it('are asked about, with the corners of each', () => {
    const result = buildRoom(rightAngled(sides));
    expect(result).toMatchObject({
      ok: false,
      problems: [{ code: 'RIGHT_ANGLES_AMBIGUOUS', path: 'reflexCorners', params: { options: 'EF,DG', count: 2 } }],
    });
    expect(!result.ok && result.partial).toHaveLength(8);
    expect(rightAngledOptions(sides).map(({ reflexCorners }) => reflexCorners)).toEqual([
      [4, 5],
      [3, 6],
    ]);
  });

  it('are built once the corners are given', () => {
    expect(built(rightAngled(sides, [3, 6])).areaM2).toBe(24);
    expect(built(rightAngled(sides, [4, 5])).areaM2).toBe(16);
  });

  it('are given up on in bounded time, however many walls', () => {
    const result = buildRoom(rightAngled(Array<number>(60).fill(1000)));
    expect(result.ok).toBe(false);
  });
});

describe('reflex corners', () => {
  it('given as the convex ones are told from a wrong count, with the right ones', () => {
    expect(buildRoom(rightAngled([5000, 3000, 2000, 1500, 3000, 4500], [0, 1, 2, 4, 5]))).toMatchObject({
      ok: false,
      problems: [{ code: 'MIRRORED', path: 'reflexCorners', params: { reflexCorners: 'D' } }],
    });
    expect(buildRoom(rightAngled([5000, 3000, 2000, 1500, 3000, 4500], [0, 1, 2, 3, 4]))).toMatchObject({
      problems: [{ code: 'REFLEX_CORNERS_INVALID', params: { expected: 1, count: 5 } }],
    });
  });
});

describe('right-angled rooms that cannot be', () => {
  it('have an even number of walls', () => {
    expect(buildRoom(rightAngled([1000, 1000, 1000, 1000, 1000]))).toMatchObject({
      problems: [{ code: 'RIGHT_ANGLES_ODD_SIDES', path: 'sidesMm' }],
    });
  });

  it('turn back at the right number of corners', () => {
    expect(buildRoom(rightAngled([5000, 3000, 2000, 1500, 3000, 4500], []))).toMatchObject({
      problems: [{ code: 'REFLEX_CORNERS_INVALID', path: 'reflexCorners', params: { expected: 1, count: 0 } }],
    });
  });

  it.each([undefined, [6, 7]])('do not cross themselves, corners given or not: %j', (reflexCorners) => {
    const crossing = rightAngled([1000, 5000, 6000, 1000, 2000, 1000, 3000, 5000], reflexCorners);
    expect(buildRoom(crossing)).toMatchObject({
      problems: [{ code: 'WALLS_CROSS', path: 'sidesMm.5', params: { walls: 'CD,FG' } }],
    });
  });
});
