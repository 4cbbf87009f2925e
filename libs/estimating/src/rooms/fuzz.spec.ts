import { describe, expect, it } from '@jest/globals';
import { parseRoomShape } from '../shape/check-shape.js';
import { randomDraft } from '../../test-data/random-drafts.js';
import { seeded, simplePolygon } from '../../test-data/simple-polygons.js';
import { measure, triangulate } from '../../test-data/random-polygons.js';
import { buildRoom } from './build-room.js';
import { suggestReadings } from './suggest-readings.js';

const INPUTS = 100_000;

/** Where in a result a number is not finite; null when all of them are. */
function firstNotFinite(value: unknown, path = ''): string | null {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? null : `${path} is ${value}`;
  }
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  for (const [key, entry] of Object.entries(value)) {
    const found = firstNotFinite(entry, `${path}.${key}`);
    if (found) {
      return found;
    }
  }
  return null;
}

describe('a hundred thousand random inputs', () => {
  it('each become a room of finite measures or named problems, and none of them throws', () => {
    const random = seeded(3);
    const outcomes = { rooms: 0, problems: 0 };
    for (let made = 0; made < INPUTS; made += 1) {
      const draft = randomDraft(random);
      const build = buildRoom(draft);
      if (build.ok) {
        outcomes.rooms += 1;
        expect(firstNotFinite(build.room)).toBeNull();
        expect(build.room.areaM2).toBeGreaterThan(0);
      } else {
        outcomes.problems += 1;
        expect(build.problems.length).toBeGreaterThan(0);
        expect(firstNotFinite(build.partial ?? [])).toBeNull();
        // What a problem says of an odd number may be that number; places and codes are always there.
        expect(build.problems.every(({ code, path }) => code !== undefined && path !== undefined)).toBe(true);
      }
    }
    // The inputs are near enough to rooms to test more than the first check.
    expect(outcomes.rooms).toBeGreaterThan(INPUTS * 0.02);
    expect(outcomes.problems).toBeGreaterThan(INPUTS * 0.3);
  });

  it('are told apart the same way by the check of stored shapes: what it lets pass is built without a throw', () => {
    const random = seeded(4);
    for (let made = 0; made < INPUTS / 10; made += 1) {
      const draft: unknown = randomDraft(random);
      const parsed = parseRoomShape(draft);
      if (parsed.ok) {
        expect(() => buildRoom(parsed.shape)).not.toThrow();
      } else {
        expect(parsed.problems.length).toBeGreaterThan(0);
      }
    }
  });

  it('of readings with a wrong digit never hang or make a room of no size', () => {
    const random = seeded(5);
    for (let made = 0; made < INPUTS / 20; made += 1) {
      const shape = readingsOf(3 + (made % 12), random);
      const wrong = Math.floor(random() * shape.sidesMm.length);
      shape.sidesMm[wrong] = shape.sidesMm[wrong]! * (random() < 0.5 ? 10 : 0.1);
      const build = buildRoom(shape);
      expect(build.ok ? firstNotFinite(build.room) : null).toBeNull();
      expect(firstNotFinite(suggestReadings(shape))).toBeNull();
    }
  });
});

function readingsOf(corners: number, random: () => number): ReturnType<typeof measure> {
  for (;;) {
    const polygon = simplePolygon(corners, random);
    try {
      return measure(polygon, triangulate(polygon, [1, 2, 3]));
    } catch {
      // Too thin somewhere to be cut into triangles that can be measured: another one.
    }
  }
}
