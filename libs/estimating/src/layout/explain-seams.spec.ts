import { describe, expect, it } from '@jest/globals';
import { built } from '../../test-data/builders.js';
import { canvasOf } from '../../test-data/canvases.js';
import type { CanvasOptions } from '../plan/room-plan.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { Film, RuleSet } from '../rules/rule-set.js';
import type { SeamExplanation } from './canvas.js';
import { explainSeams } from './explain-seams.js';

/** One film that is welded as one likes, one that keeps to the walls, and one that takes no seam. */
const [pvc, gloss, textile] = ruleSetR1.films as readonly [Film, Film, Film];
const films = [pvc, gloss, textile] as const;

function rectangle(lengthMm: number, widthMm: number): BuiltRoom {
  return built({ schemaVersion: 1, kind: 'rectangle', sidesMm: [lengthMm, widthMm] });
}

function explained(room: BuiltRoom, options: CanvasOptions = {}, of: RuleSet['films'] = films): SeamExplanation {
  const prices = { filmPerM2Minor: { '3.2': 30_000, '5.0': 60_000 }, seamPerMMinor: 20_000 };
  return explainSeams(room, of, options, prices)!;
}

describe('why there is a seam', () => {
  it('there is none', () => {
    expect(explainSeams(rectangle(4000, 3000), films)).toBeNull();
    expect(explainSeams(rectangle(4000, 3000), films, { film: 'silk' })).toBeNull();
  });

  const wide = { neededM: '5.46', widestM: '5.0' };
  const cases: [string, BuiltRoom, CanvasOptions, object][] = [
    ['no roll is so wide', rectangle(9000, 6000), {}, { code: 'WIDER_THAN_ROLLS', params: wide }],
    [
      'it was asked for',
      rectangle(4000, 3000),
      { seamThroughMm: { x: 1000, y: 1000 } },
      { code: 'SEAM_BY_HAND', params: {} },
    ],
    [
      'the direction was chosen',
      rectangle(8000, 5000),
      { direction: { wall: 0, turnDeg: 90 } },
      { code: 'DIRECTION_BY_HAND', params: { neededM: '7.28', widestM: '5.0' } },
    ],
    [
      'the roll was chosen',
      rectangle(8000, 5000),
      { rollM: '3.2' },
      { code: 'ROLL_BY_HAND', params: { neededM: '4.55', widestM: '3.2' } },
    ],
    [
      'the roll and the direction were chosen, and either needs a seam',
      rectangle(8000, 4900),
      { rollM: '3.2', direction: { wall: 0, turnDeg: 90 } },
      { code: 'ROLL_AND_DIRECTION_BY_HAND', params: { neededM: '7.28', widestM: '3.2' } },
    ],
    [
      'it is cheaper',
      rectangle(10_000, 3600),
      { preference: 'cheapest' },
      { code: 'CHEAPER_WITH_SEAM', params: { rollM: '3.2' } },
    ],
  ];

  it.each(cases)('%s', (_, room, options, reason) => {
    expect(explained(room, options).reason).toEqual(reason);
  });

  it('the film has to lie along a wall', () => {
    // A band 3 m wide at 45° to the walls at its ends.
    const sidesMm = [3000 * Math.SQRT2, 9000, 3000 * Math.SQRT2, 9000];
    const diagonal = { from: 0, to: 2, lengthMm: Math.hypot(9000 / Math.SQRT2 + sidesMm[0]!, 9000 / Math.SQRT2) };
    const room = built({ schemaVersion: 1, kind: 'triangulated', sidesMm, diagonalsMm: [diagonal] });
    const direction = { wall: 0, turnDeg: 0 } as const;
    const print: Film = { ...gloss, key: 'print', rotation: 'chosen' };
    expect(explained(room, { direction }, [print]).reason.code).toBe('FILM_KEEPS_DIRECTION');
  });
});

describe('what else could be done', () => {
  it('another roll and another direction together', () => {
    const { alternatives } = explained(rectangle(8000, 4900), { rollM: '3.2', direction: { wall: 0, turnDeg: 90 } });
    expect(alternatives[0]).toMatchObject({ options: {}, canvas: { rollM: '5.0', strips: 1 } });
  });

  it('another roll, each as good as laid', () => {
    const room = rectangle(8000, 5000);
    const { alternatives } = explained(room, { rollM: '3.2' });
    expect(alternatives[0]!.canvas).toMatchObject({ rollM: '5.0', strips: 1 });
    for (const { options, canvas } of alternatives) {
      const prices = { filmPerM2Minor: { '3.2': 30_000, '5.0': 60_000 }, seamPerMMinor: 20_000 };
      expect(canvasOf(room, options, { prices })).toEqual(canvas);
    }
  });

  it('another direction', () => {
    const { alternatives } = explained(rectangle(8000, 5000), { direction: { wall: 0, turnDeg: 90 } });
    expect(alternatives[0]!.canvas.strips).toBe(1);
    expect(alternatives[0]!.options.direction).not.toEqual({ wall: 0, turnDeg: 90 });
  });

  it('another film of the stock', () => {
    const { alternatives } = explained(rectangle(6000, 4500), { film: 'pvc-gloss' });
    expect(alternatives.map(({ canvas }) => `${canvas.film.key} ${canvas.strips}`)).toEqual([
      'pvc-matte 1',
      'textile 1',
    ]);
  });

  it('a shorter seam where none can be avoided', () => {
    const room = rectangle(9000, 6000);
    const options: CanvasOptions = { direction: { wall: 0, turnDeg: 0 } };
    expect(canvasOf(room, options).seamsM).toEqual([9]);
    const { alternatives } = explained(room, options);
    expect(alternatives).toHaveLength(1);
    expect(alternatives[0]!.canvas).toMatchObject({ strips: 2, seamsM: [6] });
  });

  it('nothing, when every way takes as much', () => {
    expect(explained(rectangle(20_000, 20_000), {}, [pvc]).alternatives).toEqual([]);
  });
});
