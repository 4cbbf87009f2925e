import { describe, expect, it } from '@jest/globals';
import { built, shapes } from '../../test-data/builders.js';
import type { RoomDraft, TriangulatedShape } from '../shape/room-shape.js';
import type { ShapeProblem } from '../shape/shape-problem.js';
import { buildRoom } from './build-room.js';
import type { BuildRoomResult } from './built-room.js';
import { chordsCross, facesOf, missingChords } from './triangulation.js';

type Draft = TriangulatedShape<number | null>;

const pentagon: Draft = shapes.E4;

function problemsOf(result: BuildRoomResult): ShapeProblem[] {
  return result.ok ? [] : result.problems;
}

function withDiagonals(diagonalsMm: Draft['diagonalsMm']): Draft {
  return { ...pentagon, diagonalsMm };
}

describe('what is wrong is named at its field', () => {
  it('an impossible triangle at its longest side', () => {
    const long = withDiagonals([
      { from: 0, to: 2, lengthMm: 6500 },
      { from: 0, to: 3, lengthMm: 4717 },
    ]);
    expect(problemsOf(buildRoom(long))).toEqual([
      {
        code: 'TRIANGLE_IMPOSSIBLE',
        path: 'diagonalsMm.0.lengthMm',
        params: { triangle: 'ABC', longest: 'AC', longestMm: 6500, othersMm: 6500 },
      },
    ]);
    const wall: Draft = { ...pentagon, sidesMm: [4000, 2500, 2121, 2500, 9000] };
    expect(problemsOf(buildRoom(wall))).toEqual([
      {
        code: 'TRIANGLE_IMPOSSIBLE',
        path: 'sidesMm.4',
        params: { triangle: 'ADE', longest: 'EA', longestMm: 9000, othersMm: 7217 },
      },
    ]);
  });

  it('a missing diagonal with the one to measure next', () => {
    const first = withDiagonals([{ from: 0, to: 3, lengthMm: 4717 }]);
    expect(problemsOf(buildRoom(first))).toEqual([
      { code: 'DIAGONAL_MISSING', path: 'diagonalsMm', params: { suggest: 'AC', count: 1 } },
    ]);
    expect(problemsOf(buildRoom(withDiagonals([])))).toMatchObject([{ params: { suggest: 'AC', count: 2 } }]);
  });

  it('diagonals that repeat, join neighbours or are too many', () => {
    const ac = { from: 0, to: 2, lengthMm: 4717 };
    const cases: [Draft['diagonalsMm'], ShapeProblem][] = [
      [
        [ac, { from: 2, to: 0, lengthMm: 4717 }],
        { code: 'DIAGONAL_INVALID', path: 'diagonalsMm.1', params: { duplicate: 'CA' } },
      ],
      [
        [ac, { from: 0, to: 4, lengthMm: 4717 }],
        { code: 'DIAGONAL_INVALID', path: 'diagonalsMm.1', params: { corners: 5 } },
      ],
      [
        [ac, { from: 0, to: 5, lengthMm: 4717 }],
        { code: 'DIAGONAL_INVALID', path: 'diagonalsMm.1', params: { corners: 5 } },
      ],
    ];
    for (const [diagonals, problem] of cases) {
      expect(problemsOf(buildRoom(withDiagonals(diagonals)))).toEqual([problem]);
    }
    expect(problemsOf(buildRoom(withDiagonals(Array.from({ length: 6 }, () => ac))))).toEqual([
      { code: 'TOO_MANY_DIAGONALS', path: 'diagonalsMm', params: { max: 5, count: 6 } },
    ]);
  });

  it('diagonals that cross and for that reason fix nothing, with one to measure instead', () => {
    const hexagon: Draft = {
      schemaVersion: 1,
      kind: 'triangulated',
      sidesMm: [2000, 2000, 2000, 2000, 2000, 2000],
      diagonalsMm: [0, 1, 2].map((from) => ({ from, to: from + 3, lengthMm: 4000 })),
    };
    expect(problemsOf(buildRoom(hexagon))).toEqual([
      { code: 'DIAGONALS_CROSS', path: 'diagonalsMm.1', params: { diagonals: 'AD,BE', suggest: 'AC', count: 1 } },
    ]);
  });

  it('walls that cross', () => {
    // Four triangles around A that turn by more than a whole circle: the last wall comes back over the first.
    const spiral: Draft = {
      schemaVersion: 1,
      kind: 'triangulated',
      sidesMm: [1000, 1900, 1900, 1900, 1900, 1000],
      diagonalsMm: [2, 3, 4].map((to) => ({ from: 0, to, lengthMm: 1000 })),
    };
    const [problem] = problemsOf(buildRoom(spiral));
    expect(problem).toMatchObject({ code: 'WALLS_CROSS', params: { walls: expect.stringContaining(',') } });
    expect(problem!.path).toMatch(/^sidesMm\.\d$/);
  });

  it.each([0, -5, 9.9, 100_000.1, 1e308, Number.NaN, Infinity])('an absurd length: %s', (length) => {
    const sidesMm = [4000, 2500, length, 2500, 4000];
    expect(problemsOf(buildRoom({ ...pentagon, sidesMm }))).toContainEqual({
      code: 'LENGTH_OUT_OF_RANGE',
      path: 'sidesMm.2',
      params: { minMm: 10, maxMm: 100_000 },
    });
    const diagonal = withDiagonals([
      { from: 0, to: 2, lengthMm: length > 1e5 && length < 2e5 ? 150_001 : length },
      { from: 0, to: 3, lengthMm: 4717 },
    ]);
    expect(problemsOf(buildRoom(diagonal)).map(({ path }) => path)).toContain('diagonalsMm.0.lengthMm');
    const rectangle: RoomDraft = { schemaVersion: 1, kind: 'rectangle', sidesMm: [4000, length] };
    expect(problemsOf(buildRoom(rectangle)).map(({ path }) => path)).toEqual(['sidesMm.1']);
  });

  it('arcs too deep, on no wall, twice on one, and through another wall', () => {
    const arcs = (...given: NonNullable<RoomDraft['arcs']>): RoomDraft => ({
      schemaVersion: 1,
      kind: 'rectangle',
      sidesMm: [4000, 3000],
      arcs: given as [],
    });
    const arc = (side: number, sagittaMm: number, bulges: 'outward' | 'inward' = 'outward') => {
      return { side, sagittaMm, bulges };
    };
    const pathsOf = (draft: RoomDraft) => problemsOf(buildRoom(draft)).map(({ code, path }) => `${code} ${path}`);
    expect(pathsOf(arcs(arc(1, 3001)))).toEqual(['ARC_INVALID arcs.0.sagittaMm']);
    expect(pathsOf(arcs(arc(4, 500)))).toEqual(['ARC_INVALID arcs.0.side']);
    expect(pathsOf(arcs(arc(1, 500), arc(1, 400)))).toEqual(['ARC_INVALID arcs.1.side']);
    expect(pathsOf(arcs(arc(0, 3000, 'inward')))).toEqual(['ARC_INVALID arcs.0.sagittaMm']);
    expect(pathsOf(arcs(arc(1, 0)))).toEqual(['LENGTH_OUT_OF_RANGE arcs.0.sagittaMm']);
    expect(pathsOf(arcs(arc(0, 500), arc(1, 700, 'inward')))).toEqual([]);
  });
});

