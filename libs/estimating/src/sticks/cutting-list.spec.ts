import { describe, expect, it } from '@jest/globals';
import { acceptance, built, shapes } from '../../test-data/builders.js';
import type { RoomPlan } from '../plan/room-plan.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { RoomShape } from '../shape/room-shape.js';
import { cuttingList } from './cutting-list.js';
import type { CuttingRoom, ProfileCutting } from './cutting-list.js';

const rectangle = (a: number, b: number): RoomShape => ({ schemaVersion: 1, kind: 'rectangle', sidesMm: [a, b] });

function cuttingRoom(shape: RoomShape, input: Partial<CuttingRoom> = {}): CuttingRoom {
  return { id: 'hall', name: 'Зал', room: built(shape), ...input };
}

function list(...rooms: CuttingRoom[]): ProfileCutting[] {
  return cuttingList(rooms, ruleSetR1.sticks);
}

function labelsOf({ sticks }: ProfileCutting): string[] {
  const labels = sticks.flatMap(({ cuts }) => cuts.map(({ roomName, label }) => `${roomName} ${label}`));
  return [...new Set(labels)].sort();
}

describe('the cutting list of one room', () => {
  it.each(acceptance.rooms.map(({ id, expected }) => [id, expected.stock.sticks_2500] as const))(
    '%s takes %i sticks of 2.5 m',
    (id, count) => {
      const cuttings = list(cuttingRoom(shapes[id as keyof typeof shapes]));
      expect(cuttings).toMatchObject([{ profile: 'ordinary', stickMm: 2500, count, exact: true, problems: [] }]);
    },
  );

  it('has an arc as one piece of its own length', () => {
    const [ordinary] = list(cuttingRoom(shapes.E6));
    const arc = ordinary!.sticks.flatMap(({ cuts }) => cuts).filter(({ label }) => label === '⌒BC');
    expect(arc.map(({ lengthMm, part }) => [lengthMm, part])).toEqual([
      [2500, { index: 1, of: 2 }],
      [717.5, { index: 2, of: 2 }],
    ]);
  });

  it('keeps profiles apart and leaves out sides without one', () => {
    const plan: RoomPlan = {
      schemaVersion: 1,
      sides: [
        { side: 0, profile: 'shadow' },
        { side: 2, profile: 'none' },
        { side: 3, wall: 'brick' },
      ],
    };
    const [ordinary, shadow] = list(cuttingRoom(rectangle(4000, 3000), { plan }));
    expect(ordinary).toMatchObject({ profile: 'ordinary', lengthM: 6, count: 3, restMm: 1500 });
    expect(shadow).toMatchObject({ profile: 'shadow', stickMm: 2000, lengthM: 4, count: 2, restMm: 0 });
    expect(labelsOf(ordinary!)).toEqual(['Зал BC', 'Зал DA']);
  });

  it('has the edges of columns, a round one as one piece', () => {
    const column: BuiltRoom['cutouts'][number] = {
      id: 'one',
      purpose: 'column',
      kind: 'rectangle',
      contour: [
        { x: 1, y: 1 },
        { x: 1.4, y: 1 },
        { x: 1.4, y: 1.3 },
        { x: 1, y: 1.3 },
      ],
      areaM2: 0.12,
      perimeterM: 1.4,
      curvedM: 0,
      corners: 4,
    };
    const round: typeof column = { ...column, id: 'two', kind: 'circle', perimeterM: 0.9, curvedM: 0.9, corners: 0 };
    const room = { ...built(rectangle(2500, 2500)), cutouts: [column, round] };
    const [ordinary] = list({ id: 'hall', name: 'Зал', room });
    const edges = ordinary!.sticks.flatMap(({ cuts }) => cuts).filter(({ label }) => label.startsWith('К'));
    expect(edges.map(({ label, lengthMm }) => `${label} ${lengthMm}`)).toEqual([
      'К2 900',
      'К1 400',
      'К1 400',
      'К1 300',
      'К1 300',
    ]);
    expect(ordinary!.count).toBe(5);
  });

  it('has a curve of short walls as one piece for each profile it carries', () => {
    const room = { ...built(shapes.E4), curves: [{ walls: [1, 2, 3], lengthM: 7.121 }] };
    const plan: RoomPlan = { schemaVersion: 1, sides: [{ side: 3, profile: 'shadow' }] };
    const [ordinary, shadow] = list({ id: 'hall', name: 'Зал', room, plan });
    expect(labelsOf(ordinary!)).toEqual(['Зал AB', 'Зал EA', 'Зал ⌒BD']);
    expect(ordinary!.lengthM).toBeCloseTo(4 + 4 + 2.5 + 2.121, 9);
    expect(labelsOf(shadow!)).toEqual(['Зал DE']);
  });

  it('names the wall that cannot be spliced', () => {
    const rules = { ...ruleSetR1.sticks, ordinary: { ...ruleSetR1.sticks.ordinary, spliceable: false } };
    const [ordinary] = cuttingList([cuttingRoom(rectangle(3000, 1000))], rules);
    expect(ordinary!.problems).toEqual([
      {
        code: 'PIECE_LONGER_THAN_STICK',
        roomId: 'hall',
        roomName: 'Зал',
        label: 'AB',
        params: { lengthMm: 3000, stickMm: 2500 },
      },
      expect.objectContaining({ label: 'CD' }),
    ]);
    expect(ordinary!.count).toBe(1);
  });
});

