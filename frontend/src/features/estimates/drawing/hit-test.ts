import type { Selected } from './selected';
import type { Spot } from './viewport';

/** Something on the drawing that can be pointed at. */
export interface Target {
  selects: Selected;
  /** The point of a line that is under the finger, when it is one. */
  point?: number;
  /** The closed figure or the line of it; a single spot for a symbol. */
  spots: readonly Spot[];
  isArea?: boolean;
  /** Among things within reach the greater one is meant: lamps lie on lines, lines on walls. */
  rank: number;
}

/** How far from a thing a finger or a mouse still means it: a target of at least 44 px, or of 16. */
export const REACH_PX = { touch: 22, mouse: 8 };
/** So much nearer beats a greater rank. */
const RANK_PX = 7;

function toSegment(spot: Spot, a: Spot, b: Spot): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((spot.x - a.x) * dx + (spot.y - a.y) * dy) / square));
  return Math.hypot(spot.x - a.x - dx * t, spot.y - a.y - dy * t);
}

function isInside(spots: readonly Spot[], { x, y }: Spot): boolean {
  let inside = false;
  spots.forEach((a, index) => {
    const b = spots[(index + 1) % spots.length]!;
    if (a.y > y !== b.y > y && x < a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y)) inside = !inside;
  });
  return inside;
}

function distanceTo({ spots, isArea = false }: Target, spot: Spot): number {
  if (isArea && isInside(spots, spot)) return 0;
  const line = isArea ? [...spots, spots[0]!] : spots;
  if (line.length === 1) return Math.hypot(line[0]!.x - spot.x, line[0]!.y - spot.y);
  return Math.min(...line.slice(1).map((end, index) => toSegment(spot, line[index]!, end)));
}

/** What is meant by pointing at a spot; null for empty space. */
export function hitTest(targets: readonly Target[], spot: Spot, reach: number): Target | null {
  let best: { target: Target; cost: number } | null = null;
  for (const target of targets) {
    if (target.spots.length === 0) continue;
    const distance = distanceTo(target, spot);
    const cost = distance - target.rank * RANK_PX;
    if (distance <= reach && (best === null || cost < best.cost)) best = { target, cost };
  }
  return best?.target ?? null;
}
