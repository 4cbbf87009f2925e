import { describe, expect, it } from '@jest/globals';
import { shoelaceArea } from '../geometry/polygon.js';
import type { TriangulatedShape } from '../shape/room-shape.js';
import { isComfortable, measure, mirror, reletter, triangulate } from '../../test-data/random-polygons.js';
import type { Polygon } from '../../test-data/random-polygons.js';
import { controlDiagonals } from '../../test-data/random-readings.js';
import { relettered, roundedShape } from '../../test-data/same-rooms.js';
import type { Retold } from '../../test-data/same-rooms.js';
import { seeded, simplePolygon } from '../../test-data/simple-polygons.js';
import { bestTriangulation } from './best-triangulation.js';
import { buildRoom } from './build-room.js';
import { DEFAULT_TOLERANCES, judgeCheck } from './tolerances.js';
import type { Chord } from './triangulation.js';

const ROOMS = 10_000;
const SQUARE_MILLIMETRE = 1e-6;

interface Room {
  polygon: Polygon;
  /** In square metres, by the corners themselves. */
  areaM2: number;
  perimeterM: number;
  /** Some triangulation, whichever ears were clipped first. */
  diagonals: Chord[];
}

/** Rooms of 3 to 20 corners in turn, the same every time. */
function makeRooms(count: number): Room[] {
  const random = seeded(20_261_120);
  const rooms: Room[] = [];
  while (rooms.length < count) {
    const polygon = simplePolygon(3 + (rooms.length % 18), random);
    const picks = polygon.map(() => Math.floor(random() * 1000));
    if (isComfortable(polygon, picks)) {
      const diagonals = triangulate(polygon, picks);
      const perimeterM = measure(polygon, []).sidesMm.reduce((sum, side) => sum + side, 0) / 1000;
      rooms.push({ polygon, areaM2: shoelaceArea(polygon) / 1e6, perimeterM, diagonals });
    }
  }
  return rooms;
}

const rooms = makeRooms(ROOMS);

function areaOf(shape: TriangulatedShape<number>): number | null {
  const build = buildRoom(shape);
  return build.ok ? build.room.areaM2 : null;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

describe('ten thousand rooms', () => {
  it('come out of unrounded walls and diagonals with their area to a square millimetre', () => {
    let reflex = 0;
    for (const { polygon, areaM2, diagonals } of rooms) {
      const build = buildRoom(measure(polygon, diagonals));
      expect(build.ok).toBe(true);
      if (build.ok) {
        expect(Math.abs(build.room.areaM2 - areaM2)).toBeLessThan(SQUARE_MILLIMETRE);
        reflex += build.room.outerCorners > 0 ? 1 : 0;
      }
    }
    expect(reflex).toBeGreaterThan(ROOMS * 0.7);
  });

  it('are the same lettered from another corner, in a mirror and by another triangulation', () => {
    for (const { polygon, areaM2, diagonals } of rooms.slice(0, ROOMS / 10)) {
      const others = [reletter(polygon, 2), mirror(polygon)].map((other) => measure(other, bestOf(other) ?? []));
      const again = measure(polygon, bestOf(polygon) ?? diagonals);
      for (const shape of [...others, again]) {
        expect(Math.abs((areaOf(shape) ?? NaN) - areaM2)).toBeLessThan(SQUARE_MILLIMETRE);
      }
    }
  });

  it('with readings to spare, to the millimetre, are judged the same lettered from another corner and in a mirror', () => {
    let spare = 0;
    for (const [index, { polygon, diagonals }] of rooms.slice(0, 200).entries()) {
      const more = controlDiagonals({ polygon, diagonals, order: [...polygon.keys()] }, 1 + (index % 4));
      const shape = roundedShape(measure(polygon, [...diagonals, ...more]));
      const start = index % polygon.length;
      const told = [relettered(shape, 0), relettered(shape, start), relettered(shape, start, true)].map(judged);
      expect(told[1]).toEqual(told[0]);
      expect(told[2]).toEqual(told[0]);
      spare += more.length;
    }
    expect(spare).toBeGreaterThan(200);
  });

  it('measured to the millimetre miss their area by little, whichever diagonals were taken', () => {
    const shares = rooms.map(({ diagonals, ...room }) => missedShare(room, diagonals));
    expect(median(shares)).toBeLessThan(1);
  });

  it('measured by the diagonals SMET suggests are hardly ever far off or refused', () => {
    const some = rooms.slice(0, ROOMS / 10);
    const any = some.map(({ diagonals, ...room }) => missedShare(room, diagonals));
    const suggested = some.map(({ diagonals, ...room }) => missedShare(room, bestOf(room.polygon) ?? diagonals));
    expect(median(suggested)).toBeLessThan(1);
    const farOff = (shares: readonly number[]) => shares.filter((share) => share > 5).length;
    expect(farOff(suggested)).toBeLessThan(some.length * 0.03);
    expect(farOff(suggested)).toBeLessThan(farOff(any) / 3);
  });
});

/** What people are told of a room, the readings in doubt by what was measured. */
function judged({ shape }: Retold): object {
  const build = buildRoom(shape);
  if (!build.ok) {
    return build.problems.map(({ code }) => code).sort();
  }
  const { areaM2, check } = build.room;
  const measured = check?.suspects.map((suspect) => suspect.measured.toFixed(3)).sort();
  const verdict = judgeCheck(check, DEFAULT_TOLERANCES);
  return { areaM2: areaM2.toFixed(6), verdict, misclosureMm: check?.misclosureMm.toFixed(3), measured };
}

/** The error of the area as a share of half a millimetre along the whole perimeter; a room refused counts as the worst. */
function missedShare({ polygon, areaM2, perimeterM }: Omit<Room, 'diagonals'>, diagonals: readonly Chord[]): number {
  const area = areaOf(roundedShape(measure(polygon, diagonals)));
  return area === null ? Infinity : Math.abs(area - areaM2) / (perimeterM * 0.0005);
}

function bestOf(polygon: Polygon): Chord[] | null {
  return bestTriangulation(polygon.map(({ x, y }) => ({ x: x / 1000, y: y / 1000 })));
}
