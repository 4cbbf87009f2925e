/** Screen geometry of labels: boxes that avoid walls and one another. Units are pixels, y grows downwards. */
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

export interface LabelWish {
  text: string;
  /** Centres to try, the best first. */
  candidates: Spot[];
  fontSize: number;
}

export interface PlacedLabel extends Spot {
  text: string;
  box: Box;
}

/** Average width of a digit or a capital of Inter, in parts of the font size. */
const GLYPH = 0.64;
const PADDING = 2;

export function labelSize(text: string, fontSize: number): { width: number; height: number } {
  return { width: text.length * fontSize * GLYPH + PADDING * 2, height: fontSize * 1.15 + PADDING };
}

const boxAround = ({ x, y }: Spot, { width, height }: { width: number; height: number }): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Length of the part of a segment inside a box (Liang–Barsky). */
function inside({ a, b }: Segment, box: Box): number {
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
      if (distance < 0) return 0;
      continue;
    }
    const at = distance / direction;
    if (direction < 0) enter = Math.max(enter, at);
    else leave = Math.min(leave, at);
    if (enter >= leave) return 0;
  }
  return (leave - enter) * Math.hypot(dx, dy);
}

function outsideFrame(box: Box, frame: Box): number {
  const lost =
    Math.max(0, frame.x - box.x) +
    Math.max(0, frame.y - box.y) +
    Math.max(0, box.x + box.width - frame.x - frame.width) +
    Math.max(0, box.y + box.height - frame.y - frame.height);
  return lost * 40;
}

/** Weight of a place in the order of wishes against a pixel of overlap: a clean place further down wins. */
const ORDER_COST = 2;
const LINE_COST = 14;

/**
 * Places labels one after another, each at its first clean candidate or else the least bad one. Walls are obstacles;
 * labels already placed are too.
 */
export function placeLabels(wishes: LabelWish[], lines: Segment[], frame: Box): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const wish of wishes) {
    const size = labelSize(wish.text, wish.fontSize);
    let best: PlacedLabel | null = null;
    let bestCost = Infinity;
    wish.candidates.forEach((spot, order) => {
      const box = boxAround(spot, size);
      const cost =
        order * ORDER_COST +
        outsideFrame(box, frame) +
        placed.reduce((sum, other) => sum + overlap(box, other.box) * 2, 0) +
        lines.reduce((sum, line) => sum + inside(line, box) * LINE_COST, 0);
      if (cost < bestCost) {
        bestCost = cost;
        best = { text: wish.text, x: spot.x, y: spot.y, box };
      }
    });
    if (best) placed.push(best);
  }
  return placed;
}
