import type { Point } from '../geometry/point.js';
import type { RoomDraft } from '../shape/room-shape.js';

const RECTANGLE: Point[] = [
  { x: 0, y: 0 },
  { x: 4, y: 0 },
  { x: 4, y: 3 },
  { x: 0, y: 3 },
];

const GAMMA: Point[] = [
  { x: 0, y: 0 },
  { x: 5, y: 0 },
  { x: 5, y: 3 },
  { x: 3, y: 3 },
  { x: 3, y: 4.5 },
  { x: 0, y: 4.5 },
];

/** Corners of a room by the lengths it has, typed or not; a triangle at least. */
export function cornerCount({ kind, sidesMm }: RoomDraft): number {
  return kind === 'rectangle' ? 4 : Math.max(3, sidesMm.length);
}

/** A nominal figure of as many corners: shows which wall is which before there is a length. */
export function schemePoints(draft: RoomDraft): Point[] {
  const count = cornerCount(draft);
  if (draft.kind === 'right-angled' && count === GAMMA.length) {
    return GAMMA;
  }
  if (count === RECTANGLE.length) {
    return RECTANGLE;
  }
  // A regular figure standing on AB.
  const turn = (2 * Math.PI) / count;
  return Array.from({ length: count }, (_, corner) => {
    const angle = -Math.PI / 2 - turn / 2 + corner * turn;
    return { x: 2 * Math.cos(angle), y: 2 * Math.sin(angle) };
  });
}
