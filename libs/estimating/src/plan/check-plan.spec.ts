import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EMPTY_PLAN } from './room-plan.js';
import type { RoomPlan } from './room-plan.js';
import { parseRoomPlan } from './check-plan.js';

const full: RoomPlan = {
  schemaVersion: 1,
  sides: [
    { side: 1, profile: 'shadow', wall: 'tile' },
    { side: 3, profile: 'none' },
  ],
  objects: [
    { id: 'lamp-1', kind: 'spotlight', atMm: { x: 500, y: 500.5 } },
    {
      id: 'line-1',
      kind: 'light-line',
      pointsMm: [
        { x: 0, y: 0 },
        { x: 1000, y: 0 },
      ],
    },
  ],
  canvas: {
    film: 'pvc-gloss',
    rollM: '3.2',
    preference: 'cheapest',
    direction: { wall: 0, turnDeg: 90 },
    seamThroughMm: { x: 1000, y: 1000 },
    ignoreSliversMm: 50,
  },
  misclosureReason: 'Штукатурка ещё не снята, стены завалены на 4 см 🙂',
  acceptedMisclosureMm: 38.2,
  inset: { roomId: '4b2c', atMm: { x: 100, y: 100 }, turnDeg: -90 },
};

function problemsOf(input: unknown): string[] {
  const result = parseRoomPlan(input, { walls: 4 });
  return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path}`);
}

describe('parseRoomPlan', () => {
  it('takes an empty plan and one with everything', () => {
    expect(parseRoomPlan(EMPTY_PLAN, { walls: 4 })).toEqual({ ok: true, plan: EMPTY_PLAN });
    expect(parseRoomPlan(full, { walls: 4 })).toEqual({ ok: true, plan: full });
  });

  it.each<[unknown, string[]]>([
    [null, ['PLAN_INVALID ']],
    [{}, ['PLAN_INVALID schemaVersion']],
    [{ ...full, colour: 'white' }, ['UNKNOWN_FIELD colour']],
    [{ ...full, sides: [{ side: 4 }] }, ['SIDE_INVALID sides.0.side']],
    [{ ...full, sides: [{ side: 1 }, { side: 1, wall: 'brick' }] }, ['SIDE_INVALID sides.1.side']],
    [{ ...full, sides: [{ side: 1, profile: 'gold' }] }, ['PLAN_INVALID sides.0.profile']],
    [{ ...full, objects: Array(301).fill(full.objects![0]) }, ['TOO_MANY_OBJECTS objects']],
    [{ ...full, objects: [full.objects![0], full.objects![0]] }, ['OBJECT_INVALID objects.1.id']],
    [{ ...full, objects: [{ ...full.objects![0], id: 'a b' }] }, ['OBJECT_INVALID objects.0.id']],
    [{ ...full, objects: [{ ...full.objects![0], kind: 'sauna' }] }, ['PLAN_INVALID objects.0.kind']],
    [{ ...full, objects: [{ ...full.objects![0], atMm: { x: 1, y: 1e9 } }] }, ['PLACE_OUT_OF_RANGE objects.0.atMm.y']],
    [
      { ...full, objects: [{ ...full.objects![1], pointsMm: [{ x: 0, y: 0 }] }] },
      ['OBJECT_INVALID objects.0.pointsMm'],
    ],
    [
      { ...full, objects: [{ ...full.objects![1], pointsMm: [500, 500, 500].map((x) => ({ x, y: 0 })) }] },
      ['OBJECT_INVALID objects.0.pointsMm'],
    ],
    [{ ...full, canvas: { film: '' } }, ['CANVAS_INVALID canvas.film']],
    [{ ...full, canvas: { rollM: '3,2' } }, ['CANVAS_INVALID canvas.rollM']],
    [{ ...full, canvas: { direction: { wall: 9, turnDeg: 0 } } }, ['SIDE_INVALID canvas.direction.wall']],
    [{ ...full, canvas: { direction: { wall: 0, turnDeg: 45 } } }, ['PLAN_INVALID canvas.direction.turnDeg']],
    [{ ...full, canvas: { ignoreSliversMm: -1 } }, ['LENGTH_OUT_OF_RANGE canvas.ignoreSliversMm']],
    [{ ...full, misclosureReason: ' ' }, ['REASON_INVALID misclosureReason']],
    [{ ...full, misclosureReason: 'a\u0000b' }, ['REASON_INVALID misclosureReason']],
    [{ ...full, misclosureReason: '\ud800' }, ['REASON_INVALID misclosureReason']],
    [{ ...full, acceptedMisclosureMm: -1 }, ['LENGTH_OUT_OF_RANGE acceptedMisclosureMm']],
    [{ ...full, acceptedMisclosureMm: '38' }, ['LENGTH_OUT_OF_RANGE acceptedMisclosureMm']],
    [{ ...full, inset: { ...full.inset, turnDeg: 181 } }, ['ANGLE_OUT_OF_RANGE inset.turnDeg']],
    [{ ...full, inset: { ...full.inset, roomId: 7 } }, ['INSET_INVALID inset.roomId']],
  ])('names what is wrong with %j', (input, expected) => {
    expect(problemsOf(input)).toEqual(expected);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (input, inner) => {
        expect(problemsOf(input).length).toBeGreaterThan(0);
        expect(problemsOf({ ...full, objects: inner, canvas: input })).toBeDefined();
      }),
    );
  });
});
