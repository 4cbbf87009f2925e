import { describe, expect, it } from '@jest/globals';
import type { Point } from '../geometry/point.js';
import type { RoomDraft } from '../shape/room-shape.js';
import { shapes } from '../../test-data/builders.js';
import { isComfortable, measure, triangulate } from '../../test-data/random-polygons.js';
import { seeded, simplePolygon } from '../../test-data/simple-polygons.js';
import { assessReadings } from './assess-readings.js';
import type { ReadingsAssessment } from './assess-readings.js';
import { buildRoom } from './build-room.js';
import type { Chord } from './triangulation.js';

const assess = (draft: RoomDraft): ReadingsAssessment | null => assessReadings(draft, buildRoom(draft));

/** A wall of 6 m with a joint in its middle, 10 mm out of line, in a room 4 m deep; millimetres. */
const jointed: Point[] = [
  { x: 0, y: 0 },
  { x: 3000, y: -10 },
  { x: 6000, y: 0 },
  { x: 6000, y: 4000 },
  { x: 0, y: 4000 },
];
const over = (...pairs: [number, number][]): Chord[] => pairs.map(([from, to]) => ({ from, to }));
const rounded = (draft: ReturnType<typeof measure>): ReturnType<typeof measure> => ({
  ...draft,
  sidesMm: draft.sidesMm.map(Math.round),
  diagonalsMm: draft.diagonalsMm.map((diagonal) => ({ ...diagonal, lengthMm: Math.round(diagonal.lengthMm) })),
});

describe('readings that do not fix a room', () => {
  it('are a diagonal over a nearly straight joint: the flat triangle is named and better diagonals are offered', () => {
    const flat = assess(measure(jointed, over([0, 2], [0, 3])));
    expect(flat).toMatchObject({ weakest: 'ABC', isIllConditioned: true });
    const better = assess(measure(jointed, flat!.better!))!;
    expect(better.isIllConditioned).toBe(false);
    expect(better.worstMm).toBeLessThan(flat!.worstMm / 5);
  });

  it('are told too when rounding has closed the flat triangle altogether', () => {
    const draft = rounded(measure(jointed, over([0, 2], [0, 3])));
    expect(buildRoom(draft)).toMatchObject({ ok: false, problems: [{ code: 'TRIANGLE_IMPOSSIBLE' }] });
    const { isIllConditioned, better } = assess(draft)!;
    expect(isIllConditioned).toBe(true);
    expect(buildRoom(rounded(measure(jointed, better!))).ok).toBe(true);
  });

  it('are no excuse for a wrong reading', () => {
    const draft = measure(jointed, over([1, 3], [1, 4]));
    draft.diagonalsMm[0]!.lengthMm = 9000;
    expect(assess(draft)).toBeNull();
  });

  it('in any room are worth at most half as exact a room as what is offered instead', () => {
    const random = seeded(7);
    let reported = 0;
    for (let made = 0; made < 300; made += 1) {
      const polygon = simplePolygon(4 + (made % 9), random);
      if (isComfortable(polygon, [5, 3, 1])) {
        const { isIllConditioned, better, worstMm } = assess(measure(polygon, triangulate(polygon, [5, 3, 1])))!;
        reported += isIllConditioned ? 1 : 0;
        expect(isIllConditioned).toBe(better !== null);
        expect(better ? assess(measure(polygon, better))!.worstMm / worstMm : 0).toBeLessThan(0.5);
      }
    }
    expect(reported).toBeGreaterThan(20);
  });
});

describe('readings that fix a room', () => {
  it('are those of the acceptance rooms', () => {
    expect(assess(shapes.E4)).toMatchObject({ isIllConditioned: false, better: null });
    expect(assess(shapes.E2byDiagonals)).toMatchObject({ isIllConditioned: false });
    expect(assess(shapes.E4)!.worstMm).toBeLessThan(5);
  });

  it('are better known with a control diagonal', () => {
    const free = measure(jointed, over([1, 3], [1, 4]));
    const controlled = measure(jointed, over([1, 3], [1, 4], [0, 2], [0, 3]));
    expect(assess(controlled)!.worstMm).toBeLessThan(assess(free)!.worstMm);
  });

  it('are not asked of rooms of right angles or of three walls', () => {
    expect(assess(shapes.E2)).toBeNull();
    expect(assess({ schemaVersion: 1, kind: 'triangulated', sidesMm: [3000, 4000, 5000], diagonalsMm: [] })).toBeNull();
  });
});
