import { describe, expect, it } from '@jest/globals';
import { emptyForm, emptyVariant } from './empty-form';
import { reduceForm } from './form-reducer';
import type { FormAction } from './form-reducer';
import { mergeForms } from './merge-forms';
import { newRoom } from './new-room';
import type { RoomChange } from './room-changes';
import type { EstimateForm, RoomForm } from './types';

const hall: RoomForm = { ...newRoom('rectangle', 'Зал'), sides: ['400', '300'] };
const kitchen: RoomForm = { ...newRoom('rectangle', 'Кухня'), sides: ['250', '350'] };
const base: EstimateForm = {
  ...emptyForm('Смета'),
  rooms: [hall, kitchen],
  variants: [emptyVariant('v', 'Эконом'), emptyVariant('w', 'Премиум')],
};

const after = (...actions: FormAction[]): EstimateForm =>
  actions.reduce((form, action) => reduceForm(form, action, 'v'), base);
const room = ({ id }: RoomForm, change: RoomChange): FormAction => ({ type: 'room', roomId: id, change });
const side = (of: RoomForm, index: number, text: string): FormAction => room(of, { type: 'side', index, text });
const lamp = (of: RoomForm, ...ids: string[]): FormAction =>
  room(of, {
    type: 'plan',
    plan: {
      schemaVersion: 1,
      objects: ids.map((id) => ({ id, kind: 'spotlight', atMm: { x: 100, y: 100 } })),
    },
  });
const merge = (mine: EstimateForm, theirs: EstimateForm) => mergeForms({ base, mine, theirs });

