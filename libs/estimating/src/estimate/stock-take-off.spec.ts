import { describe, expect, it } from '@jest/globals';
import { acceptance, built, estimateDraft, priceBook, roomInput, shapes } from '../../test-data/builders.js';
import type { RoomPlan } from '../plan/room-plan.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { RoomShape } from '../shape/room-shape.js';
import { computeEstimate } from './compute-estimate.js';
import type { MeasuredRoom } from './estimate-result.js';
import { stockTakeOff } from './stock-take-off.js';
import type { StockTakeOff } from './stock-take-off.js';

function take(shape: RoomShape, plan?: RoomPlan): StockTakeOff {
  const draft = estimateDraft({ rooms: [roomInput(shape, plan && { plan })] });
  const { measures } = computeEstimate(draft, priceBook(), ruleSetR1).rooms[0] as MeasuredRoom;
  return stockTakeOff({ id: 'room', name: 'Room', room: built(shape), measures, plan }, ruleSetR1);
}

describe('the stock of a room', () => {
  it.each(acceptance.rooms.map(({ id, expected }) => [id, expected.stock] as const))(
    '%s of the acceptance file',
    (id, { screws, dowels, tape_m, harpoon_m, sticks_2500 }) => {
      const stock = take(shapes[id as keyof typeof shapes]);
      expect(stock).toEqual({
        screws: String(screws),
        dowels: String(dowels),
        tapeM: String(tape_m),
        harpoonM: String(harpoon_m),
        sticks: { ordinary: sticks_2500 },
      });
    },
  );

  it('is nothing for a side without a profile, and sticks of its own for another one', () => {
    const sides: RoomPlan['sides'] = [
      { side: 0, profile: 'none' },
      { side: 1, profile: 'shadow' },
    ];
    expect(take(shapes.E1, { schemaVersion: 1, sides })).toMatchObject({
      screws: '100',
      tapeM: '10.5',
      sticks: { ordinary: 3, shadow: 2 },
    });
  });

  it('of textile has neither insert nor harpoon', () => {
    expect(take(shapes.E1, { schemaVersion: 1, canvas: { film: 'textile' } })).toMatchObject({
      screws: '140',
      tapeM: '0',
      harpoonM: '0',
    });
  });
});
