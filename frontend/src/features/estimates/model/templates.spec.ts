import { describe, expect, it } from '@jest/globals';
import { emptyForm } from './empty-form';
import { toDraft } from './estimate-form';
import { newRoom } from './new-room';
import { formOfTemplate, roomOfTemplate, toRoomTemplate } from './templates';
import type { RoomForm } from './types';

const hall: RoomForm = { ...newRoom('rectangle', 'Зал'), sides: ['400', '300'] };
const podium: RoomForm = {
  ...newRoom('rectangle', 'Подиум'),
  sides: ['100', '100'],
  plan: { schemaVersion: 1, inset: { roomId: hall.id, atMm: { x: 500, y: 500 }, turnDeg: 0 } },
};
const line = { id: crypto.randomUUID(), itemCode: 'A', roomId: hall.id, quantity: '2' };
const kept = toDraft({
  ...emptyForm('Образец', {
    id: crypto.randomUUID(),
    manualLines: [line],
    overrides: [{ roomId: hall.id, ruleKey: 'profile', quantity: '15' }],
    lineDiscounts: [
      { lineKey: `${hall.id}:profile`, text: '5' },
      { lineKey: `manual:${line.id}`, text: '7' },
    ],
  }),
  rooms: [hall, podium],
});

describe('a template', () => {
  it('becomes an estimate of its own: everything belongs together by new ids', () => {
    const form = formOfTemplate(kept, 'Новая');
    const [room, level] = form.rooms;
    const [variant] = form.variants;
    expect(room!.id).not.toBe(hall.id);
    expect(level!.plan.inset?.roomId).toBe(room!.id);
    expect(variant!.overrides).toEqual([{ roomId: room!.id, ruleKey: 'profile', quantity: '15' }]);
    expect(variant!.lineDiscounts.map(({ lineKey }) => lineKey)).toEqual([
      `${room!.id}:profile`,
      `manual:${variant!.manualLines[0]!.id}`,
    ]);
    expect([form.title, form.currentVariantId]).toEqual(['Новая', variant!.id]);
    expect(JSON.stringify(form)).not.toContain(line.id);
  });

  it('of a level is an ordinary room', () => {
    const room = roomOfTemplate(toRoomTemplate(podium));
    expect(room).toMatchObject({ name: 'Подиум', sides: ['100', '100'], plan: { schemaVersion: 1 } });
    expect(room.plan.inset).toBeUndefined();
    expect(room.id).not.toBe(podium.id);
  });
});
