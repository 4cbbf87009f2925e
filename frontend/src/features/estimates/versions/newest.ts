import type { EstimateVersion, EstimateView } from '../model/types';

/** The last version: the draft, or the last one that was sent. */
export function newestOf({ versions }: Pick<EstimateView, 'versions'>): EstimateVersion {
  const newest = versions.at(-1);
  if (!newest) throw new Error('An estimate without versions');
  return newest;
}

export const isOld = (estimate: Pick<EstimateView, 'number' | 'versions'>): boolean =>
  estimate.number !== newestOf(estimate).number;

/** What is saved of the variant that was accepted, otherwise of the one that goes into the order. */
export function resultOf({ results, currentVariantId, acceptance }: EstimateView) {
  const chosen = acceptance?.variantId ?? currentVariantId;
  const result = (results.find(({ variantId }) => variantId === chosen) ?? results[0])?.result;
  if (!result) throw new Error('An estimate without variants');
  return result;
}
