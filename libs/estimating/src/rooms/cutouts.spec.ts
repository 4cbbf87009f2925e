import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { built } from '../../test-data/builders.js';
import { placePoints } from '../geometry/placing.js';
import type { Cutout, Length, PointMm, RoomDraft } from '../shape/room-shape.js';
import { buildRoom } from './build-room.js';

const plain: RoomDraft = { schemaVersion: 1, kind: 'rectangle', sidesMm: [4000, 3000] };

function withCutouts(...cutouts: Cutout<Length>[]): RoomDraft {
  return { ...plain, cutouts: cutouts.map((cutout, index) => ({ ...cutout, id: `c${index}` })) } as RoomDraft;
}

function problemsOf(draft: RoomDraft): unknown[] {
  const result = buildRoom(draft);
  return result.ok ? [] : result.problems.map(({ code, path, params }) => ({ code, path, params }));
}

const at = (x: number, y: number): PointMm => ({ x, y });
const column = { id: '', purpose: 'column' } as const;
const square = (centreMm: PointMm, size = 400, turnDeg?: number): Cutout => {
  return { ...column, kind: 'rectangle', centreMm, sizeMm: [size, size], ...(turnDeg !== undefined && { turnDeg }) };
};
const round = (centreMm: PointMm, diameterMm = 400): Cutout => ({ ...column, kind: 'circle', centreMm, diameterMm });
const polygon = (...pointsMm: PointMm[]): Cutout => ({ ...column, kind: 'polygon', pointsMm });

