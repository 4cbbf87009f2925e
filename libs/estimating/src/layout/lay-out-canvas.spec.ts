import { describe, expect, it } from '@jest/globals';
import { fromDouble, roundHalfUp } from '@smet/money';
import { acceptance, built, shapes } from '../../test-data/builders.js';
import { referenceLayout } from '../../test-data/reference-layout.js';
import type { CanvasOptions } from '../plan/room-plan.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { RoomShape } from '../shape/room-shape.js';
import type { Canvas } from './canvas.js';
import { layOutCanvas } from './lay-out-canvas.js';
import { wallDirection } from './ways.js';

const { films } = ruleSetR1;

function canvasOf(shape: RoomShape, options: CanvasOptions = {}): Canvas {
  const result = layOutCanvas(built(shape), films, options);
  if (!result.ok) {
    throw new Error(`No canvas: ${JSON.stringify(result.refusal)}`);
  }
  return result.canvas;
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
      expected,
    })),
  );

  it.each(cases)('$id on the roll of $roll m', ({ id, roll, bound, expected }) => {
    const room = built(shapes[id]);
    const walls = room.walls.map((_, wall) => wallDirection(room, wall));
    const reference = referenceLayout(room.contour, walls, Number(roll));
    expect({ ...reference, filmM2: rounded(reference.filmM2) }).toEqual({
      strips: bound.strips,
      k: bound.k,
      filmM2: bound.film_m2,
    });
    const canvas = canvasOf(shapes[id], { rollM: roll });
    expect(canvas.strips).toBe(bound.strips);
    expect(canvas.filmM2).toBeLessThanOrEqual(reference.filmM2 + 1e-9);
    if (rounded(canvas.filmM2) === bound.film_m2) {
      const width = Number(roll).toFixed(2);
      expect(canvas.shrink).toBe(bound.k);
      expect(canvas.sheetLengthsM.map((length) => `${width}×${rounded(length).toFixed(2)}`).toSorted()).toEqual(
        bound.sheets.toSorted(),
      );
      expect(rounded(canvas.seamLengthM * canvas.shrinkAlong)).toBe(bound.seam_m);
    }
    if (Number(roll) === expected.roll_m) {
      expect(rounded(canvas.cutPieceM2)).toBe(expected.cut_piece_m2);
      expect(rounded(rounded(canvas.filmM2) - rounded(canvas.cutPieceM2))).toBeLessThanOrEqual(expected.offcut_m2);
      expect(rounded(canvas.harpoonM)).toBe(expected.stock.harpoon_m);
    }
  });
});

describe('where a seam begins', () => {
  const { rows, roll_m, room_length_m } = acceptance.seam_boundary;

  it.each(rows)('a room $width_m m wide takes $strips strips', (row) => {
    const widthMm = Math.round(row.width_m * 10_000) / 10;
    const shape: RoomShape = { schemaVersion: 1, kind: 'rectangle', sidesMm: [room_length_m * 1000, widthMm] };
    const canvas = canvasOf(shape, { rollM: String(roll_m) });
    expect(canvas.strips).toBe(row.strips);
    expect(canvas.shrink).toBe(row.k);
    expect(canvas.sheetLengthsM.map((length) => rounded(length).toFixed(2)).join('+')).toBe(row.sheet_lengths_m);
    expect(rounded(canvas.filmM2)).toBe(row.film_m2);
  });
});
