import { describe, expect, it } from '@jest/globals';
import type { Cutout } from '@smet/estimating';
import { outlineRoom } from '../drawing/built-form';
import { newRoom } from '../model/new-room';
import type { RoomForm } from '../model/types';
import { fits } from './fits';

const columnAt = (x: number, y: number, id = 'column'): Cutout => ({
  id,
  purpose: 'column',
  kind: 'circle',
  centreMm: { x, y },
  diameterMm: 400,
});

const room: RoomForm = {
  ...newRoom('rectangle', 'Комната'),
  sides: ['400', '300'],
  cutouts: [columnAt(1000, 1000), columnAt(3000, 1000, 'other')],
};
const builtOf = (form: RoomForm) => {
  const { build } = outlineRoom(form);
  return build.ok ? build.room : null;
};
const moved = (x: number, y: number) => ({ type: 'cutouts' as const, cutouts: [columnAt(x, y), room.cutouts[1]!] });

describe('a column that is moved', () => {
  it('may stand anywhere inside, but not through a wall or another column', () => {
    const built = builtOf(room);
    expect(built).not.toBeNull();
    expect(fits(room, built, moved(2000, 2000))).toBe(true);
    expect(fits(room, built, moved(100, 1000))).toBe(false);
    expect(fits(room, built, moved(2800, 1000))).toBe(false);
  });

  it('can always be taken away, and moved when the room does not stand anyhow', () => {
    expect(fits(room, builtOf(room), { type: 'cutouts', cutouts: [room.cutouts[1]!] })).toBe(true);
    const narrow = { ...room, sides: ['80', '300'] };
    expect(builtOf(narrow)).toBeNull();
    expect(fits(narrow, null, moved(100, 1000))).toBe(true);
  });
});
