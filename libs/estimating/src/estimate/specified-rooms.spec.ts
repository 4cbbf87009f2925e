import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { estimateDraft, priceBook, roomInput, shapes } from '../../test-data/builders.js';
import { PROFILE_KINDS } from '../plan/room-plan.js';
import type { ProfileKind, RoomPlan } from '../plan/room-plan.js';
import { ruleSetR1 } from '../rules/r1.js';
import { canvasOfRoom } from './canvas-of-room.js';
import { computeEstimate } from './compute-estimate.js';
import type { RoomInput, Specification } from './estimate-draft.js';
import type { EstimateResult } from './estimate-result.js';
import { priceCanvasAlternatives } from './price-canvas-alternatives.js';
import { specifiedRooms } from './specified-rooms.js';

const pricing = { priceBook: priceBook(), ruleSet: ruleSetR1 };

function compute(rooms: RoomInput[], specification?: Specification): EstimateResult {
  return computeEstimate(estimateDraft({ rooms, ...(specification && { specification }) }), pricing);
}

const planned = (plan: Omit<RoomPlan, 'schemaVersion'>, id = 'room'): RoomInput =>
  roomInput(shapes.E2, { id, spotlights: 2, plan: { schemaVersion: 1, ...plan } });

const profiles = fc.constantFrom(...PROFILE_KINDS);
const films = fc.constantFrom(...ruleSetR1.films.map(({ key }) => key));
const plans = fc
  .record(
    {
      sides: fc.dictionary(fc.constantFrom('0', '1', '2', '3', '4', '5'), fc.option(profiles), { maxKeys: 6 }),
      film: films,
      heightMm: fc.constantFrom(2700, 3500),
    },
    { requiredKeys: [] },
  )
  .map(({ sides = {}, film, heightMm }): Omit<RoomPlan, 'schemaVersion'> => ({
    sides: Object.entries(sides).map(([side, profile]) => ({
      side: Number(side),
      wall: 'brick' as const,
      ...(profile && { profile }),
    })),
    ...(film !== undefined && { canvas: { film } }),
    ...(heightMm !== undefined && { heightMm }),
  }));

/** The same said side by side. */
function byHand({ sides = [], ...plan }: Omit<RoomPlan, 'schemaVersion'>, specification: Specification) {
  const { film, profile } = specification;
  const all = [0, 1, 2, 3, 4, 5].map((side) => {
    const own = sides.find((given) => given.side === side);
    const kept: ProfileKind = own?.profile ?? 'ordinary';
    return { side, ...own, profile: kept === 'ordinary' ? (profile ?? kept) : kept };
  });
  const canvas = film === undefined ? plan.canvas : { ...plan.canvas, film };
  return planned({ ...plan, sides: all, ...(canvas && { canvas }) });
}

