import type { Minor } from '@smet/money';
import type { SeamAlternative, SeamReason } from '../layout/canvas.js';
import { explainSeams } from '../layout/explain-seams.js';
import type { CanvasOptions } from '../plan/room-plan.js';
import { EMPTY_PLAN } from '../plan/room-plan.js';
import { canvasPricesOf } from './canvas-prices.js';
import { computeEstimate } from './compute-estimate.js';
import type { VariantInput } from './estimate-draft.js';
import { placeLevels } from './levels.js';
import type { Pricing } from './pricing.js';
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
 * Why the canvas of a room has a seam, and what each way to lessen it would cost, discount and rounding included. Takes
 * many layouts and estimates: not for every keystroke.
 * @returns null when the room is not there, has no canvas, or its canvas has no seam.
 */
export function priceCanvasAlternatives(draft: VariantInput, roomId: string, pricing: Pricing): PricedSeams | null {
  const { priceBook, ruleSet } = pricing;
  const surveyed = draft.rooms.map((input) => surveyRoom(input, ruleSet));
  const found = surveyed.find(({ input }) => input.id === roomId);
  if (!found?.room) {
    return null;
  }
  const levels = placeLevels(surveyed).within.get(roomId) ?? [];
  const { canvas: options } = found.plan;
  const prices = canvasPricesOf(options, priceBook, ruleSet);
  const explained = explainSeams(withoutLevels(found.room, levels).canvas, ruleSet.films, options, prices);
  if (!explained) {
    return null;
  }
  const now = toPay(draft, pricing);
  const alternatives = explained.alternatives.map((alternative) => {
    const then = toPay(withOptions(draft, roomId, alternative.options), pricing);
    return { ...alternative, differenceMinor: now === null || then === null ? null : then - now };
  });
  return { reason: explained.reason, alternatives };
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
