import { turnsOf } from '../geometry/corners.js';
import type { Point } from '../geometry/point.js';
import type { RuleSet } from '../rules/rule-set.js';
import type { BuiltCurve, CornerKind, Wall } from './built-room.js';

/** Readings rounded to a millimetre make a turn of 30° one of 30.0001°. */
const NOISE_DEG = 1e-3;

/** What the rule set says about corners and curves. */
export type CornerRules = Pick<RuleSet, 'corners' | 'curves'>;

/** Curves of a room and the corners inside them, which are none. */
export interface FoundCurves {
  curves: BuiltCurve[];
  inside: ReadonlySet<number>;
}

/**
 * Chains of short straight walls that turn little and the same way: a curve measured by chords. The points inside a chain
 * are no corners; its ends are. A wall in which two chains of opposite turns meet (an S) belongs to the first of them, and
 * a chain that comes back to itself has no ends.
 */
export function findCurves(vertices: readonly Point[], walls: readonly Wall[], rules: CornerRules): FoundCurves {
  const turns = curvingTurns(vertices, walls, rules);
  const taken = new Set<number>();
  const inside = new Set<number>();
  const curves: BuiltCurve[] = [];
  for (const joints of runsOf(turns)) {
    const isClosed = joints.length === walls.length;
    if (joints.length + (isClosed ? 0 : 1) < rules.curves.minChords) {
      continue;
    }
    // Joint i is where wall i begins, so the chain starts one wall earlier; a closed one is all its walls.
    const chain = isClosed ? joints : [(joints[0]! + walls.length - 1) % walls.length, ...joints];
    const own = chain.filter((wall) => !taken.has(wall));
    own.forEach((wall) => taken.add(wall));
    joints.forEach((joint) => inside.add(joint));
    curves.push({ walls: own, lengthM: own.reduce((sum, wall) => sum + walls[wall]!.lengthM, 0) });
  }
  return { curves, inside };
}

/**
 * Corners with those inside curves taken out. Where a curve ends there always is one, as where an arc ends; only where it
 * passes straight into another curve there is none, no more than within an S.
 */
export function withCurves(corners: readonly CornerKind[], { curves, inside }: FoundCurves): CornerKind[] {
  const ends = curves.flatMap(({ walls }) => [walls[0]!, (walls.at(-1)! + 1) % corners.length]);
  return corners.map((kind, corner) => {
    if (inside.has(corner)) {
      return 'none';
    }
    return kind === 'none' && ends.filter((end) => end === corner).length === 1 ? 'inner' : kind;
  });
}

/** +1 or −1 at each corner where two short straight walls turn little, by the way they turn; 0 elsewhere. */
function curvingTurns(vertices: readonly Point[], walls: readonly Wall[], { corners, curves }: CornerRules): number[] {
  const isShort = ({ arc, chordM }: Wall) => !arc && chordM <= curves.maxChordM;
  return turnsOf(vertices).map((turn, index) => {
    const before = walls[(index + walls.length - 1) % walls.length]!;
    const degrees = (Math.abs(turn) * 180) / Math.PI;
    const turnsLittle = degrees >= corners.straightBelowDeg && degrees <= curves.maxTurnDeg + NOISE_DEG;
    return turnsLittle && isShort(before) && isShort(walls[index]!) ? Math.sign(turn) : 0;
  });
}

/** Runs of neighbours with the same sign around a circle, each in order; the whole circle when all are the same. */
function runsOf(signs: readonly number[]): number[][] {
  const count = signs.length;
  const start = signs.findIndex((sign, index) => sign !== signs[(index + count - 1) % count]);
  if (start < 0) {
    return signs[0] === 0 ? [] : [[...signs.keys()]];
  }
  const runs: number[][] = [];
  for (let step = 0; step < count; step += 1) {
    const index = (start + step) % count;
    const isNext = step > 0 && signs[index] === signs[(index + count - 1) % count];
    if (signs[index] !== 0 && isNext) {
      runs.at(-1)!.push(index);
    } else if (signs[index] !== 0) {
      runs.push([index]);
    }
  }
  return runs;
}
