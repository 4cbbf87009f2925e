import { describe, expect, it } from '@jest/globals';
import { hitTest, REACH_PX } from './hit-test';
import type { Target } from './hit-test';

const wall: Target = {
  selects: { kind: 'side', index: 0 },
  spots: [
    { x: 0, y: 100 },
    { x: 300, y: 100 },
  ],
  rank: 1,
};
const corner: Target = { selects: { kind: 'corner', index: 0 }, spots: [{ x: 0, y: 100 }], rank: 2 };
const lamp: Target = { selects: { kind: 'object', id: 'lamp' }, spots: [{ x: 150, y: 85 }], rank: 4 };
const column: Target = {
  selects: { kind: 'cutout', id: 'column' },
  spots: [
    { x: 200, y: 20 },
    { x: 280, y: 20 },
    { x: 280, y: 80 },
    { x: 200, y: 80 },
  ],
  isArea: true,
  rank: 2,
};
const targets = [wall, corner, lamp, column];

describe('pointing at the drawing', () => {
  it('reaches a wall with a finger from 22 px and with a mouse from 8', () => {
    const spot = { x: 90, y: 120 };
    expect(hitTest(targets, spot, REACH_PX.touch)).toBe(wall);
    expect(hitTest(targets, spot, REACH_PX.mouse)).toBeNull();
  });

  it('means the lamp where a lamp and a wall are both under the finger, the wall right on it', () => {
    expect(hitTest(targets, { x: 150, y: 93 }, REACH_PX.touch)).toBe(lamp);
    expect(hitTest(targets, { x: 170, y: 100 }, REACH_PX.touch)).toBe(wall);
  });

  it('means a corner at the end of a wall', () => {
    expect(hitTest(targets, { x: 6, y: 102 }, REACH_PX.touch)).toBe(corner);
    expect(hitTest(targets, { x: 16, y: 102 }, REACH_PX.touch)).toBe(wall);
  });

  it('takes a column anywhere inside it', () => {
    expect(hitTest(targets, { x: 240, y: 50 }, REACH_PX.mouse)).toBe(column);
    expect(hitTest(targets, { x: 240, y: 5 }, REACH_PX.mouse)).toBeNull();
  });
});
