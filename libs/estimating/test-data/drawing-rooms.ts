import type { PlanObject, RoomPlan } from '../src/plan/room-plan.js';
import type { DrawnCanvas, DrawnLevel } from '../src/drawing/scene.js';
import type { RoomShape, TriangulatedShape } from '../src/shape/room-shape.js';

/** A room to look at and to test drawings with. */
export interface DrawingRoom {
  shape: RoomShape;
  plan?: RoomPlan;
  canvas?: DrawnCanvas;
  levels?: DrawnLevel[];
}

type Corner = readonly [x: number, y: number];

/** Readings of a figure with corners in millimetres: its sides and the diagonals asked for, rounded to a millimetre. */
export function measured(corners: readonly Corner[], diagonals: readonly Corner[]): TriangulatedShape<number> {
  const apart = (a: number, b: number): number => {
    const [from, to] = [corners[a]!, corners[b % corners.length]!];
    return Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]));
  };
  return {
    schemaVersion: 1,
    kind: 'triangulated',
    lettered: 'clockwise',
    sidesMm: corners.map((_, index) => apart(index, index + 1)),
    diagonalsMm: diagonals.map(([from, to]) => ({ from, to, lengthMm: apart(from, to) })),
  };
}

const fan = (corners: number): Corner[] => Array.from({ length: corners - 3 }, (_, index) => [0, index + 2] as const);

/** Corners on an oval, so that no two walls are alike. */
export function roundRoom(corners: number, radiusMm: number): RoomShape {
  const points = Array.from({ length: corners }, (_, index): Corner => {
    const angle = (2 * Math.PI * index) / corners;
    return [Math.cos(angle) * radiusMm, Math.sin(angle) * radiusMm * 0.75];
  });
  return measured(points, fan(corners));
}

const rectangle = (width: number, height: number, more: Partial<RoomShape> = {}): RoomShape =>
  ({ schemaVersion: 1, kind: 'rectangle', lettered: 'clockwise', sidesMm: [width, height], ...more }) as RoomShape;

const rightAngled = (sidesMm: number[], reflexCorners: number[]): RoomShape => ({
  schemaVersion: 1,
  kind: 'right-angled',
  lettered: 'clockwise',
  sidesMm,
  reflexCorners,
});

/** Sides and reflex corners of a right-angled room by its corners in millimetres, counter-clockwise in the frame. */
function squared(corners: readonly Corner[]): RoomShape {
  const count = corners.length;
  const at = (index: number): Corner => corners[(index + count) % count]!;
  const way = (index: number): Corner => [at(index + 1)[0] - at(index)[0], at(index + 1)[1] - at(index)[1]];
  const sides = corners.map((_, index) => Math.abs(way(index)[0]) + Math.abs(way(index)[1]));
  const reflex = corners.flatMap((_, index) => {
    const [a, b] = [way(index - 1), way(index)];
    return a[0] * b[1] - a[1] * b[0] < 0 ? [index] : [];
  });
  return rightAngled(sides, reflex);
}

export function lamps(columns: number, rows: number, [stepX, stepY]: Corner, [x, y]: Corner): PlanObject[] {
  return Array.from({ length: columns * rows }, (_, index) => ({
    id: `lamp-${index}`,
    kind: 'spotlight' as const,
    atMm: { x: x + (index % columns) * stepX, y: y + Math.floor(index / columns) * stepY },
  }));
}

/** A wall of 20 cm chords along a quarter of a circle. */
function curvedRoom(): RoomShape {
  const curve = Array.from({ length: 11 }, (_, index): Corner => {
    const angle = (index * Math.PI) / 20;
    return [2600 + 1400 * Math.cos(angle), 1800 + 1400 * Math.sin(angle)];
  });
  const corners: Corner[] = [[0, 0], [4000, 0], ...curve, [0, 3200]];
  return measured(corners, fan(corners.length));
}