describe('while typing', () => {
  it('a missing length is named and the known corners are drawn', () => {
    const result = buildRoom({ ...pentagon, sidesMm: [4000, 2500, null, null, null] });
    expect(problemsOf(result).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'LENGTH_MISSING sidesMm.2',
      'LENGTH_MISSING sidesMm.3',
      'LENGTH_MISSING sidesMm.4',
    ]);
    expect(result).toMatchObject({ partialCorners: [0, 1, 2] });
    expect(!result.ok && result.partial![2]!.x).toBeCloseTo(4, 3);
  });

  it('corners are drawn in whatever order their triangles become known', () => {
    const result = buildRoom({
      ...pentagon,
      sidesMm: [4000, null, null, 2500, 4000],
      diagonalsMm: [
        { from: 1, to: 4, lengthMm: 5656.9 },
        { from: 1, to: 3, lengthMm: 4271.9 },
      ],
    });
    expect(result).toMatchObject({ ok: false, partialCorners: [0, 1, 3, 4] });
  });

  it('an impossible triangle is named before the rest is typed', () => {
    const result = buildRoom({
      ...pentagon,
      sidesMm: [4000, 2500, null, null, null],
      diagonalsMm: [{ from: 0, to: 2, lengthMm: 9000 }],
    });
    expect(problemsOf(result).map(({ code }) => code)).toContain('TRIANGLE_IMPOSSIBLE');
    expect(problemsOf(result).map(({ code }) => code)).toContain('DIAGONAL_MISSING');
  });

  it('nothing typed is no drawing, the first wall is a line', () => {
    const empty = (sidesMm: [number | null, number | null]): BuildRoomResult =>
      buildRoom({ schemaVersion: 1, kind: 'rectangle', sidesMm });
    expect(empty([null, null])).toMatchObject({ ok: false, partial: [], partialCorners: [] });
    expect(empty([4000, null])).toMatchObject({ partialCorners: [0, 1] });
    const l: RoomDraft = { schemaVersion: 1, kind: 'right-angled', sidesMm: [5000, 3000, 2000, null, null, null] };
    expect(buildRoom(l)).toMatchObject({ partialCorners: [0, 1, 2] });
    expect(buildRoom({ ...l, reflexCorners: [3] })).toMatchObject({ partialCorners: [0, 1, 2, 3] });
    expect(buildRoom({ ...pentagon, sidesMm: [null, null, null, null, null] })).toMatchObject({ partial: [] });
  });
});

