import { isDecimal } from '@smet/money';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { estimateDraft, priceBook, roomInput, shapes } from '../../test-data/builders.js';
import { ruleSets } from '../../test-data/random-rules.js';
import type { PlanObject, RoomPlan } from '../plan/room-plan.js';
import { parseRuleSet } from '../rules/check-rule-set.js';
import type { RoomShape } from '../shape/room-shape.js';
import { computeEstimate } from './compute-estimate.js';
import { loadList } from './load-list.js';

const column = {
  id: 'c',
  purpose: 'column' as const,
  kind: 'circle' as const,
  centreMm: { x: 1000, y: 1000 },
  diameterMm: 400,
};
const objects: PlanObject[] = [
  { id: 'v', kind: 'vent', atMm: { x: 500, y: 500 } },
  {
    id: 'far',
    kind: 'track',
    pointsMm: [
      { x: 500, y: 500 },
      { x: 90_000, y: 500 },
    ],
  },
  {
    id: 'l',
    kind: 'light-line',
    pointsMm: [
      { x: 0, y: 1500 },
      { x: 2000, y: 1500 },
      { x: 2000, y: 1000 },
    ],
  },
];
const plans: (Omit<RoomPlan, 'schemaVersion'> | undefined)[] = [
  undefined,
  { canvas: { film: 'textile' }, heightMm: 3500 },
  { canvas: { film: 'pvc-gloss', direction: { wall: 0, turnDeg: 0 } }, objects },
  {
    sides: [
      { side: 0, profile: 'shadow', wall: 'tile' },
      { side: 1, profile: 'none' },
    ],
  },
];
const level: RoomShape = { schemaVersion: 1, kind: 'rectangle', sidesMm: [1000, 500] };
const rooms = [
  ...Object.values(shapes).flatMap((shape, of) =>
    plans.map((plan, index) =>
      roomInput(shape, {
        id: `${of}-${index}`,
        spotlights: index,
        ...(plan && { plan: { schemaVersion: 1, ...plan } }),
      }),
    ),
  ),
  roomInput({ ...shapes.E1, cutouts: [column] }, { id: 'column' }),
  roomInput(level, {
    id: 'level',
    plan: { schemaVersion: 1, inset: { roomId: '0-0', atMm: { x: 1000, y: 1000 }, turnDeg: 0 } },
  }),
];

it('any rules whose formulas can be read give every room its lines or say why not', () => {
  const pricing = { priceBook: priceBook() };
  const draft = estimateDraft({
    rooms,
    overrides: [{ roomId: '0-0', ruleKey: '0', quantity: '3' }],
    specification: { substitutes: [{ code: 'SRV-CUT', by: 'SRV-TRIP2' }] },
  });
  let measured = 0;
  let failed = 0;
  fc.assert(
    fc.property(ruleSets, (ruleSet) => {
      expect(parseRuleSet(ruleSet)).toEqual({ ok: true, ruleSet });
      const result = computeEstimate(draft, { ...pricing, ruleSet });
      measured += result.rooms.filter((room) => 'measures' in room).length;
      failed += result.problems.filter(({ code }) => code === 'RULE_FAILED').length;
      const known = new Set(['RULE_FAILED', 'ITEM_NOT_PRICED', 'SUM_TOO_LARGE', 'OVERRIDE_UNUSED']);
      expect(result.problems.filter(({ code }) => !known.has(code))).toEqual([]);
      const isUnused = result.problems.some(({ code }) => code === 'OVERRIDE_UNUSED');
      const isPriced = !result.problems.some(({ params }) => params.itemCode !== undefined);
      expect(isPriced && !result.lines.some(({ overridden }) => overridden)).toBe(isPriced && isUnused);
      for (const { quantity, overridden, explanation } of result.lines) {
        expect(isDecimal(quantity) && (overridden || Number(quantity) > 0)).toBe(true);
        expect(explanation.formula).not.toBeNull();
      }
      const list = loadList(draft, { ...pricing, ruleSet }, result);
      expect(list.every(({ quantity }) => isDecimal(quantity) && Number(quantity) >= 0)).toBe(true);
    }),
    { numRuns: 60 },
  );
  expect(measured).toBeGreaterThan(1000);
  expect(failed).toBeGreaterThan(10);
});
