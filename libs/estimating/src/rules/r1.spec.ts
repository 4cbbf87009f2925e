import { describe, expect, it } from '@jest/globals';
import { estimateDraft, priceBook, roomInput, shapes } from '../../test-data/builders.js';
import { computeEstimate } from '../estimate/compute-estimate.js';
import type { RoomInput } from '../estimate/estimate-draft.js';
import type { PlanObject, RoomPlan } from '../plan/room-plan.js';
import type { RoomShape } from '../shape/room-shape.js';
import { ruleSetR1 } from './r1.js';

const planned = (plan: Omit<RoomPlan, 'schemaVersion'>, shape: RoomShape = shapes.E1): RoomInput =>
  roomInput(shape, { plan: { schemaVersion: 1, ...plan } });

/** What a room has beside the same room without any plan: "WRK-COL 1". */
function added(room: RoomInput): string[] {
  const linesOf = (input: RoomInput) => {
    const { lines, problems } = computeEstimate(estimateDraft({ rooms: [input] }), {
      priceBook: priceBook(),
      ruleSet: ruleSetR1,
    });
    expect(problems).toEqual([]);
    return lines.map(({ code, quantity }) => `${code} ${quantity}`);
  };
  const { plan, ...bare } = room;
  const before = new Set(linesOf(bare));
  expect(plan).toBeDefined();
  return linesOf(room).filter((line) => !before.has(line));
}

const on = (profile: 'shadow' | 'floating' | 'gapless' | 'ceiling' | 'niche', ...sides: number[]) => ({
  sides: sides.map((side) => ({ side, profile })),
});
const line = (kind: 'light-line' | 'track' | 'curtain-niche', ...at: [number, number][]): PlanObject => ({
  id: 'line',
  kind,
  pointsMm: at.map(([x, y]) => ({ x, y })),
});
const point = (kind: 'pipe' | 'vent' | 'sensor' | 'hatch'): PlanObject => ({ id: 'p', kind, atMm: { x: 500, y: 500 } });

