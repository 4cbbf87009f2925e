import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { built } from '../../test-data/builders.js';
import { canvasOf } from '../../test-data/canvases.js';
import { isCovered, pointsIn } from '../../test-data/covering.js';
import {
  choices,
  isComfortable,
  measure,
  mirror,
  reletter,
  starPolygon,
  triangulate,
} from '../../test-data/random-polygons.js';
import type { Polygon } from '../../test-data/random-polygons.js';
import { referenceLayout, sweptLayout } from '../../test-data/reference-layout.js';
import { isInside } from '../geometry/inside.js';
import { distance } from '../geometry/point.js';
import { distanceToLine } from '../geometry/segment.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { Film } from '../rules/rule-set.js';
import { wallDirection } from './ways.js';

const polygons = fc.tuple(starPolygon, choices).filter(([polygon, picks]) => isComfortable(polygon, picks));
const rolls = fc.constantFrom('3.2', '5.0');

function roomOf(polygon: Polygon, picks: readonly number[]): BuiltRoom {
  return built(measure(polygon, triangulate(polygon, picks)));
}

describe('layouts of any room', () => {
  it('never take more strips nor more film than the reference rule', () => {
    fc.assert(
      fc.property(polygons, rolls, ([polygon, picks], rollM) => {
        const room = roomOf(polygon, picks);
        const walls = room.walls.map((_, wall) => wallDirection(room, wall));
        const reference = referenceLayout(room.contour, walls, Number(rollM));
        const canvas = canvasOf(room, { rollM });
        expect(canvas.strips).toBeLessThanOrEqual(reference.strips);
        if (canvas.strips === reference.strips) {
          expect(canvas.filmM2).toBeLessThanOrEqual(reference.filmM2 * (1 + 1e-7));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('take no more strips than any direction does, and hardly more film', () => {
    fc.assert(
      fc.property(polygons, rolls, ([polygon, picks], rollM) => {
        const room = roomOf(polygon, picks);
        const swept = sweptLayout(room.contour, Number(rollM), { stepDeg: 3, places: 5 });
        const { strips, filmM2 } = canvasOf(room, { rollM });
        expect(strips).toBeLessThanOrEqual(swept.strips);
        if (strips === swept.strips) {
          expect(filmM2 / swept.filmM2).toBeLessThan(1.03);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('of one strip are the shortest that are stretched no tighter than needed', () => {
    fc.assert(
      fc.property(polygons, fc.nat(1799), ([polygon, picks], tenths) => {
        const room = roomOf(polygon, picks);
        const angle = (tenths * Math.PI) / 1800;
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        const along = room.contour.map(({ x, y }) => x * cos + y * sin);
        const across = room.contour.map(({ x, y }) => y * cos - x * sin);
        const heightM = Math.max(...across) - Math.min(...across);
        const lengthM = Math.max(...along) - Math.min(...along);
        const rollM = heightM * 0.92;
        const film: Film = { ...ruleSetR1.films[0], rolls: [String(rollM)] };
        const canvas = canvasOf(room, {}, { film });
        expect(canvas.strips).toBe(1);
        expect(canvas.filmM2).toBeLessThanOrEqual(lengthM * 0.93 * rollM * (1 + 1e-9));
      }),
      { numRuns: 60 },
    );
  });

  it('stay the same when a room is lettered from another corner or seen in a mirror', () => {
    fc.assert(
      fc.property(polygons, rolls, fc.nat(13), ([polygon, picks], rollM, by) => {
        const [canvas, ...others] = [polygon, reletter(polygon, by), mirror(polygon)]
          .filter((same) => isComfortable(same, picks))
          .map((same) => canvasOf(roomOf(same, picks), { rollM }));
        for (const other of others) {
          expect(other.strips).toBe(canvas!.strips);
          expect(Math.abs(other.filmM2 / canvas!.filmM2 - 1)).toBeLessThan(1e-6);
          expect(other.shrink).toBe(canvas!.shrink);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('cover every place of the room, each sheet as wide as the roll', () => {
    fc.assert(
      fc.property(polygons, rolls, ([polygon, picks], rollM) => {
        const room = roomOf(polygon, picks);
        const { sheets, shrink, shrinkAlong, filmM2 } = canvasOf(room, { rollM });
        const bare = pointsIn(room).filter((point) => !sheets.some(({ outline }) => isCovered(outline, point)));
        expect(bare).toEqual([]);
        for (const { outline, lengthM } of sheets) {
          expect(distance(outline[1]!, outline[2]!) * shrink).toBeCloseTo(Number(rollM), 9);
          expect(distance(outline[0]!, outline[1]!) * shrinkAlong).toBeCloseTo(lengthM, 9);
        }
        expect(sheets.reduce((sum, { lengthM }) => sum + lengthM * Number(rollM), 0)).toBeCloseTo(filmM2, 9);
      }),
      { numRuns: 20 },
    );
  });

  it('have their seams in the room, from wall to wall, where two sheets meet', () => {
    fc.assert(
      fc.property(polygons, ([polygon, picks]) => {
        const room = roomOf(polygon, picks);
        const { seams, sheets, seamsM, strips } = canvasOf(room, { rollM: '3.2' });
        expect(seams.reduce((sum, { lengthM }) => sum + lengthM, 0)).toBeCloseTo(
          seamsM.reduce((sum, seam) => sum + seam, 0),
          9,
        );
        expect(seams.length > 0).toBe(strips > 1);
        for (const { from, to } of seams) {
          expect(distanceToLine(from, room.contour)).toBeLessThan(1e-5);
          expect(distanceToLine(to, room.contour)).toBeLessThan(1e-5);
          const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
          expect(isInside(middle, room.contour)).toBe(true);
          expect(sheets.filter(({ outline }) => isCovered(outline, middle))).toHaveLength(2);
        }
      }),
      { numRuns: 15 },
    );
  });
});
