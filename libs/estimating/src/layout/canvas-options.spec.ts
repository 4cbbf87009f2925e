import { describe, expect, it } from '@jest/globals';
import { built, shapes } from '../../test-data/builders.js';
import { canvasOf } from '../../test-data/canvases.js';
import type { CanvasOptions } from '../plan/room-plan.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { Film } from '../rules/rule-set.js';
import type { Cutout } from '../shape/room-shape.js';
import { layOutCanvas } from './lay-out-canvas.js';

const [pvc] = ruleSetR1.films;
const prices = { filmPerM2Minor: { '3.2': 30_000, '5.0': 60_000 }, seamPerMMinor: 20_000 };

function rectangle(lengthMm: number, widthMm: number): BuiltRoom {
  return built({ schemaVersion: 1, kind: 'rectangle', sidesMm: [lengthMm, widthMm] });
}

function refusalOf(room: BuiltRoom, options: CanvasOptions, film?: Film): unknown {
  const result = layOutCanvas(room, film ? [film] : ruleSetR1.films, options);
  return result.ok ? null : result.refusal;
}

describe('what cannot be cut is refused', () => {
  const room = rectangle(4000, 3000);
  const cases: [CanvasOptions, object][] = [
    [{ film: 'silk' }, { code: 'FILM_UNKNOWN', path: 'plan.canvas.film', params: { film: 'silk' } }],
    [{ rollM: '4.0' }, { code: 'ROLL_UNKNOWN', path: 'plan.canvas.rollM', params: { rollM: '4.0' } }],
    [
      { direction: { wall: 4, turnDeg: 0 } },
      { code: 'DIRECTION_INVALID', path: 'plan.canvas.direction', params: { wall: 4 } },
    ],
    [
      { film: 'textile', seamThroughMm: { x: 1000, y: 1000 } },
      { code: 'SEAM_IMPOSSIBLE', path: 'plan.canvas.seamThroughMm', params: {} },
    ],
    [{ seamThroughMm: { x: 9000, y: 9000 } }, { code: 'SEAM_OUTSIDE', path: 'plan.canvas.seamThroughMm', params: {} }],
    [
      { seamThroughMm: { x: 1000, y: 3000 }, direction: { wall: 0, turnDeg: 0 } },
      { code: 'SEAM_OUTSIDE', path: 'plan.canvas.seamThroughMm', params: {} },
    ],
  ];

  it.each(cases)('%j', (options, refusal) => {
    expect(refusalOf(room, options)).toEqual(refusal);
  });

  it.each([
    ['far away', 'rectangle', { x: 100_000, y: 1000 }],
    ['in the notch of an L', 'notched', { x: 4500, y: 4000 }],
    ['in a column', 'columned', { x: 1500, y: 1500 }],
  ] as const)('a seam through a place %s, whatever strips lie level with it', (_, shape, seamThroughMm) => {
    const cutouts: Cutout[] = [
      { id: 'column', purpose: 'column', kind: 'circle', centreMm: { x: 1500, y: 1500 }, diameterMm: 400 },
    ];
    const rooms = {
      rectangle: room,
      notched: built(shapes.E2),
      columned: built({ schemaVersion: 1, kind: 'rectangle', sidesMm: [4000, 3000], cutouts }),
    };
    const refusal = { code: 'SEAM_OUTSIDE', path: 'plan.canvas.seamThroughMm', params: {} };
    expect(refusalOf(rooms[shape], { seamThroughMm, direction: { wall: 0, turnDeg: 0 } })).toEqual(refusal);
  });

  it('but a seam through a corner is not, nor one through a place on a slanted wall to a tenth of a millimetre', () => {
    // The notch's corner: a strip along it ends where the room grows narrower.
    expect(refusalOf(built(shapes.E2), { seamThroughMm: { x: 3000, y: 3000 } })).toBeNull();
    expect(refusalOf(built(shapes.E4), { seamThroughMm: { x: 3250.1, y: 3250.1 } })).toBeNull();
  });

  it('a print without a direction', () => {
    const print: Film = { ...pvc, key: 'print', rotation: 'chosen' };
    expect(refusalOf(room, {}, print)).toEqual({
      code: 'DIRECTION_MISSING',
      path: 'plan.canvas.direction',
      params: {},
    });
    const across = canvasOf(room, { direction: { wall: 0, turnDeg: 90 } }, { film: print });
    expect(across.direction.x).toBeCloseTo(0, 12);
  });
});

