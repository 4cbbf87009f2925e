import type { Minor } from '@smet/money';
import type { CanvasOptions } from '../plan/room-plan.js';
import type { BuiltRoom } from '../rooms/built-room.js';
import type { RuleSet } from '../rules/rule-set.js';
import { buildCanvas } from './build-canvas.js';
import type { Canvas, CanvasPrices, CanvasResult } from './canvas.js';
import { compareLayouts } from './layout.js';
import type { Compared, Layout } from './layout.js';
import { neededWidth, refuse, takeOrder } from './order.js';
import type { Order } from './order.js';
import { togetherOf } from './pieces.js';
import { searchLayout } from './search.js';
import { leastHeight, siteOn } from './site.js';
import type { Site } from './site.js';
import { fitStrips } from './strip-fit.js';

/**
 * Lays the canvas of a room. By default it lies on the narrowest roll that needs no seam, else with the fewest seams on
 * the widest, and takes the least film that allows; what the options name is kept to. Equal layouts are told apart by
 * the shorter seam and the looser shrink, so that relettering a room changes nothing. Where levels cut the room in
 * several pieces each is laid out by itself, all on one roll.
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
  const { tasks, rolls } = taken.order;
  const { film, cheapest } = tasks[0]!;
  const isPriced = cheapest && prices !== null && rolls.every((roll) => prices.filmPerM2Minor[roll] !== undefined);
  const sites = rolls.map((roll) => tasks.map((task) => siteOn(roll, task, isPriced ? prices : null)));
  const hasSeam = tasks.some(({ seamThrough }) => seamThrough !== null);
  const seamless = hasSeam ? [] : seamlessOf(sites, tasks.map(leastHeight));
  if (film.onePiece && seamless.length === 0) {
    return refuseWidth(taken.order, options);
  }
  const choice = film.onePiece ? seamless : sites;
  const usual = seamless[0] ?? sites.at(-1)!;
  if (isPriced && prices.totalMinor) {
    const withoutSeam = hasSeam ? [] : [usual.map((site) => ({ ...site, cheapest: false }))];
    return builtOf(leastOf([...choice, ...withoutSeam], prices.totalMinor));
  }
  const layouts = bestOf(hasSeam || cheapest ? choice : [usual]);
  return builtOf(layouts && togetherOf(layouts.map(buildCanvas)));
}

function builtOf(canvas: Canvas | null): CanvasResult {
  return canvas ? { ok: true, canvas } : refuse('SEAM_OUTSIDE', 'seamThroughMm');
}

/** Of the best canvas on each roll the one with the least total; of equal ones that of the better layout. */
function leastOf(rolls: readonly RollSites[], totalMinor: (canvas: Canvas) => Minor): Canvas | null {
  const priced = laidOn(rolls).map(({ layouts }) => {
    const canvas = togetherOf(layouts.map(buildCanvas));
    return { canvas, total: totalMinor(canvas) };
  });
  return priced.toSorted((a, b) => a.total - b.total)[0]?.canvas ?? null;
}

/** The sites of a room's pieces on one roll. */
type RollSites = readonly Site[];

/** The rolls that need no seam in any piece, narrowest first. */
function seamlessOf(rolls: readonly RollSites[], heightsM: readonly number[]): RollSites[] {
  return rolls.filter((sites) => sites.every(({ rule }, piece) => fitStrips(heightsM[piece]!, rule).strips === 1));
}

/** The layouts of all pieces on the best roll; null when no roll lets a seam run where it was asked for. */
function bestOf(rolls: readonly RollSites[]): Layout[] | null {
  return laidOn(rolls)[0]?.layouts ?? null;
}

/** The best layouts of all pieces on each roll that lets a seam run where it was asked for, the best roll first. */
function laidOn(rolls: readonly RollSites[]): { layouts: Layout[]; together: Compared }[] {
  const laid = rolls.flatMap((sites) => {
    const layouts = sites.flatMap((site) => searchLayout(site) ?? []);
    return layouts.length === sites.length ? [{ layouts, together: comparedOf(layouts) }] : [];
  });
  return laid.toSorted((a, b) => compareLayouts(a.together, b.together));
}

function comparedOf(layouts: readonly Layout[]): Compared {
  const total = (measure: (layout: Layout) => number) => layouts.reduce((sum, layout) => sum + measure(layout), 0);
  return {
    site: layouts[0]!.site,
    fit: { strips: total(({ fit }) => fit.strips), shrink: Math.min(...layouts.map(({ fit }) => fit.shrink)) },
    cost: total(({ cost }) => cost),
    seamLengthM: total(({ seamLengthM }) => seamLengthM),
  };
}

function refuseWidth(order: Order, { rollM }: CanvasOptions): CanvasResult {
  const params = { neededM: neededWidth(order), widestM: order.rolls.at(-1)! };
  return refuse('CANVAS_TOO_WIDE', rollM === undefined ? 'film' : 'rollM', params);
}
