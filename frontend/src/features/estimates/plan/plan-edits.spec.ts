import { describe, expect, it } from '@jest/globals';
import type { PlanObject } from '@smet/estimating';
import { lineLengthMm, moveThing, removeThing, withCanvas, withLineLength, withSides } from './plan-edits';
import type { Placed } from './plan-edits';

const lamp: PlanObject = { id: 'lamp', kind: 'spotlight', atMm: { x: 1000, y: 500 } };
const track: PlanObject = {
  id: 'track',
  kind: 'track',
  pointsMm: [
    { x: 0, y: 0 },
    { x: 2000, y: 0 },
    { x: 2000, y: 1000 },
  ],
};
const room: Placed = {
  plan: { schemaVersion: 1, objects: [lamp, track] },
  cutouts: [{ id: 'column', purpose: 'column', kind: 'circle', centreMm: { x: 900, y: 900 }, diameterMm: 400 }],
};
const objectsAfter = (change: ReturnType<typeof moveThing>) =>
  change?.type === 'plan' ? (change.plan.objects ?? []) : [];

describe('moving things on the plan', () => {
  it('puts a lamp exactly where it is to be, to a tenth of a millimetre', () => {
    const [moved] = objectsAfter(moveThing(room, { kind: 'object', id: 'lamp' }, { x: 1234.56, y: 10 }));
    expect(moved).toEqual({ ...lamp, atMm: { x: 1234.6, y: 10 } });
  });

  it('leaves no line without a length', () => {
    const short = { ...track, pointsMm: track.pointsMm.slice(0, 2) };
    const placed = { ...room, plan: { schemaVersion: 1 as const, objects: [short] } };
    expect(moveThing(placed, { kind: 'object', id: 'track', point: 1 }, { x: 0, y: 0 })).toBeNull();
  });

  it('moves a whole line, or only the point that is held', () => {
    const [, whole] = objectsAfter(moveThing(room, { kind: 'object', id: 'track' }, { x: 100, y: 50 }));
    expect(whole).toMatchObject({
      pointsMm: [
        { x: 100, y: 50 },
        { x: 2100, y: 50 },
        { x: 2100, y: 1050 },
      ],
    });
    const [, bent] = objectsAfter(moveThing(room, { kind: 'object', id: 'track', point: 1 }, { x: 1500, y: 0 }));
    expect(bent).toMatchObject({
      pointsMm: [
        { x: 0, y: 0 },
        { x: 1500, y: 0 },
        { x: 2000, y: 1000 },
      ],
    });
  });

  it('moves a column by its centre and forgets what is taken away', () => {
    expect(moveThing(room, { kind: 'cutout', id: 'column' }, { x: 1000, y: 1000 })).toMatchObject({
      type: 'cutouts',
      cutouts: [{ centreMm: { x: 1000, y: 1000 } }],
    });
    const first = removeThing(room, { kind: 'object', id: 'lamp' });
    expect(objectsAfter(first)).toEqual([track]);
    const plan = first.type === 'plan' ? first.plan : room.plan;
    expect(removeThing({ ...room, plan }, { kind: 'object', id: 'track' })).toEqual({
      type: 'plan',
      plan: { schemaVersion: 1 },
    });
  });
});

describe('a line of a typed length', () => {
  it('keeps its direction and all but its last stretch', () => {
    const points = withLineLength('pointsMm' in track ? track.pointsMm : [], 2500)!;
    expect(points).toEqual([
      { x: 0, y: 0 },
      { x: 2000, y: 0 },
      { x: 2000, y: 500 },
    ]);
    expect(lineLengthMm(points)).toBe(2500);
  });

  it('is refused when the last stretch would be gone', () => {
    expect(withLineLength('pointsMm' in track ? track.pointsMm : [], 1900)).toBeNull();
  });
});

describe('walls and canvas of a plan', () => {
  it('say only what differs from the ordinary', () => {
    const shadow = withSides({ schemaVersion: 1 }, [0, 2], { profile: 'shadow' });
    expect(shadow.sides).toEqual([
      { side: 0, profile: 'shadow' },
      { side: 2, profile: 'shadow' },
    ]);
    const tiled = withSides(shadow, [2], { wall: 'tile' });
    expect(tiled.sides?.[1]).toEqual({ side: 2, profile: 'shadow', wall: 'tile' });
    const ordinary = withSides(withSides(tiled, [0, 2], { profile: 'ordinary' }), [2], { wall: null });
    expect(ordinary).toEqual({ schemaVersion: 1 });
  });

  it('go back to the automatic layout when the last option is taken away', () => {
    const chosen = withCanvas({ schemaVersion: 1 }, { rollM: '5.0', preference: 'cheapest' });
    expect(chosen.canvas).toEqual({ rollM: '5.0', preference: 'cheapest' });
    expect(withCanvas(chosen, { rollM: undefined, preference: undefined })).toEqual({ schemaVersion: 1 });
  });
});
