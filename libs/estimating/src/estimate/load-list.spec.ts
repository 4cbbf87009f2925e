import { describe, expect, it } from '@jest/globals';
import { acceptance, estimateDraft, priceBook, roomInput, shapes } from '../../test-data/builders.js';
import type { RoomPlan } from '../plan/room-plan.js';
import { ruleLine, rulesOf } from '../../test-data/rule-sets.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { RuleLine, RuleSet } from '../rules/rule-set.js';
import type { RoomShape } from '../shape/room-shape.js';
import { computeEstimate } from './compute-estimate.js';
import type { RoomInput, VariantInput } from './estimate-draft.js';
import { loadList } from './load-list.js';
import type { LoadListItem } from './load-list.js';

function listOf(variant: Partial<VariantInput>, ruleSet: RuleSet = ruleSetR1): LoadListItem[] {
  const input = estimateDraft(variant);
  const pricing = { priceBook: priceBook(), ruleSet };
  const result = computeEstimate(input, pricing);
  expect(result.problems).toEqual([]);
  expect(result.rooms.filter((room) => 'problems' in room)).toEqual([]);
  return loadList(input, pricing, result);
}

const quantities = (list: readonly LoadListItem[]) =>
  Object.fromEntries(list.map(({ code, quantity }) => [code, quantity]));
const take = (shape: RoomShape, plan?: RoomPlan) => quantities(listOf({ rooms: [roomInput(shape, plan && { plan })] }));
const rectangle = (id: string, sidesMm: [number, number], plan?: RoomPlan): RoomInput =>
  roomInput({ schemaVersion: 1, kind: 'rectangle', sidesMm }, { id, ...(plan && { plan }) });

describe('what is given out for a room', () => {
  it.each(acceptance.rooms.map(({ id, expected }) => [id, expected.stock] as const))(
    '%s of the acceptance file',
    (id, { screws, dowels, tape_m, harpoon_m, sticks_2500 }) => {
      const list = listOf({ rooms: [roomInput(shapes[id as keyof typeof shapes])] });
      expect(quantities(list)).toMatchObject({
        'SCR-3551': String(screws),
        'DWL-651': String(dowels),
        'INS-TL-W': String(tape_m),
        'HRP-STD': String(harpoon_m),
      });
      const profile = list.find(({ code }) => code === 'PRF-AL-W25');
      expect(profile).toMatchObject({ packs: { count: sticks_2500, size: '2.5' } });
      expect(Number(profile!.quantity)).toBe(sticks_2500 * 2.5);
    },
  );

  it('is film by the metre of its roll, billed by the area of the room', () => {
    const [film] = listOf({ rooms: [roomInput(shapes.E1)] });
    expect(film).toEqual({
      code: 'CNV-M-C320',
      name: 'Полотно ПВХ MSD Classic матовое белое, рулон 320 см',
      unit: 'м²',
      quantity: '3.72',
      quantityUnit: 'm',
      packs: null,
      billed: '12',
      roomIds: ['room'],
    });
  });

  it('is what lamps bring, in parts, and nothing of what is done', () => {
    const list = listOf({ rooms: [roomInput(shapes.E1, { spotlights: 6, chandeliers: 1 })] });
    const given = quantities(list);
    expect(given).toMatchObject({
      'LMP-GX53': '6',
      'PLT-U110': '6',
      'PLT-CH': '1',
      'RNG-90': '7',
      'HNG-09': '14',
      'TRM-3': '8',
      'WIRE-2X15': '10.5',
      'GLUE-20': '1',
    });
    expect(Object.keys(given).filter((code) => /^(WRK|SRV|KIT)/.test(code))).toEqual([]);
    expect(list.find(({ code }) => code === 'LMP-GX53')).toMatchObject({ billed: '6', unit: 'шт' });
    expect(list.find(({ code }) => code === 'PLT-U110')).toMatchObject({ billed: '0' });
  });

  it('is nothing for a side without a profile, and a stick for each its own', () => {
    const sides: RoomPlan['sides'] = [
      { side: 0, profile: 'none' },
      { side: 1, profile: 'shadow' },
    ];
    const given = take(shapes.E1, { schemaVersion: 1, sides });
    expect(given).toMatchObject({ 'SCR-3551': '100', 'INS-TL-W': '7.5', 'PRF-AL-W25': '7.5', 'PRF-EKR-W': '4' });
  });

  it('of textile takes its profile in whole sticks, counted over all rooms', () => {
    const textile: RoomPlan = { schemaVersion: 1, canvas: { film: 'textile' } };
    const list = listOf({ rooms: [rectangle('a', [4000, 3000], textile), rectangle('b', [4000, 3300], textile)] });
    const profile = list.find(({ code }) => code === 'PRF-FAB-W');
    expect(profile).toMatchObject({ quantity: '30', billed: '28.6', packs: { count: 15, size: '2' } });
    expect(list.some(({ code }) => code === 'PRF-AL-W25')).toBe(false);
  });

  it('of textile has neither insert nor harpoon, and a profile of its own', () => {
    const given = take(shapes.E1, { schemaVersion: 1, canvas: { film: 'textile' } });
    expect(given).toMatchObject({ 'SCR-3551': '140', 'PRF-FAB-W': '14' });
    expect(Object.keys(given).filter((code) => /^(INS|HRP|PRF-AL)/.test(code))).toEqual([]);
  });

  it('follows what a person changed', () => {
    const given = quantities(
      listOf({
        rooms: [roomInput(shapes.E1)],
        overrides: [{ roomId: 'room', ruleKey: 'insert', quantity: '20' }],
        manualLines: [
          { id: 'a', itemCode: 'INS-TL-W', roomId: null, quantity: '3' },
          { id: 'b', itemCode: 'SRV-TRIP2', roomId: null, quantity: '1' },
        ],
        specification: { substitutes: [{ code: 'SCR-3551', by: 'SCR-KLOP' }] },
      }),
    );
    expect(given).toMatchObject({ 'INS-TL-W': '23.5', 'SCR-KLOP': '140' });
    expect(given).not.toHaveProperty('SCR-3551');
    expect(given).not.toHaveProperty('SRV-TRIP2');
  });
});

