import fc from 'fast-check';
import type { CanvasOptions } from '../src/plan/room-plan.js';
import type { BuiltRoom } from '../src/rooms/built-room.js';
import { placeInset } from '../src/rooms/insets.js';
import { baseRoom } from '../src/rooms/base-room.js';
import type { Cutout, RoomShape } from '../src/shape/room-shape.js';
import { built } from './builders.js';

/** Millimetres to the decimetre. */
const lengths = (least: number, most: number) =>
  fc.integer({ min: least / 100, max: most / 100 }).map((tenths) => tenths * 100);

interface Sizes {
  wide: number;
  deep: number;
  /** Of the notches, or of the arms beside them. */
  first: number;
  second: number;
  notch: number;
}

/** Walls of the rooms a flat is made of, AB along the bottom, and which of their corners stand out into the room. */
const plans: Record<string, (sizes: Sizes) => { sidesMm: number[]; reflexCorners: number[] }> = {
  rectangle: ({ wide, deep }) => ({ sidesMm: [wide, deep, wide, deep], reflexCorners: [] }),
  L: ({ wide, deep, first, notch }) => ({
    sidesMm: [wide, deep - notch, first, notch, wide - first, deep],
    reflexCorners: [3],
  }),
  U: ({ wide, deep, first, second, notch }) => ({
    sidesMm: [wide, deep, first, notch, wide - first - second, notch, second, deep],
    reflexCorners: [4, 5],
  }),
  T: ({ wide, deep, first, second, notch }) => ({
    sidesMm: [wide, deep - notch, first, notch, wide - first - second, notch, second, deep - notch],
    reflexCorners: [3, 6],
  }),
};

/** Rectangles, L, U and T, some with an arc over AB, a column or a level in the room, on a wall or from wall to wall. */
export const flatRooms: fc.Arbitrary<BuiltRoom> = fc
  .record({
    plan: fc.constantFrom(...Object.keys(plans)),
    sizes: fc.record({
      wide: lengths(4500, 14_000),
      deep: lengths(2800, 9000),
      first: lengths(500, 1800),
      second: lengths(500, 1800),
      notch: lengths(300, 1000),
    }),
    sagittaMm: fc.option(lengths(100, 1000)),
    hole: fc.constantFrom('none', 'column', 'level', 'level on a wall', 'level from wall to wall'),
    at: lengths(600, 2500),
  })
  .map(({ plan, sizes, sagittaMm, hole, at }) => {
    const column: Cutout = {
      id: 'column',
      purpose: 'column',
      kind: 'circle',
      centreMm: { x: at, y: 700 },
      diameterMm: 400,
    };
    const shape: RoomShape = {
      schemaVersion: 1,
      kind: 'right-angled',
      ...plans[plan]!(sizes),
      // A level from wall to wall ends at straight walls.
      arcs: sagittaMm === null || hole.startsWith('level ') ? [] : [{ side: 0, sagittaMm, bulges: 'outward' }],
      cutouts: hole === 'column' ? [column] : [],
    };
    return hole.startsWith('level') ? withLevel(built(shape), hole, { at, deep: sizes.deep }) : built(shape);
  });

/** The room as its canvas is laid out; from wall to wall the level goes where nothing is notched. */
function withLevel(room: BuiltRoom, hole: string, { at, deep }: { at: number; deep: number }): BuiltRoom {
  const isThrough = hole === 'level from wall to wall' && room.walls.length === 4;
  const sidesMm: [number, number] = [900, isThrough ? deep : 700];
  const level = built({ schemaVersion: 1, kind: 'rectangle', sidesMm });
  const atMm = { x: at, y: hole === 'level' ? 400 : 0 };
  const placed = placeInset(room, level, { roomId: 'room', atMm, turnDeg: 0 });
  if (!placed.ok) {
    throw new Error(`The level does not lie in the room: ${placed.code}`);
  }
  return baseRoom(room, [placed.inset]).canvas;
}

/** Wishes by hand, in a room at least so large: any of them at a time. */
export const canvasWishes: fc.Arbitrary<CanvasOptions> = fc
  .record(
    {
      film: fc.constantFrom('pvc-matte', 'pvc-gloss'),
      direction: fc.record({ wall: fc.nat(3), turnDeg: fc.constantFrom(0 as const, 90 as const) }),
      rollM: fc.constantFrom('3.2', '5.0'),
      seamThroughMm: fc.record({ x: lengths(100, 5000), y: lengths(100, 2500) }),
      ignoreSliversMm: lengths(100, 1500),
      preference: fc.constantFrom('cheapest' as const, 'fewest-seams' as const),
    },
    { requiredKeys: [] },
  )
  // Gloss lies on one roll only.
  .map(({ rollM, ...wishes }) => (rollM === undefined || wishes.film === 'pvc-gloss' ? wishes : { ...wishes, rollM }));
