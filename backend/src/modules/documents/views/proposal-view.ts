import { documentHead, type DocumentHead } from './document-head.js';
import { shownVariantId, type DocumentContext, type DocumentSource } from './document-source.js';
import { compareVariants, type VariantSummary } from './variant-differences.js';
import { variantView, type VariantView } from './variant-view.js';

/** The proposal: what its PDF and the client's page both show, so that their sums cannot differ. */
export interface ProposalView {
  head: DocumentHead;
  /** The one whose lines are printed: the one asked for, else the accepted, else the current. */
  shownVariantId: string;
  acceptedVariantId: string | null;
  /** All of them with everything, in the order of the estimate. */
  variants: VariantView[];
  comparison: VariantSummary[];
}

/** @throws VariantMissingError for a variant the estimate does not have */
export function proposalView(source: DocumentSource, context: DocumentContext, variantId?: string): ProposalView {
  const shown = shownVariantId(source, variantId);
  const variants = source.draft.variants.map(({ id }) => variantView(source, id));
  return {
    head: documentHead(source, context),
    shownVariantId: shown,
    acceptedVariantId: source.acceptance?.variantId ?? null,
    variants,
    comparison: compareVariants(variants, shown),
  };
}
