import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { built } from '../../test-data/builders.js';
import { measure } from '../../test-data/random-polygons.js';
import { controlDiagonals, surveyed } from '../../test-data/random-readings.js';
import type { Surveyed } from '../../test-data/random-readings.js';
import { roundedShape } from '../../test-data/same-rooms.js';
import { shoelaceArea } from '../geometry/polygon.js';
import type { TriangulatedShape } from '../shape/room-shape.js';
import { buildRoom } from './build-room.js';
import { bestTriangulation } from './best-triangulation.js';
import type { BuildRoomResult } from './built-room.js';
import { adjust } from './least-squares.js';
import { DEFAULT_TOLERANCES, judgeCheck } from './tolerances.js';
import { knownReadings } from './triangulated-readings.js';

type Shape = TriangulatedShape<number>;

/** A room of a polygon measured with up to `spare` control diagonals; the controls come last. */
function controlled(survey: Surveyed, spare: number): { shape: Shape; controls: number } {
  const more = controlDiagonals(survey, spare);
  return { shape: measure(survey.polygon, [...survey.diagonals, ...more]), controls: more.length };
}

function withError(shape: Shape, index: number, byMm: number): Shape {
  const { lengthMm, ...chord } = shape.diagonalsMm[index]!;
  return { ...shape, diagonalsMm: shape.diagonalsMm.with(index, { ...chord, lengthMm: lengthMm + byMm }) };
}

/** One to ten centimetres, either way. */
const error = fc.integer({ min: 100, max: 1000 }).chain((tenths) => fc.constantFrom(tenths / 10, -tenths / 10));

/** The same rooms every time, for tests that count how often something comes out. */
const seeded = (numRuns: number) => ({ numRuns, seed: 20_261_120, endOnFailure: true });