describe('R1 bills', () => {
  it.each<[string, RoomInput, string[]]>([
    [
      'shadow profile by the metre, and the corners between two sides of it from the first',
      planned(on('shadow', 0, 1, 2)),
      ['PRF-AL-W25 3', 'INS-TL-W 3', 'PRF-EKR-W 11', 'WRK-PRF 3', 'WRK-INS 3', 'WRK-SHD 11', 'WRK-ANG-SH 2'],
    ],
    [
      'no corner twice: those of a shadow profile are none of the ordinary one',
      planned(on('shadow', 0, 1, 2, 3, 4, 5), shapes.E2),
      ['PRF-EKR-W 19', 'WRK-SHD 19', 'WRK-ANG-SH 6'],
    ],
    [
      'no corner where a shadow profile ends',
      planned(on('shadow', 0), shapes.E2),
      ['PRF-AL-W25 14', 'INS-TL-W 14', 'PRF-EKR-W 5', 'WRK-PRF 14', 'WRK-INS 14', 'WRK-SHD 5'],
    ],
    [
      'floating profile with diffuser, strip and a power supply for it',
      planned(on('floating', 0)),
      [
        'PRF-AL-W25 10',
        'INS-TL-W 10',
        'PRF-FLY02 4',
        'DIF-FLY 4.2',
        'LED-5 1',
        'PSU-100 1',
        'WRK-PRF 10',
        'WRK-INS 10',
        'WRK-FLT 4',
        'WRK-LED 4',
        'WRK-PSU 1',
      ],
    ],
    [
      'gapless profile without insert',
      planned(on('gapless', 0)),
      ['PRF-AL-W25 10', 'INS-TL-W 10', 'PRF-KRB4 4', 'WRK-INS 10'],
    ],
    ['ceiling profile with insert', planned(on('ceiling', 0)), ['PRF-AL-W25 10', 'PRF-AL-C25 4']],
    [
      'a niche once, drawn and as the side that ends at it',
      planned({ ...on('niche', 0), objects: [line('curtain-niche', [0, 0], [4000, 0])] }),
      ['PRF-AL-W25 10', 'INS-TL-W 10', 'NCH-OPEN 4', 'WRK-PRF 10', 'WRK-INS 10', 'WRK-NCH 4'],
    ],
    [
      'a light line with its bends and its ends within the canvas',
      planned({ objects: [line('light-line', [0, 1000], [2000, 1000], [2000, 2000])] }),
      [
        'PRF-LL30 3',
        'DIF-30 3.1',
        'CAP-LL 1',
        'LED-5 1',
        'PSU-100 1',
        'WRK-LL 3',
        'WRK-ANG-LL 1',
        'WRK-CAPLL 1',
        'WRK-LED 3',
        'WRK-PSU 1',
      ],
    ],
    ['a track', planned({ objects: [line('track', [500, 500], [2500, 500])] }), ['TRK-MAG 2', 'WRK-TRK 2']],
    ['a pipe', planned({ objects: [point('pipe')] }), ['PIPE-32 1', 'WRK-PIPE 1']],
    ['a vent', planned({ objects: [point('vent')] }), ['KIT-VENT 1', 'GRL-100 1', 'WRK-VENT 1']],
    ['a sensor', planned({ objects: [point('sensor')] }), ['KIT-FIRE 1', 'WRK-FIRE 1']],
    ['a hatch', planned({ objects: [point('hatch')] }), ['WRK-HATCH 1']],
    ['walls of porcelain', planned({ sides: [{ side: 0, wall: 'porcelain' }] }), ['WRK-TILE 4']],
    ['walls of tile', planned({ sides: [{ side: 1, wall: 'tile' }] }), ['WRK-TILE-C 3']],
    ['walls of drywall', planned({ sides: [{ side: 1, wall: 'drywall' }] }), ['WRK-GKL 3']],
    ['no height up to 3 m', planned({ heightMm: 3000 }), []],
    ['height above 3 m', planned({ heightMm: 3000.1 }), ['WRK-H34 1']],
    ['height of 4 m', planned({ heightMm: 4000 }), ['WRK-H34 1']],
    ['height above 4 m', planned({ heightMm: 4000.1 }), ['WRK-H4 1']],
  ])('%s', (_, room, lines) => {
    expect(added(room)).toEqual(lines);
  });

  it('columns', () => {
    const cutouts: RoomShape['cutouts'] = [
      { id: 'a', purpose: 'column', kind: 'rectangle', centreMm: { x: 1000, y: 1000 }, sizeMm: [400, 300] },
    ];
    const rooms = [roomInput({ ...shapes.E1, cutouts })];
    const { lines } = computeEstimate(estimateDraft({ rooms }), { priceBook: priceBook(), ruleSet: ruleSetR1 });
    const quantities = Object.fromEntries(lines.map(({ code, quantity }) => [code, quantity]));
    expect(quantities).toMatchObject({ 'WRK-COL': '1', 'SRV-HOLE': '1.4', 'WRK-ANG': '4', 'PRF-AL-W25': '15.4' });
  });

  it.each([
    [5, ['100 1']],
    [5.01, ['200 1']],
    [10, ['200 1']],
    [10.01, ['400 1']],
    [20, ['400 1']],
    [24, ['100 1', '400 1']],
    [29.9, ['200 1', '400 1']],
    [33, ['400 2']],
    [40, ['400 2']],
  ])('power supplies for %s m of strip', (lengthM, supplies) => {
    const at = [0, 1000 * lengthM].map((x): [number, number] => [x, 500]);
    const lines = added(planned({ objects: [line('light-line', at[0]!, at[1]!)] }));
    expect(lines.filter((of) => of.startsWith('PSU-')).map((of) => of.slice(4))).toEqual(supplies);
    expect(lines).toContain(`LED-5 ${Math.ceil(lengthM / 5)}`);
  });
});
