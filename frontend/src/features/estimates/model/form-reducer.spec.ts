import { describe, expect, it } from '@jest/globals';
import { computeEstimate, ruleSetR1 } from '@smet/estimating';
import { emptyForm, emptyVariant } from './empty-form';
import { sameForm } from './canonical';
import { toDraft, toForm, toVariantInput, variantOf } from './estimate-form';
import { reduceForm, removedWith } from './form-reducer';
import type { FormAction } from './form-reducer';
import { copyRoom, newRoom } from './new-room';
import type { EstimateForm, RoomForm } from './types';

const EMPTY = emptyForm('Смета');
const SHOWN = EMPTY.currentVariantId;
const after = (form: EstimateForm, ...actions: FormAction[]): EstimateForm =>
  actions.reduce((now, action) => reduceForm(now, action, SHOWN), form);
const shown = (form: EstimateForm) => variantOf(form, SHOWN);

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
    expect(toDraft(toForm({ title: 'Смета', draft, currentVariantId: SHOWN }))).toEqual(draft);
  });

  it('computes nothing from a room that is still being typed, and names what is missing', () => {
    const half = after(EMPTY, { type: 'add-room', room }, ...typed(room.id, ['400']));
    const { rooms, lines } = computeEstimate(toVariantInput(half.rooms, shown(half)), {
      priceBook: new Map(),
      ruleSet: ruleSetR1,
    });
    expect(lines).toEqual([]);
    expect(rooms[0]).toMatchObject({ problems: [{ code: 'LENGTH_MISSING', path: 'shape.sidesMm.1' }] });
  });

  it('takes with a room what belongs to it, and puts all of it back', () => {
    const full = after(
      measured,
      { type: 'override', roomId: room.id, ruleKey: 'profile', quantity: '15' },
      { type: 'add-line', line: { id: 'l', itemCode: 'NCH-PK5', roomId: room.id, quantity: '1' } },
      { type: 'line-discount', lineKey: 'manual:l', text: '5' },
      { type: 'line-discount', lineKey: `${room.id}:profile`, text: '7' },
      {
        type: 'add-coefficient',
        coefficient: { id: 'c', name: 'Сложно', roomId: room.id, text: '30', base: ['work'] },
      },
    );
    const removed = removedWith(full, room.id)!;
    const without = after(full, { type: 'remove-room', roomId: room.id });
    expect(without.rooms).toEqual([]);
    expect(shown(without)).toMatchObject({ overrides: [], manualLines: [], coefficients: [], lineDiscounts: [] });
    expect(sameForm(after(without, { type: 'restore-room', removed }), full)).toBe(true);
  });

  it('keeps one override for a line, and none when it is put back', () => {
    const change = (quantity: string | null): FormAction => ({
      type: 'override',
      roomId: room.id,
      ruleKey: 'profile',
      quantity,
    });
    expect(shown(after(measured, change('15'), change('16'))).overrides).toEqual([
      { roomId: room.id, ruleKey: 'profile', quantity: '16' },
    ]);
    expect(shown(after(measured, change('15'), change(null))).overrides).toEqual([]);
  });

  describe('with variants', () => {
    const second: FormAction = { type: 'add-variant', variant: emptyVariant('w', 'Премиум') };
    const discount: FormAction = { type: 'discount', text: '5' };
    const both = after(measured, second);
    const names = ({ variants }: EstimateForm): string[] => variants.map(({ name }) => name);

    it('changes lines and money of the shown one only, rooms of all', () => {
      expect(after(both, discount).variants.map((variant) => variant.discount)).toEqual(['5', '0']);
      expect(reduceForm(both, discount, 'w').variants.map((variant) => variant.discount)).toEqual(['0', '5']);
    });

    it('always has one of them, and always one for the order', () => {
      const current = after(both, { type: 'current-variant', variantId: 'w' });
      const without = after(current, { type: 'remove-variant', variantId: 'w' });
      expect(without).toEqual(measured);
      expect(after(without, { type: 'remove-variant', variantId: SHOWN })).toBe(without);
    });

    it('puts a removed one back where it was', () => {
      const without = after(both, { type: 'remove-variant', variantId: SHOWN });
      const back: FormAction = { type: 'restore-variant', variant: shown(both), index: 0, current: true };
      expect(without.currentVariantId).toBe('w');
      expect(after(without, back)).toEqual(both);
      expect(after(without, back, back)).toEqual(both);
    });

    it('moves one to another place', () => {
      expect(names(after(both, { type: 'move-variant', variantId: 'w', to: 0 }))).toEqual(['Премиум', 'Вариант 1']);
    });

    it('sends what each is made of and what it costs, and gets the same back', () => {
      const full = after(
        both,
        { type: 'specification', specification: { film: 'textile', substitutes: [{ code: 'A', by: 'B' }] } },
        { type: 'category-discount', categoryId: 'c', text: '2,5' },
        {
          type: 'add-coefficient',
          coefficient: { id: 'c', name: 'Высота', roomId: null, text: '-10', base: ['work'] },
        },
        { type: 'schedule', stages: [{ when: 'before_start', text: '100' }] },
      );
      const draft = toDraft(full);
      expect(draft.variants[0]).toMatchObject({
        specification: { film: 'textile', substitutes: [{ code: 'A', by: 'B' }] },
        discounts: { categories: [{ categoryId: 'c', percent: '2.5' }] },
        coefficients: [{ id: 'c', name: 'Высота', roomId: null, percent: '-10', base: ['work'] }],
        schedule: [{ when: 'before_start', percent: '100' }],
      });
      expect(toDraft(toForm({ title: 'Смета', draft, currentVariantId: SHOWN }))).toEqual(draft);
    });
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
