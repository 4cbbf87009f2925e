import type {
  CanvasOptions,
  Cutout,
  Length,
  PlanObject,
  PointMm,
  ProfileKind,
  RoomPlan,
  SideAttributes,
  WallMaterial,
} from '@smet/estimating';
import type { RoomForm } from '../model/types';

/** What lies on the plan of a room and can be moved: the part of the form these edits need. */
export type Placed = Pick<RoomForm, 'plan' | 'cutouts'>;

/** A thing of the plan to take hold of: whole, or one point of its line. */
export interface Handle {
  kind: 'object' | 'cutout';
  id: string;
  point?: number;
}

export type PlacedChange = { type: 'plan'; plan: RoomPlan } | { type: 'cutouts'; cutouts: Cutout<Length>[] };

/** Places are kept to a tenth of a millimetre, as everything that is measured. */
const tenths = (value: number): number => Math.round(value * 10) / 10;
const moved = ({ x, y }: PointMm, by: PointMm): PointMm => ({ x: tenths(x + by.x), y: tenths(y + by.y) });

export function findObject({ plan }: Placed, id: string): PlanObject | null {
  return plan.objects?.find((object) => object.id === id) ?? null;
}

export function findCutout({ cutouts }: Placed, id: string): Cutout<Length> | null {
  return cutouts.find((cutout) => cutout.id === id) ?? null;
}

/** The place a thing is held by: of a symbol its own, of a line its first point or the one that is held. */
export function placeOf(room: Placed, { kind, id, point }: Handle): PointMm | null {
  if (kind === 'cutout') {
    const cutout = findCutout(room, id);
    return cutout && centreOf(cutout);
  }
  const object = findObject(room, id);
  if (!object) return null;
  return 'atMm' in object ? object.atMm : (object.pointsMm[point ?? 0] ?? null);
}

export function centreOf(cutout: Cutout<Length>): PointMm {
  if (cutout.kind !== 'polygon') return cutout.centreMm;
  const [xs, ys] = [cutout.pointsMm.map(({ x }) => x), cutout.pointsMm.map(({ y }) => y)];
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
}

/** Moves a thing so that the place it is held by comes to `to`; null where that would leave a line without a length. */
export function moveThing(room: Placed, handle: Handle, to: PointMm): PlacedChange | null {
  const from = placeOf(room, handle);
  if (!from) return null;
  const by = { x: to.x - from.x, y: to.y - from.y };
  if (handle.kind === 'cutout') return changeCutout(room, handle.id, (cutout) => shiftCutout(cutout, by));
  const change = changeObject(room, handle.id, (object) => shiftObject(object, by, handle.point));
  return isPoint(change, handle.id) ? null : change;
}

/** A line whose points have all come to one place. */
function isPoint(change: PlacedChange, id: string): boolean {
  const object = change.type === 'plan' ? change.plan.objects?.find((candidate) => candidate.id === id) : undefined;
  return object !== undefined && 'pointsMm' in object && lineLengthMm(object.pointsMm) === 0;
}

function shiftObject(object: PlanObject, by: PointMm, point: number | undefined): PlanObject {
  if ('atMm' in object) return { ...object, atMm: moved(object.atMm, by) };
  const pointsMm = object.pointsMm.map((at, index) => (point === undefined || index === point ? moved(at, by) : at));
  return { ...object, pointsMm };
}

function shiftCutout(cutout: Cutout<Length>, by: PointMm): Cutout<Length> {
  if (cutout.kind === 'polygon') return { ...cutout, pointsMm: cutout.pointsMm.map((at) => moved(at, by)) };
  return { ...cutout, centreMm: moved(cutout.centreMm, by) };
}

export function changeObject(room: Placed, id: string, change: (object: PlanObject) => PlanObject): PlacedChange {
  return withObjects(room.plan, (objects) => objects.map((object) => (object.id === id ? change(object) : object)));
}

