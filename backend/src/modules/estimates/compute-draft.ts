import {
  computeEstimate,
  type EstimateDraft,
  type EstimateResult,
  type Pricing,
  type VariantDraft,
} from '@smet/estimating';

export interface ComputedVariant {
  readonly variant: VariantDraft;
  readonly result: EstimateResult;
}

/** Every variant of a draft; the rooms they share are measured once. */
export function computeDraft({ rooms, variants }: EstimateDraft, pricing: Pricing): ComputedVariant[] {
  return variants.map((variant) => {
    const { id: _id, name: _name, ...content } = variant;
    return { variant, result: computeEstimate({ rooms, ...content }, pricing) };
  });
}
