import { describe, expect, it } from '@jest/globals';
import { built } from '../../test-data/builders.js';
import { canvasOf } from '../../test-data/canvases.js';
import type { Point } from '../geometry/point.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { Cutout } from '../shape/room-shape.js';
import { explainSeams } from './explain-seams.js';
import { layOutCanvas } from './lay-out-canvas.js';

const { films } = ruleSetR1;
const prices = { filmPerM2Minor: { '3.2': 30_000, '5.0': 60_000 }, seamPerMMinor: 20_000 };

/** A room of `length` × `width` metres cut across by levels: what is left lies from each x to the next, in metres. */
function cutRoom([length, width]: [number, number], spans: [number, number][], cutouts: Cutout[] = []): BuiltRoom {
  const room = built({ schemaVersion: 1, kind: 'rectangle', sidesMm: [length * 1000, width * 1000], cutouts });
  const pieces = spans.map(([from, to]): Point[] => [
    { x: from, y: 0 },
    { x: to, y: 0 },
    { x: to, y: width },
    { x: from, y: width },
  ]);
  const lengthM = spans.reduce((sum, [from, to]) => sum + to - from, 0);
  const lostM2 = cutouts.length === 0 ? 0 : length * width - room.areaM2;
  return {
    ...room,
    pieces,
    areaM2: lengthM * width - lostM2,
    perimeterM: 2 * lengthM + 2 * width * spans.length,
    minWidthM: Math.min(width, Math.max(...spans.map(([from, to]) => to - from))),
  };
}

const twoStrips = cutRoom(
  [6, 6],
  [
    [0, 2],
    [4, 6],
  ],
);
const seamed = cutRoom(
  [13, 6],
  [
    [0, 2],
    [4, 13],
  ],
);
const along = { direction: { wall: 0, turnDeg: 0 } } as const;

describe('a room a level cuts in two', () => {
  it('takes a canvas for each part, with no seam between them', () => {
    const canvas = canvasOf(twoStrips);
    expect(canvas).toMatchObject({ rollM: '3.2', pieces: 2, strips: 2, seams: [], seamsM: [], seamLengthM: 0 });
    expect(canvas.sheets).toHaveLength(2);
    expect(canvas.sheetLengthsM.map((length) => length.toFixed(6))).toEqual(['5.580000', '5.580000']);
    expect(canvas.filmM2).toBeCloseTo(2 * 3.2 * 6 * 0.93, 9);
    expect(canvas.cutPieceM2).toBeCloseTo(24 * 0.93 ** 2, 9);
    expect(canvas.offcutM2).toBeCloseTo(canvas.filmM2 - canvas.cutPieceM2, 9);
    expect(canvas.harpoonM).toBeCloseTo(32 * 0.93, 9);
    expect(explainSeams(twoStrips, films)).toBeNull();
  });

  it('is cut from the roll that covers its widest part', () => {
    const room = cutRoom(
      [9, 5],
      [
        [0, 2],
        [3, 9],
      ],
    );
    expect(canvasOf(room)).toMatchObject({ rollM: '5.0', pieces: 2, strips: 2, seams: [] });
  });

  it('has a seam only in the part too wide for the rolls', () => {
    const canvas = canvasOf(seamed);
    expect(canvas).toMatchObject({ rollM: '5.0', pieces: 2, strips: 3 });
    expect(canvas.seamsM).toEqual([6]);
    expect(canvas.seams.every(({ from, to }) => Math.min(from.x, to.x) >= 4)).toBe(true);
    expect(explainSeams(seamed, films)!.reason).toEqual({
      code: 'WIDER_THAN_ROLLS',
      params: { neededM: '5.46', widestM: '5.0' },
    });
  });

  it('is stretched as tight as the part with the seam, by which the seam is measured', () => {
    // 5.0 / 5.494 in the part of 5.494 m; the other one is not stretched tighter than usual.
    const room = cutRoom(
      [9, 5.494],
      [
        [0, 2],
        [3, 9],
      ],
    );
    expect(canvasOf(room)).toMatchObject({ strips: 2, shrink: 0.91, shrinkAlong: 0.91 });
  });

  it('has the column of one part in that part only', () => {
    const cutouts: Cutout[] = [
      { id: 'column', purpose: 'column', kind: 'circle', centreMm: { x: 1000, y: 3000 }, diameterMm: 600 },
    ];
    const room = cutRoom(
      [13, 6],
      [
        [0, 2],
        [4, 13],
      ],
      cutouts,
    );
    const through = canvasOf(room, { ...along, seamThroughMm: { x: 5000, y: 3000 } });
    // Along AB either part takes two strips; a place for the seam is given in one of them.
    expect(through.strips).toBe(4);
    expect(through.seamsM.at(-1)).toBe(9);
    const other = canvasOf(room, { ...along, seamThroughMm: { x: 200, y: 3000 } });
    expect(other.seamsM.map((seam) => seam.toFixed(1)).toSorted()).toEqual(['1.4', '9.0']);
    expect(through.cutPieceM2).toBeCloseTo(room.areaM2 * 0.93 ** 2, 9);
  });

  it('takes no seam through the level', () => {
    const refused = layOutCanvas(seamed, films, { seamThroughMm: { x: 3000, y: 3000 } });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'SEAM_OUTSIDE' } });
  });

  it('is refused a textile where one part is too wide', () => {
    expect(canvasOf(twoStrips, { film: 'textile' })).toMatchObject({ strips: 2, pieces: 2, harpoonM: 0 });
    const refused = layOutCanvas(seamed, films, { film: 'textile' });
    expect(refused).toMatchObject({ refusal: { code: 'CANVAS_TOO_WIDE', params: { neededM: '6.3', widestM: '5.1' } } });
  });

  it('is cut from the roll on which all parts together are the cheapest', () => {
    const room = cutRoom(
      [13, 3.6],
      [
        [0, 2],
        [3, 13],
      ],
    );
    const cheapest = canvasOf(room, { preference: 'cheapest' }, { prices });
    expect(cheapest).toMatchObject({ rollM: '3.2', strips: 4, seamsM: [3.6, 3.6] });
    expect(canvasOf(room, {}, { prices })).toMatchObject({ rollM: '5.0', strips: 2 });
  });

  it('is measured like its parts laid out by themselves', () => {
    const alone = [2, 9].map((lengthM) =>
      canvasOf(built({ schemaVersion: 1, kind: 'rectangle', sidesMm: [lengthM * 1000, 6000] }), { rollM: '5.0' }),
    );
    const together = canvasOf(seamed);
    for (const measure of ['filmM2', 'cutPieceM2', 'offcutM2', 'harpoonM', 'seamLengthM', 'strips'] as const) {
      expect(together[measure]).toBeCloseTo(alone[0]![measure] + alone[1]![measure], 9);
    }
  });
});
