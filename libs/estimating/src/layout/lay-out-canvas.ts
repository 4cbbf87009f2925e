import type { CanvasOptions } from '../plan/room-plan.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import type { RuleSet } from '../rules/rule-set.js';
import { buildCanvas } from './build-canvas.js';
import type { CanvasPrices, CanvasResult } from './canvas.js';
import { compareLayouts } from './layout.js';
import type { Layout } from './layout.js';
import { neededWidth, refuse, takeOrder } from './order.js';
import type { Order } from './order.js';
import { searchLayout } from './search.js';
import { leastHeight, siteOn } from './site.js';
import type { Site } from './site.js';
import { fitStrips } from './strip-fit.js';

/**
 * Lays the canvas of a room. By default it lies on the narrowest roll that needs no seam, else with the fewest seams on
 * the widest, and takes the least film that allows; what the options name is kept to. Equal layouts are told apart by
 * the shorter seam and the looser shrink, so that relettering a room changes nothing.
 * @param films of the rule set; the first one is taken when the options name none.
 * @param prices decide between layouts, whatever their seams, when the cheapest is preferred. Without them, or when a
 *   roll has no price, the least film counts.
 */
export function layOutCanvas(
  room: BuiltRoom,
  films: RuleSet['films'],
  options: CanvasOptions = {},
  prices: CanvasPrices | null = null,
): CanvasResult {
  const taken = takeOrder(room, films, options);
  if (!taken.ok) {
    return taken;
  }
  const { order } = taken;
  const isPriced =
    order.task.cheapest && prices !== null && order.rolls.every((roll) => prices.filmPerM2Minor[roll] !== undefined);
  const sites = order.rolls.map((roll) => siteOn(roll, order.task, isPriced ? prices : null));
  const { film, seamThrough, cheapest } = order.task;
  const seamless = seamThrough ? [] : seamlessOf(sites, leastHeight(order.task));
  if (film.onePiece && seamless.length === 0) {
    return refuseWidth(order, options);
  }
  if (seamThrough || cheapest) {
    const layout = bestOf(film.onePiece ? seamless : sites);
    return layout ? { ok: true, canvas: buildCanvas(layout) } : refuse('SEAM_OUTSIDE', 'seamThroughMm');
  }
  return { ok: true, canvas: buildCanvas(searchLayout(seamless[0] ?? sites.at(-1)!)!) };
}

/** The rolls that need no seam, narrowest first. */
function seamlessOf(sites: readonly Site[], heightM: number): Site[] {
  return sites.filter(({ rule }) => fitStrips(heightM, rule).strips === 1);
}

/** Null when no roll lets a seam run where it was asked for. */
function bestOf(sites: readonly Site[]): Layout | null {
  const layouts = sites.flatMap((site) => searchLayout(site) ?? []);
  return layouts.toSorted(compareLayouts)[0] ?? null;
}

function refuseWidth({ task, rolls }: Order, { rollM }: CanvasOptions): CanvasResult {
  const params = { neededM: neededWidth(task), widestM: rolls.at(-1)! };
  return refuse('CANVAS_TOO_WIDE', rollM === undefined ? 'film' : 'rollM', params);
}
