import { describe, expect, it } from '@jest/globals';
import { estimateDraft, priceBook, roomInput, termsOf } from '../../test-data/builders.js';
import type { Inset } from '../plan/room-plan.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { RoomShape } from '../shape/room-shape.js';
import { computeEstimate } from './compute-estimate.js';
import type { RoomInput } from './estimate-draft.js';
import type { EstimateResult, MeasuredRoom, RoomProblem } from './estimate-result.js';

const rectangle = (a: number, b: number, more: Partial<RoomShape> = {}): RoomShape =>
  ({ schemaVersion: 1, kind: 'rectangle', sidesMm: [a, b], ...more }) as RoomShape;
const hall = roomInput(rectangle(5000, 4000), { id: 'hall', name: 'Зал' });

function level(id: string, shape: RoomShape, inset: Partial<Inset> = {}): RoomInput {
  const place = { roomId: 'hall', atMm: { x: 1000, y: 1000 }, turnDeg: 0, ...inset };
  return roomInput(shape, { id, name: id, plan: { schemaVersion: 1, inset: place } });
}

function compute(...rooms: RoomInput[]): EstimateResult {
  return computeEstimate(estimateDraft({ rooms }), { priceBook: priceBook(), ruleSet: ruleSetR1 });
}

const measuresOf = (result: EstimateResult, index = 0) => (result.rooms[index] as MeasuredRoom).measures;

function problemsOf(result: EstimateResult): (RoomProblem | null)[] {
  return result.rooms.map((room) => ('problems' in room ? room.problems[0]! : null));
}

function explanationOf({ lines }: EstimateResult, key: string) {
  const line = lines.find((known) => known.key === key)!;
  const { measures, unrounded } = line.explanation;
  const added = measures.flatMap(({ terms }) => terms).reduce((sum, { value }) => sum + Number(value), 0);
  expect(added).toBeCloseTo(Number(unrounded), 9);
  return termsOf(line);
}

describe('a level within a room', () => {
  const niche = level('Ниша', rectangle(2000, 1000));

  it('is taken from the base, whose canvas ends where the level begins', () => {
    const result = compute(hall, niche);
    expect(measuresOf(result)).toMatchObject({
      billedArea: '18',
      billedPerimeter: '24',
      billedProfileLength: '24',
      extraCorners: 0,
      takeOff: { columns: 0, cutoutM: 0 },
    });
    expect(explanationOf(result, 'hall:canvas')).toEqual(['ABCD 20', '«Ниша» -2']);
    expect(explanationOf(result, 'hall:profile')).toEqual(['AB 5', 'BC 4', 'CD 5', 'DA 4', '«Ниша» 6']);
  });

  it('has lines of its own', () => {
    const result = compute(hall, niche);
    expect(measuresOf(result, 1)).toMatchObject({ billedArea: '2', billedPerimeter: '6', rollM: '3.2' });
    expect(result.lines.find(({ key }) => key === 'Ниша:canvas')).toMatchObject({ quantity: '2' });
  });

  it('is mounted by the metre of where it begins, in the room it is in', () => {
    const mounted = compute(hall, niche).lines.filter(({ code }) => code === 'WRK-LVL');
    expect(mounted).toMatchObject([{ key: 'hall:level', quantity: '6' }]);
  });

  it('shows in what is cut of the base', () => {
    const [without, within] = [measuresOf(compute(hall)), measuresOf(compute(hall, niche))];
    expect(within.canvas.filmM2).toBe(without.canvas.filmM2);
    expect(within.canvas.cutPieceM2).toBeCloseTo((without.canvas.cutPieceM2 * 18) / 20, 9);
    expect(within.canvas.harpoonM).toBeCloseTo((without.canvas.harpoonM * 24) / 18, 9);
  });

  it('along a wall leaves the base narrower, on a narrower roll', () => {
    const strip = level('Короб', rectangle(5000, 1000), { atMm: { x: 0, y: 3000 } });
    expect(measuresOf(compute(hall))).toMatchObject({ rollM: '5.0' });
    const result = compute(hall, strip);
    expect(measuresOf(result)).toMatchObject({ billedArea: '15', billedPerimeter: '16', rollM: '3.2', minWidthM: 3 });
    expect(explanationOf(result, 'hall:profile')).toEqual(['AB 5', 'BC 3', 'DA 3', '«Короб» 5']);
  });

  it('with an arc gives the base a curved edge', () => {
    const arcs = [{ side: 2, radiusMm: 500, bulges: 'outward' as const }];
    const result = compute(hall, level('Дуга', rectangle(1000, 1000, { arcs })));
    expect(explanationOf(result, 'hall:curve-cutting')).toEqual(['«Дуга» 1.570796327']);
  });

  it('keeps its column to itself: the base has none of it', () => {
    const cutouts: RoomShape['cutouts'] = [
      { id: 'c', purpose: 'column', kind: 'rectangle', centreMm: { x: 1000, y: 500 }, sizeMm: [400, 400] },
    ];
    const result = compute(hall, level('Ниша', rectangle(2000, 1000, { cutouts })));
    expect(measuresOf(result)).toMatchObject({ billedArea: '18', billedPerimeter: '24', extraCorners: 0 });
    expect(measuresOf(result, 1)).toMatchObject({
      billedArea: '1.84',
      billedPerimeter: '7.6',
      outerCorners: 4,
      takeOff: { columns: 1 },
    });
    expect(explanationOf(result, 'Ниша:canvas')).toEqual(['ABCD 2', 'К1 -0.16']);
    expect(termsOf(result.lines.find(({ key }) => key === 'Ниша:extra-corners')!)).toEqual([
      'inner_corners 4',
      'outer_corners 0',
      'cutout_corners 4',
      'free_corners -4',
    ]);
  });

  it('renamed is so in the explanation of its base', () => {
    compute(hall, niche);
    expect(explanationOf(compute(hall, { ...niche, name: 'Полка' }), 'hall:canvas')).toEqual(['ABCD 20', '«Полка» -2']);
  });

  it('beside another one leaves no edge of the base between them', () => {
    const beside = level('Полка', rectangle(1000, 1000), { atMm: { x: 3000, y: 1000 } });
    const result = compute(hall, niche, beside);
    expect(problemsOf(result)).toEqual([null, null, null]);
    // Around both together: 3 m by 1 m.
    expect(measuresOf(result)).toMatchObject({ billedArea: '17', billedPerimeter: '26' });
    expect(explanationOf(result, 'hall:profile')).toEqual(['AB 5', 'BC 4', 'CD 5', 'DA 4', '«Ниша» 5', '«Полка» 3']);
    const areas = [0, 1, 2].map((index) => measuresOf(result, index).areaM2);
    expect(areas.reduce((sum, area) => sum + area, 0)).toBeCloseTo(20, 9);
  });

  it('from wall to wall leaves two canvases, and no seam between them', () => {
    const base = roomInput(rectangle(6000, 6000), { id: 'hall', name: 'Зал' });
    const result = compute(base, level('Балка', rectangle(2000, 6000), { atMm: { x: 2000, y: 0 } }));
    expect(measuresOf(result)).toMatchObject({ billedArea: '24', billedPerimeter: '32', seamLengthM: 0, rollM: '3.2' });
    expect(result.lines.map(({ code }) => code)).not.toContain('SRV-SEAM');
  });
});