describe('cut-outs', () => {
  it('leave the area, join the perimeter, and all corners of a column are outer', () => {
    const room = built(withCutouts(square(at(2000, 1500))));
    expect(room.areaM2).toBeCloseTo(12 - 0.16, 12);
    expect(room.perimeterM).toBeCloseTo(14 + 1.6, 12);
    expect(room).toMatchObject({ innerCorners: 4, outerCorners: 4, extraCorners: 4, arcLengthM: 0, minWidthM: 3 });
    expect(room.cutouts).toMatchObject([{ id: 'c0', purpose: 'column', kind: 'rectangle', corners: 4 }]);
    expect(room.walls).toHaveLength(4);
  });

  it('that are round count as curves by their exact measures', () => {
    const room = built(withCutouts(round(at(1000, 1000), 500)));
    expect(room.areaM2).toBeCloseTo(12 - (Math.PI * 0.25) / 4, 12);
    expect(room.perimeterM).toBeCloseTo(14 + Math.PI / 2, 12);
    expect(room.arcLengthM).toBeCloseTo(Math.PI / 2, 12);
    expect(room.extraCorners).toBe(0);
    expect(room.cutouts[0]!.contour).toHaveLength(48);
  });

  it('may have reflex corners, which are outer ones too, and straight joints, which are none', () => {
    const l = polygon(
      at(1000, 1000),
      at(1500, 1000),
      at(2000, 1000),
      at(2000, 1500),
      at(1500, 1500),
      at(1500, 2000),
      at(1000, 2000),
    );
    const room = built(withCutouts(l));
    expect(room.areaM2).toBeCloseTo(12 - 0.75, 12);
    expect(room.cutouts[0]!.corners).toBe(6);
    expect(room.outerCorners).toBe(6);
  });

  it('may be turned: a square on its corner is wider', () => {
    expect(problemsOf(withCutouts(square(at(250, 1500))))).toEqual([]);
    expect(problemsOf(withCutouts(square(at(250, 1500), 400, 45)))).toMatchObject([{ code: 'CUTOUT_OUTSIDE' }]);
    const [first] = built(withCutouts(square(at(2000, 1500), 400, 90))).cutouts;
    expect(first!.contour[0]).toEqual({ x: 2.2, y: 1.3 });
  });

  it.each<[string, Cutout, string]>([
    ['outside', square(at(5000, 5000)), 'CUTOUT_OUTSIDE cutouts.0'],
    ['over a wall', square(at(100, 1500)), 'CUTOUT_OUTSIDE cutouts.0'],
    ['touching a wall with a corner', square(at(100 * Math.SQRT2, 1500), 200, 45), 'CUTOUT_OUTSIDE cutouts.0'],
    [
      'from wall to wall',
      { ...square(at(2000, 1500)), sizeMm: [400, 3000] } as Cutout,
      'CUTOUT_DIVIDES_ROOM cutouts.0',
    ],
    ['around the room', square(at(2000, 1500), 9000), 'CUTOUT_OUTSIDE cutouts.0'],
    ['round and touching a wall', round(at(2000, 200)), 'CUTOUT_OUTSIDE cutouts.0'],
    ['round and around the room', round(at(2000, 1500), 9000), 'CUTOUT_OUTSIDE cutouts.0'],
    [
      'crossing itself',
      polygon(at(500, 500), at(1000, 1000), at(1000, 500), at(500, 1000)),
      'CUTOUT_INVALID cutouts.0.pointsMm',
    ],
    ['without area', polygon(at(500, 500), at(1000, 500), at(700, 500)), 'CUTOUT_INVALID cutouts.0.pointsMm'],
  ])('%s are refused at their place', (_, cutout, expected) => {
    const [code, path] = expected.split(' ');
    expect(problemsOf(withCutouts(cutout))).toEqual([{ code, path, params: { number: 1 } }]);
  });

  it('may neither overlap nor touch nor hold each other: the later one is named', () => {
    const middle = square(at(2000, 1500));
    const others = [
      square(at(2400, 1500)),
      square(at(2000, 1500), 100),
      square(at(2000, 1500), 1000),
      round(at(2400, 1500)),
      round(at(2000, 1500), 10),
      round(at(2000, 1500), 2000),
    ];
    for (const pair of others.flatMap((other) => [[middle, other] as const, [other, middle] as const])) {
      expect(problemsOf(withCutouts(...pair))).toEqual([
        { code: 'CUTOUTS_OVERLAP', path: 'cutouts.1', params: { number: 2, other: 1 } },
      ]);
    }
    expect(problemsOf(withCutouts(round(at(1000, 1000)), round(at(1400, 1000))))).toMatchObject([
      { code: 'CUTOUTS_OVERLAP' },
    ]);
    expect(problemsOf(withCutouts(round(at(1000, 1000)), round(at(1401, 1000)), square(at(1801, 1000), 390)))).toEqual(
      [],
    );
  });

  it('are inside or outside by the arc of a wall, not by its chord', () => {
    const bay = { arcs: [{ side: 1, sagittaMm: 500, bulges: 'outward' as const }] };
    expect(problemsOf({ ...withCutouts(square(at(4200, 1500), 200)), ...bay } as RoomDraft)).toEqual([]);
    const niche = { arcs: [{ side: 1, sagittaMm: 500, bulges: 'inward' as const }] };
    expect(problemsOf({ ...withCutouts(square(at(3700, 1500), 200)), ...niche } as RoomDraft)).toMatchObject([
      { code: 'CUTOUT_OUTSIDE' },
    ]);
  });

  it('without a size yet are missing a length, and the room is drawn', () => {
    const result = buildRoom(
      withCutouts(
        { ...column, kind: 'rectangle', centreMm: at(1000, 1000), sizeMm: [null, 400] },
        { ...column, kind: 'circle', centreMm: at(1000, 1000), diameterMm: null },
      ),
    );
    expect(result).toMatchObject({
      ok: false,
      problems: [
        { code: 'LENGTH_MISSING', path: 'cutouts.0.sizeMm.0' },
        { code: 'LENGTH_MISSING', path: 'cutouts.1.diameterMm' },
      ],
      partialCorners: [0, 1],
    });
  });

  it('as a polygon, either way round, measure what the same rectangle does', () => {
    const length = fc.integer({ min: 100, max: 1200 });
    const turn = fc.integer({ min: -180, max: 180 });
    fc.assert(
      fc.property(length, length, turn, fc.boolean(), (width, depth, turnDeg, isReversed) => {
        const corners = [
          at(-width / 2, -depth / 2),
          at(width / 2, -depth / 2),
          at(width / 2, depth / 2),
          at(-width / 2, depth / 2),
        ];
        const placed = placePoints(corners, at(2000, 1500), turnDeg);
        const asPolygon = built(withCutouts(polygon(...(isReversed ? placed.toReversed() : placed))));
        const asRectangle = built(
          withCutouts({ ...column, kind: 'rectangle', centreMm: at(2000, 1500), sizeMm: [width, depth], turnDeg }),
        );
        for (const measure of ['areaM2', 'perimeterM', 'arcLengthM', 'outerCorners', 'extraCorners'] as const) {
          expect(asPolygon[measure]).toBeCloseTo(asRectangle[measure], 9);
        }
      }),
    );
  });

  it('change no measure when the room is lettered the other way round', () => {
    const draft = withCutouts(square(at(1000, 1000), 300, 30), round(at(3000, 1000)));
    const { lettered, ...measures } = built(draft);
    expect(lettered).toBe('counter-clockwise');
    expect(built({ ...draft, lettered: 'clockwise' })).toEqual({ ...measures, lettered: 'clockwise' });
  });
});

