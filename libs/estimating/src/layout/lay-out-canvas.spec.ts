import { describe, expect, it } from '@jest/globals';
import { fromDouble, roundHalfUp } from '@smet/money';
import { acceptance, built, shapes } from '../../test-data/builders.js';
import { canvasOf } from '../../test-data/canvases.js';
import { referenceLayout } from '../../test-data/reference-layout.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { Film } from '../rules/rule-set.js';
import { wallDirection } from './ways.js';

const [pvc] = ruleSetR1.films;

function rectangle(lengthMm: number, widthMm: number): BuiltRoom {
  return built({ schemaVersion: 1, kind: 'rectangle', sidesMm: [lengthMm, widthMm] });
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

  it.each(cases)('$id on the roll of $roll m takes no more than the upper bound', ({ id, roll, bound }) => {
    const room = built(shapes[id]);
    const walls = room.walls.map((_, wall) => wallDirection(room, wall));
    const { strips, k, filmM2 } = referenceLayout(room.contour, walls, Number(roll));
    expect({ strips, k, film_m2: rounded(filmM2) }).toEqual({
      strips: bound.strips,
      k: bound.k,
      film_m2: bound.film_m2,
    });
    const canvas = canvasOf(room, { rollM: roll });
    expect(canvas.strips).toBe(strips);
    expect(canvas.filmM2).toBeLessThanOrEqual(filmM2 + 1e-9);
    expect(canvas.seamLengthM > 0).toBe(bound.seam_m > 0);
    if (rounded(canvas.filmM2) === bound.film_m2) {
      const width = Number(roll).toFixed(2);
      const sheets = canvas.sheetLengthsM.map((length) => `${width}×${rounded(length).toFixed(2)}`);
      expect(canvas.shrink).toBe(bound.k);
      expect(sheets.toSorted()).toEqual(bound.sheets.toSorted());
      expect(rounded(canvas.seamLengthM * canvas.shrinkAlong)).toBe(bound.seam_m);
    }
  });

  it.each(acceptance.rooms)('$id is cut, welded and leaves over what is expected', ({ id, expected }) => {
    const canvas = canvasOf(built(shapes[id as keyof typeof shapes]));
    expect(Number(canvas.rollM)).toBe(expected.roll_m);
    expect(rounded(canvas.cutPieceM2)).toBe(expected.cut_piece_m2);
    expect(rounded(rounded(canvas.filmM2) - rounded(canvas.cutPieceM2))).toBeLessThanOrEqual(expected.offcut_m2);
    expect(canvas.offcutM2).toBeCloseTo(canvas.filmM2 - canvas.cutPieceM2, 12);
    expect(rounded(canvas.harpoonM)).toBe(expected.stock.harpoon_m);
  });
});

describe('where a seam begins', () => {
  const { rows, roll_m, room_length_m } = acceptance.seam_boundary;

  it.each(rows)('a room $width_m m wide takes $strips strips', (row) => {
    const room = rectangle(room_length_m * 1000, Math.round(row.width_m * 10_000) / 10);
    const canvas = canvasOf(room, { rollM: String(roll_m) });
    expect(canvas.strips).toBe(row.strips);
    expect(canvas.shrink).toBe(row.k);
    expect(canvas.sheetLengthsM.map((length) => rounded(length).toFixed(2)).join('+')).toBe(row.sheet_lengths_m);
    expect(rounded(canvas.filmM2)).toBe(row.film_m2);
  });

  it('is not within the noise of doubles', () => {
    const width = 3.2 / 0.91 + 1e-12;
    const contour = [
      { x: 0, y: 0 },
      { x: 6, y: 0 },
      { x: 6, y: width },
      { x: 0, y: width },
    ];
    const canvas = canvasOf({ ...rectangle(6000, 3000), contour, vertices: contour }, { rollM: '3.2' });
    expect(canvas).toMatchObject({ strips: 1, shrink: 0.91, seams: [] });
  });
});

