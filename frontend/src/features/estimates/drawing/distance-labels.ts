import type { Box, Scene, View } from '@smet/estimating';
import { formatCentimetres } from '../../../shared/formatting';
import type { Clearance } from '../plan/distances';
import { spotOf } from './targets';
import type { Spot } from './viewport';

/** A distance on the screen: its line, and its number where there is room for one. */
export interface DrawnDistance {
  wall: number;
  a: Spot;
  b: Spot;
  label: { text: string; at: Spot } | null;
}

/** Shorter than this a line has no room for its number. */
const SHORTEST_PX = 16;
const FONT_PX = 13;
const GLYPH = 0.62;
const PLACES = [0.5, 0.38, 0.62, 0.26, 0.74, 0.16, 0.84];

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

const around = ({ x, y }: Spot, width: number, height: number): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});

/** What the numbers keep off: labels of the room, and everything on its ceiling. */
export function takenBoxes(scene: Scene): Box[] {
  const { wallLabels, cutoutLabels, diagonalLabels, cornerLabels, levelLabels, angleLabels, seamLabels } = scene;
  const labels = [wallLabels, cutoutLabels, diagonalLabels, cornerLabels, levelLabels, angleLabels, seamLabels];
  const symbols = scene.objects
    .filter(({ spots }) => spots.length === 1)
    .map(({ spots, radius }) => around(spots[0]!, radius * 2, radius * 2));
  return [...labels.flat().map(({ box }) => box), ...symbols];
}

/** Distances as they are drawn; each number stands on its line, where it covers the least. */
export function drawDistances(view: View, clearances: readonly Clearance[], taken: readonly Box[]): DrawnDistance[] {
  const boxes = [...taken];
  return clearances.map(({ wall, from, to, mm }) => {
    const [a, b] = [spotOf(view, from), spotOf(view, to)];
    const text = formatCentimetres(Math.round(mm));
    if (Math.hypot(b.x - a.x, b.y - a.y) < SHORTEST_PX) return { wall, a, b, label: null };
    const candidates = PLACES.map((t) => {
      const at = { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
      const box = around(at, text.length * FONT_PX * GLYPH + 6, FONT_PX * 1.3);
      return { at, box, covered: boxes.filter((other) => overlaps(box, other)).length };
    });
    const best = candidates.reduce((least, next) => (next.covered < least.covered ? next : least));
    boxes.push(best.box);
    return { wall, a, b, label: { text, at: best.at } };
  });
}
