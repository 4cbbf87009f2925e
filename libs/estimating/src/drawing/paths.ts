import { flattenArc } from '../geometry/arcs.js';
import type { OutlineWall } from './outline.js';
import type { Segment, Spot } from './screen.js';
import type { View } from './view.js';

/** Hundredths of a pixel: finer is not seen and makes long documents. */
export function round(value: number): number {
  return Math.round(value * 100) / 100 || 0;
}

export function pathOf(spots: readonly Spot[], closed = false): string {
  if (spots.length === 0) {
    return '';
  }
  return `M${spots.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}${closed ? 'Z' : ''}`;
}

export function segmentsPath(segments: readonly Segment[]): string {
  return segments.map(({ a, b }) => pathOf([a, b])).join('');
}

export function circlePath({ x, y }: Spot, radius: number): string {
  const r = round(radius);
  return `M${round(x - radius)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

/** A wall on the screen with what its arc looks like there. */
export interface ScreenWall {
  index: number;
  a: Spot;
  b: Spot;
  /** Points along the wall, ends included: two of a straight one. */
  along: Spot[];
  arc: { radius: number; isLarge: boolean; sweep: 0 | 1 } | null;
}

export function screenWall(wall: OutlineWall, { a, b }: Segment, view: View): ScreenWall {
  const { index, from, to, arc } = wall;
  if (!arc) {
    return { index, a, b, along: [a, b], arc: null };
  }
  // Going out of the room an arc turns to the left of the frame, which is counter-clockwise on an unmirrored screen.
  const isClockwise = (arc.bulges === 'outward') === view.isMirrored;
  return {
    index,
    a,
    b,
    along: [a, ...flattenArc(from, to, arc).map(view.toScreen), b],
    arc: { radius: arc.radiusM * view.scale, isLarge: arc.angleRad > Math.PI, sweep: isClockwise ? 1 : 0 },
  };
}

/** The way to the wall's end from where the path is: a line or a true arc. */
export function wallStep({ b, arc }: ScreenWall): string {
  const end = `${round(b.x)} ${round(b.y)}`;
  return arc ? `A${round(arc.radius)} ${round(arc.radius)} 0 ${arc.isLarge ? 1 : 0} ${arc.sweep} ${end}` : `L${end}`;
}

export function wallPath(wall: ScreenWall): string {
  return `M${round(wall.a.x)} ${round(wall.a.y)}${wallStep(wall)}`;
}

/** All walls of a closed room as one contour. */
export function contourPath(walls: readonly ScreenWall[]): string {
  const [first] = walls;
  return first ? `M${round(first.a.x)} ${round(first.a.y)}${walls.map(wallStep).join('')}Z` : '';
}