describe('what is given out for an estimate', () => {
  it('is that of its rooms together, rounded once', () => {
    // 14.02 m twice: 140.2 screws each, 280.4 together.
    const list = listOf({ rooms: [rectangle('a', [4010, 3000]), rectangle('b', [4010, 3000])] });
    expect(quantities(list)).toMatchObject({ 'SCR-3551': '281', 'INS-TL-W': '29.04' });
    expect(list.map(({ roomIds }) => roomIds)).toEqual(list.map(() => ['a', 'b']));
  });

  it('has the line where a level begins for both, as their sticks have', () => {
    const inset = { roomId: 'base', atMm: { x: 2000, y: 1250 }, turnDeg: 0 };
    const rooms = [rectangle('base', [6000, 4500]), rectangle('level', [2000, 2000], { schemaVersion: 1, inset })];
    expect(quantities(listOf({ rooms }))).toMatchObject({ 'SCR-3551': '370', 'INS-TL-W': '38' });
  });

  it('has the profile of a base along a level of another film', () => {
    const inset = { roomId: 'base', atMm: { x: 2000, y: 2000 }, turnDeg: 0 };
    const level: RoomPlan = { schemaVersion: 1, inset, canvas: { film: 'textile' } };
    const list = listOf({ rooms: [rectangle('base', [6000, 5000]), rectangle('level', [2000, 1500], level)] });
    const profile = list.find(({ code }) => code === 'PRF-AL-W25')!;
    // Walls of 22 m and 7 m along the level.
    expect(profile).toMatchObject({ billed: '29', roomIds: ['base'] });
    expect(Number(profile.quantity)).toBeGreaterThanOrEqual(29);
  });

  it('is packed once for all rooms', () => {
    const lines = ruleSetR1.lines.map((line) =>
      line.key === 'insert' ? { ...line, stock: { ...line.stock!, pack: '25' } } : line,
    );
    const rooms = [rectangle('a', [4000, 3000]), rectangle('b', [4000, 3000])];
    const insert = listOf({ rooms }, { ...ruleSetR1, lines }).find(({ code }) => code === 'INS-TL-W');
    expect(insert).toMatchObject({ quantity: '50', packs: { count: 2, size: '25' }, billed: '28' });
  });

  it('is nothing where nothing is measured', () => {
    expect(listOf({})).toEqual([]);
  });
});

