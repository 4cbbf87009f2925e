import { turnsOf } from '../../geometry/corners.js';
import { extentOf } from '../../drawing/view.js';
import { pathOf } from '../../drawing/paths.js';
import type { Spot } from '../../drawing/screen.js';
import type { Palette } from '../../drawing/svg/palette.js';
import { element, escapeXml } from '../../drawing/svg/xml.js';
import type { Point } from '../../geometry/point.js';
import type { CuttingThing } from '../cutting-sheet.js';
import { axisOf } from './axis.js';
import { contentOf } from './block-content.js';
import type { Content } from './block-content.js';
import { paintLabels } from './block-labels.js';
import type { Brush } from './block-labels.js';
import type { PlacedBlock } from './blocks.js';

const FONT = 11;
const TICK = 4;
const THING = 4;

/** A strip on its film, or a piece welded together, with its title and its dimensions. */
export function paintBlock(block: PlacedBlock, brush: Brush): string {
  const { palette, scale } = brush;
  const content = contentOf(block, brush.words);
  const toScreen = ({ x, y }: Point): Spot => ({
    x: block.left + x * scale,
    y: block.top + (block.heightMm - y) * scale,
  });
  const path = (lines: readonly (readonly Point[])[]) => lines.map((line) => pathOf(line.map(toScreen), true)).join('');
  const { weight } = palette;
  const parts = [
    block.strip ? filmOf(block, brush) : '',
    element('path', {
      d: path([...content.outlines, ...content.holes]),
      fill: palette.room,
      'fill-rule': 'evenodd',
      stroke: palette.wall,
      'stroke-width': weight.wall,
      'stroke-linejoin': 'round',
    }),
    stroked(path(content.trimmed), palette.muted, weight.thin, '4 3'),
    ...content.seams.map(({ from, to }) =>
      stroked(pathOf([from, to].map(toScreen)), palette.seam, weight.wall * 2, '10 3 2 3'),
    ),
    ...content.things.map((thing) => thingOf(thing, brush, toScreen)),
    title(block, palette),
    axes(block, content, brush),
    paintLabels(block, content, { brush, toScreen }),
  ];
  return parts.join('');
}

/** The film itself, as far as it is rolled off. */
function filmOf({ left, top, widthMm, heightMm }: PlacedBlock, { palette, scale }: Brush): string {
  const { strip, weight } = palette;
  return element('rect', {
    x: left,
    y: top,
    width: widthMm * scale,
    height: heightMm * scale,
    fill: strip.fill,
    'fill-opacity': strip.opacity,
    stroke: strip.line,
    'stroke-width': weight.thin,
    'stroke-dasharray': '6 3',
  });
}

function thingOf({ points }: CuttingThing, { palette }: Brush, toScreen: (point: Point) => Spot): string {
  const spots = points.map(toScreen);
  const [first] = spots;
  if (!first || spots.length > 1) {
    return stroked(pathOf(spots), palette.muted, palette.weight.thin * 2);
  }
  const { x, y } = first;
  const cross = `M${x - THING} ${y}H${x + THING}M${x} ${y - THING}V${y + THING}`;
  return stroked(cross, palette.muted, palette.weight.thin);
}

function title({ title: text, left, top }: PlacedBlock, { text: fill }: Palette): string {
  const attributes = { x: left, y: top - 8, 'font-size': FONT, 'font-weight': 700, 'text-anchor': 'start', fill };
  return element('text', attributes, escapeXml(text));
}

/** Millimetres along the film below it, and across it at its left, of every corner that finds room. */
function axes(block: PlacedBlock, { outlines, holes, seams }: Content, { palette, scale }: Brush): string {
  const { left, top, widthMm, heightMm } = block;
  const ends = seams.flatMap(({ from, to }) => [from, to]);
  const places = [...outlines, ...holes].flatMap(sharpPoints).concat(ends, ...holes.map(extremes));
  const bottom = top + heightMm * scale;
  const xs = axisOf(
    places.map(({ x }) => x),
    widthMm,
    34 / scale,
  );
  const ys = axisOf(
    places.map(({ y }) => y),
    heightMm,
    12 / scale,
  );
  const along = xs.written.map((mm) => {
    const x = left + mm * scale;
    const tick = stroked(`M${x} ${bottom}V${bottom + TICK}`, palette.muted, palette.weight.thin);
    return tick + small(millimetres(mm), { x, y: bottom + TICK + 9 }, palette);
  });
  const across = ys.written.map((mm) => {
    const y = bottom - mm * scale;
    const tick = stroked(`M${left} ${y}H${left - TICK}`, palette.muted, palette.weight.thin);
    return tick + small(millimetres(mm), { x: left - TICK - 2, y: y + 3 }, palette, 'end');
  });
  return [...along, ...across].join('');
}

/** A turn that is seen as a corner: the chords of a curve turn less. */
const SHARP = (5 * Math.PI) / 180;

function sharpPoints(line: readonly Point[]): Point[] {
  const turns = turnsOf(line);
  return line.filter((_, index) => Math.abs(turns[index]!) >= SHARP);
}

/** Two corners of the box around a hole: a round one has no others. */
function extremes(line: readonly Point[]): Point[] {
  const { x, y, width, height } = extentOf(line);
  return [
    { x, y },
    { x: x + width, y: y + height },
  ];
}

const millimetres = (mm: number): string => String(Math.round(mm));

function small(text: string, { x, y }: Spot, { text: fill }: Palette, anchor?: 'end'): string {
  return element('text', { x, y, 'font-size': 9, 'text-anchor': anchor, fill }, text);
}

function stroked(d: string, colour: string, width: number, dash?: string): string {
  return d === ''
    ? ''
    : element('path', { d, fill: 'none', stroke: colour, 'stroke-width': width, 'stroke-dasharray': dash });
}
