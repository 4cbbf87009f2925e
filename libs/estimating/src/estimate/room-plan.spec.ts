import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { estimateDraft, priceBook, roomInput, shapes, termsOf as termsOfLine } from '../../test-data/builders.js';
import type { CanvasOptions, PlanObject, RoomPlan } from '../plan/room-plan.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { RuleSet } from '../rules/rule-set.js';
import type { PointMm, RoomShape } from '../shape/room-shape.js';
import { computeEstimate } from './compute-estimate.js';
import type { RoomInput } from './estimate-draft.js';
import type { EstimateLine, EstimateResult, MeasuredRoom, RoomMeasures, UnmeasuredRoom } from './estimate-result.js';

const rectangle = (a: number, b: number): RoomShape => ({ schemaVersion: 1, kind: 'rectangle', sidesMm: [a, b] });
const planned = (plan: Omit<RoomPlan, 'schemaVersion'>, shape: RoomShape = shapes.E1): RoomInput =>
  roomInput(shape, { plan: { schemaVersion: 1, ...plan } });
const lamp = (id: string, atMm: PointMm = { x: 500, y: 500 }): PlanObject => ({ id, kind: 'spotlight', atMm });

function compute(...rooms: RoomInput[]): EstimateResult {
  return computeEstimate(estimateDraft({ rooms }), { priceBook: priceBook(), ruleSet: ruleSetR1 });
}

function measuresOf(...rooms: RoomInput[]): RoomMeasures {
  return (compute(...rooms).rooms[0] as MeasuredRoom).measures;
}

function lineOf(result: EstimateResult, ruleKey: string): EstimateLine | undefined {
  return result.lines.find((line) => line.ruleKey === ruleKey);
}

function termsOf(result: EstimateResult, ruleKey: string): string[] {
  return termsOfLine(lineOf(result, ruleKey)!);
}

describe('things on the plan', () => {
  it('are counted with those that have no place', () => {
    const chandelier: PlanObject = { id: 'c', kind: 'chandelier', atMm: { x: 2000, y: 1500 } };
    const room = { ...planned({ objects: [lamp('a'), lamp('b'), chandelier] }), spotlights: 4 };
    const result = compute(room);
    expect(lineOf(result, 'spot-mounting')).toMatchObject({ quantity: '6' });
    expect(lineOf(result, 'wiring')).toMatchObject({ quantity: '7' });
    expect(termsOf(result, 'wiring')).toEqual(['spotlights_on_plan 2', 'spotlights 4', 'chandeliers_on_plan 1']);
    expect(termsOf(compute({ ...room, spotlights: 0 }), 'spot-mounting')).toEqual(['spotlights_on_plan 2']);
  });

  it('are measured for the take-off', () => {
    const objects: PlanObject[] = [
      lamp('s'),
      { id: 'p', kind: 'pipe', atMm: { x: 100, y: 100 } },
      { id: 'q', kind: 'pipe', atMm: { x: 200, y: 100 } },
      { id: 'v', kind: 'vent', atMm: { x: 100, y: 100 } },
      { id: 'f', kind: 'sensor', atMm: { x: 100, y: 100 } },
      { id: 'h', kind: 'hatch', atMm: { x: 100, y: 100 } },
      {
        id: 'l',
        kind: 'light-line',
        pointsMm: [
          { x: 0, y: 0 },
          { x: 3000, y: 0 },
          { x: 3000, y: 2000 },
        ],
      },
      {
        id: 't',
        kind: 'track',
        pointsMm: [
          { x: 0, y: 0 },
          { x: 300, y: 400 },
        ],
      },
    ];
    expect(measuresOf({ ...planned({ objects }), chandeliers: 1 }).takeOff).toEqual({
      spotlights: 1,
      chandeliers: 1,
      pipes: 2,
      vents: 1,
      sensors: 1,
      hatches: 1,
      lightLineM: 5,
      trackM: 0.5,
      curtainNicheM: 0,
      profileM: { ordinary: 14 },
      wallM: {},
      cutoutM: 0,
      columns: 0,
    });
  });

  it('may be moved without changing a sum', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 4000 }), y: fc.integer({ min: 0, max: 3000 }) });
    const before = compute(planned({ objects: [lamp('a'), lamp('b'), lamp('c')] }));
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        const after = compute(planned({ objects: [lamp('a', a), lamp('b', b), lamp('c', c)] }));
        expect(after.totals).toEqual(before.totals);
        expect(after.lines).toEqual(before.lines);
      }),
      { numRuns: 30 },
    );
  });
});

