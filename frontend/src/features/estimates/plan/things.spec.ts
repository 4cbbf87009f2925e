import { describe, expect, it } from '@jest/globals';
import { buildRoom } from '@smet/estimating';
import type { BuiltRoom, Cutout, PlanObject } from '@smet/estimating';
import { astrayIn, cutoutClearances, placesAround, snapThing, thingClearances } from './things';

const column: Cutout = {
  id: 'column',
  purpose: 'column',
  kind: 'rectangle',
  centreMm: { x: 1000, y: 1000 },
  sizeMm: [400, 600],
};
const lamps: PlanObject[] = [
  { id: 'lamp', kind: 'spotlight', atMm: { x: 3000, y: 700 } },
  { id: 'outside', kind: 'spotlight', atMm: { x: 4500, y: 700 } },
];
const niche: PlanObject = {
  id: 'niche',
  kind: 'curtain-niche',
  pointsMm: [
    { x: 0, y: 2800 },
    { x: 4000, y: 2800 },
  ],
};
const room = { plan: { schemaVersion: 1 as const, objects: [...lamps, niche] }, cutouts: [column] };

function built(): BuiltRoom {
  const result = buildRoom({ schemaVersion: 1, kind: 'rectangle', sidesMm: [4000, 3000], cutouts: [column] });
  if (!result.ok) throw new Error('the room of the tests cannot be built');
  return result.room;
}

const byWall = (distances: { wall: number; mm: number }[]) =>
  Object.fromEntries(distances.map(({ wall, mm }) => [wall, Math.round(mm)]));

describe('how far things are from the walls', () => {
  it('is told of a column by its faces, of a lamp by its centre', () => {
    expect(byWall(thingClearances(room, built(), { kind: 'cutout', id: 'column' }))).toEqual({
      0: 700,
      1: 2800,
      2: 1700,
      3: 800,
    });
    expect(byWall(thingClearances(room, built(), { kind: 'object', id: 'lamp' }))).toMatchObject({ 0: 700, 1: 1000 });
  });

  it('follows a column that is being dragged', () => {
    expect(byWall(cutoutClearances(room, built(), 'column', { x: 1500, y: 1000 }))).toMatchObject({ 1: 2300, 3: 1300 });
  });
});

describe('what a thing in hand is in line with', () => {
  it('is everything but itself', () => {
    expect(placesAround(room, { kind: 'object', id: 'lamp' })).not.toContainEqual({ x: 3000, y: 700 });
    expect(placesAround(room, { kind: 'cutout', id: 'column' })).not.toContainEqual(column.centreMm);
    expect(placesAround(room, null)).toHaveLength(5);
  });

  it('is the other end of its own line too', () => {
    expect(placesAround(room, { kind: 'object', id: 'niche', point: 1 })).toContainEqual({ x: 0, y: 2800 });
    const snapped = snapThing(
      room,
      built(),
      { kind: 'object', id: 'niche', point: 1 },
      {
        place: { x: 3310, y: 2770 },
        toleranceMm: 60,
      },
    );
    expect(snapped.at).toEqual({ x: 3300, y: 2800 });
  });
});

describe('things outside of the room', () => {
  it('are found; a line may end on a wall', () => {
    expect([...astrayIn(room, built())]).toEqual(['outside']);
  });
});