describe('what two people did to one estimate', () => {
  it('comes together where they did not meet, and what was theirs is named', () => {
    const mine = after(side(hall, 0, '410'), { type: 'discount', text: '5' }, { type: 'title', title: 'Моя' });
    const theirs = after(side(hall, 1, '320'), side(kitchen, 0, '260'), {
      type: 'override',
      roomId: hall.id,
      ruleKey: 'profile',
      quantity: '15',
    });
    const { form, conflicts, taken } = merge(mine, theirs);
    expect(conflicts).toEqual([]);
    expect(form.title).toBe('Моя');
    expect(form.rooms.map(({ sides }) => sides)).toEqual([
      ['410', '320'],
      ['260', '350'],
    ]);
    expect(form.variants[0]).toMatchObject({ discount: '5', overrides: [{ quantity: '15' }] });
    expect(taken.map(({ name, field, at }) => [name, field, at])).toEqual([
      ['Зал', 'side', 1],
      ['Кухня', 'side', 0],
      ['Эконом', 'override', `${hall.id}:profile`],
    ]);
  });

  it('is asked about where both changed the same thing, with both values; mine stands until it is decided', () => {
    const [mine, theirs] = [after(side(hall, 0, '410')), after(side(hall, 0, '420'))];
    const { form, conflicts } = merge(mine, theirs);
    expect(conflicts).toMatchObject([{ place: { name: 'Зал', field: 'side', at: 0 }, mine: '410', theirs: '420' }]);
    expect(form.rooms[0]!.sides).toEqual(['410', '300']);
    const decided = mergeForms({ base, mine, theirs }, new Map([[conflicts[0]!.key, 'theirs']]));
    expect(decided.form.rooms[0]!.sides).toEqual(['420', '300']);
  });

  it('is no matter when both did the same, however it is typed', () => {
    const { form, conflicts, taken } = merge(after(side(hall, 0, '410,0')), after(side(hall, 0, '410')));
    expect([conflicts, taken]).toEqual([[], []]);
    expect(form.rooms[0]!.sides[0]).toBe('410,0');
  });

  it('does not meet in a room that one of them is still typing', () => {
    const { form, conflicts } = merge(after(side(hall, 0, '')), after(side(hall, 1, '320')));
    expect(conflicts).toEqual([]);
    expect(form.rooms[0]!.sides).toEqual(['', '320']);
  });

  it('has the lamps of both on one plan, and counts them all', () => {
    const { form, conflicts } = merge(after(lamp(hall, 'a', 'b')), after(lamp(hall, 'c')));
    expect(conflicts).toEqual([]);
    expect(form.rooms[0]!.plan.objects?.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
    expect(form.rooms[0]!.spotlights).toBe('3');
  });

  it('is asked about as a whole where one changed the number of walls and the other a wall', () => {
    const shaped: RoomForm = { ...newRoom('right-angled', 'Зал'), id: hall.id, sides: ['1', '2', '3', '4', '5', '6'] };
    const theirs = { ...base, rooms: [shaped, kitchen] };
    const { form, conflicts } = merge(after(side(hall, 0, '410')), theirs);
    expect(conflicts.map(({ place }) => place.field)).toEqual(['shape']);
    expect(form.rooms[0]).toMatchObject({ kind: 'rectangle', sides: ['410', '300'] });
  });

  it('keeps what each added and drops what each removed', () => {
    const [mineRoom, theirRoom] = [newRoom('pi', 'Холл'), newRoom('pi', 'Ванная')];
    const mine = after({ type: 'add-room', room: mineRoom }, { type: 'remove-variant', variantId: 'w' });
    const theirs = after({ type: 'add-room', room: theirRoom }, { type: 'remove-room', roomId: kitchen.id });
    const { form, conflicts } = merge(mine, theirs);
    expect(conflicts).toEqual([]);
    expect(form.rooms.map(({ name }) => name).sort()).toEqual(['Ванная', 'Зал', 'Холл']);
    expect(form.variants.map(({ id }) => id)).toEqual(['v']);
  });

  it('is asked about when one removed what the other changed', () => {
    const removed = after({ type: 'remove-room', roomId: hall.id });
    const changed = after(side(hall, 0, '420'), {
      type: 'override',
      roomId: hall.id,
      ruleKey: 'profile',
      quantity: '1',
    });
    const { form, conflicts } = merge(removed, changed);
    expect(conflicts).toMatchObject([{ place: { name: 'Зал', field: 'whole' }, mine: undefined }]);
    // Nothing hangs on a room that is gone.
    expect(form.variants[0]!.overrides).toEqual([]);
    const back = mergeForms({ base, mine: removed, theirs: changed }, new Map([[conflicts[0]!.key, 'theirs']]));
    expect(back.form.rooms.map(({ name }) => name)).toEqual(['Зал', 'Кухня']);
    expect(back.form.variants[0]!.overrides).toHaveLength(1);
  });

  it('keeps the order of the one who changed it', () => {
    const moved = after({ type: 'move-room', roomId: kitchen.id, to: 0 });
    expect(merge(moved, base).form.rooms[0]!.name).toBe('Кухня');
    expect(merge(base, moved).form.rooms[0]!.name).toBe('Кухня');
  });

  it('leaves a variant for the order even when it was removed meanwhile', () => {
    const theirs = after({ type: 'remove-variant', variantId: 'v' });
    const { form } = merge(after({ type: 'title', title: 'Моя' }), theirs);
    expect(form.currentVariantId).toBe('w');
    const both = merge(after({ type: 'remove-variant', variantId: 'w' }), theirs).form;
    expect(both.variants.some(({ id }) => id === both.currentVariantId)).toBe(true);
  });
});

describe('what was sent and whose answer did not come', () => {
  const sent = after({ type: 'title', title: 'Аб' });
  const mine = after({ type: 'title', title: 'Абв' });

  it('is known as my own when others saved upon it', () => {
    const theirs = reduceForm(sent, side(hall, 0, '410'), 'v');
    const { form, conflicts, taken } = mergeForms({ base, mine, theirs, sent });
    expect(conflicts).toEqual([]);
    expect([form.title, form.rooms[0]?.sides[0]]).toEqual(['Абв', '410']);
    expect(taken).toHaveLength(1);
  });

  it('is not lost when it never arrived', () => {
    const theirs = after(side(hall, 0, '410'));
    const { form, conflicts } = mergeForms({ base, mine: sent, theirs, sent });
    expect(conflicts).toEqual([]);
    expect([form.title, form.rooms[0]?.sides[0]]).toEqual(['Аб', '410']);
  });

  it('leaves a room nobody else touched the very same', () => {
    const theirs = after(side(hall, 0, '410'));
    expect(mergeForms({ base, mine, theirs }).form.rooms[1]).toBe(kitchen);
  });

  it('goes on with a room that was new in it', () => {
    const bath = newRoom('rectangle', 'Ванная');
    const added = after({ type: 'add-room', room: bath });
    const typed = reduceForm(added, side(bath, 0, '200'), 'v');
    const { form, conflicts } = mergeForms({ base, mine: typed, theirs: added, sent: added });
    expect(conflicts).toEqual([]);
    expect(form.rooms[2]?.sides[0]).toBe('200');
  });
});