export const drawingRooms: Record<string, DrawingRoom> = {
  columns: {
    shape: rectangle(5200, 3600, {
      cutouts: [
        {
          id: 'c1',
          purpose: 'column',
          kind: 'rectangle',
          centreMm: { x: 3500, y: 1300 },
          sizeMm: [400, 600],
          turnDeg: 20,
        },
        { id: 'c2', purpose: 'column', kind: 'circle', centreMm: { x: 1400, y: 2300 }, diameterMm: 450 },
        { id: 'c3', purpose: 'opening', kind: 'rectangle', centreMm: { x: 4400, y: 2900 }, sizeMm: [900, 600] },
      ],
    }),
    plan: {
      schemaVersion: 1,
      sides: [
        { side: 0, profile: 'shadow', wall: 'concrete' },
        { side: 1, profile: 'floating', wall: 'tile' },
        { side: 2, profile: 'gapless', wall: 'brick' },
        { side: 3, profile: 'niche', wall: 'drywall' },
      ],
      objects: [
        ...lamps(4, 2, [1200, 2000], [800, 800]),
        { id: 'ch', kind: 'chandelier', atMm: { x: 2600, y: 1800 } },
        { id: 'p', kind: 'pipe', atMm: { x: 100, y: 100 } },
        { id: 's', kind: 'sensor', atMm: { x: 2000, y: 1100 } },
        {
          id: 'n',
          kind: 'curtain-niche',
          pointsMm: [
            { x: 150, y: 200 },
            { x: 150, y: 3400 },
          ],
        },
      ],
    },
  },
  arcs: {
    shape: {
      ...rectangle(5000, 3000),
      arcs: [
        { side: 1, sagittaMm: 500, bulges: 'outward' },
        { side: 3, sagittaMm: 400, bulges: 'inward' },
        { side: 2, radiusMm: 3200, bulges: 'outward' },
      ],
    } as RoomShape,
    plan: {
      schemaVersion: 1,
      sides: [
        { side: 1, profile: 'floating', wall: 'porcelain' },
        { side: 3, profile: 'shadow', wall: 'metal' },
        { side: 2, profile: 'ceiling', wall: 'insulation' },
      ],
      objects: [
        {
          id: 'l',
          kind: 'light-line',
          pointsMm: [
            { x: 1200, y: 1500 },
            { x: 3800, y: 1500 },
            { x: 3800, y: 2400 },
          ],
        },
      ],
    },
  },
  'П with a niche': {
    shape: squared([
      [0, 0],
      [6000, 0],
      [6000, 4200],
      [4300, 4200],
      [4300, 1900],
      [3300, 1900],
      [3300, 1600],
      [2700, 1600],
      [2700, 1900],
      [1800, 1900],
      [1800, 4200],
      [0, 4200],
    ]),
    plan: {
      schemaVersion: 1,
      objects: [
        ...lamps(5, 1, [1200, 0], [600, 800]),
        { id: 'v', kind: 'vent', atMm: { x: 5200, y: 3500 } },
        { id: 'h', kind: 'hatch', atMm: { x: 900, y: 3400 } },
      ],
    },
  },
  'twelve corners': {
    shape: squared([
      [0, 0],
      [3000, 0],
      [3000, 600],
      [5000, 600],
      [5000, 0],
      [7000, 0],
      [7000, 3400],
      [6200, 3400],
      [6200, 4200],
      [1500, 4200],
      [1500, 3000],
      [0, 3000],
    ]),
  },
  'twenty corners': {
    shape: squared([
      [0, 0],
      [1200, 0],
      [1200, 300],
      [1700, 300],
      [1700, 0],
      [3600, 0],
      [3600, 450],
      [4100, 450],
      [4100, 0],
      [6400, 0],
      [6400, 1500],
      [6000, 1500],
      [6000, 2100],
      [6400, 2100],
      [6400, 4000],
      [3900, 4000],
      [3900, 3500],
      [3300, 3500],
      [3300, 4000],
      [0, 4000],
    ]),
  },
  'narrow ledges': {
    shape: squared([
      [0, 0],
      [4000, 0],
      [4000, 2800],
      [3940, 2800],
      [3940, 3000],
      [3880, 3000],
      [3880, 3080],
      [450, 3080],
      [450, 3000],
      [380, 3000],
      [380, 2930],
      [0, 2930],
    ]),
  },
  corridor: {
    shape: rectangle(12000, 900),
    plan: {
      schemaVersion: 1,
      objects: [
        ...lamps(9, 1, [1300, 0], [800, 300]),
        {
          id: 't',
          kind: 'track',
          pointsMm: [
            { x: 600, y: 650 },
            { x: 11400, y: 650 },
          ],
        },
      ],
    },
  },
  'control readings': {
    shape: {
      ...measured(
        [
          [0, 0],
          [4000, -600],
          [5600, 1500],
          [4200, 3900],
          [600, 3500],
        ],
        [
          [0, 2],
          [0, 3],
          [1, 3],
          [2, 4],
        ],
      ),
      angles: [
        { corner: 0, degrees: 88.6 },
        { corner: 2, degrees: 112.5 },
      ],
    },
  },
  'curve of chords': { shape: curvedRoom() },
  'many lamps': {
    shape: rectangle(6000, 5000),
    plan: { schemaVersion: 1, objects: lamps(8, 5, [750, 1000], [375, 500]) },
  },
  'level inside': {
    shape: squared([
      [0, 0],
      [5400, 0],
      [5400, 4000],
      [3500, 4000],
      [3500, 3000],
      [0, 3000],
    ]),
    levels: [
      {
        id: 'upper',
        label: 'Уровень 2',
        contour: [
          [0.8, 0.6],
          [3, 0.6],
          [3, 2.2],
          [0.8, 2.2],
        ].map(([x, y]) => ({ x: x!, y: y! })),
      },
    ],
    plan: { schemaVersion: 1, objects: [{ id: 'ch', kind: 'chandelier', atMm: { x: 1900, y: 1100 } }] },
  },
  'two strips': {
    shape: measured(
      [
        [0, 0],
        [6200, 300],
        [6000, 4700],
        [200, 4500],
      ],
      [[0, 2]],
    ),
    canvas: {
      sheets: [
        {
          outline: [
            { x: -0.1, y: -0.05 },
            { x: 6.25, y: -0.05 },
            { x: 6.25, y: 3.35 },
            { x: -0.1, y: 3.35 },
          ],
        },
        {
          outline: [
            { x: -0.1, y: 3.35 },
            { x: 6.25, y: 3.35 },
            { x: 6.25, y: 4.75 },
            { x: -0.1, y: 4.75 },
          ],
        },
      ],
      seams: [{ from: { x: 0.1, y: 3.35 }, to: { x: 6.05, y: 3.35 }, lengthM: 5.95 }],
    },
  },
  pentagon: {
    shape: {
      ...measured(
        [
          [0, 0],
          [4000, 0],
          [4000, 2500],
          [2000, 3207],
          [0, 2500],
        ],
        [
          [0, 2],
          [0, 3],
        ],
      ),
      lettered: 'counter-clockwise',
    },
  },
};
