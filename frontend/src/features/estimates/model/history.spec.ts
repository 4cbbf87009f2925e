import { describe, expect, it } from '@jest/globals';
import { emptyForm, emptyVariant } from './empty-form';
import { changedRoom, reduceHistory, reduceReading, startHistory } from './history';
import type { History, HistoryAction } from './history';
import { newRoom } from './new-room';
import type { RoomChange } from './room-changes';
import type { EstimateForm, RoomForm } from './types';

const hall = newRoom('rectangle', 'Зал');
const kitchen = newRoom('triangulated', 'Кухня');
const form: EstimateForm = { ...emptyForm('Смета'), rooms: [hall, kitchen] };

const after = (...actions: HistoryAction[]): History => actions.reduce(reduceHistory, startHistory(form));
const of = (room: RoomForm, change: RoomChange): HistoryAction => ({ type: 'room', roomId: room.id, change });
const side = (index: number, text: string): HistoryAction => of(hall, { type: 'side', index, text });
const sides = ({ present }: History): string[] => present.rooms[0]!.sides;
const undo: HistoryAction = { type: 'undo' };
const redo: HistoryAction = { type: 'redo' };

describe('undo and redo', () => {
  const typed: HistoryAction[] = [side(0, '4'), side(0, '40'), side(0, '400'), side(1, '3'), side(1, '300')];

  it('takes back what was typed in a field as one step, and does it again', () => {
    expect(sides(after(...typed, undo))).toEqual(['400', '']);
    expect(sides(after(...typed, undo, undo))).toEqual(['', '']);
    expect(sides(after(...typed, undo, undo, redo, redo))).toEqual(['400', '300']);
  });

  it('begins another step once the field was left', () => {
    const again = after(side(0, '400'), { type: 'settle' }, side(0, '500'));
    expect(sides(reduceHistory(again, undo))).toEqual(['400', '']);
  });

  it('forgets what was taken back as soon as something else is done', () => {
    const other = after(side(0, '400'), undo, side(1, '300'));
    expect(reduceHistory(other, redo)).toBe(other);
    expect(sides(reduceHistory(other, undo))).toEqual(['', '']);
  });

  it('is at its ends when there is nothing to take back or to do again', () => {
    const start = startHistory(form);
    expect(reduceHistory(start, undo)).toBe(start);
    expect(reduceHistory(start, redo)).toBe(start);
  });

  it('takes a whole drag of a lamp as one step, and a lamp placed after it as another', () => {
    const at = (x: number, gesture?: string): HistoryAction =>
      of(hall, {
        type: 'plan',
        plan: { schemaVersion: 1, objects: [{ id: 'l', kind: 'spotlight', atMm: { x, y: 500 } }] },
        ...(gesture && { gesture }),
      });
    const dragged = after(at(100), at(200, 'drag 1'), at(300, 'drag 1'), at(400, 'drag 1'));
    const placeOf = ({ present }: History) => present.rooms[0]!.plan.objects?.[0];
    expect(placeOf(reduceHistory(dragged, undo))).toMatchObject({ atMm: { x: 100 } });
    expect(placeOf(reduceHistory(reduceHistory(dragged, undo), undo))).toBeUndefined();
  });

  it('takes two choices on the plan as two steps', () => {
    const film = (key: string): HistoryAction =>
      of(hall, { type: 'plan', plan: { schemaVersion: 1, canvas: { film: key } } });
    const chosen = after(film('matte'), film('gloss'));
    expect(reduceHistory(chosen, undo).present.rooms[0]!.plan.canvas).toEqual({ film: 'matte' });
  });

  it('takes back a control diagonal with its first digit', () => {
    const control = (text: string) => of(kitchen, { type: 'control', from: 1, to: 3, text });
    const measured = after(control('5'), control('50'), control('500'));
    expect(measured.present.rooms[1]!.diagonals).toContainEqual({ from: 1, to: 3, text: '500' });
    expect(reduceHistory(measured, undo).present).toBe(form);
  });

  it('keeps no more than its bounded length', () => {
    const many = Array.from({ length: 500 }, (_, index) => side(index % 2, String(index)));
    expect(after(...many).past.length).toBeLessThanOrEqual(200);
  });

  it('takes back another state that was chosen, and does it again', () => {
    const theirs: EstimateForm = { ...form, title: 'Чужая' };
    const chosen = after(side(0, '400'), { type: 'replace', form: theirs, as: 'step' });
    expect(chosen.present).toBe(theirs);
    expect(sides(reduceHistory(chosen, undo))).toEqual(['400', '']);
    expect(reduceHistory(reduceHistory(chosen, undo), redo).present).toBe(theirs);
  });

  it('takes back only what was typed here after others saved something too', () => {
    const theirs: EstimateForm = { ...form, title: 'Чужая' };
    const typed = after(side(0, '400'), { type: 'settle' }, side(1, '300'));
    const mine: EstimateForm = { ...typed.present, title: 'Чужая' };
    const merged = reduceHistory(typed, { type: 'merge', form: mine, base: form, theirs });
    const back = reduceHistory(merged, undo);
    expect([sides(back), back.present.title]).toEqual([['400', ''], 'Чужая']);
    expect(reduceHistory(back, redo).present).toBe(mine);
  });

  it('puts back what a template replaced, and nothing once something was done since', () => {
    const before = after(side(0, '400'));
    const replaced: EstimateForm = { ...form, rooms: [kitchen] };
    const used = reduceHistory(before, { type: 'replace', form: replaced, as: 'step' });
    const back: HistoryAction = { type: 'put-back', form: before.present, replaced };
    expect(reduceHistory(used, back).present).toBe(before.present);
    const typed = reduceHistory(used, { type: 'title', title: 'Другая' });
    expect(reduceHistory(typed, back)).toBe(typed);
  });

  it('starts anew from what nobody here has typed', () => {
    const saved: EstimateForm = { ...form, title: 'Сохранено' };
    expect(after(side(0, '400'), { type: 'replace', form: saved, as: 'start' })).toEqual(startHistory(saved));
  });

  it('has no step for what was chosen already', () => {
    const film: HistoryAction = of(hall, { type: 'plan', plan: { schemaVersion: 1, canvas: { film: 'matte' } } });
    const chosen = after(film);
    expect(reduceHistory(chosen, film)).toBe(chosen);
    expect(reduceHistory(chosen, { type: 'title', title: 'Смета' })).toBe(chosen);
  });

  it('shows the variant that was added, and the one whose change is taken back', () => {
    const added = after({ type: 'add-variant', variant: emptyVariant('w', 'Премиум') });
    expect(added.shown).toBe('w');
    const show = (variantId: string): HistoryAction => ({ type: 'show-variant', variantId });
    const elsewhere = [{ type: 'discount', text: '5' } as const, show('v')].reduce(reduceHistory, added);
    expect(elsewhere.shown).toBe('v');
    expect(elsewhere.past).toHaveLength(2);
    const back = reduceHistory(elsewhere, undo);
    expect(back.shown).toBe('w');
    expect(reduceHistory(back, undo).shown).toBe('v');
  });

  it('begins a step of its own for every variant', () => {
    const added = after(
      { type: 'discount', text: '5' },
      { type: 'add-variant', variant: emptyVariant('w', 'Премиум') },
    );
    const typed = [{ type: 'discount', text: '7' } as const].reduce(reduceHistory, added);
    expect(reduceHistory(typed, undo).present).toEqual(added.present);
  });

  it('shows the room a step was about', () => {
    const { present } = after(of(kitchen, { type: 'side', index: 0, text: '300' }));
    expect(changedRoom(present, form)).toBe(kitchen.id);
    expect(changedRoom(form, { ...form, title: 'Другая' })).toBeNull();
  });
});

