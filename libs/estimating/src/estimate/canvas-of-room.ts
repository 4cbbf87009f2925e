import type { Canvas } from '../layout/canvas.js';
import type { RuleSet } from '../rules/rule-set.js';
import { pricesOf } from './canvas-prices.js';
import type { PriceBook, VariantInput } from './estimate-draft.js';
import { placeLevels } from './levels.js';
import { roomPricesOf } from './room-prices.js';
import { specifiedRooms } from './specified-rooms.js';
import { canvasOf, surveyRoom } from './survey-rooms.js';
import type { CoveredRoom } from './survey-rooms.js';

/** A room as a variant has it, and the canvas that was laid out for it. */
export interface LaidRoom extends CoveredRoom {
  canvas: Canvas;
}

/**
 * A room of a variant with the canvas computeEstimate takes for it: its levels are left out, film and profiles are those
 * the variant specifies, and where the cheapest is preferred the price book decides. Null when the room is not there, or
 * cannot be built or cut.
 */
export function laidRoom(
  { rooms, specification }: Pick<VariantInput, 'rooms' | 'specification'>,
  roomId: string,
  priceBook: PriceBook,
  ruleSet: RuleSet,
): LaidRoom | null {
  const surveyed = specifiedRooms(rooms, specification, ruleSet).map((input) => surveyRoom(input, ruleSet));
  const found = surveyed.find(({ input }) => input.id === roomId);
  if (!found?.room) {
    return null;
  }
  const { input, room, plan } = found;
  const levels = placeLevels(surveyed).within.get(roomId) ?? [];
  const covered = { input, room, plan, levels };
  const laid = canvasOf(covered, roomPricesOf(covered, pricesOf(priceBook, specification), ruleSet), ruleSet);
  return laid.ok ? { ...covered, canvas: laid.canvas } : null;
}

/** The canvas alone, for drawing it. */
export function canvasOfRoom(...room: Parameters<typeof laidRoom>): Canvas | null {
  return laidRoom(...room)?.canvas ?? null;
}
