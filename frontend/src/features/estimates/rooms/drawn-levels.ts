import { placeInset } from '@smet/estimating';
import type { DrawnLevel, PointMm } from '@smet/estimating';
import type { BuiltForm } from '../drawing/built-form';
import type { RoomChange } from '../model/room-changes';
import type { RoomForm } from '../model/types';

type Item = { room: RoomForm } & BuiltForm;

/** The levels within a room as they lie there, in it or not; those not measured yet cannot be drawn. */
export function drawnLevels(items: readonly Item[], base: Item): DrawnLevel[] {
  const { build } = base;
  if (!build.ok) return [];
  return items.flatMap(({ room, build: level }) => {
    const { inset } = room.plan;
    if (inset?.roomId !== base.room.id || !level.ok) return [];
    const placed = placeInset(build.room, level.room, inset);
    return [{ id: room.id, contour: placed.ok ? placed.inset.contour : placed.contour, label: room.name }];
  });
}

/** A level moved within its base. */
export function movedLevel({ plan }: RoomForm, by: PointMm): RoomChange | null {
  if (!plan.inset) return null;
  const { atMm } = plan.inset;
  return { type: 'plan', plan: { ...plan, inset: { ...plan.inset, atMm: { x: atMm.x + by.x, y: atMm.y + by.y } } } };
}
