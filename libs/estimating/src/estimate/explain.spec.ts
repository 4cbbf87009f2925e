import { describe, expect, it } from '@jest/globals';
import { estimateDraft, priceBook, roomInput, shapes, termsOf } from '../../test-data/builders.js';
import { compileFormula } from '../formula/index.js';
import type { FormulaType } from '../formula/index.js';
import { MEASURES } from '../rules/measures.js';
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
  it('its terms add up to its measures, and its measures to the unrounded quantity', () => {
    const all: [string, RoomShape][] = [...Object.entries(shapes), ['columns', withColumns], ['bay', bay]];
    const rooms = all.map(([id, shape]) => roomInput(shape, { id, spotlights: 3, chandeliers: 1 }));
    const { lines } = compute({ rooms });
    expect(lines.length).toBeGreaterThan(50);
    for (const { quantity, explanation } of lines) {
      const { measures, formula, unrounded, rounding, ruleSet } = explanation;
      expect(ruleSet).toEqual({ id: 'R1', version: 1 });
      for (const { value, terms } of measures.filter((measure) => measure.terms.length > 0)) {
        expect(terms.reduce((total, term) => total + Number(term.value), 0)).toBeCloseTo(Number(value), 6);
      }
      const names = new Map<string, FormulaType>(MEASURES.map(({ name, type }) => [name, type]));
      const compiled = compileFormula(formula!, names);
      const values = new Map(measures.map(({ name, value }) => [name, Number(value)]));
      const result = compiled.ok && compiled.formula.evaluate((name) => values.get(name)!);
      expect(result && result.ok && result.value).toBeCloseTo(Number(unrounded ?? quantity), 6);
      expect(rounding?.step ?? null).toBe(unrounded === null ? null : '0.01');
    }
  });

  it('by triangles, walls and arcs', () => {
    const { lines } = compute({ rooms: [roomInput(shapes.E4, { id: 'e4' }), roomInput(shapes.E6, { id: 'e6' })] });
    const of = (key: string) => lines.find((line) => line.key === key)!;
    const firstOf = (key: string) => of(key).explanation.measures[0]!.terms;
    expect(firstOf('e4:canvas').map(({ name }) => name)).toEqual(['ABC', 'ACD', 'ADE']);
    expect(firstOf('e4:profile').map(({ value }) => value)).toEqual(['4', '2.5', '2.121', '2.5', '4']);
    expect(firstOf('e6:canvas').map(({ name }) => name)).toEqual(['ABCD', '⌒BC']);
    expect(of('e6:curve-cutting').explanation.measures).toEqual([
      {
        name: 'arc_length',
        value: '3.217505544',
        unit: 'm',
        terms: [{ name: '⌒BC', value: '3.217505544', unit: 'm' }],
      },
    ]);
    expect(termsOf(of('e4:extra-corners'))).toEqual(['inner_corners 5', 'outer_corners 0', 'free_corners -4']);
  });

  it('by columns, which take from the area and add to every edge', () => {
    const { lines } = compute({ rooms: [roomInput(withColumns, { id: 'c' })] });
    const of = (key: string) => termsOf(lines.find((line) => line.key === key)!);
    expect(of('c:canvas')).toEqual(['ABCD 12', 'К1 -0.12', 'К2 -0.282743339']);
    expect(of('c:profile')).toEqual(['AB 4', 'BC 3', 'CD 4', 'DA 3', 'К1 1.4', 'К2 1.884955592']);
    expect(of('c:curve-cutting')).toEqual(['К2 1.884955592']);
    expect(of('c:extra-corners')).toEqual([
      'inner_corners 4',
      'outer_corners 0',
      'cutout_corners 4',
      'free_corners -4',
    ]);
  });

  it('by curves of short walls', () => {
    const { lines } = compute({ rooms: [roomInput(bay, { id: 'b' })] });
    expect(termsOf(lines.find(({ key }) => key === 'b:curve-cutting')!)).toEqual(['⌒BA 3.1216']);
  });

  it('and tells of a gap that was spread', () => {
    const shape: RoomShape = { schemaVersion: 1, kind: 'right-angled', sidesMm: [4000, 3000, 4005, 3000] };
    const line = lineOf(compute({ rooms: [roomInput(shape, { id: 'gap' })] }), 'gap:profile');
    expect(line!.explanation.notes).toEqual([{ code: 'GAP_SPREAD', params: { gapXmm: 5, gapYmm: 0 } }]);
  });
});
