import { figurePath, ROOM_PRESETS } from '@smet/estimating';
import type { Point } from '@smet/estimating';
import type { RoomStart } from '../model/new-room';
import classes from './add-room.module.css';

const WIDTH = 34;
const HEIGHT = 26;
const EDGE = 2;

/** Rooms whose shape is not known beforehand: any room of right angles, and one that has none. */
const FREE: Record<Exclude<RoomStart, keyof typeof ROOM_PRESETS>, Point[]> = {
  'right-angled': [
    { x: 0, y: 0 },
    { x: 6, y: 0 },
    { x: 6, y: 3 },
    { x: 4.4, y: 3 },
    { x: 4.4, y: 4.5 },
    { x: 1.6, y: 4.5 },
    { x: 1.6, y: 1.5 },
    { x: 0, y: 1.5 },
  ],
  triangulated: [
    { x: 0.8, y: 0 },
    { x: 4.4, y: 0.4 },
    { x: 6, y: 2.2 },
    { x: 4.2, y: 4.5 },
    { x: 0, y: 3.8 },
  ],
};

const pointsOf = (start: RoomStart): readonly Point[] =>
  start === 'right-angled' || start === 'triangulated' ? FREE[start] : ROOM_PRESETS[start].nominal;

/** What a new room will look like. */
export function StartPicture({ start }: { start: RoomStart }) {
  const points = pointsOf(start);
  return (
    <svg
      viewBox={`${-EDGE} ${-EDGE} ${WIDTH + 2 * EDGE} ${HEIGHT + 2 * EDGE}`}
      width={WIDTH + 2 * EDGE}
      height={HEIGHT + 2 * EDGE}
      className={classes.picture}
      aria-hidden
    >
      <path d={figurePath(points, { width: WIDTH, height: HEIGHT, lettered: 'clockwise' })} />
    </svg>
  );
}