describe('things outside of the room', () => {
  const square = rectangle(3000, 3000);
  const far = { x: 90_000, y: 0 };
  const track = (id: string, ...pointsMm: PointMm[]): PlanObject => ({ id, kind: 'track', pointsMm });

  it('are counted, and the lines they feed say so', () => {
    const chandelier: PlanObject = { id: 'c', kind: 'chandelier', atMm: { x: -2000, y: 500 } };
    const result = compute(planned({ objects: [lamp('a'), lamp('b', far), chandelier] }, square));
    expect((result.rooms[0] as MeasuredRoom).measures).toMatchObject({ outside: 2, takeOff: { spotlights: 2 } });
    const outsideOf = (ruleKey: string) => lineOf(result, ruleKey)!.explanation.notes;
    expect(outsideOf('spot-mounting')).toEqual([{ code: 'OUTSIDE_ROOM', params: { count: 1 } }]);
    expect(outsideOf('wiring')).toEqual([{ code: 'OUTSIDE_ROOM', params: { count: 2 } }]);
    expect(outsideOf('canvas').map(({ code }) => code)).toEqual(['ROLL_CHOSEN']);
  });

  it('are none of those on a wall or along one', () => {
    const along = track('t', { x: 0, y: 3000 }, { x: 3000, y: 3000 });
    expect(measuresOf(planned({ objects: [lamp('a', { x: 0, y: 3000 }), along] }, square)).outside).toBe(0);
  });

  it('are lines that leave it between two points inside', () => {
    const across = track('t', { x: 2500, y: 4300 }, { x: 4800, y: 2700 });
    expect(measuresOf(planned({ objects: [across] }, shapes.E2)).outside).toBe(1);
    expect(measuresOf(planned({ objects: [track('t', { x: 1000, y: 1000 }, far)] }, square)).outside).toBe(1);
  });
});

describe('sides of a room', () => {
  const sides: RoomPlan['sides'] = [
    { side: 0, profile: 'niche', wall: 'brick' },
    { side: 1, profile: 'none' },
    { side: 2, profile: 'shadow', wall: 'brick' },
  ];

  it('pay for the profile they are on', () => {
    const result = compute(planned({ sides }));
    const quantities = Object.fromEntries(result.lines.map(({ ruleKey, quantity }) => [ruleKey!, quantity]));
    expect(quantities).toMatchObject({
      profile: '3',
      insert: '3',
      'shadow-profile': '4',
      'shadow-mounting': '4',
      niche: '4',
    });
    expect(lineOf(result, 'profile')!.explanation).toMatchObject({
      formula: 'profile.ordinary',
      unrounded: '3',
      notes: [],
    });
    expect(termsOf(result, 'profile')).toEqual(['DA 3']);
    expect(termsOf(result, 'shadow-profile')).toEqual(['CD 4']);
    expect((result.rooms[0] as MeasuredRoom).measures).toMatchObject({
      billedPerimeter: '14',
      billedProfileLength: '7',
    });
  });

  it('say which of them are billed as ordinary and which not at all, where rules ask for no profile by name', () => {
    const lines = ruleSetR1.lines.filter(({ key }) => key === 'profile' || key === 'insert-mounting');
    const plain: RuleSet = {
      ...ruleSetR1,
      values: [],
      lines: lines.map((line) => ({ ...line, quantity: 'profile_length' })),
    };
    const computePlain = (room: RoomInput) =>
      computeEstimate(estimateDraft({ rooms: [room] }), { priceBook: priceBook(), ruleSet: plain });
    const result = computePlain(planned({ sides }));
    const notes = [
      { code: 'PROFILE_NOT_BILLED', params: { profile: 'niche', metres: '4' } },
      { code: 'PROFILE_AS_ORDINARY', params: { profile: 'shadow', metres: '4' } },
    ];
    for (const ruleKey of ['profile', 'insert-mounting']) {
      expect(lineOf(result, ruleKey)).toMatchObject({ quantity: '7', explanation: { unrounded: '7' } });
      expect(termsOf(result, ruleKey)).toEqual(['CD 4', 'DA 3']);
      expect(lineOf(result, ruleKey)!.explanation.notes.sort((a, b) => b.code.localeCompare(a.code))).toEqual(notes);
    }
    expect(lineOf(computePlain(roomInput(shapes.E1)), 'profile')!.explanation.notes).toEqual([]);
  });

  it('are measured by profile and by wall', () => {
    expect(measuresOf(planned({ sides })).takeOff).toMatchObject({
      profileM: { niche: 4, none: 3, shadow: 4, ordinary: 3 },
      wallM: { brick: 8 },
    });
  });
});

