import { describe, expect, it } from '@jest/globals';
import type { View } from '@smet/estimating';
import type { Clearance } from '../plan/distances';
import { drawDistances } from './distance-labels';

/** 100 px a metre, y down. */
const view: View = {
  scale: 100,
  isMirrored: true,
  toScreen: ({ x, y }) => ({ x: x * 100, y: y * 100 }),
  toFrame: ({ x, y }) => ({ x: x / 100, y: y / 100 }),
  box: { x: 0, y: 0, width: 400, height: 300 },
};
const clearance = (wall: number, to: { x: number; y: number }): Clearance => {
  const from = { x: 2000, y: 1500 };
  return { wall, from, to, mm: Math.hypot(to.x - from.x, to.y - from.y), reachMm: 0 };
};

describe('numbers of distances', () => {
  it('stand in the middle of their line, in centimetres', () => {
    expect(drawDistances(view, [clearance(3, { x: 0, y: 1500 })], [])).toEqual([
      { wall: 3, a: { x: 200, y: 150 }, b: { x: 0, y: 150 }, label: { text: '200', at: { x: 100, y: 150 } } },
    ]);
  });

  it('give way to a lamp on the line', () => {
    const lamp = { x: 90, y: 140, width: 20, height: 20 };
    const [drawn] = drawDistances(view, [clearance(3, { x: 0, y: 1500 })], [lamp]);
    expect(Math.abs(drawn!.label!.at.x - 100)).toBeGreaterThan(20);
    expect(drawn!.label!.at.y).toBe(150);
  });

  it('are left out where there is no room for them', () => {
    const [drawn] = drawDistances(view, [clearance(0, { x: 2000, y: 1400 })], []);
    expect(drawn!.label).toBeNull();
  });
});
