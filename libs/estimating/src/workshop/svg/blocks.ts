import { extentOf } from '../../drawing/view.js';
import type { Point } from '../../geometry/point.js';
import type { CuttingPiece, CuttingSheet, CuttingStrip } from '../cutting-sheet.js';
import type { CuttingWords } from '../cutting-words.js';

/** A strip or a piece welded together, as something to be drawn with a title above it. */
export interface Block {
  title: string;
  /** Where its lower left lies in the piece. */
  at: Point;
  widthMm: number;
  heightMm: number;
  piece: CuttingPiece;
  /** Null for the whole piece. */
  strip: CuttingStrip | null;
}

/** A block in the picture: where its film begins, upper left, in pixels. */
export interface PlacedBlock extends Block {
  left: number;
  top: number;
}

export interface BlockLayout {
  /** Pixels per millimetre, the same for all. */
  scale: number;
  placed: PlacedBlock[];
}

/** Room around a drawing for its title and its dimensions, pixels. */
const BEFORE = { x: 46, y: 24 };
const AFTER = { x: 22, y: 30 };
/** No strip is drawn larger than this: a metre on four fifths of a sheet of paper. */
const LARGEST = 0.6;
const ROUNDS = 30;

/** Every strip, and after those of one piece the piece itself where it has seams. */
export function blocksOf({ pieces, rollMm }: CuttingSheet, words: CuttingWords): Block[] {
  return pieces.flatMap((piece) => {
    const which = pieces.length > 1 ? `${words.piece(piece.number, pieces.length)} · ` : '';
    const strips = piece.strips.map((strip): Block => {
      const title = `${which}${words.strip(strip.number, piece.strips.length)} · ${words.film(rollMm, strip.lengthMm)}`;
      return { title, at: strip.at, widthMm: strip.lengthMm, heightMm: rollMm, piece, strip };
    });
    const { y, width, height } = extentOf(piece.outline);
    const at = { x: 0, y };
    const whole = {
      title: `${which}${words.assembled}`,
      at,
      widthMm: width,
      heightMm: height,
      piece,
      strip: null,
    };
    return piece.strips.length > 1 ? [...strips, whole] : strips;
  });
}

/** Lays blocks in rows from left to right, as large as the picture allows. */
export function layOutBlocks(blocks: readonly Block[], size: { width: number; height: number }): BlockLayout {
  let [fits, tooLarge] = [0, LARGEST];
  for (let round = 0; round < ROUNDS; round += 1) {
    const scale = (fits + tooLarge) / 2;
    if (inRows(blocks, scale, size.width).height <= size.height && widest(blocks, scale) <= size.width) {
      fits = scale;
    } else {
      tooLarge = scale;
    }
  }
  return { scale: fits, placed: inRows(blocks, fits, size.width).placed };
}

function widest(blocks: readonly Block[], scale: number): number {
  return Math.max(0, ...blocks.map(({ widthMm }) => widthMm * scale + BEFORE.x + AFTER.x));
}

function inRows(blocks: readonly Block[], scale: number, width: number): { placed: PlacedBlock[]; height: number } {
  let [x, y, row] = [0, 0, 0];
  const placed = blocks.map((block) => {
    const taken = Math.max(block.widthMm * scale, titleWidth(block)) + BEFORE.x + AFTER.x;
    if (x > 0 && x + taken > width) {
      [x, y, row] = [0, y + row, 0];
    }
    const at = { ...block, left: x + BEFORE.x, top: y + BEFORE.y };
    x += taken;
    row = Math.max(row, block.heightMm * scale + BEFORE.y + AFTER.y);
    return at;
  });
  return { placed, height: y + row };
}

/** Titles stand beside each other; a long one is rather cut off than a strip made small. */
function titleWidth({ title }: Block): number {
  return Math.min(title.length, MOST_TITLE) * TITLE_GLYPH;
}

const TITLE_GLYPH = 6.2;
const MOST_TITLE = 60;
