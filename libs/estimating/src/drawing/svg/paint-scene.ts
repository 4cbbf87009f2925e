import type { PlacedLabel } from '../place-labels.js';
import type { Scene, SceneObject, SceneWall } from '../scene.js';
import type { Segment } from '../screen.js';
import { PROFILE_DASHES } from './palette.js';
import type { Palette } from './palette.js';
import { element, escapeXml } from './xml.js';

/** What of a drawing is painted. */
export interface SvgLayers {
  /** Corners with their letters, lengths and sizes. */
  labels: boolean;
  diagonals: boolean;
  angles: boolean;
  /** Profiles and materials of the walls. */
  sides: boolean;
  objects: boolean;
  /** Strips and seams, when there is a canvas. */
  canvas: boolean;
  /** Distances of lamps and other objects to the walls. */
  dimensions: boolean;
}

/** A scene as SVG elements, from the floor of the picture to its texts. */
export function paintScene(scene: Scene, palette: Palette, layers: SvgLayers): string {
  const parts = [
    paintRoom(scene, palette),
    layers.canvas ? paintCanvas(scene, palette) : '',
    layers.diagonals ? paintDiagonals(scene, palette) : '',
    layers.angles ? scene.angles.map(({ path }) => stroke(path, palette.accent, palette.weight.thin)).join('') : '',
    paintCutouts(scene, palette),
    scene.levels.map(({ path }) => stroke(path, palette.wall, palette.weight.thin * 1.5, '7 3')).join(''),
    layers.objects ? scene.objects.map((object) => paintObject(object, palette)).join('') : '',
    layers.dimensions ? paintDimensions(scene, palette) : '',
    paintWalls(scene, palette, layers),
    layers.labels ? paintCorners(scene, palette) : '',
    layers.labels ? paintLabels(scene, palette, layers) : '',
  ];
  return parts.join('');
}

function paintRoom({ contour, state }: Scene, { room }: Palette): string {
  return contour && state === 'built' ? element('path', { d: contour, fill: room, 'fill-rule': 'evenodd' }) : '';
}

function paintCanvas({ strips, seams }: Scene, { strip, seam, weight }: Palette): string {
  const sheets = strips.map(({ path, index }) =>
    element('path', {
      d: path,
      fill: strip.fill,
      'fill-opacity': index % 2 === 0 ? strip.opacity : strip.opacity * 2.2,
      stroke: strip.line,
      'stroke-width': weight.thin,
      'stroke-dasharray': '3 3',
    }),
  );
  return sheets.join('') + seams.map(({ line }) => straight(line, seam, weight.thin * 2)).join('');
}

/** Control diagonals are dashed more widely: the room stands without them. */
function paintDiagonals({ diagonals }: Scene, { muted, weight }: Palette): string {
  return diagonals.map(({ line, isControl }) => straight(line, muted, weight.thin, isControl ? '2 4' : '7 4')).join('');
}

function paintCutouts({ cutouts }: Scene, { hole, wall, muted, weight }: Palette): string {
  return cutouts
    .map(
      ({ path, hatch }) =>
        element('path', { d: path, fill: hole, stroke: wall, 'stroke-width': weight.wall * 0.75 }) +
        (hatch ? stroke(hatch, muted, weight.thin * 0.75) : ''),
    )
    .join('');
}

/** Large bodies are tinted only, so that they do not shout. */
const FAINT: Partial<Record<SceneObject['kind'], number>> = { chandelier: 0.35, 'curtain-niche': 0.22 };

export function paintObject({ kind, path, solid }: Omit<SceneObject, 'id' | 'spots'>, palette: Palette): string {
  const colour = palette.objects[kind];
  const body = solid ? element('path', { d: solid, fill: colour, 'fill-opacity': FAINT[kind] }) : '';
  return body + (path ? stroke(path, colour, palette.weight.thin * 1.4) : '');
}

