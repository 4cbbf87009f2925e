import type { RoomInput } from '@smet/estimating';

/** Rooms rules are tried on: from the plainest to one with a little of everything. */
export const EXAMPLES = ['plain', 'floating', 'shadow', 'kitchen', 'high'] as const;
export type Example = (typeof EXAMPLES)[number];

const PLAN = { schemaVersion: 1 } as const;
const shape = (sidesMm: [number, number]) => ({ schemaVersion: 1, kind: 'rectangle', sidesMm }) as const;
const room = (id: Example, more: Omit<RoomInput, 'id' | 'name'>): RoomInput => ({ id, name: id, ...more });

export const EXAMPLE_ROOMS: Readonly<Record<Example, RoomInput>> = {
  plain: room('plain', { shape: shape([4000, 3000]), spotlights: 6, chandeliers: 0 }),
  floating: room('floating', {
    shape: shape([6000, 4000]),
    plan: { ...PLAN, sides: [0, 1, 2, 3].map((side) => ({ side, profile: 'floating' })) },
    spotlights: 8,
    chandeliers: 1,
  }),
  shadow: room('shadow', {
    shape: {
      schemaVersion: 1,
      kind: 'right-angled',
      sidesMm: [6000, 4000, 3500, 1500, 2500, 2500],
      reflexCorners: [4],
    },
    plan: {
      ...PLAN,
      sides: [{ side: 0, profile: 'niche' }, ...[1, 2, 3, 4, 5].map((side) => ({ side, profile: 'shadow' as const }))],
      objects: [
        {
          id: 'line',
          kind: 'light-line',
          pointsMm: [
            { x: 1000, y: 1000 },
            { x: 4000, y: 1000 },
          ],
        },
      ],
    },
    spotlights: 10,
    chandeliers: 0,
  }),
  kitchen: room('kitchen', {
    shape: shape([3600, 3000]),
    plan: {
      ...PLAN,
      sides: [
        { side: 0, wall: 'porcelain' },
        { side: 1, wall: 'tile' },
      ],
      objects: [
        { id: 'pipe', kind: 'pipe', atMm: { x: 300, y: 300 } },
        { id: 'vent', kind: 'vent', atMm: { x: 1800, y: 300 } },
        { id: 'sensor', kind: 'sensor', atMm: { x: 1800, y: 1500 } },
        { id: 'hatch', kind: 'hatch', atMm: { x: 3000, y: 2400 } },
      ],
    },
    spotlights: 4,
    chandeliers: 1,
  }),
  high: room('high', {
    shape: shape([8000, 6000]),
    plan: { ...PLAN, heightMm: 4200 },
    spotlights: 12,
    chandeliers: 1,
  }),
};
