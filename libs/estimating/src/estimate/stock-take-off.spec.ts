import { describe, expect, it } from '@jest/globals';
import { acceptance, built, estimateDraft, priceBook, roomInput, shapes } from '../../test-data/builders.js';
import type { RoomPlan } from '../plan/room-plan.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { RoomShape } from '../shape/room-shape.js';
import { cuttingList } from '../sticks/cutting-list.js';
import { computeEstimate } from './compute-estimate.js';
import type { RoomInput } from './estimate-draft.js';
import { stockTakeOff } from './stock-take-off.js';
import type { StockTakeOff } from './stock-take-off.js';

function takeAll(rooms: RoomInput[]): StockTakeOff {
  const result = computeEstimate(estimateDraft({ rooms }), { priceBook: priceBook(), ruleSet: ruleSetR1 });
  const measured = result.rooms.flatMap((room) => ('measures' in room ? [room.measures] : []));
  expect(measured).toHaveLength(rooms.length);
  return stockTakeOff(measured, ruleSetR1);
}

const take = (shape: RoomShape, plan?: RoomPlan): StockTakeOff => takeAll([roomInput(shape, plan && { plan })]);

describe('the stock of a room', () => {
  it.each(acceptance.rooms.map(({ id, expected }) => [id, expected.stock] as const))(
    '%s of the acceptance file',
    (id, { screws, dowels, tape_m, harpoon_m, sticks_2500 }) => {
      const shape = shapes[id as keyof typeof shapes];
      expect(take(shape)).toEqual({
        screws: String(screws),
        dowels: String(dowels),
        tapeM: String(tape_m),
        harpoonM: String(harpoon_m),
      });
      const cuttings = cuttingList([{ id, name: id, room: built(shape) }], ruleSetR1.sticks);
      expect(cuttings.map(({ profile, count }) => [profile, count])).toEqual([['ordinary', sticks_2500]]);
    },
  );

  it('is nothing for a side without a profile', () => {
    const sides: RoomPlan['sides'] = [
      { side: 0, profile: 'none' },
      { side: 1, profile: 'shadow' },
    ];
    expect(take(shapes.E1, { schemaVersion: 1, sides })).toMatchObject({ screws: '100', tapeM: '10.5' });
  });

  it('of textile has neither insert nor harpoon', () => {
    expect(take(shapes.E1, { schemaVersion: 1, canvas: { film: 'textile' } })).toMatchObject({
      screws: '140',
      tapeM: '0',
      harpoonM: '0',
    });
  });
});

describe('the stock of an estimate', () => {
  const rectangle = (id: string, sidesMm: [number, number], plan?: RoomPlan): RoomInput =>
    roomInput({ schemaVersion: 1, kind: 'rectangle', sidesMm }, { id, ...(plan && { plan }) });

  it('is that of its rooms together, rounded once', () => {
    // 14.02 m twice: 140.2 screws each, 280.4 together.
    expect(takeAll([rectangle('a', [4010, 3000]), rectangle('b', [4010, 3000])])).toMatchObject({
      screws: '281',
      tapeM: '29.04',
    });
  });

  it('has the line where a level begins for both, as their sticks have', () => {
    const inset = { roomId: 'base', atMm: { x: 2000, y: 1250 }, turnDeg: 0 };
    const rooms = [rectangle('base', [6000, 4500]), rectangle('level', [2000, 2000], { schemaVersion: 1, inset })];
    const cuttings = cuttingList(
      rooms.map(({ id, name, shape, plan }) => ({ id, name, room: built(shape), ...(plan && { plan }) })),
      ruleSetR1.sticks,
    );
    expect(cuttings.map(({ lengthM }) => lengthM)).toEqual([37]);
    expect(takeAll(rooms)).toMatchObject({ screws: '370', tapeM: '38' });
  });

  it('is nothing where nothing is measured', () => {
    expect(stockTakeOff([], ruleSetR1)).toEqual({ screws: '0', dowels: '0', tapeM: '0', harpoonM: '0' });
  });
});