describe('a message that puts something back', () => {
  const two: EstimateForm = { ...form, variants: [...form.variants, emptyVariant('w', 'Премиум')] };
  const override = (quantity: string) => ({ type: 'override', roomId: hall.id, ruleKey: 'profile', quantity }) as const;
  const first = two.variants[0]!.id;
  const overrides = ({ present }: History) =>
    present.variants.map((variant) => variant.overrides.map(({ quantity }) => quantity));
  const done: HistoryAction[] = [
    override('5'),
    { type: 'show-variant', variantId: 'w' },
    override('77'),
    { type: 'together', variantId: first, actions: [{ ...override('5'), quantity: null }] },
  ];

  it('works on the variant it was about, whichever is shown', () => {
    const start = startHistory(two, first);
    expect(overrides(done.reduce<History>(reduceHistory, start))).toEqual([[], ['77']]);
  });

  it('does nothing once that variant is gone', () => {
    const left = startHistory({ ...two, variants: two.variants.slice(1), currentVariantId: 'w' });
    const [message] = done.slice(-1);
    expect(reduceHistory(left, message!)).toBe(left);
  });
});

describe('a version that was sent', () => {
  const typed = after(side(0, '400'));

  it('is not changed by undo, by a message or by typing', () => {
    for (const action of [undo, redo, side(0, '500'), { type: 'title', title: 'Другая' } as const]) {
      expect(reduceReading(typed, action)).toBe(typed);
    }
  });

  it('takes over what was saved and forgets what could be taken back', () => {
    const saved: EstimateForm = { ...typed.present, title: 'Отправлено' };
    const sent = reduceReading(typed, { type: 'merge', form: saved, base: form, theirs: saved });
    expect([sent.present, sent.past, sent.future]).toEqual([saved, [], []]);
  });
});
