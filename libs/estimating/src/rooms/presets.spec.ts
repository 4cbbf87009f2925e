import { describe, expect, it } from '@jest/globals';
import { built } from '../../test-data/builders.js';
import { isInside } from '../geometry/inside.js';
import { distance } from '../geometry/point.js';
import type { Point } from '../geometry/point.js';
import type { RoomDraft } from '../shape/room-shape.js';
import { ROOM_PRESETS } from './presets.js';
import type { RoomPreset, RoomPresetName } from './presets.js';

/** What a room lettered clockwise looks like on paper: three rows from the top, y of its frame down. */
function look(nominal: readonly Point[]): string {
  const rows = [1, 3, 4.5].map((y) => [1, 3, 5].map((x) => (isInside({ x, y }, nominal) ? '#' : '.')).join(''));
  return rows.join(' ');
}

function draftOf({ kind, sides, reflexCorners, nominal }: RoomPreset): RoomDraft {
  const lengths = nominal.map((corner, index) => 1000 * distance(corner, nominal[(index + 1) % nominal.length]!));
  const sidesMm = lengths.slice(0, sides);
  return kind === 'rectangle'
    ? { schemaVersion: 1, kind, lettered: 'clockwise', sidesMm: sidesMm as [number, number] }
    : { schemaVersion: 1, kind, lettered: 'clockwise', sidesMm, reflexCorners: [...reflexCorners] };
}

describe('presets', () => {
  it.each<[RoomPresetName, string]>([
    ['gamma', '### #.. #..'],
    ['pi', '### #.# #.#'],
    ['tau', '### .#. .#.'],
  ])('%s looks like its letter', (name, letter) => {
    expect(look(ROOM_PRESETS[name].nominal)).toBe(letter);
  });

  it.each(Object.entries(ROOM_PRESETS))('%s built from its lengths is what it looks like', (_, preset) => {
    expect(built(draftOf(preset)).vertices).toEqual(preset.nominal);
  });
});
