import type { Point } from '../geometry/point.js';
import { ROOM_PRESETS } from '../rooms/presets.js';
import type { RoomPreset } from '../rooms/presets.js';
import type { RightAngledShape, RoomDraft } from '../shape/room-shape.js';

/** Corners of a room by the lengths it has, typed or not; a triangle at least. */
export function cornerCount({ kind, sidesMm }: RoomDraft): number {
  return kind === 'rectangle' ? 4 : Math.max(3, sidesMm.length);
}

/** A nominal figure of as many corners: shows which wall is which before there is a length. */
export function schemePoints(draft: RoomDraft): Point[] {
  const count = cornerCount(draft);
  if (count === ROOM_PRESETS.rectangle.nominal.length) {
    return [...ROOM_PRESETS.rectangle.nominal];
  }
  const preset = draft.kind === 'right-angled' ? presetOf(draft, count) : undefined;
  if (preset) {
    return [...preset.nominal];
  }
  // A regular figure standing on AB.
  const turn = (2 * Math.PI) / count;
  return Array.from({ length: count }, (_, corner) => {
    const angle = -Math.PI / 2 - turn / 2 + corner * turn;
    return { x: 2 * Math.cos(angle), y: 2 * Math.sin(angle) };
  });
}

/** Which letter a room of right angles looks like by its turns; six walls alone make a Г. */
function presetOf({ reflexCorners }: RightAngledShape<number | null>, count: number): RoomPreset | undefined {
  const { gamma, ...others } = ROOM_PRESETS;
  return [gamma, ...Object.values(others)].find(
    (preset) =>
      preset.nominal.length === count && (preset.reflexCorners.join() === reflexCorners?.join() || preset === gamma),
  );
}
