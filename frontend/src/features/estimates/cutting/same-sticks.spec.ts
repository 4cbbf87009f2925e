import { describe, expect, it } from '@jest/globals';
import type { ListedStick } from '@smet/estimating';
import { sameSticks } from './same-sticks';

const stick = (label: string, lengthMm: number, index = 1): ListedStick => ({
  cuts: [{ roomId: 'r', roomName: 'Зал', label, lengthMm, part: { index, of: 3 } }],
  restMm: 2500 - lengthMm,
});

describe('sticks cut alike', () => {
  it('are told once with their number, in the order of the list', () => {
    const groups = sameSticks([stick('AB', 2500, 1), stick('BC', 900), stick('AB', 2500, 2)]);
    expect(groups.map(({ stick: { cuts }, count, first }) => [cuts[0]?.label, count, first])).toEqual([
      ['AB', 2, 0],
      ['BC', 1, 1],
    ]);
  });

  it('are apart when they go to different walls', () => {
    expect(sameSticks([stick('AB', 2500), stick('CD', 2500)])).toHaveLength(2);
  });
});