describe('the canvas', () => {
  const cut = (canvas: CanvasOptions, shape?: RoomShape) => compute(planned({ canvas }, shape));

  it('has its figures', () => {
    const { canvas, film } = measuresOf(roomInput(shapes.E1));
    expect(film).toBe('pvc-matte');
    expect(canvas.filmM2).toBeCloseTo(11.904, 9);
    expect(canvas.cutPieceM2).toBeCloseTo(12 * 0.93 * 0.93, 9);
    expect(canvas.offcutM2).toBeCloseTo(11.904 - 12 * 0.93 * 0.93, 9);
    expect(canvas.harpoonM).toBeCloseTo(13.02, 9);
  });

  it('of another film takes the items of that film', () => {
    expect(lineOf(cut({ film: 'pvc-gloss' }), 'canvas')).toMatchObject({ code: 'CNV-G-C320', quantity: '12' });
  });

  it('of textile takes its own profile, and nothing that is welded or inserted', () => {
    const result = cut({ film: 'textile' });
    const codes = result.lines.map(({ code }) => code);
    expect(codes).toEqual(['CNV-FAB-510', 'PRF-FAB-W', 'WRK-FAB', 'WRK-PRF']);
    expect(result.problems).toEqual([]);
    expect((result.rooms[0] as MeasuredRoom).measures).toMatchObject({ film: 'textile', shrink: '1' });
  });

  it('of textile forgets hand-changed quantities of lines it does not have', () => {
    const overrides = [{ roomId: 'room', ruleKey: 'insert', quantity: '5' }];
    const draft = estimateDraft({ rooms: [planned({ canvas: { film: 'textile' } })], overrides });
    expect(lineOf(computeEstimate(draft, { priceBook: priceBook(), ruleSet: ruleSetR1 }), 'insert')).toBeUndefined();
  });

  it('on a roll chosen by hand is billed by that roll, and says so', () => {
    const line = lineOf(cut({ rollM: '5.0' }), 'canvas');
    expect(line).toMatchObject({
      code: 'CNV-M-C500',
      explanation: { notes: [{ code: 'ROLL_GIVEN', params: { rollM: '5.0' } }] },
    });
  });

  it('with a seam where somebody wants it says so', () => {
    const result = cut({ seamThroughMm: { x: 2000, y: 1500 } });
    const { measures } = result.rooms[0] as MeasuredRoom;
    expect(measures.strips).toBeGreaterThan(1);
    expect(lineOf(result, 'seam')!.explanation.notes).toMatchObject([{ code: 'SEAM_GIVEN' }]);
  });

  it('that is the cheapest is so by the prices of the estimate', () => {
    // A seam more on the narrow roll or none on the wide one: what is cheaper is for the prices to say.
    const room = planned({ canvas: { preference: 'cheapest' } }, rectangle(6000, 4500));
    const withPrice = (code: string, priceMinor: number) => {
      const prices = priceBook();
      prices.set(code, { ...prices.get(code)!, priceMinor });
      return computeEstimate(estimateDraft({ rooms: [room] }), { priceBook: prices, ruleSet: ruleSetR1 });
    };
    expect(lineOf(withPrice('CNV-M-C500', 500_000), 'canvas')).toMatchObject({
      code: 'CNV-M-C320',
      explanation: { notes: [{ code: 'ROLL_CHEAPEST' }, { code: 'SEAM_NEEDED' }] },
    });
    expect(lineOf(withPrice('SRV-SEAM', 5_000_000), 'canvas')).toMatchObject({ code: 'CNV-M-C500' });
  });

  it.each<[CanvasOptions, RoomShape, string, string]>([
    [{ film: 'silk' }, shapes.E1, 'FILM_UNKNOWN', 'plan.canvas.film'],
    [{ film: 'textile' }, rectangle(6000, 6000), 'CANVAS_TOO_WIDE', 'plan.canvas.film'],
    [{ direction: { wall: 4, turnDeg: 0 } }, shapes.E1, 'SIDE_INVALID', 'plan.canvas.direction.wall'],
  ])('%j that cannot be cut is a problem of the room', (canvas, shape, code, path) => {
    const result = cut(canvas, shape);
    expect((result.rooms[0] as UnmeasuredRoom).problems).toMatchObject([{ code, path }]);
    expect(result.lines).toEqual([]);
  });
});

describe('a plan that cannot be read', () => {
  it('is a problem at its field', () => {
    const result = compute(planned({ sides: [{ side: 7, profile: 'shadow' }] }));
    expect((result.rooms[0] as UnmeasuredRoom).problems).toMatchObject([
      { code: 'SIDE_INVALID', path: 'plan.sides.0.side' },
    ]);
  });

  it('does not hide what is wrong with the shape', () => {
    const result = compute(planned({ sides: [{ side: 7 }] }, rectangle(0, 3000)));
    expect((result.rooms[0] as UnmeasuredRoom).problems.map(({ path }) => path)).toEqual([
      'shape.sidesMm.0',
      'plan.sides.0.side',
    ]);
  });
});
