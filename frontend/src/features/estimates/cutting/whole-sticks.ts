import type { ListedStick } from '@smet/estimating';

/** Sticks that go to one room as they are. */
export interface WholeSticks {
  roomId: string;
  roomName: string;
  count: number;
  /** Where they go, in the order of the list. */
  walls: { label: string; count: number }[];
}

/** Nothing is cut off it: it goes to one wall, all of it. */
function isWhole({ cuts, restMm }: ListedStick): boolean {
  return cuts.length === 1 && restMm === 0;
}

function addWall(room: WholeSticks, label: string): WholeSticks {
  const isKnown = room.walls.some((wall) => wall.label === label);
  const walls = isKnown
    ? room.walls.map((wall) => (wall.label === label ? { label, count: wall.count + 1 } : wall))
    : [...room.walls, { label, count: 1 }];
  return { ...room, count: room.count + 1, walls };
}

/** Sticks nobody has to cut, by rooms, apart from those that are cut: in a long list only the latter need a picture. */
export function splitWhole(sticks: readonly ListedStick[]): { whole: WholeSticks[]; cut: ListedStick[] } {
  const rooms = new Map<string, WholeSticks>();
  for (const { cuts } of sticks.filter(isWhole)) {
    for (const { roomId, roomName, label } of cuts) {
      rooms.set(roomId, addWall(rooms.get(roomId) ?? { roomId, roomName, count: 0, walls: [] }, label));
    }
  }
  return { whole: [...rooms.values()], cut: sticks.filter((stick) => !isWhole(stick)) };
}
