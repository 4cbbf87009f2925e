import { canvasContours, compareLayouts, Layout } from './layout.js';
import { sheetExtents } from './sheet-extents.js';
import { extentOf } from './site.js';
import type { Extent, Site } from './site.js';
import { fitStrips, fitStripsAround, heightOf } from './strip-fit.js';
import type { StripFit } from './strip-fit.js';
import { turned, waysAround, waysOfHeight } from './ways.js';
import type { Way } from './ways.js';

/** Directions tried all round for layouts of several strips, before the best ones are turned finely. */
const GRID_DEG = 2;
const FINEST_DEG = 0.02;
/** How many of the best directions are tried with every place of the first strip. */
const SEEDS = 8;
/** Places of the first strip tried for a direction; rooms of many short walls have more. */
const MAX_PLACES = 48;
/** A strip's edge so near to a wall lies on it. */
const EDGE_M = 1e-6;

/** The extent of a room in the frame of a direction, and the strips that takes. */
interface Span extends Extent {
  way: Way;
  fit: StripFit;
  /** The level of the first strip where it is not free: a seam has its place. */
  first: number | null;
}

/** The best layout on one roll, or null when no direction lets a seam run where it was asked for. */
export function searchLayout(site: Site): Layout | null {
  const { ways, anyDirection } = site;
  const spans = spansOf(site, ways);
  if (spans.length === 0) {
    return null;
  }
  // The hull's own directions are the narrowest: no other direction takes fewer strips.
  const fewest = Math.min(...spans.map(({ fit }) => fit.strips));
  const most = site.cheapest && !site.film.onePiece ? fewest + 1 : fewest;
  if (anyDirection) {
    spans.push(...spansOf(site, furtherWays(site, spans, { fewest, most })));
  }
  const rough = spans.filter(({ fit }) => fit.strips <= most).flatMap((span) => roughLayouts(site, span));
  const sorted = rough.toSorted(compareLayouts);
  return most === 1 ? sorted[0]! : refine(site, sorted, most);
}

function furtherWays(site: Site, spans: readonly Span[], { fewest, most }: { fewest: number; most: number }): Way[] {
  const { hull, rule, film } = site;
  const { min } = film.shrink.across;
  const bounds = Array.from({ length: most - fewest + 1 }, (_, index) => heightOf(fewest + index, min, rule));
  const narrowest = spans.reduce((best, span) => (span.high - span.low < best.high - best.low ? span : best));
  const grid = most === 1 ? [] : waysAround(narrowest.way.direction, GRID_DEG);
  return [...(site.seamThrough ? [] : bounds.flatMap((height) => waysOfHeight(hull, height))), ...grid];
}

function spansOf(site: Site, ways: readonly Way[]): Span[] {
  return ways.flatMap((way) => spanOf(site, way) ?? []);
}

/** Null when a seam was asked for at a place no strip's edge can run through in this direction. */
function spanOf(site: Site, way: Way): Span | null {
  const extent = extentOf(site.hull, way.direction);
  const { low, high } = extent;
  if (!site.seamThrough) {
    return { way, ...extent, fit: fitStrips(high - low, site.rule), first: null };
  }
  const level = site.seamThrough.y * way.direction.x - site.seamThrough.x * way.direction.y;
  if (level - low < EDGE_M || high - level < EDGE_M) {
    return null;
  }
  const { stripsBelow, ...fit } = fitStripsAround(level - low, high - level, site.rule);
  return { way, ...extent, fit, first: level - (stripsBelow * site.rule.rollM) / fit.shrink };
}

/** Laid from the one edge of the room and from the other. */
function roughLayouts(site: Site, span: Span): Layout[] {
  const { lowest, highest } = placesOf(site, span);
  if (span.fit.strips > 1) {
    return placeAt(site, span, lowest === highest ? [lowest] : [lowest, highest]);
  }
  const { rollM, film } = site.rule;
  const filmM2 = rollM * ((span.right - span.left) * span.fit.shrinkAlong + 2 * film.allowanceM);
  return [new Layout(site, span.way, span.fit, { first: highest, filmM2, contours: [] })];
}

/** Between these levels the first strip may begin, so that the strips cover the room. */
function placesOf({ rule }: Site, { low, high, fit, first }: Span): { lowest: number; highest: number } {
  if (first !== null) {
    return { lowest: first, highest: first };
  }
  const allowance = rule.film.allowanceM / fit.shrink;
  const highest = low - allowance;
  return { lowest: Math.min(highest, high + allowance - (fit.strips * rule.rollM) / fit.shrink), highest };
}

function placeAt(site: Site, { way, fit, low, high }: Span, places: readonly number[]): Layout[] {
  const { rollM, film } = site.rule;
  const contours = canvasContours(site.room, way.direction);
  const bands = { step: rollM / fit.shrink, strips: fit.strips, low, high };
  return places.map((first) => {
    const { left, right } = sheetExtents(contours[0]!, { ...bands, first });
    let lengthM = 0;
    for (let strip = 0; strip < fit.strips; strip += 1) {
      lengthM += Math.max(0, right[strip]! - left[strip]!) * fit.shrinkAlong + 2 * film.allowanceM;
    }
    return new Layout(site, way, fit, { first, filmM2: lengthM * rollM, contours });
  });
}

/** Tries every place of the first strip for the best directions, and turns them to and fro by ever smaller angles. */
function refine(site: Site, sorted: readonly Layout[], most: number): Layout {
  const ways = [...new Set(sorted.map(({ way }) => way))].slice(0, SEEDS);
  let best = sorted[0]!;
  for (const way of ways) {
    let here = bestPlace(site, way, most);
    for (let step = GRID_DEG / 2; site.anyDirection && step >= FINEST_DEG; step /= 2) {
      const centre = here?.way ?? way;
      for (const degrees of [-step, step]) {
        here = better(here, bestPlace(site, turned(centre, degrees), most));
      }
    }
    best = better(best, here)!;
  }
  return best;
}

function bestPlace(site: Site, way: Way, most: number): Layout | null {
  const span = spanOf(site, way);
  if (span === null || span.fit.strips > most) {
    return null;
  }
  if (span.fit.strips === 1 || span.first !== null) {
    return roughLayouts(site, span).toSorted(compareLayouts)[0]!;
  }
  return placeAt(site, span, placesAtCorners(site, span)).reduce((best, layout) => better(best, layout)!);
}

/** The film changes its course where an edge of a strip comes to a corner of the room. */
function placesAtCorners(site: Site, span: Span): number[] {
  const { lowest, highest } = placesOf(site, span);
  const step = site.rule.rollM / span.fit.shrink;
  const { x: cos, y: sin } = span.way.direction;
  const places = [lowest, highest];
  for (const { x, y } of site.room.contour) {
    const level = y * cos - x * sin;
    for (let first = level - step; first > lowest; first -= step) {
      if (first < highest) {
        places.push(first);
      }
    }
  }
  if (places.length <= MAX_PLACES) {
    return places;
  }
  const every = places.length / MAX_PLACES;
  return Array.from({ length: MAX_PLACES }, (_, index) => places[Math.floor(index * every)]!);
}

function better(a: Layout | null, b: Layout | null): Layout | null {
  if (a === null || b === null) {
    return a ?? b;
  }
  return compareLayouts(b, a) < 0 ? b : a;
}
