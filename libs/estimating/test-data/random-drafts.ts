import type { RoomDraft } from '../src/shape/room-shape.js';

export type Random = () => number;

/** Numbers a person, a broken client or a laser out of its mind may send. */
export const ODD_NUMBERS: readonly unknown[] = [
  0,
  -1,
  -5000,
  0.05,
  1e-300,
  1e308,
  Infinity,
  -Infinity,
  NaN,
  null,
  undefined,
  '400',
  true,
  Number.MAX_SAFE_INTEGER,
];

/** A draft that is nearly a room: of every kind, with plausible lengths and now and then something odd in it. */
export function randomDraft(random: Random): RoomDraft {
  const odd = random() < 0.3 ? 0.15 : 0;
  const number = (least: number, most: number): number =>
    random() < odd ? (pick(ODD_NUMBERS, random) as number) : Math.round((least + random() * (most - least)) * 10) / 10;
  const kind = pick(['rectangle', 'right-angled', 'triangulated'] as const, random);
  const count = kind === 'rectangle' ? 2 : kind === 'right-angled' ? 4 + 2 * whole(7, random) : 3 + whole(14, random);
  const draft = {
    schemaVersion: 1,
    kind,
    sidesMm: Array.from({ length: count }, () => number(200, 9000)),
    ...(random() < 0.3 && { lettered: pick(['clockwise', 'counter-clockwise', 'sideways'], random) }),
    ...(random() < 0.4 && { arcs: some(3, random, () => randomArc(count, random, number)) }),
    ...(random() < 0.4 && { cutouts: some(3, random, (index) => randomCutout(index, random, number)) }),
    ...(kind === 'right-angled' && random() < 0.3 && { reflexCorners: some(4, random, () => whole(count, random)) }),
    ...(kind === 'triangulated' && randomReadings(count, random, number)),
  };
  return draft as unknown as RoomDraft;
}

function randomReadings(count: number, random: Random, number: (least: number, most: number) => number): object {
  const corner = () => whole(count + (random() < 0.02 ? 3 : 0), random);
  const fan = Array.from({ length: Math.max(0, count - 3) }, (_, index) => ({ from: 0, to: index + 2 }));
  const chords = random() < 0.6 ? fan : some(count, random, () => ({ from: corner(), to: corner() }));
  const controls = random() < 0.3 ? some(3, random, () => ({ from: corner(), to: corner() })) : [];
  return {
    diagonalsMm: [...chords, ...controls].map((chord) => ({ ...chord, lengthMm: number(300, 12_000) })),
    ...(random() < 0.3 && { angles: some(count, random, () => ({ corner: corner(), degrees: number(1, 359) })) }),
  };
}

function randomArc(count: number, random: Random, number: (least: number, most: number) => number): object {
  const measured = random() < 0.5 ? { sagittaMm: number(1, 3000) } : { radiusMm: number(100, 9000) };
  return { side: whole(count + 2, random), bulges: pick(['outward', 'inward'], random), ...measured };
}

function randomCutout(index: number, random: Random, number: (least: number, most: number) => number): object {
  const place = () => ({ x: number(-1000, 9000), y: number(-1000, 9000) });
  const common = { id: random() < 0.05 ? 'twin' : `cutout-${index}`, purpose: pick(['column', 'opening'], random) };
  return pick(
    [
      { ...common, kind: 'rectangle', centreMm: place(), sizeMm: [number(10, 2000), number(10, 2000)], turnDeg: 30 },
      { ...common, kind: 'circle', centreMm: place(), diameterMm: number(10, 2000) },
      { ...common, kind: 'polygon', pointsMm: some(6, random, place) },
    ],
    random,
  );
}

export function some<T>(most: number, random: Random, make: (index: number) => T): T[] {
  return Array.from({ length: whole(most + 1, random) }, (_, index) => make(index));
}

export function whole(below: number, random: Random): number {
  return Math.floor(random() * below);
}

export function pick<T>(list: readonly T[], random: Random): T {
  return list[whole(list.length, random)]!;
}
