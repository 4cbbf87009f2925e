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

export function boxAround({ x, y }: Spot, width: number, height: number): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

export function overlapArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The part of a segment inside a box as shares of it (Liang–Barsky); null when it stays outside. */
export function clipSegment({ a, b }: Segment, box: Box): [number, number] | null {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const bounds = [
    [-dx, a.x - box.x],
    [dx, box.x + box.width - a.x],
    [-dy, a.y - box.y],
    [dy, box.y + box.height - a.y],
  ] as const;
  let [enter, leave] = [0, 1];
  for (const [direction, distance] of bounds) {
    if (direction === 0) {
      if (distance < 0) {
        return null;
      }
      continue;
    }
    const at = distance / direction;
    if (direction < 0) {
      enter = Math.max(enter, at);
    } else {
      leave = Math.min(leave, at);
    }
    if (enter >= leave) {
      return null;
    }
  }
  return [enter, leave];
}
