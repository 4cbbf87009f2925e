import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { estimateDraft, priceBook, roomInput, shapes } from '../../test-data/builders.js';
import type { RoomPlan } from '../plan/room-plan.js';
import { DEFAULT_TOLERANCES } from '../rooms/tolerances.js';
import { ruleSetR1 } from '../rules/r1.js';
import type { RuleSet } from '../rules/rule-set.js';
import type { RoomShape } from '../shape/room-shape.js';
import { computeEstimate } from './compute-estimate.js';
import type { PriceBook, RoomInput, Specification, VariantInput } from './estimate-draft.js';
import type { MeasuredRoom } from './estimate-result.js';

const prices = priceBook();
const E1 = roomInput(shapes.E1, { id: 'one', plan: { schemaVersion: 1 } });
const E2 = roomInput(shapes.E2, { id: 'two' });

/** Everything computeEstimate depends on. */
interface State {
  draft: VariantInput;
  prices: PriceBook;
  ruleSet: RuleSet;
  tolerances: typeof DEFAULT_TOLERANCES;
}

const compute = ({ draft, prices: book, ruleSet, tolerances }: State) =>
  computeEstimate(draft, { priceBook: book, ruleSet, tolerances });

const start: State = {
  draft: estimateDraft({
    rooms: [
      E1,
      E2,
      roomInput(
        { schemaVersion: 1, kind: 'rectangle', sidesMm: [1000, 500] },
        {
          id: 'level',
          name: 'level',
          plan: { schemaVersion: 1, inset: { roomId: 'one', atMm: { x: 500, y: 500 }, turnDeg: 0 } },
        },
      ),
    ],
  }),
  prices,
  ruleSet: ruleSetR1,
  tolerances: DEFAULT_TOLERANCES,
};

function measuresOf(draft: VariantInput) {
  return computeEstimate(draft, { priceBook: prices, ruleSet: ruleSetR1 }).rooms.map(
    (room) => (room as MeasuredRoom).measures,
  );
}

describe('rooms that did not change', () => {
  it('are not measured again', () => {
    const before = measuresOf(estimateDraft({ rooms: [E1, E2] }));
    const after = measuresOf(estimateDraft({ rooms: [{ ...E1, spotlights: 3 }, { ...E2 }], discountPercent: '5' }));
    expect(after[1]).toBe(before[1]);
    expect(after[0]).not.toBe(before[0]);
    expect(after[0]!.takeOff.spotlights).toBe(3);
  });
});

describe('what is remembered', () => {
  /** A change of a room, as an editor makes it: new objects where something changed, the old ones elsewhere. */
  type Change = (state: State) => State;
  const room = (index: number, change: (input: RoomInput) => RoomInput): Change => {
    return (state) => {
      const rooms = state.draft.rooms.map((input, at) => (at === index ? change(input) : input));
      return { ...state, draft: { ...state.draft, rooms } };
    };
  };
  const plan = (index: number, more: Partial<RoomPlan>): Change =>
    room(index, (input) => ({ ...input, plan: { schemaVersion: 1, ...input.plan, ...more } }));
  const index = fc.nat(2);
  const side = fc.integer({ min: 600, max: 9000 });
  const shape = fc
    .tuple(side, side)
    .map(([a, b]): RoomShape => ({ schemaVersion: 1, kind: 'rectangle', sidesMm: [a, b] }));
  const priced = fc.constantFrom('CNV-M-C500', 'CNV-M-C320', 'WRK-WIRE');
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.tuple(index, shape).map(([at, to]) => room(at, (input) => ({ ...input, shape: to }))),
    fc.tuple(index, fc.nat(5)).map(([at, spotlights]) => room(at, (input) => ({ ...input, spotlights }))),
    fc.tuple(index, fc.constantFrom('x', 'y')).map(([at, name]) => room(at, (input) => ({ ...input, name }))),
    fc.tuple(fc.nat(2), fc.nat(3)).map(([at, wall]) => plan(at, { sides: [{ side: wall, profile: 'none' }] })),
    fc
      .constantFrom('cheapest' as const, 'fewest-seams' as const)
      .map((preference) => plan(0, { canvas: { preference } })),
    fc.constantFrom('pvc-gloss', 'textile').map((film) => plan(1, { canvas: { film } })),
    fc
      .record({ x: fc.nat(3000), y: fc.nat(3000) })
      .map((atMm) => plan(2, { inset: { roomId: 'one', atMm, turnDeg: 0 } })),
    fc.tuple(priced, fc.nat(500_000)).map(([code, priceMinor]): Change => (state) => ({
      ...state,
      prices: new Map(state.prices).set(code, { ...state.prices.get(code)!, priceMinor }),
    })),
    fc.constantFrom('0.01', '0.1').map((areaM2): Change => (state) => ({
      ...state,
      ruleSet: { ...state.ruleSet, steps: { ...state.ruleSet.steps, areaM2 } },
    })),
    fc
      .constantFrom<Specification[]>({}, { film: 'pvc-gloss' }, { profile: 'shadow' }, { film: 'silk' })
      .map((specification): Change => (state) => ({ ...state, draft: { ...state.draft, specification } })),
    fc.tuple(index, fc.constantFrom(2700, 3500)).map(([at, heightMm]) => plan(at, { heightMm })),
    fc.constantFrom('area', 'area * 2').map((quantity): Change => (state) => ({
      ...state,
      ruleSet: {
        ...state.ruleSet,
        lines: state.ruleSet.lines.map((line) => (line.key === 'canvas' ? { ...line, quantity } : line)),
      },
    })),
    fc.constant((state: State): State => ({ ...state, tolerances: { ...state.tolerances, warnMm: 1 } })),
  );

  it('is never stale: any series of changes gives what a fresh computation gives', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        let state = start;
        compute(state);
        for (const apply of changes) {
          state = apply(state);
          const fresh = compute({ ...state, draft: structuredClone(state.draft) });
          expect(JSON.stringify(compute(state))).toBe(JSON.stringify(fresh));
        }
      }),
      { numRuns: 15 },
    );
  });
});
