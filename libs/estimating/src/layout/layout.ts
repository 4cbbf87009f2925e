import type { Point } from '../geometry/point.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import { seamPieces } from './seam-lines.js';
import type { Site } from './site.js';
import type { StripFit } from './strip-fit.js';
import { turnContour } from './turned-room.js';
import type { TurnedContour } from './turned-room.js';
import type { Way } from './ways.js';

/** Costs that differ by less than this share differ by noise. */
const SAME_SHARE = 1e-8;
/** Seams that differ by less than a tenth of a micrometre differ by noise. */
const SAME_M = 1e-7;

/** Where strips lie across a room and what they take. */
export interface Placed {
  /** The level the first strip begins at. */
  first: number;
  filmM2: number;
}

/** One way to lay strips over a room, as far as layouts are compared. */
export class Layout {
  readonly filmCost: number;
  private seamLength: number | null;

  /** @param contours what the canvas ends at, in the frame of the strips; a single strip does without. */
  constructor(
    readonly site: Site,
    readonly way: Way,
    readonly fit: StripFit,
    readonly placed: Placed & { contours: readonly TurnedContour[] },
  ) {
    this.filmCost = placed.filmM2 * filmPrice(site, way, fit);
    this.seamLength = fit.strips === 1 ? 0 : null;
  }

  /** Measured when layouts are told apart by it only: most are not. */
  get seamLengthM(): number {
    this.seamLength ??= seamLevels(this)
      .flatMap((level) => seamPieces(this.placed.contours, level))
      .reduce((sum, [from, to]) => sum + to - from, 0);
    return this.seamLength;
  }

  /** What the layout costs when it is compared: its film, and its seams where they have a price. */
  get cost(): number {
    const { seamPrice } = this.site;
    return seamPrice > 0 ? this.filmCost + this.seamLengthM * this.fit.shrinkAlong * seamPrice : this.filmCost;
  }
}

/**
 * The price of a square metre of film when layouts are compared. A canvas is stretched tighter to save a seam and not to
 * save film, so a canvas askew is compared as if it were stretched no tighter than usual: otherwise a rectangle would be
 * turned by a degree to save half a percent.
 */
export function filmPrice(site: Site, way: Way, fit: StripFit): number {
  return way.straight ? site.filmPrice : (site.filmPrice * site.film.shrink.along.default) / fit.shrinkAlong;
}

/** What layouts are told apart by. */
export interface Compared {
  readonly site: Pick<Site, 'cheapest'>;
  readonly fit: Pick<StripFit, 'strips' | 'shrink'>;
  readonly cost: number;
  readonly seamLengthM: number;
}

/** Negative when the first is better: fewest strips or least cost first, then the shorter seam and the looser shrink. */
export function compareLayouts(a: Compared, b: Compared): number {
  const strips = a.fit.strips - b.fit.strips;
  if (!a.site.cheapest && strips !== 0) {
    return strips;
  }
  return (
    differ(a.cost, b.cost, b.cost * SAME_SHARE) ||
    strips ||
    differ(a.seamLengthM, b.seamLengthM, SAME_M) ||
    b.fit.shrink - a.fit.shrink
  );
}

/** False when a layout with so much film alone is dearer than another, whatever its seams. */
export function mayBeat(filmCost: number, other: Layout): boolean {
  return filmCost <= other.cost * (1 + SAME_SHARE);
}

/** The better of two layouts, the first when they are equal. */
export function better(a: Layout | null, b: Layout | null): Layout | null {
  if (a === null || b === null) {
    return a ?? b;
  }
  return compareLayouts(b, a) < 0 ? b : a;
}

/** Levels of the edges between the strips. */
export function seamLevels({ site, fit, placed }: Layout): number[] {
  const step = site.rule.rollM / fit.shrink;
  return Array.from({ length: fit.strips - 1 }, (_, index) => placed.first + (index + 1) * step);
}

/** The lines a canvas ends at, its contour first, turned so that its strips run along x. */
export function canvasContours({ contour, cutouts }: BuiltRoom, direction: Point): TurnedContour[] {
  return [contour, ...cutouts.map((cutout) => cutout.contour)].map((line) => turnContour(line, direction));
}

function differ(a: number, b: number, noise: number): number {
  return Math.abs(a - b) < noise ? 0 : a - b;
}
