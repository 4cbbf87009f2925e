import type { Canvas } from '../layout/canvas.js';
import type { RuleSet } from '../rules/rule-set.js';
import { canvasPricesOf } from './canvas-prices.js';
import type { PriceBook, VariantInput } from './estimate-draft.js';
import { placeLevels } from './levels.js';
import { canvasOf, surveyRoom } from './survey-rooms.js';

/**
 * The canvas computeEstimate takes for a room of the draft, for drawing it: its levels are left out, and where the
 * cheapest is preferred the price book decides. Null when the room is not there, or cannot be built or cut.
 */
export function canvasOfRoom(
  { rooms }: Pick<VariantInput, 'rooms'>,
  roomId: string,
  priceBook: PriceBook,
  ruleSet: RuleSet,
): Canvas | null {
  const surveyed = rooms.map((input) => surveyRoom(input, ruleSet));
  const found = surveyed.find(({ input }) => input.id === roomId);
  if (!found?.room) {
    return null;
  }
  const { room, plan } = found;
  const levels = placeLevels(surveyed).within.get(roomId) ?? [];
  const laid = canvasOf({ room, plan, levels }, canvasPricesOf(plan.canvas, priceBook, ruleSet), ruleSet);
  return laid.ok ? laid.canvas : null;
}