describe('the roll', () => {
  it.each([
    [3200, '3.2', 1],
    [3516, '3.2', 1],
    [3517, '5.0', 1],
    [5494, '5.0', 1],
    [5495, '5.0', 2],
  ])('of a room %i mm wide is %s m', (width, roll, strips) => {
    const canvas = canvasOf(rectangle(9000, width));
    expect([canvas.rollM, canvas.strips]).toEqual([roll, strips]);
  });

  it('needs no seam when it covers the room along a line no wall runs along', () => {
    // A band at 45° with toothed ends: narrow across the diagonal, wide along every wall.
    const steps = Array.from({ length: 5 }, () => [1500, 1500]).flat();
    const sidesMm = [2000, ...steps, 2000, 2000, ...steps, 2000];
    const reflexCorners = [2, 4, 6, 8, 10, 14, 16, 18, 20, 22];
    const room = built({ schemaVersion: 1, kind: 'right-angled', sidesMm, reflexCorners });
    const walls = room.walls.map((_, wall) => wallDirection(room, wall));
    expect(referenceLayout(room.contour, walls, 3.2).strips).toBeGreaterThan(1);
    expect(canvasOf(room)).toMatchObject({ rollM: '3.2', strips: 1, seamLengthM: 0 });
    // A glossy film lies along or across the walls, whatever that takes.
    expect(canvasOf(room, {}, { film: { ...pvc, rotation: 'walls' } }).strips).toBeGreaterThan(1);
  });

  it('covers a round room in one strip of its diameter', () => {
    const arcs = [0, 1, 2, 3].map((side) => ({ side, sagittaMm: 2000 * Math.SQRT2 * 0.2, bulges: 'outward' as const }));
    const canvas = canvasOf(built({ schemaVersion: 1, kind: 'rectangle', sidesMm: [3000, 3000], arcs }));
    expect(canvas).toMatchObject({ rollM: '5.0', strips: 1 });
  });
});

describe('shrink', () => {
  const filmOf = (along: Film['shrink']['along'], across: Film['shrink']['across']): Film => ({
    ...pvc,
    shrink: { along, across },
  });

  it('is by sides: 8 % in both directions', () => {
    const { room_m, shrunk_area_m2 } = acceptance.shrink_by_sides;
    const film = filmOf({ default: 0.92, min: 0.9 }, { default: 0.92, min: 0.9 });
    const canvas = canvasOf(rectangle(room_m[0] * 1000, room_m[1] * 1000), {}, { film });
    expect(canvas.cutPieceM2).toBeCloseTo(shrunk_area_m2, 12);
    expect(canvas.harpoonM).toBeCloseTo(4 * 0.92, 12);
  });

  it('has a factor of its own along the roll', () => {
    const film = filmOf({ default: 0.95, min: 0.94 }, { default: 0.92, min: 0.9 });
    const canvas = canvasOf(rectangle(4000, 3000), {}, { film });
    expect(canvas).toMatchObject({ shrink: 0.92, shrinkAlong: 0.95 });
    expect(canvas.filmM2).toBeCloseTo(3.2 * 4 * 0.95, 12);
    expect(canvas.cutPieceM2).toBeCloseTo(12 * 0.95 * 0.92, 12);
    expect(canvas.harpoonM).toBeCloseTo(8 * 0.95 + 6 * 0.92, 12);
  });

  it('tightens along in proportion where it tightens across, as far as the film allows', () => {
    const room = rectangle(6000, 3500);
    // 3.2 / 3.5 = 0.914: across by 0.914 / 0.92 tighter than usual.
    expect(
      canvasOf(room, {}, { film: filmOf({ default: 0.95, min: 0.9 }, { default: 0.92, min: 0.9 }) }),
    ).toMatchObject({
      shrink: 0.914,
      shrinkAlong: 0.944,
    });
    expect(
      canvasOf(room, {}, { film: filmOf({ default: 0.95, min: 0.948 }, { default: 0.92, min: 0.9 }) }),
    ).toMatchObject({
      shrink: 0.914,
      shrinkAlong: 0.948,
    });
  });

  it('is not tightened only to turn a rectangle askew and save film', () => {
    const canvas = canvasOf(rectangle(4000, 3440));
    expect(canvas.shrink).toBe(0.93);
    expect(Math.abs(canvas.direction.x)).toBe(1);
  });
});
