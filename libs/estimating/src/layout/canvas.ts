import { minWidth } from '../geometry/min-width.js';
import type { Point } from '../geometry/point.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import type { Film, RollWidth, RuleSet } from '../rules/rule-set.js';
import { layOutStrips } from './strip-layout.js';
import type { StripLayout } from './strip-layout.js';

/** The roll a room's canvas is cut from and how its strips lie. */
export interface Canvas extends StripLayout {
  film: Film;
  rollM: RollWidth;
}

/** A room exactly as wide as the film at its tightest still takes that film. */
const NOISE_M = 1e-9;

/** Chooses the roll by the rule set (the narrowest that needs no seam, else a seam on the widest) and lays the strips. */
export function chooseCanvas(room: BuiltRoom, ruleSet: RuleSet): Canvas {
  const [film] = ruleSet.films;
  const { rolls } = film;
  const shrink = film.shrink.across;
  const seamless = rolls.find((roll) => room.minWidthM * shrink.min <= Number(roll) + NOISE_M);
  const rollM = seamless ?? rolls.at(-1)!;
  const roll = { rollM: Number(rollM), shrink };
  const layout = layOutStrips(room.contour, wallDirections(room), roll);
  if (seamless === undefined || layout.strips === 1) {
    return { film, rollM, ...layout };
  }
  // No wall runs along the narrowest direction (its lines rest on corners only), yet the roll covers the room that way.
  return { film, rollM, ...layOutStrips(room.contour, [minWidth(room.contour).direction], roll) };
}

/** Unit vectors along the chords of the walls. */
export function wallDirections({ vertices, walls }: BuiltRoom): Point[] {
  return walls.map(({ from, to }) => {
    const dx = vertices[to]!.x - vertices[from]!.x;
    const dy = vertices[to]!.y - vertices[from]!.y;
    const length = Math.hypot(dx, dy);
    return { x: dx / length, y: dy / length };
  });
}
