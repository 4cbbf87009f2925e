import { LabelSpace } from './label-space.js';
import { between, boxAround, clipSegment, lengthOf, nearestOn } from './screen.js';
import type { Box, Segment, Spot } from './screen.js';

/** A text that wants a place. */
export interface LabelWish {
  text: string;
  /** What it belongs to: the index of a corner, a wall or a reading, the id of an object. */
  of: number | string;
  /** Centres to try, the best first; may depend on how large the text is. */
  candidates: (size: Size) => Iterable<Spot>;
  /** Sizes of the font to try, the best first. */
  fonts: readonly number[];
  /** A thin line leads to the nearest spot of a line from a label that had to stay this many pixels off it. */
  leader?: { to: readonly Spot[]; beyond: number };
  /** Left out rather than put on lines; a label is never put on another one. */
  isOptional?: boolean;
}

interface Size {
  width: number;
  height: number;
}

export interface PlacedLabel extends Spot {
  text: string;
  of: number | string;
  fontSize: number;
  box: Box;
  leader: Segment | null;
}

/** Widths in parts of the font size; what is not listed is as wide as a digit of Inter. */
const NARROW = new Set(',.·°1I ');
const WIDE = new Set('MWØ×Q');
const DIGIT = 0.64;
const PADDING = 2;

export function labelSize(text: string, fontSize: number): Size {
  let em = 0;
  for (const glyph of text) {
    em += NARROW.has(glyph) ? 0.45 : WIDE.has(glyph) ? 0.9 : DIGIT;
  }
  return { width: em * fontSize + PADDING * 2, height: fontSize * 1.15 + PADDING };
}

/** A clean place further down the wishes wins over a pixel of a wall through the first. */
const ORDER_COST = 2;
/** A text upon the leader of another one would be taken for its text. */
const LEADER_COST = 14;
/** A wall may graze the corner of a label's box without touching the text. */
const GRAZE = 40;

/** A smaller font has to save this much. */
const SMALLER_COST = 60;

interface Choice {
  label: PlacedLabel;
  cost: number;
  isClean: boolean;
}

/**
 * Places labels one after another, each at its first clean candidate or else the least bad one, in a smaller font when
 * that helps. Labels never cover one another and never leave the frame: what finds no such place is left out. The placed ones
 * become obstacles of the next.
 */
export function placeLabels(wishes: readonly LabelWish[], space: LabelSpace): PlacedLabel[] {
  return wishes.flatMap((wish) => {
    const label = wish.text === '' ? null : place(wish, space);
    if (!label) {
      return [];
    }
    space.addBox(label.box);
    if (label.leader) {
      space.addLine(label.leader, LEADER_COST);
    }
    return [label];
  });
}

function place(wish: LabelWish, space: LabelSpace): PlacedLabel | null {
  let best: Choice | null = null;
  for (const fontSize of wish.fonts) {
    const choice = bestOf(wish, fontSize, space);
    if (choice?.isClean) {
      return choice.label;
    }
    if (choice && (best === null || choice.cost < best.cost - SMALLER_COST)) {
      best = choice;
    }
  }
  return wish.isOptional ? null : (best?.label ?? null);
}

/** The cheapest candidate that covers no label; null when there is none. */
function bestOf(wish: LabelWish, fontSize: number, space: LabelSpace): Choice | null {
  const size = labelSize(wish.text, fontSize);
  let best: Choice | null = null;
  let order = -1;
  for (const spot of wish.candidates(size)) {
    order += 1;
    const wished = order * ORDER_COST;
    const limit: number = best === null ? Infinity : best.cost;
    if (wished >= limit) {
      return best;
    }
    const box = boxAround(spot, size.width, size.height);
    const lines = isInside(box, space.frame) ? space.costOf(box, limit - wished) : Infinity;
    if (wished + lines >= limit) {
      continue;
    }
    const leader = leaderOf(wish, spot, box);
    if (leader && space.isCrossed(leader)) {
      continue;
    }
    const label = { text: wish.text, of: wish.of, x: spot.x, y: spot.y, fontSize, box, leader };
    best = { label, cost: wished + lines, isClean: lines <= GRAZE };
  }
  return best;
}

function isInside(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}

/** From the edge of the label to what it names, when that is far. */
function leaderOf({ leader }: LabelWish, spot: Spot, box: Box): Segment | null {
  if (!leader) {
    return null;
  }
  const to = nearestOn(leader.to, spot);
  const inside = clipSegment({ a: spot, b: to }, box);
  const from = inside ? between(spot, to, inside[1]) : spot;
  return lengthOf({ a: from, b: to }) > leader.beyond ? { a: from, b: to } : null;
}
