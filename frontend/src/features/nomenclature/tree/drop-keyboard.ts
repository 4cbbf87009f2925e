import { KeyboardCode } from '@dnd-kit/core';
import type { ClientRect, CollisionDetection, KeyboardCoordinateGetter, UniqueIdentifier } from '@dnd-kit/core';
import { pointerWithin } from '@dnd-kit/core';

const STEPS: Readonly<Record<string, number>> = { [KeyboardCode.Down]: 1, [KeyboardCode.Up]: -1 };

/** With the keyboard, what is moved jumps from place to place as they follow each other on the screen. */
export const nextPlace: KeyboardCoordinateGetter = (event, { context }) => {
  const step = STEPS[event.code];
  if (step === undefined) return undefined;
  event.preventDefault();
  const places = context.droppableContainers
    .getEnabled()
    .flatMap(({ id }): { id: UniqueIdentifier; rect: ClientRect }[] => {
      const rect = context.droppableRects.get(id);
      return rect ? [{ id, rect }] : [];
    })
    .sort((a, b) => a.rect.top - b.rect.top);
  const at = places.findIndex(({ id }) => id === context.over?.id);
  const place = places[Math.min(Math.max(at + step, 0), places.length - 1)];
  return place && { x: place.rect.left, y: place.rect.top };
};

/** What the pointer is over; without a pointer, the place whose upper edge is nearest. */
export const placeUnder: CollisionDetection = (input) => {
  if (input.pointerCoordinates) return pointerWithin(input);
  const { droppableContainers, droppableRects, collisionRect } = input;
  return droppableContainers
    .flatMap((droppableContainer) => {
      const rect = droppableRects.get(droppableContainer.id);
      if (!rect) return [];
      const value = Math.abs(rect.top - collisionRect.top);
      return [{ id: droppableContainer.id, data: { droppableContainer, value } }];
    })
    .sort((a, b) => a.data.value - b.data.value)
    .slice(0, 1);
};
