import { describe, expect, it } from '@jest/globals';
import { built } from '../../test-data/builders.js';
import { canvasOf } from '../../test-data/canvases.js';
import type { Point } from '../geometry/point.js';
import type { BuiltCutout } from '../rooms/built-room.js';
import { seamPieces } from './seam-lines.js';
import { turnContour } from './turned-room.js';

function line(...coordinates: [number, number][]): Point[] {
  return coordinates.map(([x, y]) => ({ x, y }));
}

function piecesOf(level: number, ...contours: Point[][]): number[][] {
  const turned = contours.map((contour) => turnContour(contour, { x: 1, y: 0 }));
  return seamPieces(turned, level).map((piece) => piece.map((x) => Math.round(x * 1e5) / 1e5));
}

describe('seams', () => {
  // A U open to the top: 6 × 4 with a notch 2 wide and 3 deep in the middle.
  const u = line([0, 0], [6, 0], [6, 4], [4, 4], [4, 1], [2, 1], [2, 4], [0, 4]);

  it('are where there is canvas on both sides', () => {
    const both = [
      [0, 2],
      [4, 6],
    ];
    expect(piecesOf(2, u)).toEqual(both);
    expect(piecesOf(0.5, u)).toEqual([[0, 6]]);
    // Along the bottom of the notch the canvas above it is only at its sides.
    expect(piecesOf(1, u)).toEqual(both);
    expect(piecesOf(4, u)).toEqual([]);
  });

  it('end at a cut-out', () => {
    const column = line([3, 0.2], [3.4, 0.2], [3.4, 0.8], [3, 0.8]);
    expect(piecesOf(0.5, u, column)).toEqual([
      [0, 3],
      [3.4, 6],
    ]);
    // Along the side of the column there is canvas on one side only.
    expect(piecesOf(0.8, u, column)).toEqual([
      [0, 3],
      [3.4, 6],
    ]);
  });

  it('over a column are not welded, and the film is cut as if it were not there', () => {
    const room = built({ schemaVersion: 1, kind: 'rectangle', sidesMm: [9000, 7000] });
    const contour = line([4, 2], [5, 2], [5, 5], [4, 5]);
    const column: BuiltCutout = {
      id: 'column',
      purpose: 'column',
      kind: 'rectangle',
      contour,
      areaM2: 3,
      perimeterM: 8,
      curvedM: 0,
      corners: 4,
    };
    const options = { direction: { wall: 0, turnDeg: 0 }, seamThroughMm: { x: 1000, y: 3500 } } as const;
    const whole = canvasOf(room, options);
    const cut = canvasOf({ ...room, areaM2: 60, perimeterM: 40, cutouts: [column] }, options);
    expect(whole.seamsM).toEqual([9]);
    expect(cut.seamsM.map((seam) => Math.round(seam * 1e6) / 1e6)).toEqual([8]);
    expect(cut.seams).toHaveLength(2);
    expect(cut.filmM2).toBe(whole.filmM2);
    expect(cut.cutPieceM2).toBeCloseTo(60 * cut.shrink ** 2, 9);
    expect(cut.harpoonM).toBeCloseTo(40 * cut.shrink, 9);
  });
});

describe('where a seam is laid', () => {
  it('is at a corner where that makes both sheets shorter', () => {
    // Two blocks of 7 × 4.5 m, one set off by 5 m on top of the other.
    const sidesMm = [7000, 4500, 5000, 4500, 7000, 4500, 5000, 4500];
    const canvas = canvasOf(built({ schemaVersion: 1, kind: 'right-angled', sidesMm, reflexCorners: [2, 6] }));
    expect(canvas.strips).toBe(2);
    expect(canvas.filmM2).toBeLessThanOrEqual(2 * 7 * 5 * 0.93 + 1e-6);
    expect(canvas.seamLengthM).toBeLessThanOrEqual(2 + 1e-6);
  });
});

describe('of layouts that take as much film', () => {
  it('the one with the shorter seam is taken', () => {
    // A U of 6 × 7 m: both sheets reach from arm to arm, wherever the seam runs; over the notch it is 4 m, else 6.
    const sidesMm = [6000, 7000, 2000, 4000, 2000, 4000, 2000, 7000];
    const canvas = canvasOf(built({ schemaVersion: 1, kind: 'right-angled', sidesMm, reflexCorners: [4, 5] }));
    expect(canvas.filmM2).toBeCloseTo(2 * 5 * 6 * 0.93, 6);
    expect(canvas.seamLengthM).toBeCloseTo(4, 5);
    expect(canvas.seams).toHaveLength(2);
    expect(canvas.seamsM).toHaveLength(1);
  });
});

describe('many strips', () => {
  it('are each as long as the room where they lie, with a seam at every edge between them', () => {
    const sidesMm = [30_000, Math.hypot(30_000, 30_000), 30_000];
    const room = built({ schemaVersion: 1, kind: 'triangulated', sidesMm, diagonalsMm: [] });
    const { strips, shrink, sheetLengthsM, seamsM, direction } = canvasOf(room, {
      rollM: '3.2',
      direction: { wall: 0, turnDeg: 0 },
    });
    expect(direction.x).toBe(1);
    expect(strips).toBe(9);
    // The seams of a right-angled triangle with equal legs grow by a strip's width from one to the next.
    const step = 3.2 / shrink;
    const lengths = seamsM.toSorted((a, b) => a - b);
    lengths.slice(1).forEach((length, index) => expect(length - lengths[index]!).toBeCloseTo(step, 5));
    const sheets = sheetLengthsM.toSorted((a, b) => a - b);
    sheets.slice(1).forEach((length, index) => {
      const expected = index + 2 === strips ? 30 : lengths[index + 1]!;
      expect(length / shrink).toBeCloseTo(expected, 5);
    });
  });
});