describe('a column', () => {
  it('at a wall: the wall behind it is none, its free sides and corners are the room’s', () => {
    const room = built(withCutouts(square(at(200, 1500))));
    expect(room.areaM2).toBeCloseTo(12 - 0.16, 12);
    expect(room.perimeterM).toBeCloseTo(14 - 0.4 + 1.2, 12);
    expect(room).toMatchObject({ innerCorners: 6, outerCorners: 2, extraCorners: 4 });
    expect(room.walls.map(({ lengthM }) => lengthM)).toEqual([4, 3, 4, expect.closeTo(2.6, 9)]);
    expect(room.walls[3]!.chordM).toBe(3);
    expect(room.cutouts).toMatchObject([{ id: 'c0', corners: 2, perimeterM: expect.closeTo(1.2, 9) }]);
  });

  it('in a corner makes a room of six corners', () => {
    const room = built(withCutouts(square(at(200, 200))));
    const l = built({ ...plain, kind: 'right-angled', sidesMm: [3600, 3000, 4000, 2600, 400, 400] } as RoomDraft);
    expect(room.areaM2).toBeCloseTo(12 - 0.16, 12);
    expect(room.perimeterM).toBeCloseTo(14, 12);
    expect(room).toMatchObject({ innerCorners: 5, outerCorners: 1, extraCorners: 2 });
    for (const measure of ['areaM2', 'perimeterM', 'innerCorners', 'outerCorners', 'extraCorners'] as const) {
      expect(room[measure]).toBeCloseTo(l[measure], 9);
    }
  });

  it('along a whole wall makes the room shorter', () => {
    const room = built(withCutouts({ ...square(at(300, 1500)), sizeMm: [600, 3000] } as Cutout));
    expect(room.areaM2).toBeCloseTo(3.4 * 3, 12);
    expect(room.perimeterM).toBeCloseTo(2 * (3.4 + 3), 9);
    expect(room).toMatchObject({ innerCorners: 4, outerCorners: 0 });
  });

  it('that carries on a wall at a reflex corner makes it straight there', () => {
    const l = { ...plain, kind: 'right-angled', sidesMm: [4000, 3000, 2000, 1000, 2000, 2000] } as RoomDraft;
    const cutouts = [{ ...square(at(1800, 1800)), id: 'c0' }];
    const room = built({ ...l, cutouts } as RoomDraft);
    // Its right side carries on DE: no corner at E (2, 2), one at each of its free corners, one where it meets EF.
    expect(room.areaM2).toBeCloseTo(10 - 0.16, 12);
    expect(room.perimeterM).toBeCloseTo(14 + 0.8, 9);
    expect(room).toMatchObject({ innerCorners: 6, outerCorners: 2 });
  });

  it('a few millimetres off a wall, on either side, stands at it', () => {
    for (const x of [196, 199, 201, 204]) {
      const room = built(withCutouts(square(at(x, 1500))));
      expect(room.perimeterM).toBeCloseTo(14.8, 1);
      expect(room).toMatchObject({ innerCorners: 6, outerCorners: 2 });
    }
    expect(built(withCutouts(square(at(206, 1500)))).perimeterM).toBeCloseTo(15.6, 9);
    expect(problemsOf(withCutouts(square(at(194, 1500))))).toMatchObject([{ code: 'CUTOUT_OUTSIDE' }]);
  });

  it('at a wall measures the same wherever the lettering begins, and in a mirror', () => {
    const along = fc.integer({ min: 197, max: 2803 });
    const off = fc.integer({ min: 197, max: 215 });
    fc.assert(
      fc.property(along, off, (x, y) => {
        const turned = { ...plain, sidesMm: [3000, 4000], cutouts: [{ ...square(at(y, 4000 - x)), id: 'c0' }] };
        const rooms = [
          built(withCutouts(square(at(x, y)))),
          built(withCutouts(square(at(4000 - x, y)))),
          built(turned as RoomDraft),
        ];
        for (const measure of ['areaM2', 'perimeterM', 'innerCorners', 'outerCorners', 'extraCorners'] as const) {
          expect(rooms[1]![measure]).toBeCloseTo(rooms[0]![measure], 9);
          expect(rooms[2]![measure]).toBeCloseTo(rooms[0]![measure], 9);
        }
      }),
    );
  });
});
