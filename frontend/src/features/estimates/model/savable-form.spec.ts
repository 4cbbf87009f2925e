import { describe, expect, it } from '@jest/globals';
import { DEFAULT_TOLERANCES } from '@smet/estimating';
import { checkForm } from './check-form';
import { emptyForm, emptyVariant } from './empty-form';
import { newRoom } from './new-room';
import { heldBack, savableForm } from './savable-form';
import type { EstimateForm, RoomForm } from './types';

const hall: RoomForm = { ...newRoom('rectangle', 'Зал'), sides: ['400', '300'] };
const kitchen: RoomForm = { ...newRoom('rectangle', 'Кухня'), sides: ['250', '350'] };
const saved: EstimateForm = { ...emptyForm('Смета'), rooms: [hall] };

const savable = (form: EstimateForm, refused: Parameters<typeof heldBack>[1] = []): EstimateForm =>
  savableForm(form, saved, heldBack(checkForm(form, DEFAULT_TOLERANCES), refused));

describe('what can be saved while something is not finished', () => {
  it('is everything when all is finished', () => {
    const form = { ...saved, rooms: [hall, kitchen] };
    expect(savable(form)).toBe(form);
  });

  it('is all the rest: a room that is being typed stays as it was saved', () => {
    const typed = { ...saved, title: 'Новая', rooms: [{ ...hall, sides: ['400', ''] }, kitchen] };
    expect(savable(typed)).toMatchObject({ title: 'Новая', rooms: [hall, kitchen] });
  });

  it('is without a new room that is not finished, its levels and its lines', () => {
    const half: RoomForm = { ...newRoom('rectangle', 'Холл'), sides: ['400', ''] };
    const level: RoomForm = {
      ...newRoom('rectangle', 'Уровень'),
      sides: ['100', '100'],
      plan: { schemaVersion: 1, inset: { roomId: half.id, atMm: { x: 500, y: 500 }, turnDeg: 0 } },
    };
    const line = { id: 'l', itemCode: 'A', roomId: half.id, quantity: '1' };
    const variants = [{ ...saved.variants[0]!, manualLines: [line, { ...line, id: 'm', roomId: null }] }];
    const { rooms, variants: kept } = savable({ ...saved, rooms: [hall, half, level], variants });
    expect(rooms).toEqual([hall]);
    expect(kept[0]!.manualLines.map(({ id }) => id)).toEqual(['m']);
  });

  it('is without what the server has refused, until it is changed', () => {
    const wrong = { ...hall, sides: ['401', '300'] };
    const refused = [{ room: wrong, variant: null }];
    expect(savable({ ...saved, rooms: [wrong, kitchen] }, refused).rooms).toEqual([hall, kitchen]);
    const [variant] = saved.variants;
    const discounted = { ...variant!, discount: '5' };
    const variants = [discounted, emptyVariant('w', 'Премиум')];
    expect(savable({ ...saved, variants }, [{ room: null, variant: discounted }]).variants).toEqual([
      variant,
      variants[1],
    ]);
  });

  it('is with the discount of before while it is no number, and without a new variant whose discount is none', () => {
    const [variant] = saved.variants;
    const form = {
      ...saved,
      title: ' ',
      variants: [
        { ...variant!, discount: '5,x' },
        { ...emptyVariant('w', ''), discount: 'x' },
      ],
    };
    const { title, variants } = savable({ ...form, currentVariantId: 'w' });
    expect([title, variants]).toEqual(['Смета', saved.variants]);
  });
});
