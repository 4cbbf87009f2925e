import { describe, expect, it } from '@jest/globals';
import type { ListedStick } from '@smet/estimating';
import { sameSticks } from './same-sticks';
import { splitWhole } from './whole-sticks';

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

describe('sticks nobody has to cut', () => {
  it('are told by rooms and walls, apart from the cut ones', () => {
    const hall = (label: string): ListedStick => stick(label, 2500);
    const [kitchen] = [hall('AB')].map(({ cuts, restMm }) => ({
      cuts: cuts.map((cut) => ({ ...cut, roomId: 'k', roomName: 'Кухня' })),
      restMm,
    }));
    const { whole, cut } = splitWhole([hall('AB'), stick('AB', 900), hall('CD'), kitchen!, hall('AB')]);
    expect(whole).toEqual([
      {
        roomId: 'r',
        roomName: 'Зал',
        count: 3,
        walls: [
          { label: 'AB', count: 2 },
          { label: 'CD', count: 1 },
        ],
      },
      { roomId: 'k', roomName: 'Кухня', count: 1, walls: [{ label: 'AB', count: 1 }] },
    ]);
    expect(cut).toEqual([stick('AB', 900)]);
  });

  it('are not those with a rest, nor those several walls share', () => {
    const shared = { cuts: [...stick('AB', 1500).cuts, ...stick('BC', 1000).cuts], restMm: 0 };
    expect(splitWhole([shared, stick('AB', 2499)]).whole).toEqual([]);
  });
});
