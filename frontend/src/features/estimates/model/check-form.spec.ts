import { describe, expect, it } from '@jest/globals';
import { DEFAULT_TOLERANCES } from '@smet/estimating';
import { checkForm } from './check-form';
import { emptyForm, emptyVariant } from './empty-form';
import { newRoom } from './new-room';
import type { EstimateForm, RoomForm, VariantForm } from './types';

const problems = (room: RoomForm, form: Partial<EstimateForm> = {}): string[] =>
  checkForm({ ...emptyForm('Смета'), rooms: [room], ...form }, DEFAULT_TOLERANCES).map(({ kind }) => kind);

const hall: RoomForm = { ...newRoom('rectangle', 'Зал'), sides: ['400', '300'] };
const measured = (control: string): RoomForm => ({
  ...newRoom('triangulated', 'Холл'),
  sides: ['400', '300', '400', '300'],
  diagonals: [
    { from: 0, to: 2, text: '500' },
    { from: 1, to: 3, text: control },
  ],
});

describe('what has to be finished before saving', () => {
  it('is nothing for a measured room', () => {
    expect(problems(hall)).toEqual([]);
    expect(problems(measured('501'))).toEqual([]);
  });

  it('is a room without all its readings, without a name or with lamps that are no number', () => {
    expect(problems({ ...hall, sides: ['400', ''] })).toEqual(['room-unfinished']);
    expect(problems({ ...hall, name: ' ' })).toEqual(['room-unnamed']);
    expect(problems({ ...hall, spotlights: 'шесть' })).toEqual(['room-count']);
  });

  it('is a misclosure beyond the tolerance, until a reason is given', () => {
    expect(problems(measured('505'))).toEqual(['room-doubtful']);
    const plan = { schemaVersion: 1 as const, misclosureReason: 'шкаф не отодвинуть' };
    expect(problems({ ...measured('505'), plan })).toEqual([]);
    const grown = { ...plan, acceptedMisclosureMm: 38 };
    expect(problems({ ...measured('505'), plan: grown })).toEqual(['room-doubtful']);
  });

  it('is a count of lamps below those that stand on the plan', () => {
    const lamp = { id: 'l', kind: 'spotlight' as const, atMm: { x: 1000, y: 1000 } };
    const plan = { schemaVersion: 1 as const, objects: [lamp] };
    expect(problems({ ...hall, plan, spotlights: '0' })).toEqual(['room-count']);
    expect(problems({ ...hall, plan, spotlights: '1' })).toEqual([]);
  });

  it('is the estimate itself without a title', () => {
    expect(problems(hall, { title: ' ' })).toEqual(['title']);
  });

  it('is a variant with a discount or a coefficient that is none, or whose payments do not make a whole', () => {
    const variant = emptyVariant('v', 'Эконом');
    const of = (change: Partial<VariantForm>) => problems(hall, { variants: [{ ...variant, ...change }] });
    expect(of({ discount: '101' })).toEqual(['discount']);
    expect(of({ lineDiscounts: [{ lineKey: 'r:canvas', text: 'x' }] })).toEqual(['discount']);
    expect(of({ coefficients: [{ id: 'c', name: ' ', roomId: null, text: '5', base: ['work'] }] })).toEqual([
      'coefficient',
    ]);
    const stages = (...texts: string[]) => texts.map((text) => ({ when: 'before_start' as const, text }));
    expect(of({ schedule: stages('33,33', '33,33', '33,34') })).toEqual([]);
    expect(of({ schedule: stages('33,33', '33,33', '33,33') })).toEqual(['schedule']);
  });
});
