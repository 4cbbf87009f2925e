import { describe, expect, it } from '@jest/globals';
import { ROOM_PRESETS } from '../rooms/presets.js';
import type { RoomDraft } from '../shape/room-shape.js';
import { schemePoints } from './scheme.js';

const rightAngled = (sides: number, reflexCorners?: number[]): RoomDraft => ({
  schemaVersion: 1,
  kind: 'right-angled',
  sidesMm: Array.from({ length: sides }, () => null),
  ...(reflexCorners && { reflexCorners }),
});

describe('the scheme of a room without lengths', () => {
  it.each(['gamma', 'pi', 'tau'] as const)('looks like the letter it was begun as: %s', (name) => {
    const { sides, reflexCorners, nominal } = ROOM_PRESETS[name];
    expect(schemePoints(rightAngled(sides, [...reflexCorners]))).toEqual(nominal);
  });

  it('is a Г for six walls alone, and a regular figure where nothing is known of the turns', () => {
    expect(schemePoints(rightAngled(6))).toEqual(ROOM_PRESETS.gamma.nominal);
    const radii = schemePoints(rightAngled(8)).map(({ x, y }) => Math.hypot(x, y));
    for (const radius of radii) expect(radius).toBeCloseTo(2, 9);
  });
});
