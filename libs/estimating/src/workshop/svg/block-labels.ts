import { LabelSpace } from '../../drawing/label-space.js';
import { placeLabels } from '../../drawing/place-labels.js';
import type { LabelWish, PlacedLabel } from '../../drawing/place-labels.js';
import { boxAround } from '../../drawing/screen.js';
import type { Spot } from '../../drawing/screen.js';
import type { Palette } from '../../drawing/svg/palette.js';
import { element, escapeXml } from '../../drawing/svg/xml.js';
import type { Point } from '../../geometry/point.js';
import { segmentsOf } from '../../geometry/segment.js';
import type { CuttingCorner, CuttingSide, CuttingThing } from '../cutting-sheet.js';
import type { CuttingWords } from '../cutting-words.js';
import type { Content } from './block-content.js';
import type { PlacedBlock } from './blocks.js';

/** What a block is painted with. */
export interface Brush {
  palette: Palette;
  words: CuttingWords;
  /** Pixels per millimetre. */
  scale: number;
}

const FONT = 11;
const SMALL = 9;
/** No text stands upon the sign of a thing. */
const THING = 8;

interface Labelling {
  brush: Brush;
  toScreen: (point: Point) => Spot;
}

/** Letters, then seams, sides and the rest, none upon another; what finds no room is left out. */
export function paintLabels(block: PlacedBlock, content: Content, { brush, toScreen }: Labelling): string {
  const { palette, words, scale } = brush;
  const frame = { x: block.left, y: block.top, width: block.widthMm * scale, height: block.heightMm * scale };
  const space = new LabelSpace(frame);
  for (const line of [...content.outlines, ...content.holes, ...content.trimmed]) {
    segmentsOf(line.map(toScreen)).forEach(([a, b]) => space.addLine({ a, b }, 1));
  }
  for (const {
    points: [first, ...rest],
  } of content.things) {
    const spots = first ? [first, ...rest].map(toScreen) : [];
    spots.forEach((spot) => space.addBox(boxAround(spot, THING, THING)));
    spots.slice(1).forEach((b, index) => space.addLine({ a: spots[index]!, b }, 1));
  }
  const corners = content.corners.map((corner) => letterWish(corner, toScreen(corner)));
  const sides = content.sides.map((side) => ({
    ...sideWish(side, toScreen),
    text: words.side(side.label, side.cutMm, side.roomMm),
  }));
  const seams = content.seams.map(({ from, to, text }) => seamWish(text, [toScreen(from), toScreen(to)]));
  const things = content.things.flatMap((thing) => thingWish(words.things[thing.kind], thing, toScreen));
  const points = content.points
    .filter(({ letter }) => letter === '')
    .map((point) => aroundWish(String(point.number), toScreen(point), SMALL));
  const onSite = block.piece.holesOnSite.map((_, index) => {
    const hole = content.trimmed.at(index - block.piece.holesOnSite.length)!;
    return aroundWish(words.cutOnSite, toScreen(hole[0]!), SMALL);
  });
  const placed = (wishes: readonly LabelWish[], colour: string, isBold = false) =>
    written(placeLabels(wishes, space), colour, isBold);
  return [
    placed(corners, palette.accent, true),
    placed(seams, palette.seam),
    placed(sides, palette.text),
    placed([...things, ...onSite, ...points], palette.muted),
  ].join('');
}

function letterWish({ letter, inward }: CuttingCorner, { x, y }: Spot): LabelWish {
  const reaches = [12, 16, 22, 30];
  return {
    text: letter,
    of: letter,
    fonts: [13, FONT],
    candidates: () => reaches.map((reach) => ({ x: x + inward.x * reach, y: y - inward.y * reach })),
  };
}

/** Inside the piece, beside the middle of the side. */
function sideWish({ label, from, middle, to }: CuttingSide, toScreen: (point: Point) => Spot): LabelWish {
  const [a, m, b] = [toScreen(from), toScreen(middle), toScreen(to)];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [inX, inY] = [(b.y - a.y) / length, -(b.x - a.x) / length];
  const steps = [0, 0.12, -0.12, 0.24, -0.24];
  return {
    text: label,
    of: label,
    fonts: [10, 9, SMALL],
    isOptional: true,
    candidates: ({ width, height }) => {
      const off = 3 + (Math.abs(inX) * width + Math.abs(inY) * height) / 2;
      return steps.map((step) => ({
        x: m.x + inX * off + (b.x - a.x) * step,
        y: m.y + inY * off + (b.y - a.y) * step,
      }));
    },
  };
}

function seamWish(text: string, [a, b]: [Spot, Spot]): LabelWish {
  const shares = [0.5, 0.3, 0.7, 0.15, 0.85];
  return {
    text,
    of: text,
    fonts: [10, 9, SMALL],
    isOptional: true,
    candidates: ({ height }) =>
      [-1, 1].flatMap((way) =>
        shares.map((share) => ({ x: a.x + (b.x - a.x) * share, y: a.y + way * (height / 2 + 4) })),
      ),
  };
}

function thingWish(text: string, { points }: CuttingThing, toScreen: (point: Point) => Spot): LabelWish[] {
  return points[0] ? [aroundWish(text, toScreen(points[0]), SMALL)] : [];
}

/** To the right of a place, else to its left, above or below it, or not at all. */
function aroundWish(text: string, { x, y }: Spot, font: number): LabelWish {
  return {
    text,
    of: text,
    fonts: [font],
    isOptional: true,
    candidates: ({ width, height }) => [
      { x: x + width / 2 + 5, y },
      { x: x - width / 2 - 5, y },
      { x, y: y - height / 2 - 5 },
      { x, y: y + height / 2 + 5 },
      { x: x + width / 2 + 3, y: y - height / 2 - 2 },
      { x: x + width / 2 + 3, y: y + height / 2 + 2 },
      { x: x - width / 2 - 3, y: y - height / 2 - 2 },
      { x: x - width / 2 - 3, y: y + height / 2 + 2 },
    ],
  };
}

/** From the middle of a text to its base line, in parts of the font size. */
const BASE_LINE = 0.355;

function written(labelled: readonly PlacedLabel[], fill: string, isBold: boolean): string {
  return labelled
    .map(({ text, x, y, fontSize }) => {
      const weight = isBold ? 700 : undefined;
      const attributes = { x, y: y + fontSize * BASE_LINE, 'font-size': fontSize, 'font-weight': weight, fill };
      return element('text', attributes, escapeXml(text));
    })
    .join('');
}
