import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canvasOf } from '../../test-data/canvases.js';
import { isCovered, isOnCanvas, outlinesOf, pointsIn } from '../../test-data/covering.js';
import { canvasWishes, flatRooms } from '../../test-data/random-rooms.js';
import { referenceLayout } from '../../test-data/reference-layout.js';
import { minWidth } from '../geometry/min-width.js';
import { distanceToLine, distanceToSegment } from '../geometry/segment.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { Canvas } from './canvas.js';
import { layOutCanvas } from './lay-out-canvas.js';
import { wallDirection } from './ways.js';

const { films } = ruleSetR1;
const prices = { filmPerM2Minor: { '3.2': 30_000, '5.0': 60_000 }, seamPerMMinor: 20_000 };

/** What the reference rule takes for all pieces of a room. */
function referenceOf(room: BuiltRoom, rollM: string): { strips: number; filmM2: number } {
  const walls = room.walls.map((_, wall) => wallDirection(room, wall));
  const pieces = outlinesOf(room).map((line) => referenceLayout(line, walls, Number(rollM)));
  return {
    strips: pieces.reduce((sum, { strips }) => sum + strips, 0),
    filmM2: pieces.reduce((sum, { filmM2 }) => sum + filmM2, 0),
  };
}

function costOf({ filmM2, rollM, seamLengthM, shrinkAlong }: Canvas): number {
  return filmM2 * prices.filmPerM2Minor[rollM as '3.2'] + seamLengthM * shrinkAlong * prices.seamPerMMinor;
}

describe('canvases of the rooms of a flat, with arcs, columns and levels', () => {
  const cases = fc.constantFrom(['pvc-matte', '3.2'], ['pvc-matte', '5.0'], ['pvc-gloss', '3.2']);

  it('never take more strips nor more film than the reference rule, gloss neither', () => {
    fc.assert(
      fc.property(flatRooms, cases, (room, [film, rollM]) => {
        const reference = referenceOf(room, rollM!);
        const canvas = canvasOf(room, { film: film!, rollM: rollM! });
        expect(canvas.strips).toBeLessThanOrEqual(reference.strips);
        if (canvas.strips === reference.strips) {
          expect(canvas.filmM2).toBeLessThanOrEqual(reference.filmM2 * (1 + 1e-7));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('cover every place of the room, whatever is wished', () => {
    fc.assert(
      fc.property(flatRooms, canvasWishes, (room, wishes) => {
        const laid = layOutCanvas(room, films, wishes, prices);
        if (laid.ok) {
          const { sheets } = laid.canvas;
          const bare = pointsIn(room).filter((point) => !sheets.some(({ outline }) => isCovered(outline, point)));
          expect(bare).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are as wished: the roll, the direction, the seam; and never stretched further than the film gives', () => {
    fc.assert(
      fc.property(flatRooms, canvasWishes, (room, wishes) => {
        const { seamThroughMm, direction: along, ignoreSliversMm } = wishes;
        const through = seamThroughMm && { x: seamThroughMm.x / 1000, y: seamThroughMm.y / 1000 };
        const lines = [...outlinesOf(room), ...room.cutouts.map(({ contour }) => contour)];
        fc.pre(!through || lines.every((line) => distanceToLine(through, line) > 0.01));
        const laid = layOutCanvas(room, films, wishes, prices);
        expect(laid.ok).toBe(!through || isOnCanvas(room, through));
        if (laid.ok) {
          const { rollM, shrink, direction, film, seams } = laid.canvas;
          expect(rollM).toBe(wishes.rollM ?? rollM);
          expect(shrink).toBeGreaterThanOrEqual(ignoreSliversMm ? film.tightest : film.shrink.across.min);
          if (along) {
            const { x, y } = wallDirection(room, along.wall);
            const turned = Math.abs(direction.x * y - direction.y * x);
            expect(turned).toBeCloseTo(along.turnDeg === 90 ? 1 : 0, 9);
          }
          const runsThrough = !through || seams.some(({ from, to }) => distanceToSegment(through, from, to) < 1e-6);
          expect(runsThrough).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('have their seams where there is canvas, from edge to edge, two sheets on them', () => {
    fc.assert(
      fc.property(flatRooms, (room) => {
        const { seams, sheets, strips, pieces } = canvasOf(room, { rollM: '3.2' });
        const lines = [...outlinesOf(room), ...room.cutouts.map(({ contour }) => contour)];
        expect(seams.length > 0).toBe(strips > pieces);
        expect(pieces).toBe(outlinesOf(room).length);
        for (const { from, to } of seams) {
          const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
          expect(isOnCanvas(room, middle)).toBe(true);
          expect(sheets.filter(({ outline }) => isCovered(outline, middle)).length).toBeGreaterThanOrEqual(2);
          for (const end of [from, to]) {
            expect(Math.min(...lines.map((line) => distanceToLine(end, line)))).toBeLessThan(1e-5);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('that are the cheapest cost no more than those with the fewest seams, nor than any laid along a wall', () => {
    fc.assert(
      fc.property(flatRooms, (room) => {
        const cheapest = costOf(canvasOf(room, { preference: 'cheapest' }, { prices }));
        const others = [
          canvasOf(room, {}, { prices }),
          ...['3.2', '5.0'].flatMap((rollM) =>
            ([0, 90] as const).map((turnDeg) => canvasOf(room, { rollM, direction: { wall: 0, turnDeg } })),
          ),
        ];
        // Askew a canvas is compared as if it were stretched no tighter than usual: the most that may cost.
        expect(cheapest).toBeLessThanOrEqual(Math.min(...others.map(costOf)) * (0.93 / 0.91) * (1 + 1e-7));
      }),
      { numRuns: 8 },
    );
  });

  it('of textile are one sheet each, unstretched, or refused where a part is wider than the roll', () => {
    fc.assert(
      fc.property(flatRooms, fc.nat(1500), (room, ignoreSliversMm) => {
        const widest = Math.max(...outlinesOf(room).map((line) => minWidth(line).widthM));
        const laid = layOutCanvas(room, films, { film: 'textile', ignoreSliversMm });
        expect(laid.ok).toBe(widest + 0.3 <= 5.1 + 1e-8);
        if (laid.ok) {
          expect(laid.canvas).toMatchObject({ strips: laid.canvas.pieces, shrink: 1, shrinkAlong: 1, harpoonM: 0 });
        }
      }),
      { numRuns: 60 },
    );
  });
});
