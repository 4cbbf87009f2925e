import { describe, expect, it } from '@jest/globals';
import { estimateDraft, priceBook, roomInput, shapes } from '../../test-data/builders.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { RoomShape } from '../shape/room-shape.js';
import { computeEstimate } from './compute-estimate.js';
import type { VariantInput } from './estimate-draft.js';
import type { EstimateLine, EstimateResult } from './estimate-result.js';

const withColumns: RoomShape = {
  schemaVersion: 1,
  kind: 'rectangle',
  sidesMm: [4000, 3000],
  cutouts: [
    { id: 'a', purpose: 'column', kind: 'rectangle', centreMm: { x: 1000, y: 1000 }, sizeMm: [400, 300] },
    { id: 'b', purpose: 'column', kind: 'circle', centreMm: { x: 3000, y: 2000 }, diameterMm: 600 },
  ],
};

/** Half a circle of 2 m over AB, measured by eight chords of 39 cm. */
const bay: RoomShape = {
  schemaVersion: 1,
  kind: 'triangulated',
  sidesMm: [2000, ...Array<number>(8).fill(390.2)],
  diagonalsMm: [2, 3, 4, 5, 6, 7].map((to) => ({
    from: 0,
    to,
    lengthMm: Math.round(20_000 * Math.cos(((to - 1) * Math.PI) / 16)) / 10,
  })),
};

function compute(draft: Partial<VariantInput>): EstimateResult {
  return computeEstimate(estimateDraft(draft), { priceBook: priceBook(), ruleSet: ruleSetR1 });
}

function lineOf({ lines }: EstimateResult, key: string): EstimateLine | undefined {
  return lines.find((line) => line.key === key);
}

describe('every line says why', () => {
  it('its terms add up to the unrounded quantity', () => {
    const all: [string, RoomShape][] = [...Object.entries(shapes), ['columns', withColumns], ['bay', bay]];
    const rooms = all.map(([id, shape]) => roomInput(shape, { id, spotlights: 3, chandeliers: 1 }));
    const { lines } = compute({ rooms });
    expect(lines.length).toBeGreaterThan(50);
    for (const { quantity, explanation } of lines) {
      const { terms, unrounded, rounding, ruleSet } = explanation;
      expect(ruleSet).toEqual({ id: 'R1', version: 1 });
      const sum = terms.reduce((total, { value }) => total + Number(value), 0);
      expect(sum).toBeCloseTo(Number(unrounded ?? quantity), 6);
      expect(rounding?.step ?? null).toBe(unrounded === null ? null : '0.01');
    }
  });

  it('by triangles, walls and arcs', () => {
    const { lines } = compute({ rooms: [roomInput(shapes.E4, { id: 'e4' }), roomInput(shapes.E6, { id: 'e6' })] });
    const termsOf = (key: string) => lines.find((line) => line.key === key)!.explanation.terms;
    expect(termsOf('e4:canvas').map(({ name }) => name)).toEqual(['ABC', 'ACD', 'ADE']);
    expect(termsOf('e4:profile').map(({ value }) => value)).toEqual(['4', '2.5', '2.121', '2.5', '4']);
    expect(termsOf('e6:canvas').map(({ name }) => name)).toEqual(['ABCD', '⌒BC']);
    expect(termsOf('e6:curve-cutting')).toEqual([{ name: '⌒BC', value: '3.217505544', unit: 'm' }]);
    expect(termsOf('e4:extra-corners').map(({ name, value }) => `${name} ${value}`)).toEqual([
      'inner_corners 5',
      'outer_corners 0',
      'free_corners -4',
    ]);
  });

  it('by columns, which take from the area and add to every edge', () => {
    const { lines } = compute({ rooms: [roomInput(withColumns, { id: 'c' })] });
    const termsOf = (key: string) =>
      lines.find((line) => line.key === key)!.explanation.terms.map(({ name, value }) => `${name} ${value}`);
    expect(termsOf('c:canvas')).toEqual(['ABCD 12', 'К1 -0.12', 'К2 -0.282743339']);
    expect(termsOf('c:profile')).toEqual(['AB 4', 'BC 3', 'CD 4', 'DA 3', 'К1 1.4', 'К2 1.884955592']);
    expect(termsOf('c:curve-cutting')).toEqual(['К2 1.884955592']);
    expect(termsOf('c:extra-corners')).toEqual([
      'inner_corners 4',
      'outer_corners 0',
      'cutout_corners 4',
      'free_corners -4',
    ]);
  });

  it('by curves of short walls', () => {
    const { lines } = compute({ rooms: [roomInput(bay, { id: 'b' })] });
    const terms = lines.find(({ key }) => key === 'b:curve-cutting')!.explanation.terms;
    expect(terms).toEqual([{ name: '⌒BA', value: '3.1216', unit: 'm' }]);
  });

  it('and tells of a gap that was spread', () => {
    const shape: RoomShape = { schemaVersion: 1, kind: 'right-angled', sidesMm: [4000, 3000, 4005, 3000] };
    const line = lineOf(compute({ rooms: [roomInput(shape, { id: 'gap' })] }), 'gap:profile');
    expect(line!.explanation.notes).toEqual([{ code: 'GAP_SPREAD', params: { gapXmm: 5, gapYmm: 0 } }]);
  });
});
