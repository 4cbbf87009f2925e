import { better, compareLayouts } from './layout.js';
import type { Layout } from './layout.js';
import type { Site } from './site.js';
import { bestOfPlaces, placesAtCorners, placesOf, singleStrip, singleStripCost, spanOf } from './spans.js';
import type { Span } from './spans.js';
import { heightOf } from './strip-fit.js';
import { turned, waysAround, waysOfHeight } from './ways.js';
import type { Way } from './ways.js';

/** Directions tried all round for layouts of several strips, before the best ones are turned finely. */
const GRID_DEG = 2;
const FINEST_DEG = 0.02;
/** How many of the best directions are tried with more places of the first strip, and how many of those are turned. */
const PLACED = 24;
const TURNED = 4;
/** Places of the first strip tried at first and later on; fewer in a room of many walls, each place takes longer there. */
const FEW_PLACES = 4;
const MANY_PLACES = { least: 8, most: 48, ofAllWalls: 2400 };

/** The best layout on one roll, or null when no direction lets a seam run where it was asked for. */
export function searchLayout(site: Site): Layout | null {
  const spans = spansOf(site, site.ways);
  if (spans.length === 0) {
    return null;
  }
  // Where any direction may be taken the narrowest one is among the ways: no other takes fewer strips.
  const fewest = Math.min(...spans.map(({ fit }) => fit.strips));
  const most = site.cheapest && !site.film.onePiece ? fewest + 1 : fewest;
  if (site.anyDirection) {
    spans.push(...spansOf(site, furtherWays(site, spans, { fewest, most })));
  }
  // Many short strips across a long room may be the cheapest of all.
  const fitting = spans.filter(({ fit, way }) => fit.strips <= most || (site.cheapest && way.straight));
  const single = bestSingle(site, fitting);
  const several = fitting.filter(({ fit }) => fit.strips > 1);
  return several.length === 0 ? single : better(single, bestOfSeveral(site, several));
}

function furtherWays(site: Site, spans: readonly Span[], { fewest, most }: { fewest: number; most: number }): Way[] {
  const { hull, rule } = site;
  const bounds = Array.from({ length: most - fewest + 1 }, (_, index) => heightOf(fewest + index, rule));
  const narrowest = spans.reduce((best, span) => (span.high - span.low < best.high - best.low ? span : best));
  const grid = most === 1 ? [] : waysAround(narrowest.way.direction, GRID_DEG);
  return [...(site.seamThrough ? [] : bounds.flatMap((height) => waysOfHeight(hull, height))), ...grid];
}

function spansOf(site: Site, ways: readonly Way[]): Span[] {
  const spans: Span[] = [];
  for (const way of ways) {
    const span = spanOf(site, way);
    if (span !== null) {
      spans.push(span);
    }
  }
  return spans;
}

/**
 * The best single strip. Its length as the direction turns is a row of arches, so it is least across an edge of the
 * hull, or where the room becomes too high for the roll: all of these are among the ways.
 */
function bestSingle(site: Site, spans: readonly Span[]): Layout | null {
  let best: Layout | null = null;
  for (const span of spans) {
    if (span.fit.strips === 1 && (best === null || singleStripCost(site, span) <= best.cost)) {
      best = better(best, singleStrip(site, span));
    }
  }
  return best;
}

/**
 * First all directions with a few places of the first strip, then the best of them with all places, and the best of
 * those turned to and fro by ever smaller angles.
 */
function bestOfSeveral(site: Site, spans: readonly Span[]): Layout {
  const { least, most: many, ofAllWalls } = MANY_PLACES;
  const places = Math.max(least, Math.min(many, Math.floor(ofAllWalls / site.room.contour.length)));
  const rough = spans.map((span) => bestPlace(site, span, FEW_PLACES));
  const placed = rough
    .toSorted(compareLayouts)
    .slice(0, PLACED)
    .map(({ way }) => bestPlace(site, spanOf(site, way)!, places))
    .toSorted(compareLayouts);
  if (!site.anyDirection) {
    return placed[0]!;
  }
  return placed
    .slice(0, TURNED)
    .map((layout) => turnFinely(layout, places))
    .reduce((best, layout) => better(best, layout)!, placed[0]!);
}

function bestPlace(site: Site, span: Span, places: number): Layout {
  const { lowest, highest } = placesOf(site, span);
  return bestOfPlaces(site, span, lowest === highest ? [lowest] : placesAtCorners(site, span, places));
}

function turnFinely(layout: Layout, places: number): Layout {
  const { site } = layout;
  let best = layout;
  for (let step = GRID_DEG / 2; step >= FINEST_DEG; step /= 2) {
    const centre = best.way;
    for (const degrees of [-step, step]) {
      const span = spanOf(site, turned(centre, degrees));
      if (span !== null && span.fit.strips > 1 && span.fit.strips <= layout.fit.strips) {
        best = better(best, bestPlace(site, span, places))!;
      }
    }
  }
  return best;
}
