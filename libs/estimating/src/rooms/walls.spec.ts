import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { built } from '../../test-data/builders.js';
import type { Arc, RoomDraft } from '../shape/room-shape.js';
import { buildRoom } from './build-room.js';

function withArcs(...arcs: Arc[]): RoomDraft {
  return { schemaVersion: 1, kind: 'rectangle', sidesMm: [4000, 3000], arcs };
}

function problemsOf(draft: RoomDraft): unknown[] {
  const result = buildRoom(draft);
  return result.ok ? [] : result.problems;
}

describe('an arc by its radius', () => {
  it.each(['outward', 'inward'] as const)('is the same %s arc as by its sagitta', (bulges) => {
    // The arc of E6: 3 m over a sagitta of 0.5 m have a radius of 2.5 m.
    const byRadius = built(withArcs({ side: 1, radiusMm: 2500, bulges }));
    const bySagitta = built(withArcs({ side: 1, sagittaMm: 500, bulges }));
    expect(byRadius.areaM2).toBeCloseTo(bySagitta.areaM2, 12);
    expect(byRadius.perimeterM).toBeCloseTo(bySagitta.perimeterM, 12);
    expect(byRadius.walls[1]!.arc!.sagittaM).toBeCloseTo(0.5, 12);
  });

  it('of half its chord is half a circle', () => {
    const { walls, areaM2 } = built(withArcs({ side: 1, radiusMm: 1500, bulges: 'outward' }));
    expect(walls[1]!.lengthM).toBeCloseTo(1.5 * Math.PI, 12);
    expect(areaM2).toBeCloseTo(12 + (Math.PI * 1.5 * 1.5) / 2, 12);
  });

  it('shorter than half its chord is refused with the shortest that fits', () => {
    expect(problemsOf(withArcs({ side: 1, radiusMm: 1499.9, bulges: 'outward' }))).toEqual([
      { code: 'ARC_INVALID', path: 'arcs.0.radiusMm', params: { minMm: 1500 } },
    ]);
    const odd: RoomDraft = { ...withArcs({ side: 1, radiusMm: 1000, bulges: 'outward' }), sidesMm: [4000, 2121.3] };
    expect(problemsOf(odd)).toMatchObject([{ params: { minMm: 1060.7 } }]);
  });

  it('so long that the wall is nearly straight keeps its measures', () => {
    const { walls } = built(withArcs({ side: 1, radiusMm: 1_000_000, bulges: 'outward' }));
    expect(walls[1]!.arc!.sagittaM).toBeCloseTo(9 / 8000, 8);
    expect(walls[1]!.lengthM).toBeCloseTo(3, 5);
  });

  it('through another wall is named at its radius', () => {
    const arcs: Arc[] = [{ side: 0, radiusMm: 2000, bulges: 'inward' }];
    const low: RoomDraft = { schemaVersion: 1, kind: 'rectangle', sidesMm: [4000, 1500], arcs };
    expect(problemsOf(low)).toMatchObject([{ code: 'ARC_INVALID', path: 'arcs.0.radiusMm' }]);
  });

  it('that fits makes a finite room, and the arc over its chord, whatever its radius', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 10_000_000 }), (tenths) => {
        const arc = built(withArcs({ side: 0, radiusMm: tenths / 10, bulges: 'outward' })).walls[0]!.arc!;
        expect(arc.radiusM).toBeCloseTo(tenths / 10_000, 5);
        expect(arc.angleRad).toBeGreaterThan(0);
        expect(arc.angleRad).toBeLessThanOrEqual(Math.PI + 1e-9);
      }),
    );
  });
});
