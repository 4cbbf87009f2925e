import { canvasContours, filmPrice, Layout, mayBeat, better } from './layout.js';
import { extentsFor, sheetExtents } from './sheet-extents.js';
import { extentOf } from './site.js';
import type { Extent, Site } from './site.js';
import { fitStrips, fitStripsAround } from './strip-fit.js';
import type { StripFit } from './strip-fit.js';
import type { Way } from './ways.js';

/** A seam so near to the farthest point of a room is no seam. */
const EDGE_M = 1e-6;

/** The extent of a room in the frame of a direction, and the strips that takes. */
export interface Span extends Extent {
  way: Way;
  fit: StripFit;
  /** The level of the first strip where it is not free: a seam has its place. */
  first: number | null;
}

/** Null when a seam was asked for at a place no strip's edge can run through in this direction. */
export function spanOf(site: Site, way: Way): Span | null {
  const { left, right, low, high } = extentOf(site.hull, way.direction);
  if (!site.seamThrough) {
    return { way, left, right, low, high, fit: fitStrips(high - low, site.rule), first: null };
  }
  const level = site.seamThrough.y * way.direction.x - site.seamThrough.x * way.direction.y;
  if (level - low < EDGE_M || high - level < EDGE_M) {
    return null;
  }
  const { stripsBelow, ...fit } = fitStripsAround(level - low, high - level, site.rule);
  return { way, left, right, low, high, fit, first: level - (stripsBelow * site.rule.rollM) / fit.shrink };
}

/** The film of a single strip, counted as layouts are compared. */
export function singleStripCost(site: Site, { way, left, right, fit }: Span): number {
  return singleStripFilm(site, { left, right, fit }) * filmPrice(site, way, fit);
}

export function singleStrip(site: Site, span: Span): Layout {
  const first = placesOf(site, span).highest;
  return new Layout(site, span.way, span.fit, { first, filmM2: singleStripFilm(site, span), contours: [] });
}

function singleStripFilm({ rule }: Site, { left, right, fit }: Pick<Span, 'left' | 'right' | 'fit'>): number {
  return rule.rollM * ((right - left) * fit.shrinkAlong + 2 * rule.film.allowanceM);
}

/** Between these levels the first strip may begin, so that the strips cover the room. */
export function placesOf({ rule }: Site, { low, high, fit, first }: Span): { lowest: number; highest: number } {
  if (first !== null) {
    return { lowest: first, highest: first };
  }
  const allowance = rule.film.allowanceM / fit.shrink;
  const highest = low - allowance;
  return { lowest: Math.min(highest, high + allowance - (fit.strips * rule.rollM) / fit.shrink), highest };
}

/** The film changes its course where an edge of a strip comes to a corner of the room; there its least is looked for. */
export function placesAtCorners(site: Site, span: Span, most: number): number[] {
  const { lowest, highest } = placesOf(site, span);
  const step = site.rule.rollM / span.fit.shrink;
  const { x: cos, y: sin } = span.way.direction;
  const places: number[] = [];
  for (const { x, y } of site.room.contour) {
    const level = y * cos - x * sin;
    // The edge above the first strip is the first one that can come to a corner, the one below the last the last.
    const last = Math.min(span.fit.strips - 1, Math.floor((level - lowest) / step));
    for (let edge = Math.max(1, Math.ceil((level - highest) / step)); edge <= last; edge += 1) {
      places.push(level - edge * step);
    }
  }
  const every = Math.max(1, places.length / most);
  const count = Math.min(most, places.length);
  return [lowest, highest, ...Array.from({ length: count }, (_, index) => places[Math.floor(index * every)]!)];
}

/** The best of the given places of the first strip. */
export function bestOfPlaces(site: Site, { way, fit, low, high }: Span, places: readonly number[]): Layout {
  const { rollM, film } = site.rule;
  const contours = canvasContours(site.room, way.direction);
  const extents = extentsFor(fit.strips);
  const bands = { first: 0, step: rollM / fit.shrink, strips: fit.strips, low, high };
  const price = filmPrice(site, way, fit);
  let best: Layout | null = null;
  for (const first of places) {
    bands.first = first;
    sheetExtents(contours[0]!, bands, extents);
    let lengthM = 0;
    for (let strip = 0; strip < fit.strips; strip += 1) {
      lengthM += Math.max(0, extents.right[strip]! - extents.left[strip]!) * fit.shrinkAlong + 2 * film.allowanceM;
    }
    const filmM2 = lengthM * rollM;
    if (best === null || mayBeat(filmM2 * price, best)) {
      best = better(best, new Layout(site, way, fit, { first, filmM2, contours }));
    }
  }
  return best!;
}
