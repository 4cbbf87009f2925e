import { LINE_OBJECT_KINDS, POINT_OBJECT_KINDS, PROFILE_KINDS, WALL_MATERIALS } from '../../plan/room-plan.js';
import type {
  LineObjectKind,
  PlanObject,
  PointObjectKind,
  ProfileKind,
  RoomPlan,
  WallMaterial,
} from '../../plan/room-plan.js';
import { labelSize } from '../place-labels.js';
import type { Drawing } from '../scene.js';
import type { Spot } from '../screen.js';
import { materialPath } from '../side-marks.js';
import { lineSymbol, pointSymbol } from '../symbols.js';
import { paintObject, paintSide } from './paint-scene.js';
import type { Palette } from './palette.js';
import { element, escapeXml } from './xml.js';

/** What a sign on a drawing stands for, in the language of the reader. */
export type SignNames = Partial<Record<ProfileKind | WallMaterial | PlanObject['kind'], string>>;

/** Rows of signs with their names, where each of them stands. */
export interface Legend {
  entries: { sign: Sign; text: string; at: Spot }[];
  height: number;
}

type Sign =
  | { is: 'profile'; kind: Exclude<ProfileKind, 'ordinary'> }
  | { is: 'material'; kind: WallMaterial }
  | { is: 'point'; kind: PointObjectKind }
  | { is: 'line'; kind: LineObjectKind };

const FONT = 11;
const ROW = 20;
const MARGIN = 10;
const SWATCH = 30;
const GAP = 16;
/** Pixels per metre at which symbols of the legend have their least sizes. */
const SCALE = 1;

export const NO_LEGEND: Legend = { entries: [], height: 0 };

/** The signs of a plan that have a name, things with their number; nothing when they would take too much of the picture. */
export function layOutLegend({ plan }: Drawing, names: SignNames, picture: { width: number; height: number }): Legend {
  let at = { x: MARGIN, y: ROW / 2 };
  const entries = signsOf(plan).flatMap(({ sign, count }) => {
    const name = names[sign.kind];
    if (!name) {
      return [];
    }
    const text = count > 1 ? `${name} × ${count}` : name;
    const taken = SWATCH + labelSize(text, FONT).width + GAP;
    if (at.x > MARGIN && at.x + taken > picture.width - MARGIN) {
      at = { x: MARGIN, y: at.y + ROW };
    }
    const entry = { sign, text, at };
    at = { x: at.x + taken, y: at.y };
    return [entry];
  });
  const rows = entries.length === 0 ? 0 : entries.at(-1)!.at.y + ROW / 2 + 4;
  return rows > picture.height / 4 ? NO_LEGEND : { entries, height: rows };
}

function signsOf({ sides = [], objects = [] }: Partial<RoomPlan> = {}): { sign: Sign; count: number }[] {
  const countOf = (kind: PlanObject['kind']): number => objects.filter((object) => object.kind === kind).length;
  const profiles = PROFILE_KINDS.flatMap((kind) =>
    kind !== 'ordinary' && sides.some(({ profile }) => profile === kind) ? [{ is: 'profile' as const, kind }] : [],
  );
  const materials = WALL_MATERIALS.filter((kind) => sides.some(({ wall }) => wall === kind));
  return [
    ...profiles.map((sign) => ({ sign, count: 1 })),
    ...materials.map((kind) => ({ sign: { is: 'material' as const, kind }, count: 1 })),
    ...POINT_OBJECT_KINDS.map((kind) => ({ sign: { is: 'point' as const, kind }, count: countOf(kind) })),
    ...LINE_OBJECT_KINDS.map((kind) => ({ sign: { is: 'line' as const, kind }, count: countOf(kind) })),
  ].filter(({ count }) => count > 0);
}

/** @param top where the legend begins, pixels from the top of the picture. */
export function paintLegend({ entries }: Legend, top: number, palette: Palette): string {
  return entries
    .map(({ sign, text, at }) => {
      const middle = { x: at.x, y: top + at.y };
      const label = element(
        'text',
        {
          x: at.x + SWATCH,
          y: middle.y + FONT * 0.355,
          'font-size': FONT,
          'text-anchor': 'start',
          fill: palette.text,
        },
        escapeXml(text),
      );
      return paintSign(sign, middle, palette) + label;
    })
    .join('');
}

function paintSign(sign: Sign, { x, y }: Spot, palette: Palette): string {
  const [a, b] = [
    { x, y },
    { x: x + SWATCH - 7, y },
  ];
  const line = `M${a.x} ${a.y}L${b.x} ${b.y}`;
  if (sign.is === 'profile') {
    return paintSide({ profile: sign.kind, profilePath: line, material: null, materialPath: '' }, palette);
  }
  if (sign.is === 'material') {
    const low = { a: { x: a.x, y: y + 3 }, b: { x: b.x, y: y + 3 } };
    const strokes = materialPath({ index: 0, ...low, along: [low.a, low.b], arc: null }, sign.kind, true);
    const wall = element('line', { x1: low.a.x, y1: low.a.y, x2: low.b.x, y2: low.b.y, stroke: palette.wall });
    return (
      wall + paintSide({ profile: 'ordinary', profilePath: '', material: sign.kind, materialPath: strokes }, palette)
    );
  }
  const symbol =
    sign.is === 'point'
      ? pointSymbol(sign.kind, { x: (a.x + b.x) / 2, y }, SCALE)
      : lineSymbol(sign.kind, [a, b], SCALE);
  return paintObject({ kind: sign.kind, ...symbol }, palette);
}