function problemsOf(result: BuildRoomResult): string[] {
  return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path}`);
}

/** A rectangle of 4 × 3 m by its walls and both diagonals. */
function rectangle(ac: number | null, bd: number | null): TriangulatedShape<number | null> {
  return {
    schemaVersion: 1,
    kind: 'triangulated',
    sidesMm: [4000, 3000, 4000, 3000],
    diagonalsMm: [
      { from: 0, to: 2, lengthMm: ac },
      { from: 1, to: 3, lengthMm: bd },
    ],
  };
}

describe('readings to spare that agree', () => {
  it('change nothing, in whatever order the diagonals were measured', () => {
    fc.assert(
      fc.property(surveyed, fc.integer({ min: 1, max: 4 }), fc.nat(20), (survey, spare, turn) => {
        const { shape, controls } = controlled(survey, spare);
        fc.pre(controls > 0);
        const first = turn % shape.diagonalsMm.length;
        const diagonalsMm = [...shape.diagonalsMm.slice(first), ...shape.diagonalsMm.slice(0, first)];
        const room = built({ ...shape, diagonalsMm });
        expect(room.areaM2).toBeCloseTo(shoelaceArea(survey.polygon) / 1e6, 6);
        expect(room.check).toMatchObject({ redundancy: controls, doubtful: null, suspects: [] });
        expect(room.check!.misclosureMm).toBeLessThan(1e-3);
      }),
      { numRuns: 60 },
    );
  });

  it('rounded to the millimetre raise no alarm where the triangles are sound', () => {
    fc.assert(
      fc.property(surveyed, ({ polygon, order }) => {
        const survey = { polygon, order, diagonals: bestTriangulation(polygon)! };
        const { shape, controls } = controlled(survey, 3);
        fc.pre(controls === 3 && minAngle(polygon, survey.diagonals) > 0.2);
        const rounded = {
          ...shape,
          sidesMm: shape.sidesMm.map((side) => Math.round(side)),
          diagonalsMm: shape.diagonalsMm.map((diagonal) => ({ ...diagonal, lengthMm: Math.round(diagonal.lengthMm) })),
        };
        const { check } = built(rounded);
        expect(check!.misclosureMm).toBeLessThan(DEFAULT_TOLERANCES.warnMm);
        expect(check!.doubtful).toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  it('settle a triangle too flat to be measured', () => {
    // B is all but on AC: a millimetre too much, and ABC is no triangle.
    const flat = { ...rectangle(4001, null), sidesMm: [2000, 2000, 3000, 3500] };
    expect(problemsOf(buildRoom(flat))).toEqual(['TRIANGLE_IMPOSSIBLE diagonalsMm.0.lengthMm']);
    const room = built({ ...flat, diagonalsMm: [flat.diagonalsMm[0]!, { from: 1, to: 3, lengthMm: 2576 }] });
    expect(room.check!.misclosureMm).toBeLessThan(5);
    expect(room.areaM2).toBeCloseTo(5.08, 1);
  });

  it('of a room with many corners are not blamed for what its flat triangles make of a rounded millimetre', () => {
    const corners = Array.from({ length: 60 }, (_, index) => {
      const turn = (index * Math.PI) / 30;
      const radius = 5000 + ((index * 37) % 200);
      return { x: radius * Math.cos(turn), y: radius * Math.sin(turn) };
    });
    const zigzag = Array.from({ length: 57 }, (_, index) => {
      return { from: 1 + (index >> 1), to: 59 - ((index + 1) >> 1) };
    });
    const across = Array.from({ length: 60 }, (_, index) => ({ from: index, to: (index + 22 + (index % 3)) % 60 }));
    const spare = across.filter(({ from, to }) => !zigzag.some((other) => sameChord(other, { from, to })));
    const shape = measure(corners, [...zigzag, ...spare]);
    const round = (lengthMm: number) => Math.round(lengthMm);
    const { check } = built({
      ...shape,
      sidesMm: shape.sidesMm.map(round),
      diagonalsMm: shape.diagonalsMm.map((diagonal) => ({ ...diagonal, lengthMm: round(diagonal.lengthMm) })),
    });
    expect(check!.redundancy).toBe(spare.length);
    expect(judgeCheck(check, DEFAULT_TOLERANCES)).toBe('agrees');
    expect(check!.suspects).toEqual([]);
  });

  it('that cross fix a room as well as others do', () => {
    // AC and BD of a pentagon: a rectangle ABCD with a tower on DA, which is too tall to stand inside.
    const room = built({ ...rectangle(5000, 5000), sidesMm: [4000, 3000, 4000, 6000, 6000] });
    expect(room.areaM2).toBeCloseTo(12 + 1.5 * Math.sqrt(36 - 2.25), 9);
    expect(room.check).toBeNull();
  });
});

describe('a wrong control diagonal', () => {
  it('of a quadrilateral shows in full before the adjustment, and hardly in what is left after it', () => {
    const room = built(rectangle(5000, 5029));
    expect(room.check).toMatchObject({ redundancy: 1, doubtful: null });
    expect(room.check!.misclosureMm).toBeCloseTo(29, 6);
    expect(room.check!.misclosurePercent).toBeCloseTo((29 / 5029) * 100, 6);
    const left = room.diagonals.map(({ lengthM }, index) => Math.abs([5000, 5029][index]! - lengthM * 1000));
    expect(Math.max(...left)).toBeLessThan(10);
    // Either diagonal explains it, and less likely a wall would be off by more.
    const [first, second] = room.check!.suspects;
    expect([first!.label, second!.label].sort()).toEqual(['AC', 'BD']);
    const bd = room.check!.suspects.find(({ label }) => label === 'BD')!;
    expect(bd).toMatchObject({ path: 'diagonalsMm.1.lengthMm', unit: 'mm', measured: 5029 });
    expect(bd.expected).toBeCloseTo(5000, 3);
  });

  it('is reported unless flat triangles hide it, and no other reading is named instead of it', () => {
    const told = { rooms: 0, suspected: 0, refused: 0, hidden: 0, misnamed: 0 };
    fc.assert(
      fc.property(surveyed, fc.integer({ min: 1, max: 4 }), fc.nat(3), error, (survey, spare, which, byMm) => {
        const { shape, controls } = controlled(survey, spare);
        fc.pre(controls > 0);
        const wrong = survey.diagonals.length + (which % controls);
        const path = `diagonalsMm.${wrong}.lengthMm`;
        const result = buildRoom(withError(shape, wrong, byMm));
        told.rooms += 1;
        if (!result.ok) {
          // So thin somewhere that no room fits: then that is said, nearly always at this very reading.
          expect(result.problems.map(({ code }) => code)).toEqual(['READINGS_CONTRADICT']);
          told.misnamed += result.problems[0]!.path === path ? 0 : 1;
          told.refused += 1;
          return;
        }
        const { check } = result.room;
        told.hidden += judgeCheck(check, DEFAULT_TOLERANCES) === 'agrees' ? 1 : 0;
        expect([null, path]).toContain(check!.doubtful?.path ?? null);
        told.suspected += check!.suspects.some((suspect) => suspect.path === path) ? 1 : 0;
      }),
      seeded(100),
    );
    expect(told.refused).toBeLessThan(told.rooms * 0.1);
    expect(told.misnamed).toBeLessThan(told.rooms * 0.03);
    expect(told.hidden).toBeLessThan(told.rooms * 0.03);
    expect(told.suspected).toBeGreaterThan((told.rooms - told.refused) * 0.9);
  });

  it('is named where the geometry can tell: no other reading explains it', () => {
    const told = { able: 0, named: 0 };
    fc.assert(
      fc.property(surveyed, fc.integer({ min: 2, max: 4 }), fc.nat(3), error, (survey, spare, which, byMm) => {
        const { shape, controls } = controlled(survey, spare);
        fc.pre(controls >= 2);
        const wrong = survey.diagonals.length + (which % controls);
        const draft = withError(shape, wrong, byMm);
        const result = buildRoom(draft);
        if (result.ok && othersCannotExplain(survey, draft, wrong)) {
          told.able += 1;
          told.named += result.room.check!.doubtful ? 1 : 0;
        }
      }),
      seeded(100),
    );
    expect(told.able).toBeGreaterThan(5);
    expect(told.named).toBeGreaterThanOrEqual(told.able * 0.95);
  });

  it('or wall is never mixed up with another reading, whichever of all it is and rounded as tapes do', () => {
    const told = { named: 0, others: 0 };
    fc.assert(
      fc.property(surveyed, fc.integer({ min: 2, max: 4 }), fc.nat(1000), error, (survey, spare, which, byMm) => {
        const exact = controlled(survey, spare).shape;
        const walls = exact.sidesMm.length;
        const wrong = which % (walls + exact.diagonalsMm.length);
        const longer = (side: number, index: number) => (index === wrong ? Math.max(10, side + byMm) : side);
        const off =
          wrong < walls ? { ...exact, sidesMm: exact.sidesMm.map(longer) } : withError(exact, wrong - walls, byMm);
        const result = buildRoom(roundedShape(off));
        const doubtful = result.ok ? (result.room.check?.doubtful?.path ?? null) : null;
        const path = wrong < walls ? `sidesMm.${wrong}` : `diagonalsMm.${wrong - walls}.lengthMm`;
        told.named += doubtful === path ? 1 : 0;
        told.others += doubtful !== null && doubtful !== path ? 1 : 0;
      }),
      seeded(150),
    );
    expect(told.others).toBe(0);
    expect(told.named).toBeGreaterThan(10);
  });

  it('is not mixed up with readings that are a little off themselves', () => {
    const noise = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 40, maxLength: 40 });
    let named = 0;
    fc.assert(
      fc.property(surveyed, fc.integer({ min: 2, max: 4 }), error, noise, (survey, spare, byMm, tenths) => {
        const { shape, controls } = controlled(survey, spare);
        fc.pre(controls >= 2);
        const wrong = shape.diagonalsMm.length - 1;
        const off = { ...shape, sidesMm: shape.sidesMm.map((side, index) => side + tenths[index]! / 10) };
        const diagonalsMm = off.diagonalsMm.map(({ lengthMm, ...chord }, index) => {
          return { ...chord, lengthMm: lengthMm + tenths[14 + index]! / 10 };
        });
        const result = buildRoom(withError({ ...off, diagonalsMm }, wrong, byMm));
        const doubtful = result.ok ? result.room.check!.doubtful : null;
        expect([null, `diagonalsMm.${wrong}.lengthMm`]).toContain(doubtful?.path ?? null);
        named += doubtful ? 1 : 0;
      }),
      seeded(100),
    );
    expect(named).toBeGreaterThan(0);
  });

  it('is found among all five diagonals of a pentagon, and so is a wall', () => {
    const polygon = [
      { x: 0, y: 0 },
      { x: 4200, y: 300 },
      { x: 5100, y: 2900 },
      { x: 2300, y: 4800 },
      { x: -600, y: 2700 },
    ];
    const all = [0, 1, 2].flatMap((from) => [2, 3, 4].map((to) => ({ from, to })));
    const shape = measure(
      polygon,
      all.filter(({ from, to }) => to - from > 1 && to - from < 4),
    );
    const diagonal = built(withError(shape, 2, -40)).check!;
    expect(diagonal).toMatchObject({ redundancy: 3, doubtful: { path: 'diagonalsMm.2.lengthMm', label: 'BD' } });
    expect(diagonal.doubtful!.expected - diagonal.doubtful!.measured).toBeCloseTo(40, 3);
    expect(diagonal.misclosureMm).toBeCloseTo(40, 3);
    const wall = built({ ...shape, sidesMm: shape.sidesMm.with(3, shape.sidesMm[3]! + 50) }).check!;
    expect(wall.doubtful).toMatchObject({ path: 'sidesMm.3', label: 'DE' });
  });
});

describe('control readings while typing', () => {
  it('may still be empty, and are asked for only where the room needs them', () => {
    expect(built(rectangle(5000, null)).check).toBeNull();
    expect(built(rectangle(null, 5000)).areaM2).toBeCloseTo(12, 9);
    expect(problemsOf(buildRoom(rectangle(null, null)))).toEqual(['LENGTH_MISSING diagonalsMm.0.lengthMm']);
  });
});

describe('readings that contradict one another', () => {
  it('by more than anybody mismeasures are refused at the likeliest', () => {
    const far = buildRoom(rectangle(5000, 6500));
    expect(problemsOf(far)).toEqual(['READINGS_CONTRADICT diagonalsMm.1.lengthMm']);
  });

  it('end in a room or in a problem, never in a number that is none', () => {
    const any = fc.integer({ min: 10, max: 20_000 });
    const readings = fc.record({ sidesMm: fc.array(any, { minLength: 4, maxLength: 8 }), more: fc.array(any) });
    fc.assert(
      fc.property(readings, fc.array(fc.integer({ min: 1, max: 3599 })), ({ sidesMm, more }, tenths) => {
        const count = sidesMm.length;
        const chords = sidesMm.flatMap((_, from) =>
          sidesMm.flatMap((_, to) => (to - from > 1 && to - from < count - 1 ? [{ from, to }] : [])),
        );
        const result = buildRoom({
          schemaVersion: 1,
          kind: 'triangulated',
          sidesMm,
          diagonalsMm: chords.slice(0, more.length).map((chord, index) => ({ ...chord, lengthMm: more[index]! })),
          angles: tenths.slice(0, count).map((tenth, corner) => ({ corner, degrees: tenth / 10 })),
        });
        if (result.ok) {
          expect(result.room.areaM2).toBeGreaterThan(0);
          expect(Number.isFinite(result.room.check?.misclosureMm ?? 0)).toBe(true);
        } else {
          expect(result.problems.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 100 },
    );
  });
});

function sameChord(a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  return (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from);
}

/** The smallest angle of the triangles a polygon is cut into, in radians. */
function minAngle(polygon: Surveyed['polygon'], diagonals: Surveyed['diagonals']): number {
  const { triangles, vertices } = built(measure(polygon, diagonals));
  const angles = triangles.flatMap((corners) =>
    corners.map((at, index) => {
      const [a, b] = [corners[(index + 1) % 3]!, corners[(index + 2) % 3]!].map((corner) => {
        return Math.atan2(vertices[corner]!.y - vertices[at]!.y, vertices[corner]!.x - vertices[at]!.x);
      }) as [number, number];
      return Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b)));
    }),
  );
  return Math.min(...angles);
}

/** Leaves out every other reading in turn: what remains never agrees, by far. */
function othersCannotExplain(survey: Surveyed, shape: Shape, wrong: number): boolean {
  const [a, b] = [survey.polygon[0]!, survey.polygon[1]!];
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const truth = survey.polygon.map(({ x, y }) => {
    return { x: ((x - a.x) * ux + (y - a.y) * uy) / 1000, y: ((y - a.y) * ux - (x - a.x) * uy) / 1000 };
  });
  const readings = knownReadings(shape);
  return readings.every((reading) => {
    const others = readings.filter((other) => other !== reading);
    return reading.path === `diagonalsMm.${wrong}.lengthMm` || (adjust(truth, others)?.squares ?? Infinity) > 25;
  });
}
