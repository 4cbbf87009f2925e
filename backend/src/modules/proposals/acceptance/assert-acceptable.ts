import type { ProposalPlace } from '../proposal-place.repository.js';
import { acceptedAlready, contentDiffers, offerLapsed, offerSuperseded } from '../proposals.errors.js';

/**
 * Whether this version can be accepted as the client saw it.
 * @param seen hash of what the client saw; null while only asking beforehand
 * @throws AppError 409 PROPOSAL.ACCEPTED_ALREADY, PROPOSAL.SUPERSEDED, PROPOSAL.LAPSED, PROPOSAL.CONTENT_DIFFERS
 */
export function assertAcceptable(place: ProposalPlace, seen: string | null): void {
  const { acceptance, newerNumber, lapsed, validUntil, contentHash } = place;
  if (acceptance !== null) {
    throw acceptedAlready({ variantId: acceptance.variantId, acceptedAt: acceptance.acceptedAt });
  }
  if (newerNumber !== null) throw offerSuperseded(newerNumber);
  if (lapsed) throw offerLapsed(validUntil ?? '');
  if (seen !== null && seen !== contentHash) throw contentDiffers();
}
