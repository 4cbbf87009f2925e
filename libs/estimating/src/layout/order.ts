import { fromDouble, roundUp } from '@smet/money';
import type { DecimalString } from '@smet/money';
import { isInside } from '../geometry/inside.js';
import { convexHull } from '../geometry/min-width.js';
import type { Point } from '../geometry/point.js';
import { distanceToLine } from '../geometry/segment.js';
import type { CanvasOptions } from '../plan/room-plan.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import type { RollWidth } from '../rules/roll-width.js';
import type { Film, RuleSet } from '../rules/rule-set.js';
import type { CanvasRefusal, CanvasRefusalCode } from './canvas.js';
import { piecesOf } from './pieces.js';
import { leastHeight } from './site.js';
import type { Task } from './site.js';
import { cutHeight } from './strip-fit.js';
import { allWays, quarterTurn, wallDirection, wallWays } from './ways.js';
import type { Way } from './ways.js';

/** A place is given to a tenth of a millimetre: one so near to a line lies on it. */
const EDGE_M = 1e-3;

/** What is asked for and the rolls it may be cut from. */
export interface Order {
  /** One for each piece of the room, all on the same roll. */
  tasks: readonly Task[];
  rolls: readonly RollWidth[];
}

export type OrderResult = { ok: true; order: Order } | { ok: false; refusal: CanvasRefusal };

/** Checks what the options of a room name against the films and against the room. */
export function takeOrder(room: BuiltRoom, films: RuleSet['films'], options: CanvasOptions): OrderResult {
  const film = options.film === undefined ? films[0] : films.find(({ key }) => key === options.film);
  if (!film) {
    return refuse('FILM_UNKNOWN', 'film', { film: options.film! });
  }
  const rolls = rollsOf(film, options.rollM);
  if (rolls.length === 0) {
    return refuse('ROLL_UNKNOWN', 'rollM', { rollM: options.rollM! });
  }
  const wrong = checkDirection(room, film, options) ?? checkSeam(film, options);
  if (wrong) {
    return wrong;
  }
  const pieces = piecesOf(room);
  const wished = wishes(options);
  const { seamThrough } = wished;
  const seamed = seamThrough && pieces.find((piece) => isOnCanvas(seamThrough, piece));
  if (seamThrough && !seamed) {
    return refuse('SEAM_OUTSIDE', 'seamThroughMm');
  }
  const tasks = pieces.map((piece): Task => {
    const hull = convexHull(piece.contour);
    const ways = waysOf(piece, hull, { film, options });
    return { room: piece, hull, film, ...wished, seamThrough: piece === seamed ? seamThrough : null, ...ways };
  });
  return { ok: true, order: { tasks, rolls } };
}

/** How wide a roll must be to cover every piece in one strip, in metres and up to the next centimetre. */
export function neededWidth({ tasks }: Order): DecimalString {
  const needed = tasks.map((task) => cutHeight(leastHeight(task), task));
  return roundUp(fromDouble(Math.max(...needed)), '0.01');
}

export function refuse(
  code: CanvasRefusalCode,
  option: keyof CanvasOptions,
  params: CanvasRefusal['params'] = {},
): { ok: false; refusal: CanvasRefusal } {
  return { ok: false, refusal: { code, path: `plan.canvas.${option}`, params } };
}

function rollsOf({ rolls }: Film, rollM: RollWidth | undefined): readonly RollWidth[] {
  return rollM === undefined ? rolls : rolls.filter((roll) => Number(roll) === Number(rollM));
}

function checkDirection(room: BuiltRoom, film: Film, { direction }: CanvasOptions): OrderResult | null {
  if (!direction) {
    return film.rotation === 'chosen' ? refuse('DIRECTION_MISSING', 'direction') : null;
  }
  return room.walls[direction.wall] ? null : refuse('DIRECTION_INVALID', 'direction', { wall: direction.wall });
}

function checkSeam(film: Film, { seamThroughMm }: CanvasOptions): OrderResult | null {
  return film.onePiece && seamThroughMm ? refuse('SEAM_IMPOSSIBLE', 'seamThroughMm') : null;
}

/** Within the room, outside its cut-outs; the edges of both belong to the canvas. */
function isOnCanvas(point: Point, { contour, cutouts }: BuiltRoom): boolean {
  const isOff = (line: readonly Point[]) => distanceToLine(point, line) > EDGE_M;
  const isWithin = isInside(point, contour) || !isOff(contour);
  return isWithin && cutouts.every((cutout) => !isInside(point, cutout.contour) || !isOff(cutout.contour));
}

function wishes({
  ignoreSliversMm,
  seamThroughMm,
  preference,
}: CanvasOptions): Pick<Task, 'sliverM' | 'seamThrough' | 'cheapest'> {
  return {
    sliverM: (ignoreSliversMm ?? 0) / 1000,
    seamThrough: seamThroughMm ? { x: seamThroughMm.x / 1000, y: seamThroughMm.y / 1000 } : null,
    cheapest: preference === 'cheapest',
  };
}

function waysOf(
  room: BuiltRoom,
  hull: readonly Point[],
  { film, options: { direction } }: { film: Film; options: CanvasOptions },
): Pick<Task, 'ways' | 'anyDirection'> {
  if (direction) {
    const along = wallDirection(room, direction.wall);
    const way: Way = { direction: direction.turnDeg === 90 ? quarterTurn(along) : along, straight: true };
    return { ways: [way], anyDirection: false };
  }
  return film.rotation === 'any'
    ? { ways: allWays(room, hull), anyDirection: true }
    : { ways: wallWays(room), anyDirection: false };
}
