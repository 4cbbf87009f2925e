import type { DemoPlan, DemoShape } from './demo-engine.js';
import type { Random } from './random.js';

/** Rooms as a measurer brings them home, in millimetres. */
export interface RoomTemplate {
  name: string;
  shape: DemoShape;
  plan?: DemoPlan;
  /** The room is a level within another room of its estimate, known by name. */
  level?: { base: string; at: [x: number, y: number] };
  spotlights: number;
  chandeliers: number;
}

const rectangle = (a: number, b: number): DemoShape => ({ schemaVersion: 1, kind: 'rectangle', sidesMm: [a, b] });
const rightAngled = (...sidesMm: number[]): DemoShape => ({ schemaVersion: 1, kind: 'right-angled', sidesMm });

const templates: readonly RoomTemplate[] = [
  { name: 'Гостиная', shape: rectangle(5240, 3860), spotlights: 8, chandeliers: 1 },
  { name: 'Спальня', shape: rectangle(4000, 3000), spotlights: 6, chandeliers: 1 },
  { name: 'Детская', shape: rectangle(3870, 2940), spotlights: 4, chandeliers: 1 },
  { name: 'Кухня', shape: rectangle(3450, 2710), spotlights: 6, chandeliers: 0 },
  { name: 'Коридор', shape: rectangle(6120, 1380), spotlights: 5, chandeliers: 0 },
  { name: 'Ванная', shape: rectangle(2170, 1680), spotlights: 3, chandeliers: 0 },
  { name: 'Санузел', shape: rectangle(1520, 960), spotlights: 1, chandeliers: 0 },
  { name: 'Кухня-гостиная', shape: rightAngled(5000, 3000, 2000, 1500, 3000, 4500), spotlights: 8, chandeliers: 0 },
  { name: 'Прихожая', shape: rightAngled(3600, 1400, 2200, 1900, 1400, 3300), spotlights: 4, chandeliers: 0 },
  { name: 'Студия', shape: rightAngled(6400, 3200, 2600, 1800, 3800, 5000), spotlights: 10, chandeliers: 1 },
  {
    name: 'Эркер',
    shape: {
      schemaVersion: 1,
      kind: 'triangulated',
      sidesMm: [4000, 2500, 2121, 2500, 4000],
      diagonalsMm: [
        { from: 0, to: 2, lengthMm: 4717 },
        { from: 0, to: 3, lengthMm: 4717 },
      ],
    },
    spotlights: 5,
    chandeliers: 0,
  },
  {
    name: 'Кабинет',
    shape: {
      schemaVersion: 1,
      kind: 'triangulated',
      sidesMm: [3820, 2960, 3790, 3010],
      diagonalsMm: [{ from: 0, to: 2, lengthMm: 4840 }],
    },
    spotlights: 4,
    chandeliers: 1,
  },
];

/** One to four different rooms. */
export function pickRooms(random: Random): RoomTemplate[] {
  const first = random.whole(0, templates.length - 1);
  return Array.from({ length: random.whole(1, 4) }, (_, index) => {
    const template = templates[(first + index * 5) % templates.length];
    if (!template) throw new RangeError('no such room');
    return template;
  });
}