describe('the cutting list of several rooms', () => {
  it('cuts one room from what another leaves', () => {
    const [hall, bath] = [
      cuttingRoom(rectangle(1500, 1500)),
      cuttingRoom(rectangle(1000, 1000), { id: 'bath', name: 'Ванная' }),
    ];
    expect(list(hall)[0]!.count + list(bath)[0]!.count).toBe(6);
    const [together] = list(hall, bath);
    expect(together).toMatchObject({ count: 4, restMm: 0 });
    expect(labelsOf(together!)).toHaveLength(8);
  });

  it('has the walls of a level twice: the base ends there too', () => {
    const inset = { roomId: 'hall', atMm: { x: 1000, y: 1000 }, turnDeg: 0 };
    const level = cuttingRoom(rectangle(1000, 500), { id: 'level', name: 'Ниша', plan: { schemaVersion: 1, inset } });
    const [ordinary] = list(cuttingRoom(rectangle(4000, 3000)), level);
    expect(ordinary!.lengthM).toBeCloseTo(14 + 3 + 3, 9);
    expect(labelsOf(ordinary!)).toContain('Зал Ниша AB');
    expect(labelsOf(ordinary!)).toContain('Ниша AB');
  });

  it('has a wall that a level runs along once, with the level', () => {
    const inset = { roomId: 'hall', atMm: { x: 0, y: 2000 }, turnDeg: 0 };
    const level = cuttingRoom(rectangle(4000, 1000), { id: 'level', name: 'Ниша', plan: { schemaVersion: 1, inset } });
    const [ordinary] = list(cuttingRoom(rectangle(4000, 3000)), level);
    expect(ordinary!.lengthM).toBeCloseTo(4 + 2 + 2 + 4 + 10, 9);
    expect(labelsOf(ordinary!)).toEqual([
      'Зал AB',
      'Зал BC',
      'Зал DA',
      'Зал Ниша AB',
      'Ниша AB',
      'Ниша BC',
      'Ниша CD',
      'Ниша DA',
    ]);
  });

  it('takes nothing along levels that are none: over another one, or in a level', () => {
    const level = (id: string, x: number, roomId = 'hall'): CuttingRoom => {
      const inset = { roomId, atMm: { x, y: 1000 }, turnDeg: 0 };
      return cuttingRoom(rectangle(1000, 500), { id, name: id, plan: { schemaVersion: 1, inset } });
    };
    const [hall, one] = [cuttingRoom(rectangle(4000, 3000)), level('one', 1000)];
    expect(list(hall, one, level('over', 1500))[0]!.lengthM).toBeCloseTo(14 + 3 + 3 + 3, 9);
    expect(list(hall, one, level('nested', 0, 'one'))[0]!.lengthM).toBeCloseTo(14 + 3 + 3 + 3, 9);
    // Side by side the base ends around both: 2 m by 0.5 m.
    expect(list(hall, one, level('beside', 2000))[0]!.lengthM).toBeCloseTo(14 + 5 + 3 + 3, 9);
  });

  it('has the free sides of a column at a wall, and none of the wall behind it', () => {
    const cutouts: RoomShape['cutouts'] = [
      { id: 'c', purpose: 'column', kind: 'rectangle', centreMm: { x: 200, y: 1000 }, sizeMm: [400, 600] },
    ];
    const [ordinary] = list(cuttingRoom({ ...rectangle(4000, 2000), cutouts } as RoomShape));
    const cuts = ordinary!.sticks.flatMap((stick) => stick.cuts);
    const of = (label: string) =>
      cuts
        .filter((cut) => cut.label === label)
        .map(({ lengthMm }) => Math.round(lengthMm))
        .sort((a, b) => a - b);
    expect(of('К1')).toEqual([400, 400, 600]);
    expect(of('DA')).toEqual([1400]);
  });

  it('of nothing is empty', () => {
    expect(list()).toEqual([]);
  });
});
