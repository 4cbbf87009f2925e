import type { VariantInput } from '../src/estimate/estimate-draft.js';
import type { CanvasOptions, RoomPlan } from '../src/plan/room-plan.js';
import { LINE_OBJECT_KINDS, POINT_OBJECT_KINDS, PROFILE_KINDS, WALL_MATERIALS } from '../src/plan/room-plan.js';
import type { RoomShape } from '../src/shape/room-shape.js';
import { ODD_NUMBERS, pick, randomDraft, some, whole } from './random-drafts.js';
import type { Random } from './random-drafts.js';

/** How often a matte film may lie in any direction: then a layout takes fifty times as long. */
const FREELY = 0.003;

/**
 * How a canvas may be asked for: films, rolls and walls there are, and now and then one there is not. Places and slivers
 * are finite, as the check of plans leaves them.
 */
export function randomCanvasOptions(walls: number, random: Random): CanvasOptions {
  const film = pick([undefined, undefined, 'pvc-matte', 'pvc-gloss', 'pvc-gloss', 'textile', 'silk'], random);
  const isTurnedFreely = film !== 'pvc-gloss' && film !== 'textile' && random() < FREELY;
  const wall = whole(walls, random) + (random() < 0.02 ? walls : 0);
  return {
    ...(film !== undefined && { film }),
    ...(random() < 0.2 && { rollM: pick(['3.2', '5.0', '5.1'], random) }),
    ...(!isTurnedFreely && { direction: { wall, turnDeg: pick([0, 90] as const, random) } }),
    ...(random() < 0.2 && { seamThroughMm: place(random) }),
    ...(random() < 0.3 && { ignoreSliversMm: whole(2000, random) }),
    ...(random() < 0.15 && { preference: pick(['cheapest', 'fewest-seams'] as const, random) }),
  };
}

/** A room of any kind and up to two levels that may lie in it, with plans that are nearly right. */
export function randomEstimate(random: Random): VariantInput {
  const base = randomDraft(random) as RoomShape;
  const levels = some(2, random, (): RoomShape => {
    const sidesMm: [number, number] = [300 + whole(3000, random), 300 + whole(3000, random)];
    return { schemaVersion: 1, kind: 'rectangle', sidesMm };
  });
  const rooms = [base, ...levels].map((shape, index) => ({
    id: `room-${index}`,
    name: `Room ${index}`,
    shape,
    plan: randomPlan(shape.kind === 'rectangle' ? 4 : shape.sidesMm.length, index > 0, random),
    spotlights: whole(5, random),
    chandeliers: whole(2, random),
  }));
  return { rooms, overrides: [], manualLines: [], discountPercent: '0' };
}

function randomPlan(walls: number, isLevel: boolean, random: Random): RoomPlan {
  const plan = {
    schemaVersion: 1,
    ...(random() < 0.3 && { sides: some(2, random, (side) => randomSide(side, random)) }),
    ...(random() < 0.4 && { objects: some(4, random, (index) => randomObject(index, random)) }),
    ...(random() < 0.6 && { canvas: randomCanvasOptions(walls, random) }),
    ...(random() < 0.7 && { misclosureReason: 'A wall bends' }),
    ...(isLevel && { inset: randomInset(random) }),
  };
  return plan as unknown as RoomPlan;
}

function randomSide(side: number, random: Random): object {
  return { side, profile: pick(PROFILE_KINDS, random), ...(random() < 0.5 && { wall: pick(WALL_MATERIALS, random) }) };
}

function randomObject(index: number, random: Random): object {
  const id = `object-${index}`;
  return random() < 0.7
    ? { id, kind: pick(POINT_OBJECT_KINDS, random), atMm: place(random, 0.03) }
    : { id, kind: pick(LINE_OBJECT_KINDS, random), pointsMm: [place(random), place(random), place(random, 0.03)] };
}

/** Often along the walls at A, where levels mostly are. */
function randomInset(random: Random): object {
  const at = place(random, 0.02);
  const along = (value: number) => (random() < 0.3 ? 0 : value);
  const turnDeg = random() < 0.7 ? pick([0, 90, -90, 180], random) : random() * 360 - 180;
  return { roomId: 'room-0', atMm: { x: along(at.x), y: along(at.y) }, turnDeg };
}

function place(random: Random, odd = 0): { x: number; y: number } {
  const number = () => (random() < odd ? (pick(ODD_NUMBERS, random) as number) : whole(70_000, random) / 10 - 500);
  return { x: number(), y: number() };
}
