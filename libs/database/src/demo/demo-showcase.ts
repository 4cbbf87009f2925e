import type { DemoObject, DemoPlan, DemoShape } from './demo-engine.js';
import type { RoomTemplate } from './demo-rooms.js';

type Place = readonly [x: number, y: number];
type PointKind = Extract<DemoObject, { atMm: unknown }>['kind'];
type LineKind = Extract<DemoObject, { pointsMm: unknown }>['kind'];

const at = ([x, y]: Place) => ({ x, y });

/** Things of one kind at their places, in millimetres of the room's frame. */
const points = (kind: PointKind, ...places: Place[]): DemoObject[] =>
  places.map((place, index) => ({ id: `${kind}-${index + 1}`, kind, atMm: at(place) }));
const line = (kind: LineKind, ...places: Place[]): DemoObject => ({ id: kind, kind, pointsMm: places.map(at) });
const plan = (given: Omit<DemoPlan, 'schemaVersion'>): DemoPlan => ({ schemaVersion: 1, ...given });
const room = (name: string, shape: DemoShape, given: Omit<RoomTemplate, 'name' | 'shape'>): RoomTemplate => ({
  name,
  shape,
  ...given,
});

/** New rooms are lettered the way the trade does it. */
const CLOCKWISE = { schemaVersion: 1, lettered: 'clockwise' } as const;
const NO_LAMPS = { spotlights: 0, chandeliers: 0 };

/** A room measured between its corners; the rooms below were drawn once, and their readings taken to the millimetre. */
const triangulated = (
  sidesMm: number[],
  diagonals: readonly (readonly [from: number, to: number, lengthMm: number])[],
  angles?: { corner: number; degrees: number }[],
): DemoShape => ({
  ...CLOCKWISE,
  kind: 'triangulated',
  sidesMm,
  diagonalsMm: diagonals.map(([from, to, lengthMm]) => ({ from, to, lengthMm })),
  ...(angles && { angles }),
});

const withArcAndColumn = room(
  'Гостиная',
  {
    ...CLOCKWISE,
    kind: 'rectangle',
    sidesMm: [5240, 3860],
    arcs: [{ side: 1, bulges: 'outward', sagittaMm: 420 }],
    cutouts: [{ id: 'column', purpose: 'column', kind: 'circle', centreMm: at([3900, 1400]), diameterMm: 480 }],
  },
  {
    plan: plan({
      objects: [
        ...points('spotlight', [900, 700], [1900, 700], [2900, 700], [900, 3160], [1900, 3160], [2900, 3160]),
        ...points('chandelier', [1900, 1930]),
      ],
    }),
    ...NO_LAMPS,
  },
);

const letterG = room(
  'Кухня-гостиная',
  { ...CLOCKWISE, kind: 'right-angled', sidesMm: [5000, 3000, 2000, 1500, 3000, 4500] },
  {
    plan: plan({
      objects: [
        ...points('spotlight', [600, 600], [1800, 600], [3000, 600], [4200, 600]),
        ...points('chandelier', [1500, 3300]),
        line('track', [600, 2200], [4200, 2200]),
      ],
      canvas: { direction: { wall: 0, turnDeg: 90 } },
    }),
    ...NO_LAMPS,
  },
);

const letterP = room(
  'Спальня',
  {
    ...CLOCKWISE,
    kind: 'right-angled',
    sidesMm: [5000, 3200, 1400, 1000, 2200, 1000, 1400, 3200],
    reflexCorners: [4, 5],
  },
  {
    plan: plan({
      sides: [
        { side: 0, profile: 'niche', wall: 'concrete' },
        { side: 4, profile: 'shadow', wall: 'drywall' },
      ],
      objects: [
        line('curtain-niche', [150, 160], [4850, 160]),
        ...points('spotlight', [700, 2600], [4300, 2600], [700, 1100], [4300, 1100]),
        ...points('chandelier', [2500, 1200]),
      ],
    }),
    ...NO_LAMPS,
  },
);