function paintDimensions({ dimensions }: Scene, { muted, weight }: Palette): string {
  return dimensions
    .flatMap(({ line, ticks }) => [line, ...ticks])
    .map((line) => straight(line, muted, weight.thin * 0.75))
    .join('');
}

function paintWalls({ walls, state }: Scene, palette: Palette, { sides }: SvgLayers): string {
  const { wall: colour, muted, weight } = palette;
  const isScheme = state === 'scheme';
  const marks = sides ? walls.map((wall) => paintSide(wall, palette)).join('') : '';
  const lines = walls.map(({ path }) =>
    element('path', {
      d: path,
      fill: 'none',
      stroke: isScheme ? muted : colour,
      'stroke-width': weight.wall,
      'stroke-dasharray': isScheme ? '2 5' : undefined,
      'stroke-linecap': 'round',
    }),
  );
  return marks + lines.join('');
}

function paintCorners({ corners }: Scene, { wall: colour, ground, weight }: Palette): string {
  return corners
    .map(({ x, y, isOnCurve }) =>
      element('circle', {
        cx: x,
        cy: y,
        r: isOnCurve ? 1.5 : 2.5,
        fill: isOnCurve ? colour : ground,
        stroke: colour,
        'stroke-width': weight.wall * 0.6,
      }),
    )
    .join('');
}

export function paintSide(wall: Omit<SceneWall, 'index' | 'path'>, { profiles, muted, weight }: Palette): string {
  const { profile, profilePath, materialPath } = wall;
  const material = materialPath ? stroke(materialPath, muted, weight.thin) : '';
  return profile === 'ordinary'
    ? material
    : material + stroke(profilePath, profiles[profile], weight.profile, PROFILE_DASHES[profile]);
}

function paintLabels(scene: Scene, palette: Palette, layers: SvgLayers): string {
  const { room, text, muted, accent, seam } = palette;
  const onLine = { behind: room };
  return [
    layers.diagonals ? texts(scene.diagonalLabels, muted, onLine) : '',
    layers.canvas ? texts(scene.seamLabels, seam, onLine) + texts(scene.stripLabels, muted) : '',
    layers.dimensions ? texts(scene.dimensionLabels, muted, onLine) : '',
    layers.angles ? texts(scene.angleLabels, accent, onLine) : '',
    texts(scene.levelLabels, text),
    texts(scene.cutoutLabels, text),
    texts(scene.wallLabels, text),
    texts(scene.cornerLabels, accent, { isBold: true }),
    [...scene.wallLabels, ...scene.cutoutLabels]
      .map(({ leader }) => (leader ? straight(leader, muted, palette.weight.thin * 0.6) : ''))
      .join(''),
  ].join('');
}

/** From the middle of a text to its base line, in parts of the font size: renderers disagree on central baselines. */
const BASE_LINE = 0.355;

function texts(
  labels: readonly PlacedLabel[],
  colour: string,
  { behind, isBold = false }: { behind?: string; isBold?: boolean } = {},
): string {
  return labels
    .map(({ text, x, y, fontSize, box }) => {
      const back = behind ? element('rect', { ...box, fill: behind, 'fill-opacity': 0.9, rx: 2 }) : '';
      const attributes = {
        x,
        y: y + fontSize * BASE_LINE,
        'font-size': fontSize,
        'font-weight': isBold ? 700 : undefined,
        fill: colour,
      };
      return back + element('text', attributes, escapeXml(text));
    })
    .join('');
}

function stroke(path: string, colour: string, width: number, dash?: string): string {
  return element('path', {
    d: path,
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    'stroke-dasharray': dash,
    'stroke-linejoin': 'round',
  });
}

function straight({ a, b }: Segment, colour: string, width: number, dash?: string): string {
  return element('line', {
    x1: a.x,
    y1: a.y,
    x2: b.x,
    y2: b.y,
    stroke: colour,
    'stroke-width': width,
    'stroke-dasharray': dash,
  });
}
