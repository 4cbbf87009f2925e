import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { built } from '../../test-data/builders.js';
import { measure } from '../../test-data/random-polygons.js';
import { angleAt, controlDiagonals, surveyed } from '../../test-data/random-readings.js';
import { relettered, reordered, roundedShape } from '../../test-data/same-rooms.js';
import type { Retold } from '../../test-data/same-rooms.js';
import type { TriangulatedShape } from '../shape/room-shape.js';
import { buildRoom } from './build-room.js';
import { DEFAULT_TOLERANCES, judgeCheck } from './tolerances.js';

type Shape = TriangulatedShape<number>;

const seeded = (numRuns: number) => ({ numRuns, seed: 20_261_120, endOnFailure: true });

/** A room by its walls and by diagonals as they are written in a notebook: "AC 4816.6, AD 5972.3". */
function noted(sidesMm: number[], diagonals: string): Shape {
  const diagonalsMm = diagonals.split(', ').map((line) => {
    const [label, length] = line.split(' ') as [string, string];
    const [from, to] = [0, 1].map((at) => label.charCodeAt(at) - 65) as [number, number];
    return { from, to, lengthMm: Number(length) };
  });
  return { schemaVersion: 1, kind: 'triangulated', sidesMm, diagonalsMm };
}

/** What people are told of a room; readings are named by the corners of the first telling. */
function told({ shape, corners }: Retold): object {
  const build = buildRoom(shape);
  const nameOf = (path: string): string => {
    const [kind, index] = path.split('.') as [string, string | undefined];
    return index === undefined
      ? kind
      : endsOf(shape, kind, Number(index))
          .map((end) => corners[end]!)
          .sort((a, b) => a - b)
          .join('-');
  };
  if (!build.ok) {
    return { problems: build.problems.map(({ code, path }) => `${code} ${nameOf(path)}`).sort() };
  }
  const { areaM2, check } = build.room;
  return {
    areaM2: areaM2.toFixed(6),
    verdict: judgeCheck(check, DEFAULT_TOLERANCES),
    misclosureMm: check?.misclosureMm.toFixed(3),
    misclosurePercent: check?.misclosurePercent.toFixed(4),
    doubtful: check?.doubtful && nameOf(check.doubtful.path),
    suspects: check?.suspects.map(({ path }) => nameOf(path)),
  };
}

function endsOf(shape: Shape, kind: string, index: number): number[] {
  if (kind === 'sidesMm') {
    return [index, (index + 1) % shape.sidesMm.length];
  }
  const { from, to } = shape.diagonalsMm[index] ?? { from: 0, to: 0 };
  return kind === 'angles' ? [shape.angles![index]!.corner] : [from, to];
}

function expectSame(shape: Shape, others: readonly Retold[]): void {
  const first = told(relettered(shape, 0));
  for (const other of others) {
    expect(told(other)).toEqual(first);
  }
}

function everyLettering(shape: Shape): Retold[] {
  return [...shape.sidesMm.keys()].flatMap((start) => [relettered(shape, start), relettered(shape, start, true)]);
}

/** One to ten centimetres, either way. */
const error = fc.integer({ min: 10, max: 100 }).chain((byMm) => fc.constantFrom(byMm, -byMm));

/** A room measured to the millimetre with readings to spare, and another order of its diagonals. */
const room = fc
  .record({ survey: surveyed, spare: fc.integer({ min: 1, max: 4 }), turns: fc.nat(2) })
  .map(({ survey, spare, turns }) => {
    const shape = measure(survey.polygon, [...survey.diagonals, ...controlDiagonals(survey, spare)]);
    const angles = survey.order.slice(0, turns).map((corner) => angleAt(survey.polygon, corner));
    return roundedShape(turns > 0 ? { ...shape, angles } : shape);
  })
  .chain((shape) => {
    const indexes = [...shape.diagonalsMm.keys()];
    const order = fc.shuffledSubarray(indexes, { minLength: indexes.length });
    return fc.record({ shape: fc.constant(shape), order, start: fc.nat(13) });
  });

function retellings(shape: Shape, order: readonly number[], start: number): Retold[] {
  const from = start % shape.sidesMm.length;
  return [reordered(shape, order), relettered(shape, from), relettered(shape, from, true)];
}

describe('a room with readings to spare', () => {
  it('is judged alike in whatever order it was measured, from whatever corner and in a mirror', () => {
    fc.assert(
      fc.property(room, ({ shape, order, start }) => expectSame(shape, retellings(shape, order, start))),
      seeded(200),
    );
  });

  it('is judged alike with a wrong reading in it as well', () => {
    fc.assert(
      fc.property(room, error, fc.nat(1000), ({ shape, order, start }, byMm, which) => {
        const walls = shape.sidesMm.length;
        const wrong = which % (walls + shape.diagonalsMm.length);
        const diagonal = shape.diagonalsMm[wrong - walls];
        const lengthMm = (diagonal?.lengthMm ?? 0) + byMm;
        const off = (
          wrong < walls
            ? { ...shape, sidesMm: shape.sidesMm.with(wrong, Math.max(10, shape.sidesMm[wrong]! + byMm)) }
            : {
                ...shape,
                diagonalsMm: shape.diagonalsMm.with(wrong - walls, { ...diagonal, lengthMm } as never),
              }
        ) as Shape;
        expectSame(off, retellings(off, order, start));
      }),
      seeded(200),
    );
  });

  it('does not become doubtful by the order of its diagonals: seven corners', () => {
    const shape = noted(
      [3121.1, 3136.9, 2069.2, 1533.3, 2842.8, 2726.1, 2046.7],
      'AC 4816.6, AD 5972.3, BG 4270.6, DF 4374.9, DG 4953.5, EG 3811.3, AE 5228.3',
    );
    expectSame(shape, [reordered(shape, [4, 5, 2, 6, 3, 0, 1]), ...everyLettering(shape)]);
    expect(judgeCheck(built(shape).check, DEFAULT_TOLERANCES)).not.toBe('refused');
    expect(built(shape).areaM2).toBeCloseTo(20.207, 3);
  });

  it('does not become doubtful by the order of its diagonals: a quadrilateral', () => {
    const shape = noted([2901.2, 4106, 3483.4, 5449], 'BD 6351.6, AC 5000.7');
    expectSame(shape, [reordered(shape, [1, 0]), ...everyLettering(shape)]);
  });

  it('is not refused for what a side that nobody measured makes of the errors of the others', () => {
    const shape = noted(
      [2563.3, 2216.4, 2244.3, 1868.6, 2596.2, 3152.9, 1270.5, 2364.6],
      'DG 4380.1, BG 4651.2, CE 3379.3, EH 4459.9, AD 4364.7, CF 5688.9',
    );
    expectSame(shape, everyLettering(shape));
    const { areaM2, check } = built(shape);
    expect(areaM2).toBeCloseTo(18.49, 2);
    expect(check!.misclosureMm).toBeLessThan(5);
  });

  it('is one room, whichever of two rooms its first readings allow', () => {
    const shape = noted(
      [2292.7, 4157, 1786.6, 4040, 2886.6, 1848.9, 880.2],
      'EG 4649.6, AF 2616, CG 4893.5, BD 5433.2, DG 5186',
    );
    expectSame(shape, [reordered(shape, [1, 4, 2, 3, 0]), ...everyLettering(shape)]);
  });
});