describe('a built room', () => {
  it('has lettered walls and diagonals', () => {
    const room = built(shapes.E4);
    expect(room.walls.map(({ label }) => label)).toEqual(['AB', 'BC', 'CD', 'DE', 'EA']);
    expect(room.diagonals).toEqual([
      { from: 0, to: 2, lengthM: 4.717, label: 'AC' },
      { from: 0, to: 3, lengthM: 4.717, label: 'AD' },
    ]);
    expect(room.contour).toHaveLength(5);
  });

  it('adds outward arcs and takes inward ones away', () => {
    const outward = built(shapes.E6);
    const inward = built({ ...shapes.E6, arcs: [{ side: 1, sagittaMm: 500, bulges: 'inward' }] });
    expect(outward.areaM2 + inward.areaM2).toBeCloseTo(24, 9);
    expect(outward.perimeterM).toBe(inward.perimeterM);
    expect(outward.walls[1]).toMatchObject({ label: 'BC', chordM: 3, arc: { bulges: 'outward', sagittaM: 0.5 } });
    expect(outward.contour).toHaveLength(4 + 23);
    expect(inward.corners).toEqual(['inner', 'inner', 'inner', 'inner']);
  });

  it('does not change its draft', () => {
    const draft = structuredClone(shapes.E2byDiagonals);
    buildRoom(draft);
    expect(draft).toEqual(shapes.E2byDiagonals);
  });
});

describe('triangulations', () => {
  it('have chords that cross whichever end comes first, and do not at a common corner', () => {
    const [a, b] = [
      { from: 0, to: 3 },
      { from: 1, to: 4 },
    ];
    const back = ({ from, to }: { from: number; to: number }) => ({ from: to, to: from });
    expect([chordsCross(a, b), chordsCross(b, a), chordsCross(a, back(b)), chordsCross(back(a), b)]).toEqual(
      Array(4).fill(true),
    );
    expect(chordsCross(a, { from: 3, to: 5 })).toBe(false);
    expect(chordsCross(a, { from: 0, to: 2 })).toBe(false);
  });

  it('cut a polygon into faces', () => {
    expect(facesOf(5, [{ from: 4, to: 1 }])).toEqual([
      [1, 2, 3, 4],
      [0, 1, 4],
    ]);
  });

  it('are completed by the suggested diagonals', () => {
    const given = [{ from: 2, to: 6 }];
    const all = [...given, ...missingChords(8, given)];
    expect(all).toHaveLength(5);
    expect(facesOf(8, all).every((face) => face.length === 3)).toBe(true);
  });
});
