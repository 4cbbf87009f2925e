'use client';

import type { Proposal, ProposalVariant } from '@smet/api-client';
import { useTranslations } from 'next-intl';

/** A variant nobody has named is called by its place, the only one by what it is. */
export function useVariantName(): (proposal: Proposal, variant: ProposalVariant) => string {
  const t = useTranslations('proposal.variants');
  return ({ variants }, variant) => {
    if (variant.name !== '') return variant.name;
    return variants.length === 1 ? t('only') : t('unnamed', { number: String(variants.indexOf(variant) + 1) });
  };
}