export function changeCutout(
  { cutouts }: Placed,
  id: string,
  change: (cutout: Cutout<Length>) => Cutout<Length>,
): PlacedChange {
  return { type: 'cutouts', cutouts: cutouts.map((cutout) => (cutout.id === id ? change(cutout) : cutout)) };
}

export const addObjects = ({ plan }: Placed, added: readonly PlanObject[]): PlacedChange =>
  withObjects(plan, (objects) => [...objects, ...added]);

export const addCutout = ({ cutouts }: Placed, added: Cutout<Length>): PlacedChange => ({
  type: 'cutouts',
  cutouts: [...cutouts, added],
});

export function removeThing(room: Placed, { kind, id }: Handle): PlacedChange {
  if (kind === 'cutout') return { type: 'cutouts', cutouts: room.cutouts.filter((cutout) => cutout.id !== id) };
  return withObjects(room.plan, (objects) => objects.filter((object) => object.id !== id));
}

export function withObjects(plan: RoomPlan, change: (objects: PlanObject[]) => PlanObject[]): PlacedChange {
  const { objects = [], ...rest } = plan;
  const next = change(objects);
  return { type: 'plan', plan: next.length > 0 ? { ...rest, objects: next } : rest };
}

export const sideOf = (plan: RoomPlan, side: number): SideAttributes =>
  plan.sides?.find((known) => known.side === side) ?? { side };

/** A profile or a material for some walls; null takes it away. What says nothing any more is not kept. */
export function withSides(
  plan: RoomPlan,
  walls: readonly number[],
  change: { profile?: ProfileKind | null; wall?: WallMaterial | null },
): RoomPlan {
  const { sides = [], ...rest } = plan;
  const changed = walls.map((side) => cleanSide({ ...sideOf(plan, side), ...change }));
  const kept = [...sides.filter(({ side }) => !walls.includes(side)), ...changed]
    .filter(({ profile, wall }) => profile !== undefined || wall !== undefined)
    .sort((a, b) => a.side - b.side);
  return kept.length > 0 ? { ...rest, sides: kept } : rest;
}

function cleanSide(attributes: {
  side: number;
  profile?: ProfileKind | null;
  wall?: WallMaterial | null;
}): SideAttributes {
  const { side, profile, wall } = attributes;
  return { side, ...(profile && profile !== 'ordinary' && { profile }), ...(wall && { wall }) };
}

/** Options of the canvas with some of them changed; undefined takes one away, and without any the rule set chooses. */
export function withCanvas(plan: RoomPlan, change: Partial<Record<keyof CanvasOptions, unknown>>): RoomPlan {
  const { canvas, ...rest } = plan;
  const options = Object.fromEntries(
    Object.entries({ ...canvas, ...change }).filter(([, value]) => value !== undefined),
  );
  return Object.keys(options).length > 0 ? { ...rest, canvas: options } : rest;
}

/** Length of a line object in millimetres. */
export function lineLengthMm(points: readonly PointMm[]): number {
  return points
    .slice(1)
    .reduce((sum, { x, y }, index) => sum + Math.hypot(x - points[index]!.x, y - points[index]!.y), 0);
}

/** A line of exactly this length: its last stretch is drawn out or shortened, its direction stays. */
export function withLineLength(points: readonly PointMm[], lengthMm: number): PointMm[] | null {
  const [before, last] = points.slice(-2);
  if (!before || !last) return null;
  const stretch = Math.hypot(last.x - before.x, last.y - before.y);
  const wanted = stretch + lengthMm - lineLengthMm(points);
  if (stretch === 0 || wanted <= 0) return null;
  const end = {
    x: before.x + ((last.x - before.x) * wanted) / stretch,
    y: before.y + ((last.y - before.y) * wanted) / stretch,
  };
  return [...points.slice(0, -1), { x: tenths(end.x), y: tenths(end.y) }];
}