describe('a column at a wall', () => {
  it('is none of the canvas, nor is the wall behind it an edge', () => {
    const cutouts: RoomShape['cutouts'] = [
      { id: 'c', purpose: 'column', kind: 'rectangle', centreMm: { x: 200, y: 200 }, sizeMm: [400, 400] },
    ];
    const result = compute(roomInput(rectangle(5000, 3000, { cutouts })));
    expect(measuresOf(result)).toMatchObject({ billedArea: '14.84', billedPerimeter: '16', extraCorners: 2 });
    expect(explanationOf(result, 'room:canvas')).toEqual(['ABCD 15', 'К1 -0.16']);
    expect(explanationOf(result, 'room:profile')).toEqual(['AB 4.6', 'BC 3', 'CD 5', 'DA 2.6', 'К1 0.8']);
    expect(termsOf(result.lines.find(({ key }) => key === 'room:extra-corners')!)).toEqual([
      'inner_corners 5',
      'outer_corners 0',
      'cutout_corners 1',
      'free_corners -4',
    ]);
  });

  it('as long as the wall leaves the room narrower, on a narrower roll', () => {
    const cutouts: RoomShape['cutouts'] = [
      { id: 'c', purpose: 'column', kind: 'rectangle', centreMm: { x: 2500, y: 300 }, sizeMm: [5000, 600] },
    ];
    expect(measuresOf(compute(roomInput(rectangle(5000, 3600))))).toMatchObject({ rollM: '5.0' });
    expect(measuresOf(compute(roomInput(rectangle(5000, 3600, { cutouts }))))).toMatchObject({
      rollM: '3.2',
      minWidthM: expect.closeTo(3, 9),
    });
  });
});

describe('a level that cannot be', () => {
  const unknown: RoomProblem = { code: 'INSET_ROOM_UNKNOWN', path: 'plan.inset.roomId', params: {} };

  it.each<[string, RoomInput[], RoomProblem]>([
    ['in no room', [level('a', rectangle(500, 500), { roomId: 'no' })], unknown],
    ['in itself', [level('a', rectangle(500, 500), { roomId: 'a' })], unknown],
    [
      'beyond its base',
      [level('a', rectangle(4500, 500))],
      { code: 'INSET_OUTSIDE', path: 'plan.inset.atMm', params: { base: 'Зал' } },
    ],
    [
      'over another one',
      [level('b', rectangle(2000, 500)), level('a', rectangle(500, 500))],
      { code: 'INSET_OVERLAPS', path: 'plan.inset.atMm', params: { other: 'b' } },
    ],
    [
      'in a level',
      [level('b', rectangle(2000, 500)), level('a', rectangle(500, 500), { roomId: 'b' })],
      { code: 'INSET_NESTED', path: 'plan.inset.roomId', params: { base: 'b' } },
    ],
  ])('%s is named, and takes nothing from the base', (_, levels, problem) => {
    const result = compute(hall, ...levels);
    expect(problemsOf(result).at(-1)).toEqual(problem);
    const accepted = levels.length === 1 ? 0 : 1;
    expect(measuresOf(result).areaM2).toBeCloseTo(20 - accepted, 9);
  });

  it('over a column of its base', () => {
    const cutouts: RoomShape['cutouts'] = [
      { id: 'c', purpose: 'column', kind: 'circle', centreMm: { x: 1500, y: 1500 }, diameterMm: 300 },
    ];
    const base = { ...hall, shape: rectangle(5000, 4000, { cutouts }) };
    expect(problemsOf(compute(base, level('a', rectangle(2000, 1000))))).toEqual([
      null,
      { code: 'INSET_OVERLAPS', path: 'plan.inset.atMm', params: {} },
    ]);
  });

  it('because one of the two cannot be built is named once, where it is wrong', () => {
    const broken = rectangle(0, 1000);
    expect(problemsOf(compute(hall, level('a', broken)))).toMatchObject([null, { path: 'shape.sidesMm.0' }]);
    const result = compute({ ...hall, shape: broken }, level('a', rectangle(500, 500)));
    expect(problemsOf(result)).toMatchObject([{ path: 'shape.sidesMm.0' }, null]);
  });
});
