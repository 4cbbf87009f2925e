import type { RoomMeasures } from '@smet/estimating';
import { computeDraft } from './compute-draft.js';
import { toPricing, type LoadedPricing } from './estimate-pricing.service.js';
import { toDraft, type EstimateRow } from './stored-estimate.js';

/** Measures that rooms stored by earlier versions of SMET can be without. */
const LATER_MEASURES: readonly (keyof RoomMeasures)[] = ['takeOff', 'outside'];

/**
 * Adds what an earlier version of SMET did not measure yet. What it did measure stays, since the stored lines were billed
 * by it.
 */
export function withLaterMeasures(row: EstimateRow, pricing: LoadedPricing): EstimateRow {
  const isComplete = row.variants.every(({ rooms }) =>
    rooms.every(({ measures }) => LATER_MEASURES.every((key) => key in measures)),
  );
  if (isComplete) return row;
  const computed = new Map(
    computeDraft(toDraft(row), toPricing(pricing, row)).map(({ variant, result }) => [variant.id, result.rooms]),
  );
  const variants = row.variants.map((variant) => {
    const measured = new Map((computed.get(variant.id) ?? []).map((room) => [room.roomId, room]));
    const rooms = variant.rooms.map((room) => {
      const now = measured.get(room.roomId);
      return now && 'measures' in now ? { ...room, measures: { ...now.measures, ...room.measures } } : room;
    });
    return { ...variant, rooms };
  });
  return { ...row, variants };
}
