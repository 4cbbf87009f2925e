import type { Point } from '../geometry/point.js';

export type RoomPresetName = 'rectangle' | 'gamma' | 'pi' | 'tau';

/**
 * A room one starts from instead of counting its corners. A room lettered clockwise (A at the top left, its frame drawn
 * with y down) looks like the letter it is named after.
 */
export interface RoomPreset {
  kind: 'rectangle' | 'right-angled';
  /** How many lengths are typed, `sidesMm` of its shape. */
  sides: number;
  /** Given with the shape from the start, so that lengths never make a right-angled room ambiguous. */
  reflexCorners: readonly number[];
  /** Metres, in the frame of the room: its look before lengths are typed. */
  nominal: readonly Point[];
}

function corners(...coordinates: readonly (readonly [number, number])[]): Point[] {
  return coordinates.map(([x, y]) => ({ x, y }));
}

export const ROOM_PRESETS: Readonly<Record<RoomPresetName, RoomPreset>> = {
  rectangle: {
    kind: 'rectangle',
    sides: 2,
    reflexCorners: [],
    nominal: corners([0, 0], [6, 0], [6, 4], [0, 4]),
  },
  /** Г: a bar at the top and a leg on the left. */
  gamma: {
    kind: 'right-angled',
    sides: 6,
    reflexCorners: [3],
    nominal: corners([0, 0], [6, 0], [6, 2], [2, 2], [2, 5], [0, 5]),
  },
  /** П: a bar at the top and a leg on either side. */
  pi: {
    kind: 'right-angled',
    sides: 8,
    reflexCorners: [4, 5],
    nominal: corners([0, 0], [6, 0], [6, 5], [4, 5], [4, 2], [2, 2], [2, 5], [0, 5]),
  },
  /** Т: a bar at the top and a leg in its middle. */
  tau: {
    kind: 'right-angled',
    sides: 8,
    reflexCorners: [3, 6],
    nominal: corners([0, 0], [6, 0], [6, 2], [4, 2], [4, 5], [2, 5], [2, 2], [0, 2]),
  },
};
