import { describe, expect, it } from '@jest/globals';
import { buildRoom } from '@smet/estimating';
import type { RoomPlan } from '@smet/estimating';
import { newRoom } from './new-room';
import { changeRoom } from './room-changes';
import type { RoomChange } from './room-changes';
import { toRoomDraft } from './room-form';
import { suggestControl } from './suggestions';
import type { RoomForm } from './types';

const after = (room: RoomForm, ...changes: RoomChange[]): RoomForm => changes.reduce(changeRoom, room);
const free = (corners: number): RoomForm => {
  const more = Array.from({ length: corners - 4 }, (): RoomChange => ({ type: 'corners', direction: 1 }));
  return after(newRoom('triangulated', 'Холл'), ...more);
};
const typed = (room: RoomForm, sides: string[]): RoomForm =>
  after(room, ...sides.map((text, index): RoomChange => ({ type: 'side', index, text })));
const labels = ({ diagonals }: RoomForm): string[] => diagonals.map(({ from, to }) => `${from}-${to}`);
const lamps = (count: number): RoomPlan => ({
  schemaVersion: 1,
  objects: Array.from({ length: count }, (_, index) => ({
    id: String(index),
    kind: 'spotlight' as const,
    atMm: { x: index * 100, y: 0 },
  })),
});

describe('walls', () => {
  it('keep the corners of a preset while their lengths are typed', () => {
    const room = newRoom('gamma', 'Зал');
    expect(typed(room, ['500', '300']).reflexCorners).toEqual(room.reflexCorners);
  });

  it('that are taken away take with them what stood on them', () => {
    const room: RoomForm = {
      ...free(5),
      arcs: [{ side: 4, bulges: 'outward', by: 'sagitta', text: '20' }],
      plan: {
        schemaVersion: 1,
        sides: [
          { side: 1, profile: 'niche' },
          { side: 4, profile: 'shadow' },
        ],
        canvas: { direction: { wall: 4, turnDeg: 0 }, film: 'satin' },
      },
    };
    const fewer = after(room, { type: 'corners', direction: -1 });
    expect(fewer.arcs).toEqual([]);
    expect(fewer.plan).toEqual({ schemaVersion: 1, sides: [{ side: 1, profile: 'niche' }], canvas: { film: 'satin' } });
  });
});

describe('diagonals', () => {
  it('are suggested by the lengths of the walls as soon as all are there', () => {
    // A long corridor: its short diagonals are worth measuring, the long ones from A are not.
    const corridor = typed(free(6), ['300', '300', '100', '300', '300', '100']);
    expect(corridor.diagonals).toHaveLength(3);
    expect(labels(corridor)).not.toEqual(['0-2', '0-3', '0-4']);
  });

  it('that a person chose or measured are left alone, the others go with them', () => {
    const chosen = after(free(6), { type: 'diagonal-ends', index: 0, from: 1, to: 5 });
    const room = typed(chosen, ['300', '300', '100', '300', '300', '100']);
    expect(labels(room)).toContain('1-5');
    expect(room.diagonals).toHaveLength(3);
    const filled = room.diagonals.reduce<RoomForm>(
      (form, _, index) => after(form, { type: 'diagonal', index, text: '310' }),
      room,
    );
    expect(labels(after(filled, { type: 'side', index: 0, text: '320' }))).toEqual(labels(filled));
  });

  it('give way to an angle, and come back for it', () => {
    const room = typed(free(5), ['400', '250', '212,1', '250', '400']);
    const [first] = room.diagonals;
    const angled = after(room, { type: 'angle-for-diagonal', index: 0, corner: 4 });
    expect(angled.diagonals).toHaveLength(1);
    expect(angled.angles).toEqual([{ corner: 4, text: '' }]);
    const back = after(angled, { type: 'diagonal-for-angle', index: 0, chord: first! });
    expect(back.diagonals).toHaveLength(2);
    expect(back.angles).toEqual([]);
  });

  it('measured beyond the needed ones check the room, and are gone when emptied', () => {
    const square = after(typed(free(4), ['400', '300', '400', '300']), { type: 'diagonal', index: 0, text: '500' });
    const control = suggestControl(square);
    expect(control).not.toBeNull();
    const checked = after(square, { type: 'control', ...control!, text: '500' });
    const build = buildRoom(toRoomDraft(checked));
    expect(build.ok && build.room.check).toMatchObject({ redundancy: 1, misclosureMm: expect.closeTo(0, 6) });
    expect(after(checked, { type: 'control', ...control!, text: '' }).diagonals).toEqual(square.diagonals);
  });

  it('that serve better are asked for, and what was measured stays to check them', () => {
    const square = after(typed(free(4), ['400', '300', '400', '300']), { type: 'diagonal', index: 0, text: '500' });
    const [measured] = square.diagonals;
    const other = measured!.from === 0 ? { from: 1, to: 3 } : { from: 0, to: 2 };
    expect(after(square, { type: 'choose-diagonals', chords: [other] }).diagonals).toEqual([
      { ...other, text: '' },
      measured,
    ]);
  });
});

describe('a mirrored entry', () => {
  it('is turned over at once: reflex corners become the others, angles those of the other side', () => {
    const room: RoomForm = { ...newRoom('gamma', 'Зал'), reflexCorners: [0, 1, 2, 4, 5] };
    expect(after(room, { type: 'invert-corners' }).reflexCorners).toEqual([3]);
    const angled: RoomForm = { ...free(4), diagonals: [], angles: [{ corner: 1, text: '267,5' }] };
    expect(after(angled, { type: 'invert-corners' }).angles).toEqual([{ corner: 1, text: '92,5' }]);
  });
});

describe('lamps', () => {
  const six: RoomForm = { ...newRoom('rectangle', 'Зал'), spotlights: '6' };

  it('that get a place are taken from those that were counted', () => {
    expect(after(six, { type: 'plan', plan: lamps(4) }).spotlights).toBe('6');
    expect(after(six, { type: 'plan', plan: lamps(8) }).spotlights).toBe('8');
  });

  it('taken off the plan are taken off the count', () => {
    const placed = after(six, { type: 'plan', plan: lamps(6) });
    expect(after(placed, { type: 'plan', plan: lamps(5) }).spotlights).toBe('5');
  });
});