describe('a textile', () => {
  it('is cut in one piece with its allowance on every side and not shrunk', () => {
    const room = rectangle(6000, 4800);
    const canvas = canvasOf(room, { film: 'textile' });
    expect(canvas).toMatchObject({ rollM: '5.1', strips: 1, shrink: 1, shrinkAlong: 1, harpoonM: 0 });
    expect(canvas.sheetLengthsM[0]).toBeCloseTo(6.3, 12);
    expect(canvas.filmM2).toBeCloseTo(5.1 * 6.3, 12);
    expect(canvas.cutPieceM2).toBeCloseTo(6 * 4.8 + 21.6 * 0.15, 12);
    const [from, , to] = canvas.sheets[0]!.outline;
    expect([from!.x, from!.y, to!.x, to!.y].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([
      -0.15, -0.15, 6.15, 4.95,
    ]);
  });

  it('is refused where it would take two pieces', () => {
    expect(refusalOf(rectangle(6000, 4810), { film: 'textile' })).toEqual({
      code: 'CANVAS_TOO_WIDE',
      path: 'plan.canvas.film',
      params: { neededM: '5.11', widestM: '5.1' },
    });
    expect(refusalOf(rectangle(6000, 4810), { film: 'textile', preference: 'cheapest' })).not.toBeNull();
  });

  it('is never stretched over a sliver', () => {
    expect(refusalOf(rectangle(8000, 5500), { film: 'textile', ignoreSliversMm: 700 })).toEqual({
      code: 'CANVAS_TOO_WIDE',
      path: 'plan.canvas.film',
      params: { neededM: '5.8', widestM: '5.1' },
    });
  });
});

describe('wishes by hand', () => {
  it('a roll, whatever it costs', () => {
    expect(canvasOf(rectangle(4000, 3000), { rollM: '5.0' })).toMatchObject({ rollM: '5.0', strips: 1 });
    expect(canvasOf(rectangle(6000, 5000), { rollM: '3.2' })).toMatchObject({ rollM: '3.2', strips: 2 });
  });

  it('strips along a wall or across it', () => {
    const room = rectangle(8000, 5000);
    expect(canvasOf(room, { direction: { wall: 0, turnDeg: 0 } })).toMatchObject({ rollM: '5.0', strips: 1 });
    const across = canvasOf(room, { direction: { wall: 0, turnDeg: 90 } });
    expect(across).toMatchObject({ rollM: '5.0', strips: 2, seamsM: [5] });
    expect(across.direction.x).toBeCloseTo(0, 12);
  });

  it('a seam through a place, with whole strips on both sides of it', () => {
    const room = rectangle(9000, 6000);
    const options: CanvasOptions = { direction: { wall: 0, turnDeg: 0 }, seamThroughMm: { x: 2000, y: 1500 } };
    const canvas = canvasOf(room, { ...options, rollM: '3.2' });
    // 1.5 m below the seam is one strip, 4.5 m above it are two.
    expect(canvas.strips).toBe(3);
    expect(canvas.seams.map(({ from, to }) => [from.y, to.y])[0]!.map((y) => Math.round(y * 1e6) / 1e6)).toEqual([
      1.5, 1.5,
    ]);
    expect(canvas.seamsM).toHaveLength(2);
    // The wide roll covers either side in one strip.
    expect(canvasOf(room, options)).toMatchObject({ rollM: '5.0', strips: 2, seamsM: [9] });
  });

  it('a seam through a place in any direction takes the fewest strips', () => {
    const canvas = canvasOf(rectangle(4000, 3000), { seamThroughMm: { x: 2000, y: 1500 } });
    expect(canvas).toMatchObject({ rollM: '3.2', strips: 2 });
    const [{ from, to }] = canvas.seams as [(typeof canvas.seams)[0]];
    expect((to.x - from.x) * (1.5 - from.y) - (to.y - from.y) * (2 - from.x)).toBeCloseTo(0, 9);
  });

  it('slivers are left out: the film is stretched over them, tighter than usual', () => {
    const room = rectangle(6000, 3600);
    expect(canvasOf(room, { rollM: '3.2' })).toMatchObject({ strips: 2, shrink: 0.93 });
    const stretched = canvasOf(room, { rollM: '3.2', ignoreSliversMm: 100 });
    // 3.2 / 3.6, below the 0.91 of the film; along the roll it is stretched to 0.91 and no further.
    expect(stretched).toMatchObject({ strips: 1, shrink: 0.888, shrinkAlong: 0.91, seams: [] });
    expect(canvasOf(room, { rollM: '3.2', ignoreSliversMm: 80 }).strips).toBe(2);
    expect(canvasOf(room, { ignoreSliversMm: 100 }).rollM).toBe('3.2');
  });

  it('a sliver the film would tear over is a strip all the same', () => {
    // 3.2 / 4.5 would be 0.711.
    expect(canvasOf(rectangle(6000, 4500), { rollM: '3.2', ignoreSliversMm: 1000 })).toMatchObject({
      strips: 2,
      shrink: 0.93,
    });
    // 3.2 / 0.88 is 3.636…: up to there the film gives.
    expect(canvasOf(rectangle(6000, 3636), { rollM: '3.2', ignoreSliversMm: 1000 })).toMatchObject({
      strips: 1,
      shrink: 0.88,
    });
    expect(canvasOf(rectangle(6000, 3637), { rollM: '3.2', ignoreSliversMm: 1000 }).strips).toBe(2);
    // On both sides of a seam as well.
    const seamed = { direction: { wall: 0, turnDeg: 0 }, seamThroughMm: { x: 1000, y: 4500 } } as const;
    const around = canvasOf(rectangle(6000, 6000), { ...seamed, rollM: '3.2', ignoreSliversMm: 1000 });
    expect(around).toMatchObject({ strips: 3, shrink: 0.93 });
  });
});

describe('the cheapest canvas', () => {
  const room = rectangle(10_000, 3600);

  it('may be one with a seam on a cheaper roll', () => {
    expect(canvasOf(room, {}, { prices })).toMatchObject({ rollM: '5.0', strips: 1 });
    const cheapest = canvasOf(room, { preference: 'cheapest' }, { prices });
    // Three strips of 3.6 m across the room instead of one of 10 m along it.
    expect(cheapest).toMatchObject({ rollM: '3.2', strips: 3, seamsM: [3.6, 3.6] });
    const costOf = (canvas: typeof cheapest) =>
      canvas.filmM2 * prices.filmPerM2Minor[canvas.rollM as '3.2'] +
      canvas.seamLengthM * canvas.shrinkAlong * prices.seamPerMMinor;
    expect(costOf(cheapest)).toBeLessThan(costOf(canvasOf(room, {}, { prices })));
  });

  it('has no seam where a seam costs more than it saves', () => {
    const dear = { ...prices, seamPerMMinor: 400_000 };
    expect(canvasOf(room, { preference: 'cheapest' }, { prices: dear })).toMatchObject({ rollM: '5.0', strips: 1 });
  });

  it('may lie in many short strips', () => {
    const corridor = canvasOf(rectangle(20_000, 3600), { preference: 'cheapest', rollM: '3.2' }, { prices });
    expect(corridor.strips).toBe(6);
    expect(corridor.filmM2).toBeCloseTo(6 * 3.2 * 3.6 * 0.93, 1);
  });

  it('takes the least film where there are no prices, or not for every roll', () => {
    const halved = rectangle(6000, 6000);
    const film = (canvas: { filmM2: number }) => canvas.filmM2;
    const least = canvasOf(halved, { preference: 'cheapest' });
    expect(film(least)).toBeLessThan(film(canvasOf(halved)));
    const some = { filmPerM2Minor: { '5.0': 1 }, seamPerMMinor: 0 };
    expect(film(canvasOf(halved, { preference: 'cheapest' }, { prices: some }))).toBe(film(least));
  });
});
