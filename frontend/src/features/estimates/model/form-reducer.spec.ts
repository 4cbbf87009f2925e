import { describe, expect, it } from '@jest/globals';
import { computeEstimate, ruleSetR1 } from '@smet/estimating';
import { sameForm, toDraft, toForm } from './estimate-form';
import { reduceForm, removedWith } from './form-reducer';
import type { FormAction } from './form-reducer';
import { copyRoom, newRoom } from './new-room';
import type { EstimateForm, RoomForm } from './types';

const EMPTY: EstimateForm = { title: 'Смета', rooms: [], overrides: [], manualLines: [], discount: '0' };
const after = (form: EstimateForm, ...actions: FormAction[]): EstimateForm => actions.reduce(reduceForm, form);

const typed = (roomId: string, sides: string[]): FormAction[] =>
  sides.map((text, index) => ({ type: 'room', roomId, change: { type: 'side', index, text } }));

describe('the form of an estimate', () => {
  const room = newRoom('rectangle', 'Зал');
  const measured = after(EMPTY, { type: 'add-room', room }, ...typed(room.id, ['400', '300,0']));

  it('becomes a draft and comes back the same', () => {
    const draft = toDraft(measured);
    expect(draft.rooms[0]?.shape).toEqual({
      schemaVersion: 1,
      kind: 'rectangle',
      lettered: 'clockwise',
      sidesMm: [4000, 3000],
    });
    expect(toDraft(toForm({ title: 'Смета', draft }))).toEqual(draft);
  });

  it('computes nothing from a room that is still being typed, and names what is missing', () => {
    const half = after(EMPTY, { type: 'add-room', room }, ...typed(room.id, ['400']));
    const { rooms, lines } = computeEstimate(toDraft(half), { priceBook: new Map(), ruleSet: ruleSetR1 });
    expect(lines).toEqual([]);
    expect(rooms[0]).toMatchObject({ problems: [{ code: 'LENGTH_MISSING', path: 'shape.sidesMm.1' }] });
  });

  it('takes with a room what belongs to it, and puts all of it back', () => {
    const full = after(
      measured,
      { type: 'override', roomId: room.id, ruleKey: 'profile', quantity: '15' },
      { type: 'add-line', line: { id: 'l', itemCode: 'NCH-PK5', roomId: room.id, quantity: '1' } },
    );
    const removed = removedWith(full, room.id)!;
    const without = after(full, { type: 'remove-room', roomId: room.id });
    expect(without).toMatchObject({ rooms: [], overrides: [], manualLines: [] });
    expect(sameForm(after(without, { type: 'restore-room', removed }), full)).toBe(true);
  });

  it('keeps one override for a line, and none when it is put back', () => {
    const change = (quantity: string | null): FormAction => ({
      type: 'override',
      roomId: room.id,
      ruleKey: 'profile',
      quantity,
    });
    expect(after(measured, change('15'), change('16')).overrides).toEqual([
      { roomId: room.id, ruleKey: 'profile', quantity: '16' },
    ]);
    expect(after(measured, change('15'), change(null)).overrides).toEqual([]);
  });

  it('keeps the diagonals that still fit when a corner is added, and offers the missing ones', () => {
    const free = newRoom('triangulated', 'Холл');
    const { rooms } = after(
      EMPTY,
      { type: 'add-room', room: free },
      { type: 'room', roomId: free.id, change: { type: 'diagonal', index: 0, text: '500' } },
      { type: 'room', roomId: free.id, change: { type: 'corners', direction: 1 } },
    );
    expect(rooms[0]?.sides).toHaveLength(5);
    expect(rooms[0]?.diagonals).toEqual([
      { from: 0, to: 2, text: '500' },
      { from: 0, to: 3, text: '' },
    ]);
  });

  describe('with several rooms', () => {
    const hall = newRoom('rectangle', 'Зал');
    const podium: RoomForm = {
      ...newRoom('rectangle', 'Подиум'),
      plan: { schemaVersion: 1, inset: { roomId: hall.id, atMm: { x: 500, y: 500 }, turnDeg: 0 } },
    };
    const kitchen = newRoom('gamma', 'Кухня');
    const flat: EstimateForm = { ...EMPTY, rooms: [hall, podium, kitchen] };
    const names = ({ rooms }: EstimateForm): string[] => rooms.map(({ name }) => name);

    it('moves a room to another place, and nowhere beyond the ends', () => {
      expect(names(after(flat, { type: 'move-room', roomId: kitchen.id, to: 0 }))).toEqual(['Кухня', 'Зал', 'Подиум']);
      expect(names(after(flat, { type: 'move-room', roomId: hall.id, to: 2 }))).toEqual(['Подиум', 'Кухня', 'Зал']);
      expect(after(flat, { type: 'move-room', roomId: kitchen.id, to: 3 })).toBe(flat);
      expect(after(flat, { type: 'move-room', roomId: hall.id, to: -1 })).toBe(flat);
    });

    it('takes the levels of a room away with it and puts them back where they were, once', () => {
      const removed = removedWith(flat, hall.id)!;
      const without = after(flat, { type: 'remove-room', roomId: hall.id });
      expect(names(without)).toEqual(['Кухня']);
      const back = after(without, { type: 'restore-room', removed });
      expect(sameForm(back, flat)).toBe(true);
      expect(after(back, { type: 'restore-room', removed })).toBe(back);
    });

    it('mirrors a room with its levels', () => {
      const { rooms } = after(flat, { type: 'mirror-room', roomId: hall.id });
      expect(rooms.map(({ lettered }) => lettered)).toEqual(['counter-clockwise', 'counter-clockwise', 'clockwise']);
    });

    it('copies a room with its levels behind it, each within the copy', () => {
      const [copy, ...levels] = copyRoom(hall, [podium], { name: 'Зал (зеркально)', mirror: true });
      const copied = after(flat, { type: 'add-room', room: copy, levels, after: hall.id });
      expect(names(copied)).toEqual(['Зал', 'Подиум', 'Зал (зеркально)', 'Подиум', 'Кухня']);
      expect(copied.rooms[3]?.plan.inset?.roomId).toBe(copy.id);
      expect(copied.rooms[2]?.lettered).toBe('counter-clockwise');
      expect(new Set(copied.rooms.map(({ id }) => id)).size).toBe(5);
    });

    it('copies a level as an ordinary room: its place is taken', () => {
      expect(copyRoom(podium, [], { name: 'Подиум (копия)', mirror: false })[0].plan).not.toHaveProperty('inset');
    });
  });
});
