import type { Point } from '../../geometry/point.js';
import type { CuttingCorner, CuttingSide, CuttingThing } from '../cutting-sheet.js';
import type { CuttingWords } from '../cutting-words.js';
import type { Block } from './blocks.js';

/** All of a block against its own origin, whether it is a strip or a whole piece. */
export interface Content {
  outlines: Point[][];
  holes: Point[][];
  /** Lines that are not cut here: walls of a textile and its holes. */
  trimmed: Point[][];
  seams: { from: Point; to: Point; text: string }[];
  corners: readonly CuttingCorner[];
  things: readonly CuttingThing[];
  /** Of a strip only where there is no piece drawn beside it. */
  sides: CuttingSide[];
  /** Numbered as in the list of the strip. */
  points: { number: number; x: number; y: number; letter: string }[];
}

export function contentOf({ piece, strip, at }: Block, words: CuttingWords): Content {
  const here = <P extends Point>(point: P): P => ({ ...point, x: point.x - at.x, y: point.y - at.y });
  const trimmed = [...(piece.walls ? [piece.walls] : []), ...piece.holesOnSite].map((line) => line.map(here));
  const isAlone = piece.strips.length === 1;
  const sides = piece.sides.map((side) => ({
    ...side,
    from: here(side.from),
    middle: here(side.middle),
    to: here(side.to),
  }));
  const pieceThings = piece.things.map((thing) => ({ ...thing, points: thing.points.map(here) }));
  if (!strip) {
    return {
      outlines: [piece.outline.map(here)],
      holes: piece.holes.map((hole) => hole.map(here)),
      trimmed,
      seams: piece.seams.map(({ from, to, number, lengthMm }) => ({
        from: here(from),
        to: here(to),
        text: words.seam(number, lengthMm),
      })),
      corners: piece.corners.map(here),
      things: pieceThings,
      sides,
      points: [],
    };
  }
  return {
    outlines: strip.parts.map(({ outline }) => outline),
    holes: strip.parts.flatMap(({ holes }) => holes),
    trimmed,
    seams: strip.welds.map(({ from, to, seam, toStrip }) => ({ from, to, text: words.weld(seam, toStrip) })),
    corners: strip.corners,
    things: isAlone ? pieceThings : strip.things,
    sides: isAlone ? sides : [],
    points: strip.points,
  };
}
