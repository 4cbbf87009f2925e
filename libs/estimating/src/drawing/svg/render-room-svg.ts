import type { RoomPlan } from '../../plan/room-plan.js';
import type { BuildRoomResult } from '../../rooms/built-room.js';
import type { RoomShape } from '../../shape/room-shape.js';
import { dimensionsOf } from '../object-dimensions.js';
import { outlineOf } from '../outline-of.js';
import { composeScene } from '../scene.js';
import type { DrawnCanvas, DrawnLevel } from '../scene.js';
import { layOutCaption, paintCaption } from './caption.js';
import { layOutLegend, NO_LEGEND, paintLegend } from './legend.js';
import type { SignNames } from './legend.js';
import { paintScene } from './paint-scene.js';
import type { SvgLayers } from './paint-scene.js';
import { PALETTES } from './palette.js';
import type { DrawingTheme } from './palette.js';
import { element, escapeXml } from './xml.js';

/** A room, and what the rule set of its estimate made of its shape. */
export interface RoomToDraw {
  shape: RoomShape;
  plan?: RoomPlan;
  build: BuildRoomResult;
}

export interface RoomSvgOptions {
  /** Pixels, 16 to 4000 each way; what is beyond is brought there. */
  width: number;
  height: number;
  theme: DrawingTheme;
  /** Everything but the distances when absent; a picture too small to read shows the figure only. */
  layers?: Partial<SvgLayers>;
  levels?: readonly DrawnLevel[];
  /** For those who cannot see the picture: its name and what is on it. */
  title?: string;
  description?: string;
  /** Names of the signs on the drawing: those that occur are explained under it. */
  legend?: SignNames;
  /** Lines under the drawing, in the language of the reader: the misclosure and its reason, for example. */
  caption?: readonly string[];
}

const MIN_SIZE = 16;
const MAX_SIZE = 4000;
/** Below this many pixels nobody reads a label. */
const READABLE = 180;

const ALL: SvgLayers = {
  labels: true,
  diagonals: true,
  angles: true,
  sides: true,
  objects: true,
  canvas: true,
  dimensions: false,
};
const FIGURE_ONLY: Partial<SvgLayers> = {
  labels: false,
  diagonals: false,
  angles: false,
  sides: false,
  objects: false,
  dimensions: false,
};

/**
 * The drawing of a room as a complete SVG document without external resources, the same everywhere it is rendered. A
 * shape that cannot be built is drawn as far as it is known.
 */
export function renderRoomSvg(
  { shape, plan, build }: RoomToDraw,
  options: RoomSvgOptions,
  canvas?: DrawnCanvas | null,
): string {
  const [width, height] = [sizeWithin(options.width), sizeWithin(options.height)];
  const palette = PALETTES[options.theme];
  const caption = layOutCaption(options.caption ?? [], width, height);
  const isReadable = Math.min(width, height - caption.height) >= READABLE;
  const layers = { ...ALL, ...options.layers, ...(isReadable ? {} : FIGURE_ONLY) };
  const drawing = {
    outline: outlineOf(shape, build),
    ...shownPlan(plan, layers),
    canvas: layers.canvas ? (canvas ?? null) : null,
    levels: options.levels ?? [],
    dimensions: layers.dimensions && build.ok ? dimensionsOf(build.room, plan) : [],
  };
  const legend = isReadable ? layOutLegend(drawing, options.legend ?? {}, { width, height }) : NO_LEGEND;
  const scene = composeScene(drawing, { width, height: height - caption.height - legend.height });
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
    named('title', options.title) +
      named('desc', options.description) +
      element('rect', { width, height, fill: palette.ground }) +
      paintScene(scene, palette, layers) +
      paintLegend(legend, height - caption.height - legend.height, palette) +
      paintCaption(caption, height, palette),
  );
}

function sizeWithin(pixels: number): number {
  return Number.isFinite(pixels) ? Math.round(Math.min(MAX_SIZE, Math.max(MIN_SIZE, pixels))) : MIN_SIZE;
}

const named = (name: string, text: string | undefined): string => (text ? element(name, {}, escapeXml(text)) : '');

/** What is not painted must not push labels aside either. */
function shownPlan(plan: RoomPlan | undefined, { sides, objects }: SvgLayers): { plan?: RoomPlan } {
  if (!plan) {
    return {};
  }
  const { sides: allSides = [], objects: allObjects = [], ...rest } = plan;
  return { plan: { ...rest, sides: sides ? allSides : [], objects: objects ? allObjects : [] } };
}
