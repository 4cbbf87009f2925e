import { describe, expect, it } from '@jest/globals';
import type { Point } from '../geometry/point.js';
import { shoelaceArea } from '../geometry/polygon.js';
import { clipBand } from './clip-lines.js';

const line = (...points: [number, number][]): Point[] => points.map(([x, y]) => ({ x, y }));
const areas = (lines: readonly (readonly Point[])[]): number[] => lines.map((one) => shoelaceArea(one));

describe('clipBand', () => {
  it('parts a figure at a notch that just reaches the edge', () => {
    const notched = line([0, 0], [3, 0], [5, 5], [7, 0], [10, 0], [10, 10], [0, 10]);
    const lower = clipBand([notched], 0, 5);
    expect(areas(lower)).toEqual([20, 20]);
    expect(lower.every((part) => part.every(({ x }) => x <= 5) || part.every(({ x }) => x >= 5))).toBe(true);
    expect(areas(clipBand([notched], 5, 10))).toEqual([50]);
  });

  it('leaves out what only touches the edge', () => {
    const peaked = line([0, 0], [10, 0], [10, 4], [5, 5], [0, 4]);
    expect(clipBand([peaked], 5, 10)).toEqual([]);
    expect(areas(clipBand([peaked], 0, 5))).toEqual([45]);
  });

  it('makes a notch of a hole the edge runs through, and keeps one that touches it', () => {
    const square = line([0, 0], [10, 0], [10, 10], [0, 10]);
    const hole = line([4, 4], [4, 6], [6, 6], [6, 4]);
    expect(areas(clipBand([square, hole], 0, 5))).toEqual([48]);
    expect(areas(clipBand([square, hole], 0, 8)).sort((a, b) => b - a)).toEqual([80, -4]);
    expect(areas(clipBand([square, hole], 0, 6))).toEqual([56]);
  });
});
