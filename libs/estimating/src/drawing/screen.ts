/** Screen geometry: pixels, y grows downwards. */
export interface Spot {
  x: number;
  y: number;
}

export interface Segment {
  a: Spot;
  b: Spot;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function between(a: Spot, b: Spot, t: number): Spot {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

/** The spot moved along a direction. */
export function shifted({ x, y }: Spot, direction: Spot, distance: number): Spot {
  return { x: x + direction.x * distance, y: y + direction.y * distance };
}

/** Unit vector from a to b; along x when they coincide. */
export function unit(a: Spot, b: Spot): Spot {
  const length = lengthOf({ a, b });
  return length < 1e-9 ? { x: 1, y: 0 } : { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
}

export function lengthOf({ a, b }: Segment): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** The spot of a line (of one point or more) that is nearest to another. */
export function nearestOn(line: readonly Spot[], spot: Spot): Spot {
  let best = line[0] ?? spot;
  let bestDistance = Infinity;
  line.forEach((a, index) => {
    const b = line[index + 1] ?? a;
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const square = dx * dx + dy * dy;
    const t = square === 0 ? 0 : ((spot.x - a.x) * dx + (spot.y - a.y) * dy) / square;
    const near = between(a, b, Math.min(1, Math.max(0, t)));
    const distance = lengthOf({ a: near, b: spot });
    if (distance < bestDistance) {
      [best, bestDistance] = [near, distance];
    }
  });
  return best;
}

export function boxAround({ x, y }: Spot, width: number, height: number): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** Level and upright lines have boxes without a width: touching counts. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

export function segmentBox({ a, b }: Segment): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

/** The part of a segment inside a box as shares of it; null when it stays outside. */
export function clipSegment(segment: Segment, box: Box): [number, number] | null {
  const [enter, leave] = [enterShare(segment, box), leaveShare(segment, box)];
  return enter < leave ? [enter, leave] : null;
}

/** How much of a segment lies in a box, 0 to 1. */
export function shareInside(segment: Segment, box: Box): number {
  return Math.max(0, leaveShare(segment, box) - enterShare(segment, box));
}

function enterShare({ a, b }: Segment, { x, y, width, height }: Box): number {
  return Math.max(0, enterAxis(a.x, b.x, x, x + width), enterAxis(a.y, b.y, y, y + height));
}

/** The opposite of entering: coming from the other end. */
function leaveShare({ a, b }: Segment, { x, y, width, height }: Box): number {
  return 1 - Math.max(0, enterAxis(b.x, a.x, x, x + width), enterAxis(b.y, a.y, y, y + height));
}

/** The share of the way from a to b at which it comes between two bounds; beyond 1 when it never does. */
function enterAxis(a: number, b: number, low: number, high: number): number {
  if (a >= low && a <= high) {
    return 0;
  }
  const bound = a < low ? low : high;
  return (bound - a) / (b - a) >= 0 ? (bound - a) / (b - a) : 2;
}
