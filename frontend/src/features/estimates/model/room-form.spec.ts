import { describe, expect, it } from '@jest/globals';
import { buildRoom } from '@smet/estimating';
import type { RoomInput } from '@smet/estimating';
import { newRoom } from './new-room';
import { fromRoomInput, toRoomDraft, toRoomInput } from './room-form';
import type { RoomForm } from './types';

const everything: RoomInput = {
  id: 'r',
  name: 'Гостиная',
  shape: {
    schemaVersion: 1,
    kind: 'triangulated',
    lettered: 'clockwise',
    sidesMm: [4000, 2500, 2121, 2500, 4000],
    diagonalsMm: [{ from: 0, to: 2, lengthMm: 4717.5 }],
    angles: [{ corner: 4, degrees: 92.5 }],
    arcs: [
      { side: 1, bulges: 'outward', sagittaMm: 305 },
      { side: 3, bulges: 'inward', radiusMm: 4000 },
    ],
    cutouts: [
      { id: 'c', kind: 'circle', purpose: 'column', centreMm: { x: 1000, y: 900 }, diameterMm: 400 },
      {
        id: 'd',
        kind: 'rectangle',
        purpose: 'opening',
        centreMm: { x: 2000, y: 900 },
        sizeMm: [300, 400],
        turnDeg: 15,
      },
    ],
  },
  plan: {
    schemaVersion: 1,
    sides: [{ side: 2, profile: 'shadow', wall: 'tile' }],
    objects: [
      { id: 'l1', kind: 'spotlight', atMm: { x: 500, y: 500 } },
      { id: 'l2', kind: 'spotlight', atMm: { x: 900, y: 500 } },
      { id: 'p', kind: 'pipe', atMm: { x: 100, y: 100 } },
    ],
    canvas: { preference: 'cheapest', direction: { wall: 0, turnDeg: 90 } },
    misclosureReason: 'стена завалена',
    acceptedMisclosureMm: 38.2,
  },
  spotlights: 4,
  chandeliers: 1,
};

describe('a room in fields', () => {
  it('comes back from them as it was, with everything in it', () => {
    expect(toRoomInput(fromRoomInput(everything))).toEqual(everything);
  });

  it('shows readings the way they were typed', () => {
    const form = fromRoomInput(everything);
    expect(form.sides[2]).toBe('212,1');
    expect(form.diagonals).toEqual([{ from: 0, to: 2, text: '471,75' }]);
    expect(form.angles).toEqual([{ corner: 4, text: '92,5' }]);
    expect(form.arcs.map(({ by, text }) => `${by} ${text}`)).toEqual(['sagitta 30,5', 'radius 400']);
  });

  it('counts the lamps on the plan among all lamps, and sends only those without a place', () => {
    const form = fromRoomInput(everything);
    expect(form.spotlights).toBe('6');
    expect(toRoomInput({ ...form, spotlights: '7' }).spotlights).toBe(5);
    expect(toRoomInput({ ...form, spotlights: '1' }).spotlights).toBe(0);
  });

  it('sends no plan when nothing was decided', () => {
    const room = newRoom('rectangle', 'Зал');
    const plan = { schemaVersion: 1 as const, sides: [{ side: 0 }], objects: [], canvas: {}, misclosureReason: ' ' };
    expect(toRoomInput({ ...room, plan })).not.toHaveProperty('plan');
  });

  it('keeps an angle and an arc that are not readable yet as missing, never as zero', () => {
    const room: RoomForm = {
      ...newRoom('triangulated', 'Зал'),
      diagonals: [],
      angles: [{ corner: 1, text: '9o' }],
      arcs: [{ side: 0, bulges: 'outward', by: 'radius', text: '' }],
    };
    expect(toRoomDraft(room)).toMatchObject({
      angles: [{ corner: 1, degrees: null }],
      arcs: [{ side: 0, bulges: 'outward', radiusMm: null }],
    });
  });

  it('is the same input as long as the form is the same, so that nothing is measured twice', () => {
    const form = fromRoomInput(everything);
    expect(toRoomInput(form)).toBe(toRoomInput(form));
    expect(toRoomInput({ ...form, name: 'Зал' })).not.toBe(toRoomInput(form));
  });
});

describe('a new room', () => {
  const walls = { gamma: 6, pi: 8, tau: 8 } as const;

  it.each(['gamma', 'pi', 'tau'] as const)('of the preset %s asks for its walls and is never ambiguous', (start) => {
    const room = newRoom(start, 'Зал');
    expect(room.sides).toHaveLength(walls[start]);
    expect(room.lettered).toBe('clockwise');
    const lengths = {
      gamma: ['600', '200', '400', '300', '200', '500'],
      pi: ['600', '500', '200', '300', '200', '300', '200', '500'],
      tau: ['600', '200', '200', '300', '200', '300', '200', '200'],
    }[start];
    expect(buildRoom(toRoomDraft({ ...room, sides: lengths }))).toMatchObject({ ok: true });
  });
});
