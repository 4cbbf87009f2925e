import { PALETTES } from '../../drawing/svg/palette.js';
import type { DrawingTheme, Palette } from '../../drawing/svg/palette.js';
import { element, escapeXml } from '../../drawing/svg/xml.js';
import type { CuttingSheet } from '../cutting-sheet.js';
import type { CuttingWords } from '../cutting-words.js';
import { blocksOf, layOutBlocks } from './blocks.js';
import { paintBlock } from './paint-block.js';

export interface CuttingSvgOptions {
  /** Pixels, 200 to 4000 each way; what is beyond is brought there. */
  width: number;
  height: number;
  theme: DrawingTheme;
  words: CuttingWords;
  /** Lines above the strips: room, order, film. */
  heading?: readonly string[];
}

const MIN_SIZE = 200;
const MAX_SIZE = 4000;
const MARGIN = 10;
const LINE = 17;

/**
 * A cutting sheet as a complete SVG document without external resources: every strip to one scale with its dimensions in
 * millimetres along both axes, letters and the lengths of the sides, and each piece with seams as it is welded together.
 * Points that have no letter carry their number in the strip's list.
 */
export function renderCuttingSvg(sheet: CuttingSheet, options: CuttingSvgOptions): string {
  const { theme, words, heading = [] } = options;
  const [width, height] = [sizeWithin(options.width), sizeWithin(options.height)];
  const palette = PALETTES[theme];
  const lines = [...heading, sheet.mirrored ? words.mirrored : words.asSeen];
  const top = MARGIN + lines.length * LINE;
  const { scale, placed } = layOutBlocks(blocksOf(sheet, words), {
    width: width - 2 * MARGIN,
    height: height - top - MARGIN,
  });
  const blocks = placed.map((block) =>
    paintBlock({ ...block, left: block.left + MARGIN, top: block.top + top }, { palette, words, scale }),
  );
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'font-family': 'sans-serif',
      'text-anchor': 'middle',
    },
    element('title', {}, escapeXml(lines.join(' · '))) +
      element('rect', { width, height, fill: palette.ground }) +
      lines.map((line, index) => headline(line, index, palette)).join('') +
      blocks.join(''),
  );
}

function headline(text: string, index: number, { text: fill }: Palette): string {
  const y = MARGIN + (index + 0.75) * LINE;
  return element(
    'text',
    { x: MARGIN, y, 'font-size': 13, 'font-weight': 700, 'text-anchor': 'start', fill },
    escapeXml(text),
  );
}

function sizeWithin(pixels: number): number {
  return Number.isFinite(pixels) ? Math.round(Math.min(MAX_SIZE, Math.max(MIN_SIZE, pixels))) : MIN_SIZE;
}
