import { isInsideMm, objectsOutside, snapPlace } from '@smet/estimating';
import type { BuiltRoom, PointMm, Snapped } from '@smet/estimating';
import type { Selected } from '../drawing/selected';
import { clearancesOf, faceClearances } from './distances';
import type { Clearance } from './distances';
import { centreOf, findCutout, placeOf } from './plan-edits';
import type { Handle, Placed } from './plan-edits';

/** The thing of the plan that is selected, when it is one of this room. */
export function handleOf(selected: Selected | null): Handle | null {
  if (selected?.kind === 'object' || selected?.kind === 'cutout') return { kind: selected.kind, id: selected.id };
  return null;
}

/** What a thing in hand can be in line with: every other thing, and the other points of its own line. */
export function placesAround({ plan, cutouts }: Placed, held: Handle | null): PointMm[] {
  const objects = (plan.objects ?? []).flatMap((object) => {
    const isHeld = held?.kind === 'object' && held.id === object.id;
    if ('atMm' in object) return isHeld ? [] : [object.atMm];
    if (!isHeld) return object.pointsMm;
    return held.point === undefined ? [] : object.pointsMm.filter((_, index) => index !== held.point);
  });
  const columns = cutouts.filter(({ id }) => !(held?.kind === 'cutout' && held.id === id)).map(centreOf);
  return [...objects, ...columns];
}

/** Where a thing comes to rest when it is dragged to a place. */
export function snapThing(
  room: Placed,
  built: BuiltRoom,
  held: Handle | null,
  { place, toleranceMm }: { place: PointMm; toleranceMm: number },
): Snapped {
  return snapPlace(built, place, { others: placesAround(room, held), toleranceMm });
}

/** Distances of a thing to the walls, as the trade measures them: lamps by the centre, columns by their faces. */
export function thingClearances(room: Placed, built: BuiltRoom, handle: Handle): Clearance[] {
  const at = placeOf(room, handle);
  if (!at) return [];
  if (handle.kind === 'object') return clearancesOf(built, at);
  return cutoutClearances(room, built, handle.id, at);
}

/** A column is on its way out of the room: some corner of it would be beyond the walls. */
export function isThroughWall(room: Placed, built: BuiltRoom, id: string, centre: PointMm): boolean {
  const contour = shiftedContour(room, built, id, centre);
  const walls = built.contour.map(({ x, y }): PointMm => ({ x: x * 1000, y: y * 1000 }));
  return contour !== null && contour.some((corner) => !isInsideMm(walls, corner));
}

/** The same for a column whose centre is elsewhere, as while it is dragged. */
export function cutoutClearances(room: Placed, built: BuiltRoom, id: string, centre: PointMm): Clearance[] {
  const contour = shiftedContour(room, built, id, centre);
  return contour ? faceClearances(built, centre, contour) : clearancesOf(built, centre);
}

/** The line of a column, millimetres, as if its centre were at a place. */
function shiftedContour(room: Placed, built: BuiltRoom, id: string, centre: PointMm): PointMm[] | null {
  const [cutout, known] = [findCutout(room, id), built.cutouts.find((candidate) => candidate.id === id)];
  if (!cutout || !known) return null;
  const from = centreOf(cutout);
  return known.contour.map(({ x, y }) => ({ x: x * 1000 + centre.x - from.x, y: y * 1000 + centre.y - from.y }));
}

/** Ids of what lies outside of the room: it was there before the room was measured anew, or was dragged out. */
export function astrayIn({ plan, cutouts }: Placed, room: BuiltRoom | null): ReadonlySet<string> {
  if (!room) return new Set();
  const contour = room.contour.map(({ x, y }): PointMm => ({ x: x * 1000, y: y * 1000 }));
  const columns = cutouts.filter((cutout) => !isInsideMm(contour, centreOf(cutout)));
  return new Set([...objectsOutside(room, plan), ...columns].map(({ id }) => id));
}