describe('a specification', () => {
  it('changes what it says in every room, and nothing else', () => {
    fc.assert(
      fc.property(plans, fc.option(films), fc.option(profiles), (plan, film, profile) => {
        const specification = { ...(film && { film }), ...(profile && { profile }) };
        const specified = compute([planned(plan)], specification);
        const typed = compute([byHand(plan, specification)]);
        expect(specified).toEqual(typed);
      }),
    );
  });

  it('puts its profile along the walls a level has, and not along its edges that hang free', () => {
    const level = (x: number): RoomInput => {
      const inset = { roomId: 'base', atMm: { x, y: 0 }, turnDeg: 0 };
      return roomInput(
        { schemaVersion: 1, kind: 'rectangle', sidesMm: [1000, 1000] },
        { id: `level-${x}`, plan: { schemaVersion: 1, inset } },
      );
    };
    const base = roomInput({ schemaVersion: 1, kind: 'rectangle', sidesMm: [5000, 4000] }, { id: 'base' });
    // The second runs along the first, where no wall is either.
    const rooms = [base, level(1000), level(2000), level(4000)];
    const profiles = specifiedRooms(rooms, { profile: 'shadow' }, ruleSetR1).map(({ plan }) =>
      plan!.sides!.map(({ profile = 'ordinary' }) => profile),
    );
    const [shadow, ordinary] = ['shadow', 'ordinary'];
    expect(profiles).toEqual([
      [shadow, shadow, shadow, shadow],
      [shadow, ordinary, ordinary, ordinary],
      [shadow, ordinary, ordinary, ordinary],
      [shadow, shadow, ordinary, ordinary],
    ]);
  });

  it('of nothing changes nothing', () => {
    const rooms = [planned({}), planned({ sides: [{ side: 0, profile: 'shadow' }] }, 'two')];
    expect(compute(rooms, {})).toEqual(compute(rooms));
    expect(compute(rooms, { profile: 'ordinary', substitutes: [] })).toEqual(compute(rooms));
    expect(specifiedRooms(rooms, { profile: 'ordinary' }, ruleSetR1)[0]).toBe(rooms[0]);
  });

  it('keeps the roll a room was given only if the film has it', () => {
    const rollOf = (rollM: string, film: string) =>
      specifiedRooms([planned({ canvas: { rollM } })], { film }, ruleSetR1)[0]!.plan!.canvas;
    expect(rollOf('5.0', 'pvc-premium')).toEqual({ film: 'pvc-premium', rollM: '5.0' });
    expect(rollOf('5.0', 'pvc-bauf')).toEqual({ film: 'pvc-bauf' });
  });

  it('of a film nobody has is named, and the rooms keep theirs', () => {
    const { lines, problems } = compute([planned({})], { film: 'silk', profile: 'shadow' });
    expect(problems).toEqual([{ code: 'FILM_UNKNOWN', path: 'specification.film', params: { film: 'silk' } }]);
    expect(lines).toEqual(compute([planned({})], { profile: 'shadow' }).lines);
  });

  it('takes items instead of others, by hand added ones excepted', () => {
    const manualLines = [{ id: 'a', itemCode: 'LMP-GX53', roomId: null, quantity: '1' }];
    const substitutes = [
      { code: 'LMP-GX53', by: 'LMP-GX53-L' },
      { code: 'LMP-GX53-L', by: 'LED-5' },
    ];
    const draft = estimateDraft({ rooms: [planned({})], manualLines });
    const before = computeEstimate(draft, pricing).lines;
    const after = computeEstimate({ ...draft, specification: { substitutes } }, pricing).lines;
    const changed = after.filter(({ code }, index) => code !== before[index]!.code);
    expect(changed.map(({ ruleKey, code, quantity }) => `${ruleKey} ${code} ${quantity}`)).toEqual([
      'spot-fitting LMP-GX53-L 2',
      'spot-lamp LED-5 2',
    ]);
    expect(after.at(-1)).toMatchObject({ key: 'manual:a', code: 'LMP-GX53' });
  });

  it('given twice for an item counts once', () => {
    const substitutes = ['LED-5', 'PSU-100'].map((by) => ({ code: 'LMP-GX53', by }));
    const { lines, problems } = compute([planned({})], { substitutes });
    expect(lines.map(({ code }) => code)).toContain('LED-5');
    expect(problems).toMatchObject([{ code: 'DUPLICATE', path: 'specification.substitutes.1.code' }]);
  });

  it('is what is drawn', () => {
    const input = { rooms: [planned({})], specification: { film: 'pvc-bauf' } };
    const canvas = canvasOfRoom(input, 'room', pricing.priceBook, ruleSetR1)!;
    const [room] = compute(input.rooms, input.specification).rooms;
    expect(canvas).toMatchObject({ film: { key: 'pvc-bauf' }, rollM: '4.5' });
    expect(room).toMatchObject({ measures: { film: 'pvc-bauf', rollM: canvas.rollM } });
  });

  it('leaves its film out of what a room may be given for fewer seams', () => {
    const hall = roomInput({ schemaVersion: 1, kind: 'rectangle', sidesMm: [8000, 4000] }, { id: 'hall' });
    const seamed = { ...hall, plan: { schemaVersion: 1 as const, canvas: { rollM: '3.2' } } };
    const draft = estimateDraft({ rooms: [seamed], specification: { film: 'pvc-bauf' } });
    const { alternatives } = priceCanvasAlternatives(draft, 'hall', pricing)!;
    expect(alternatives.map(({ canvas, options }) => [canvas.film.key, options.film])).toContainEqual([
      'pvc-bauf',
      undefined,
    ]);
    expect(alternatives.every(({ canvas, options }) => canvas.film.key === 'pvc-bauf' && !('film' in options))).toBe(
      true,
    );
  });
});

describe('rooms of several variants', () => {
  it('are measured once each, however often they take turns', () => {
    const rooms = [planned({}), planned({}, 'two')];
    const specifications = [
      undefined,
      { film: 'pvc-bauf' },
      { profile: 'shadow' as const },
      { profile: 'gapless' as const },
    ];
    const measuresOf = () =>
      specifications.flatMap((specification) =>
        compute(rooms, specification).rooms.map((room) => 'measures' in room && room.measures),
      );
    const before = measuresOf();
    expect(new Set(before).size).toBe(specifications.length * rooms.length);
    measuresOf().forEach((measures, index) => expect(measures).toBe(before[index]));
  });
});
