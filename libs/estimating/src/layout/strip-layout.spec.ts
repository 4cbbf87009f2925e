import { describe, expect, it } from '@jest/globals';
import { fromDouble, roundHalfUp } from '@smet/money';
import { acceptance, built, shapes } from '../../test-data/builders.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { RoomShape } from '../shape/room-shape.js';
import { chooseCanvas, wallDirections } from './canvas.js';
import { seamLength } from './seam-length.js';
import { segmentsOf } from './segments.js';
import { layOutStrips } from './strip-layout.js';
import type { StripLayout } from './strip-layout.js';

function layOut(shape: RoomShape, rollM: number): StripLayout {
  const room = built(shape);
  return layOutStrips(room.contour, wallDirections(room), { rollM, shrink: ruleSetR1.films[0].shrink.across });
}

/** To two digits, as the acceptance file writes them. */
function rounded(value: number): number {
  return Number(roundHalfUp(fromDouble(value), '0.01'));
}

describe('layouts of the acceptance rooms', () => {
  const cases = acceptance.rooms.flatMap(({ id, expected }) =>
    Object.entries(expected.layout_upper_bound).map(([roll, bound]) => ({
      id: id as keyof typeof shapes,
      roll,
      bound,
    })),
  );

  it.each(cases)('$id on the roll of $roll m', ({ id, roll, bound }) => {
    const layout = layOut(shapes[id], Number(roll));
    expect(layout.strips).toBe(bound.strips);
    expect(layout.shrink).toBe(bound.k);
    expect(rounded(layout.filmM2)).toBe(bound.film_m2);
    const width = Number(roll).toFixed(2);
    expect(layout.sheetLengthsM.map((length) => `${width}×${rounded(length).toFixed(2)}`)).toEqual(bound.sheets);
    expect(rounded(layout.seamLengthM * layout.shrink)).toBe(bound.seam_m);
  });
});

describe('where a seam begins', () => {
  const { rows, roll_m, room_length_m } = acceptance.seam_boundary;

  it.each(rows)('a room $width_m m wide takes $strips strips', (row) => {
    const widthMm = Math.round(row.width_m * 10_000) / 10;
    const layout = layOut({ schemaVersion: 1, kind: 'rectangle', sidesMm: [room_length_m * 1000, widthMm] }, roll_m);
    expect(layout.strips).toBe(row.strips);
    expect(layout.shrink).toBe(row.k);
    expect(layout.sheetLengthsM.map((length) => rounded(length).toFixed(2)).join('+')).toBe(row.sheet_lengths_m);
    expect(rounded(layout.filmM2)).toBe(row.film_m2);
  });
});

describe('noise of doubles', () => {
  it('makes no seam where the film just covers the room', () => {
    const width = 3.2 / 0.91 + 1e-12;
    const contour = [
      { x: 0, y: 0 },
      { x: 6, y: 0 },
      { x: 6, y: width },
      { x: 0, y: width },
    ];
    const layout = layOutStrips(contour, [{ x: 1, y: 0 }], { rollM: 3.2, shrink: ruleSetR1.films[0].shrink.across });
    expect(layout).toMatchObject({ strips: 1, shrink: 0.91, seamsM: [] });
  });
});

describe('many strips', () => {
  it('are each as long as the room where they lie, with a seam at every edge between them', () => {
    const triangle = [
      { x: 0, y: 0 },
      { x: 30, y: 0 },
      { x: 0, y: 30 },
    ];
    const { strips, shrink, sheetLengthsM, seamsM } = layOutStrips(triangle, [{ x: 1, y: 0 }], {
      rollM: 3.2,
      shrink: ruleSetR1.films[0].shrink.across,
    });
    const step = 3.2 / shrink;
    const reaches = Array.from({ length: strips }, (_, index) => 30 - index * step);
    expect(strips).toBe(9);
    expect(sheetLengthsM.map(rounded)).toEqual(reaches.map((reach) => rounded(reach * shrink)));
    expect(seamsM.map(rounded)).toEqual(reaches.slice(1).map(rounded));
  });
});

describe('seams', () => {
  // A U open to the top: 6 × 4 with a notch 2 wide and 3 deep in the middle.
  const u = [
    [0, 0],
    [6, 0],
    [6, 4],
    [4, 4],
    [4, 1],
    [2, 1],
    [2, 4],
    [0, 4],
  ].map(([x, y]) => ({ x: x!, y: y! }));

  it('is as long as the canvas on both sides of it', () => {
    expect(seamLength(segmentsOf(u), 2)).toBeCloseTo(4, 6);
    expect(seamLength(segmentsOf(u), 0.5)).toBeCloseTo(6, 6);
    // Along the bottom of the notch the canvas above it is only at its sides.
    expect(seamLength(segmentsOf(u), 1)).toBeCloseTo(4, 6);
    expect(seamLength(segmentsOf(u), 4)).toBe(0);
    const upsideDown = u.map(({ x, y }) => ({ x: -x, y: -y }));
    expect(seamLength(segmentsOf(upsideDown), -1)).toBeCloseTo(4, 6);
  });

  it('of a room wider than every roll is billed times the shrink factor', () => {
    const room = built({ schemaVersion: 1, kind: 'rectangle', sidesMm: [9000, 7000] });
    const canvas = chooseCanvas(room, ruleSetR1);
    expect(canvas.rollM).toBe('5.0');
    expect(canvas.strips).toBe(2);
    expect(canvas.shrink).toBe(0.93);
    expect(canvas.seamsM).toEqual([7]);
  });
});

describe('the roll', () => {
  it.each([
    [3200, '3.2'],
    [3516, '3.2'],
    [3517, '5.0'],
    [5494, '5.0'],
    [5495, '5.0'],
  ])('of a room %i mm wide is %s m', (width, roll) => {
    const canvas = chooseCanvas(built({ schemaVersion: 1, kind: 'rectangle', sidesMm: [9000, width] }), ruleSetR1);
    expect(canvas.rollM).toBe(roll);
    expect(canvas.strips).toBe(width === 5495 ? 2 : 1);
  });

  it('needs no seam when it covers the room along a line no wall runs along', () => {
    // A band at 45° with toothed ends: narrow across the diagonal, wide along every wall.
    const steps = Array.from({ length: 5 }, () => [1500, 1500]).flat();
    const sidesMm = [2000, ...steps, 2000, 2000, ...steps, 2000];
    const reflexCorners = sidesMm.flatMap((_, index) => (isBandNotch(index) ? [index] : []));
    const room = built({ schemaVersion: 1, kind: 'right-angled', sidesMm, reflexCorners });
    const alongWalls = layOutStrips(room.contour, wallDirections(room), {
      rollM: 5,
      shrink: ruleSetR1.films[0].shrink.across,
    });
    const canvas = chooseCanvas(room, ruleSetR1);
    expect(room.minWidthM * ruleSetR1.films[0].shrink.across.min).toBeLessThan(5);
    expect(alongWalls.strips).toBeGreaterThan(1);
    expect(canvas.strips).toBe(1);
    expect(canvas.seamLengthM).toBe(0);
  });
});

function isBandNotch(index: number): boolean {
  return [2, 4, 6, 8, 10, 14, 16, 18, 20, 22].includes(index);
}
