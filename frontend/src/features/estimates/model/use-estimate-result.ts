'use client';

import { computeEstimate } from '@smet/estimating';
import type { EstimateResult, PricedItem, Pricing } from '@smet/estimating';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { CanvasContext } from '../canvas/types';
import { sameForm } from './canonical';
import { toForm, toVariantInput } from './estimate-form';
import type { EstimateForm, EstimateView, RoomForm, VariantForm } from './types';

/** What the variants of an estimate are computed by; `added` are items chosen since it was loaded. */
function usePricing({ ruleSet, terms, tolerances, priceBook }: EstimateView, added: readonly PricedItem[]): Pricing {
  const prices = useMemo(() => new Map([...added, ...priceBook].map((item) => [item.code, item])), [added, priceBook]);
  return useMemo(() => ({ priceBook: prices, ruleSet, terms, tolerances }), [prices, ruleSet, terms, tolerances]);
}

const computed = new WeakMap<VariantForm, { rooms: RoomForm[]; pricing: Pricing; result: EstimateResult }>();

/** A variant is computed once, whoever asks: the tabs for its sum, the editor for its lines. */
function computeOnce(rooms: RoomForm[], variant: VariantForm, pricing: Pricing): EstimateResult {
  const known = computed.get(variant);
  if (known?.rooms === rooms && known.pricing === pricing) return known.result;
  const result = computeEstimate(toVariantInput(rooms, variant), pricing);
  computed.set(variant, { rooms, pricing, result });
  return result;
}

/** The server's answer where it is the last word: nothing is changed, or nothing can be; undefined where it is not. */
export function savedResult(
  { canEdit, results }: Pick<EstimateView, 'canEdit' | 'results'>,
  variantId: string,
  isChanged: boolean,
): EstimateResult | undefined {
  return canEdit && isChanged ? undefined : results.find((known) => known.variantId === variantId)?.result;
}

export interface VariantResult {
  variant: VariantForm;
  result: EstimateResult;
}

/**
 * All variants, for their sums beside each other: after the one that is typed in, when there is time for it. Where nothing
 * is changed, and always in a version that was sent, they are the saved ones.
 */
export function useVariantResults(base: EstimateView, form: EstimateForm, pricing: Pricing): VariantResult[] {
  const { rooms, variants } = useDeferredValue(form);
  const savedForm = useMemo(() => toForm(base), [base]);
  return useMemo(() => {
    const isChanged = base.canEdit && !sameForm({ ...savedForm, rooms, variants }, savedForm);
    return variants.map((variant) => ({
      variant,
      result: savedResult(base, variant.id, isChanged) ?? computeOnce(rooms, variant, pricing),
    }));
  }, [base, savedForm, rooms, variants, pricing]);
}

interface Shown {
  form: EstimateForm;
  variant: VariantForm;
  dirty: boolean;
}

/**
 * Lines and totals of the shown variant as it is typed right now, computed by the server's own code. While nothing is
 * changed the saved answer of the server is shown, so that its word is the last.
 */
export function useEstimateResult(base: EstimateView, { form, variant, dirty }: Shown) {
  const [added, setAdded] = useState<readonly PricedItem[]>([]);
  const pricing = usePricing(base, added);
  const { rooms } = form;
  const context = useMemo<CanvasContext>(() => {
    const { ruleSet, tolerances, currency } = base;
    return { draft: toVariantInput(rooms, variant), prices: pricing.priceBook, ruleSet, tolerances, currency };
  }, [base, rooms, variant, pricing]);
  const result = useMemo<EstimateResult>(() => {
    return savedResult(base, variant.id, dirty) ?? computeOnce(rooms, variant, pricing);
  }, [base, rooms, variant, dirty, pricing]);
  /** An item chosen from the nomenclature brings its price along until the server prices it. */
  const addPrice = useCallback((item: PricedItem) => setAdded((known) => [...known, item]), []);
  return { result, addPrice, context, pricing };
}
