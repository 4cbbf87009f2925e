'use client';

import type { RuleSet } from '@smet/estimating';
import { createContext, useContext } from 'react';
import type { EstimateView } from '../model/types';

/** What all lines of an estimate explain themselves by. */
export interface WhyFacts {
  ruleSet: Pick<RuleSet, 'title' | 'values'>;
  /** When the prices were taken from the lists. */
  pricedAt: EstimateView['pricedAt'];
}

export const WhyFactsContext = createContext<WhyFacts | null>(null);

export function useWhyFacts(): WhyFacts {
  const facts = useContext(WhyFactsContext);
  if (!facts) throw new Error('A line that explains itself outside of an estimate');
  return facts;
}
