import { describe, expect, it } from '@jest/globals';
import { emptyForm } from './empty-form';
import { reduceForm } from './form-reducer';
import type { FormAction } from './form-reducer';
import { newRoom } from './new-room';
import { refusalsOf, refusedAfter, standing } from './refusals';
import type { EstimateForm } from './types';

const hall = newRoom('rectangle', 'Зал');
const kitchen = newRoom('rectangle', 'Кухня');
const sent: EstimateForm = { ...emptyForm('Смета'), rooms: [hall, kitchen] };
const changed = (action: FormAction): EstimateForm => reduceForm(sent, action, sent.currentVariantId);

const ofRoom = (index: number) => ({ path: `draft.rooms.${index}.shape.sidesMm.0`, code: 'LENGTH_OUT_OF_RANGE' });
const ofDiscount = { path: 'draft.variants.0.discountPercent', code: 'MAX' };
const ofTitle = { path: 'title', code: 'MIN_LENGTH' };
const refusals = refusalsOf([ofRoom(1), ofDiscount, ofTitle], sent);

describe('what the server refused', () => {
  it('belongs to the rooms and variants that were sent', () => {
    expect(refusals).toEqual([
      { ...ofRoom(1), room: kitchen, variant: null },
      { ...ofDiscount, room: null, variant: sent.variants[0] },
      { ...ofTitle, room: null, variant: null },
    ]);
  });

  it('stays with its room when the rooms are put in another order', () => {
    const moved = changed({ type: 'move-room', roomId: kitchen.id, to: 0 });
    expect(standing(refusals, moved)).toEqual(refusals);
  });

  it('is over once the room was changed or removed', () => {
    const change = { type: 'side', index: 0, text: '300' } as const;
    const mended = changed({ type: 'room', roomId: kitchen.id, change });
    expect(standing(refusals, mended)).toEqual(refusals.slice(1));
    expect(standing(refusals, changed({ type: 'remove-room', roomId: kitchen.id }))).toEqual(refusals.slice(1));
    expect(standing(refusals, changed({ type: 'discount', text: '5' }))).toEqual([refusals[0], refusals[2]]);
  });

  it('stays while only another room is changed', () => {
    const change = { type: 'side', index: 0, text: '300' } as const;
    const other = changed({ type: 'room', roomId: hall.id, change });
    expect(standing(refusals, other)).toEqual(refusals);
  });
});

describe('what is still refused after another save', () => {
  it('is the room that was held back from it', () => {
    const around: EstimateForm = { ...sent, rooms: [hall] };
    const [ofKitchen] = refusals;
    expect(refusedAfter([ofKitchen!], { sent: around, now: [] })).toEqual([ofKitchen]);
  });

  it('is nothing that was in it', () => {
    expect(refusedAfter(refusals, { sent, now: [] })).toEqual([]);
  });
});
