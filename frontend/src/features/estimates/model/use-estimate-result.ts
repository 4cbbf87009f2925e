'use client';

import { computeEstimate, getRuleSet } from '@smet/estimating';
import type { EstimateResult, PricedItem } from '@smet/estimating';
import { useCallback, useMemo, useState } from 'react';
import type { CanvasContext } from '../canvas/types';
import { toDraft } from './estimate-form';
import type { EstimateForm, EstimateView } from './types';

/**
 * Lines and totals of what is typed right now, computed by the server's own code. While nothing is changed the saved
 * answer of the server is shown, so that its word is the last.
 */
export function useEstimateResult(base: EstimateView, form: EstimateForm, dirty: boolean) {
  const [added, setAdded] = useState<readonly PricedItem[]>([]);
  const prices = useMemo(
    () => new Map([...added, ...base.priceBook].map((item) => [item.code, item])),
    [added, base.priceBook],
  );
  const context = useMemo<CanvasContext>(() => {
    const { ruleSet, tolerances, currency } = base;
    return { draft: toDraft(form), prices, ruleSet: getRuleSet(ruleSet.id, ruleSet.version), tolerances, currency };
  }, [base, form, prices]);
  const result = useMemo<EstimateResult>(() => {
    if (!dirty) return base.result;
    const { draft, ruleSet, tolerances } = context;
    return computeEstimate(draft, { priceBook: prices, ruleSet, tolerances });
  }, [base, context, dirty, prices]);
  /** An item chosen from the nomenclature brings its price along until the server prices it. */
  const addPrice = useCallback((item: PricedItem) => setAdded((known) => [...known, item]), []);
  return { result, addPrice, context };
}