const twelveCorners = room(
  'Холл',
  triangulated(
    [2410, 1638, 1820, 2420, 1820, 1660, 2415, 1645, 1800, 2380, 1795, 1650],
    [
      [2, 11, 2395],
      [0, 2, 2912],
      [2, 5, 2400],
      [2, 4, 3014],
      [5, 8, 2390],
      [5, 7, 2912],
      [8, 11, 2405],
      [8, 10, 2990],
      [2, 8, 3398],
      [5, 11, 3384],
      [1, 11, 2910],
    ],
  ),
  {
    plan: plan({
      objects: [
        ...points('spotlight', [1200, 600], [1200, 5000], [-1000, 2800], [3400, 2800]),
        ...points('sensor', [300, 2000]),
      ],
    }),
    ...NO_LAMPS,
  },
);

const withLevel = room(
  'Зал',
  { ...CLOCKWISE, kind: 'rectangle', sidesMm: [6000, 4500] },
  {
    plan: plan({
      objects: points('spotlight', [500, 500], [3000, 500], [5500, 500], [500, 4000], [3000, 4000], [5500, 4000]),
    }),
    ...NO_LAMPS,
  },
);

const level = room(
  'Зал, второй уровень',
  { ...CLOCKWISE, kind: 'rectangle', sidesMm: [3600, 2400] },
  {
    level: { base: 'Зал', at: [1200, 1050] },
    plan: plan({ objects: points('chandelier', [1800, 1200]) }),
    ...NO_LAMPS,
  },
);

const manyProfiles = room(
  'Ванная',
  { ...CLOCKWISE, kind: 'rectangle', sidesMm: [2170, 1680] },
  {
    plan: plan({
      sides: [
        { side: 0, profile: 'shadow', wall: 'tile' },
        { side: 1, profile: 'floating', wall: 'tile' },
        { side: 2, profile: 'ceiling', wall: 'drywall' },
        { side: 3, profile: 'none', wall: 'tile' },
      ],
      objects: [
        ...points('spotlight', [550, 560], [1620, 560], [1080, 1200]),
        ...points('vent', [1900, 1400]),
        ...points('pipe', [200, 1500]),
        ...points('hatch', [420, 1080]),
      ],
    }),
    ...NO_LAMPS,
  },
);

const byAngle = room(
  'Эркер',
  triangulated([4000, 2500, 2121, 2500, 4000], [[0, 2, 4717]], [{ corner: 3, degrees: 135 }]),
  { spotlights: 5, chandeliers: 0 },
);

const letterT = room(
  'Коридор',
  {
    ...CLOCKWISE,
    kind: 'right-angled',
    sidesMm: [6120, 1380, 2320, 1620, 1400, 1620, 2400, 1380],
    reflexCorners: [3, 6],
  },
  {
    plan: plan({
      objects: [
        line('light-line', [500, 690], [3100, 690], [3100, 2500]),
        ...points('sensor', [5500, 690]),
        ...points('spotlight', [4200, 690], [5000, 690]),
      ],
    }),
    ...NO_LAMPS,
  },
);

const withNiches = room(
  'Детская',
  {
    ...CLOCKWISE,
    kind: 'rectangle',
    sidesMm: [3870, 2940],
    arcs: [{ side: 2, bulges: 'inward', sagittaMm: 350 }],
    cutouts: [{ id: 'shaft', purpose: 'column', kind: 'rectangle', centreMm: at([3300, 500]), sizeMm: [600, 400] }],
  },
  {
    plan: plan({ objects: points('spotlight', [700, 600], [2000, 600], [700, 1900], [2000, 1900], [3200, 1900]) }),
    spotlights: 0,
    chandeliers: 1,
  },
);

const doubtful = room(
  'Кабинет',
  triangulated(
    [3820, 2960, 3780, 2985],
    [
      [0, 2, 4825],
      [1, 3, 4862],
    ],
  ),
  {
    plan: plan({ misclosureReason: 'Диагональ BD мерили в обход шкафа, перемерить некому' }),
    spotlights: 4,
    chandeliers: 0,
  },
);

/** One room of every kind: what a measurer meets in a month. */
export const showcaseRooms: readonly RoomTemplate[] = [
  withArcAndColumn,
  letterG,
  letterP,
  twelveCorners,
  withLevel,
  level,
  manyProfiles,
  byAngle,
  letterT,
  withNiches,
  doubtful,
];