describe('what the rules leave to the warehouse', () => {
  const E1 = roomInput(shapes.E1, { spotlights: 6 });
  const screws = (more: Partial<RuleLine> = {}): RuleLine =>
    ruleLine('screws', { item: { by: 'code', code: 'SCR-3551' }, quantity: null, stock: { quantity: '7' }, ...more });

  it('goes with the line that is replaced', () => {
    const fine = ruleLine('fine', { quantity: 'spotlights', replaces: ['screws'] });
    expect(quantities(listOf({ rooms: [E1] }, rulesOf([screws(), fine])))).toEqual({});
    const dark = roomInput(shapes.E1);
    expect(quantities(listOf({ rooms: [dark] }, rulesOf([screws(), fine])))).toEqual({ 'SCR-3551': '7' });
  });

  it('of an item is rounded as the coarsest of its lines is, in whatever order they stand', () => {
    const some = screws({ stock: { quantity: '7.25' } });
    const whole = screws({ key: 'whole', stock: { quantity: '3.1', rounding: { mode: 'up', step: '1' } } });
    for (const lines of [
      [some, whole],
      [whole, some],
    ]) {
      expect(quantities(listOf({ rooms: [E1] }, rulesOf(lines)))).toEqual({ 'SCR-3551': '11' });
    }
  });

  it('for each of a bundle follows the quantity a person typed', () => {
    const bundles = [{ key: 'lamp', title: 'Светильник', count: 'spotlights' }];
    const lamp = ruleLine('lamp', { bundle: 'lamp', stock: { quantity: '2', code: 'SCR-3551' } });
    const overrides = [{ roomId: 'room', ruleKey: 'lamp', quantity: '9' }];
    const rules = rulesOf([lamp], { bundles });
    expect(quantities(listOf({ rooms: [E1] }, rules))).toEqual({ 'SCR-3551': '12' });
    expect(quantities(listOf({ rooms: [E1], overrides }, rules))).toEqual({ 'SCR-3551': '18' });
  });

  it('in metres is not added to what is billed by hand in square metres', () => {
    const manualLines = [{ id: 'a', itemCode: 'CNV-M-C320', roomId: null, quantity: '10' }];
    const list = listOf({ rooms: [E1], manualLines }).filter(({ code }) => code === 'CNV-M-C320');
    expect(list.map(({ quantity, quantityUnit }) => [quantity, quantityUnit])).toEqual([
      ['3.72', 'm'],
      ['10', null],
    ]);
  });
});

describe('sticks', () => {
  const E1 = roomInput(shapes.E1);
  const profileOf = (variant: Partial<VariantInput>, ruleSet?: RuleSet) =>
    quantities(listOf({ rooms: [E1], ...variant }, ruleSet))['PRF-AL-W25'] ?? null;

  it('are not given out where a person took the profile off', () => {
    const overrides = [{ roomId: 'room', ruleKey: 'profile', quantity: '0' }];
    expect(profileOf({})).toBe('15');
    expect(profileOf({ overrides })).toBeNull();
    expect(profileOf({ rooms: [E1, { ...E1, id: 'two' }], overrides })).toBe('15');
  });

  it('are not given out where the rules sell none', () => {
    expect(profileOf({}, rulesOf([ruleLine('work')]))).toBeNull();
  });

  it('of a profile billed as the ordinary one are given out with it', () => {
    const profile = ruleSetR1.lines.find(({ key }) => key === 'profile')!;
    const rules = rulesOf([{ ...profile, quantity: 'profile_length' }]);
    const plan: RoomPlan = { schemaVersion: 1, sides: [{ side: 0, profile: 'shadow' }] };
    const list = listOf({ rooms: [roomInput(shapes.E1, { plan })] }, rules);
    expect(quantities(list)).toMatchObject({ 'PRF-EKR-W': '4' });
  });
});
