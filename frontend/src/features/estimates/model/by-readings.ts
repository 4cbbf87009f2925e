import type { RoomForm } from './types';

/** What of a room its shape is built from. Its name, plan and lamps are not: typing those builds nothing anew. */
const READINGS = ['kind', 'lettered', 'sides', 'diagonals', 'angles', 'reflexCorners', 'arcs', 'cutouts'] as const;

const sameReadings = (a: RoomForm, b: RoomForm): boolean => READINGS.every((field) => a[field] === b[field]);

/**
 * Remembers the last value of each room until one of its readings is another one: the same readings give the very same
 * object. Forms are never changed in place. A copy shares its readings with the room it was made from, but not its values:
 * the library tells rooms apart by such objects.
 */
export function byReadings<Value>(compute: (room: RoomForm) => Value): (room: RoomForm) => Value {
  const known = new WeakMap<readonly string[], Map<string, { room: RoomForm; value: Value }>>();
  return (room) => {
    const rooms = known.get(room.sides) ?? new Map<string, { room: RoomForm; value: Value }>();
    const last = rooms.get(room.id);
    if (last && sameReadings(last.room, room)) return last.value;
    const value = compute(room);
    known.set(room.sides, rooms.set(room.id, { room, value }));
    return value;
  };
}
