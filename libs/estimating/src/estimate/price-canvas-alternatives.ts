import type { Minor } from '@smet/money';
import type { SeamAlternative, SeamReason } from '../layout/canvas.js';
import { explainSeams } from '../layout/explain-seams.js';
import type { CanvasOptions } from '../plan/room-plan.js';
import { EMPTY_PLAN } from '../plan/room-plan.js';
import { pricesOf } from './canvas-prices.js';
import { computeEstimate } from './compute-estimate.js';
import type { VariantInput } from './estimate-draft.js';
import { placeLevels } from './levels.js';
import type { Pricing } from './pricing.js';
import { roomPricesOf } from './room-prices.js';
import { specifiedRooms } from './specified-rooms.js';
import { surveyRoom, withoutLevels } from './survey-rooms.js';

/** Another canvas for a room, and how much more the client would pay for the whole estimate; below zero: less. */
export interface PricedAlternative extends SeamAlternative {
  /** Null when something of that canvas has no price. */
  differenceMinor: Minor | null;
}

export interface PricedSeams {
  reason: SeamReason;
  alternatives: PricedAlternative[];
}

/**
 * Why the canvas of a room has a seam, and what each way to lessen it would cost, discount and rounding included. Another
 * film is no way where the variant specifies one. Takes
 * many layouts and estimates: not for every keystroke.
 * @returns null when the room is not there, has no canvas, or its canvas has no seam.
 */
export function priceCanvasAlternatives(draft: VariantInput, roomId: string, pricing: Pricing): PricedSeams | null {
  const { priceBook, ruleSet } = pricing;
  const rooms = specifiedRooms(draft.rooms, draft.specification, ruleSet);
  const surveyed = rooms.map((input) => surveyRoom(input, ruleSet));
  const found = surveyed.find(({ input }) => input.id === roomId);
  if (!found?.room) {
    return null;
  }
  const levels = placeLevels(surveyed).within.get(roomId) ?? [];
  const { canvas: options } = found.plan;
  const { input, room, plan } = found;
  const prices = roomPricesOf({ input, room, plan, levels }, pricesOf(priceBook, draft.specification), ruleSet);
  const explained = explainSeams(withoutLevels(room, levels).canvas, ruleSet.films, options, prices);
  if (!explained) {
    return null;
  }
  const now = toPay(draft, pricing);
  const own = draft.rooms.find(({ id }) => id === roomId)?.plan?.canvas?.film;
  const specified = draft.specification?.film;
  const possible = explained.alternatives.filter(({ canvas }) => (specified ?? canvas.film.key) === canvas.film.key);
  const alternatives = possible.map((alternative) => {
    const options = specified === undefined ? alternative.options : ofRoom(alternative.options, own);
    const then = toPay(withOptions(draft, roomId, options), pricing);
    return { ...alternative, options, differenceMinor: now === null || then === null ? null : then - now };
  });
  return { reason: explained.reason, alternatives };
}

/** The options are the room's, which all variants share: the film of one variant has no place in them. */
function ofRoom(options: CanvasOptions, film: string | undefined): CanvasOptions {
  const others = Object.entries(options).filter(([name]) => name !== 'film');
  return { ...Object.fromEntries(others), ...(film !== undefined && { film }) };
}

function withOptions(draft: VariantInput, roomId: string, canvas: CanvasOptions): VariantInput {
  const rooms = draft.rooms.map((room) =>
    room.id === roomId ? { ...room, plan: { ...(room.plan ?? EMPTY_PLAN), canvas } } : room,
  );
  return { ...draft, rooms };
}

/** Null when lines are left out for want of a price: what is left is no price of the estimate. */
function toPay(draft: VariantInput, pricing: Pricing): Minor | null {
  const { totals, problems } = computeEstimate(draft, pricing);
  return problems.some(({ code }) => code === 'ITEM_NOT_PRICED') ? null : totals.toPayMinor;
}
