import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Transactions, type Transaction } from '../../../platform/database/index.js';
import { Events } from '../../../platform/events/index.js';
import type { AppError } from '../../../platform/http/index.js';
import type { ProposalAcceptanceDto } from '../dto/proposal.dto.js';
import type { AcceptProposalDto } from '../dto/proposal-input.dto.js';
import type { OpenLink } from '../page/open-links.service.js';
import type { Visitor } from '../page/visitor.js';
import { viewAcceptance } from '../page/proposal-view.js';
import { ProposalPlaceRepository, type ProposalPlace } from '../proposal-place.repository.js';
import { codeOver, codeWrong, linkUnknown, methodMissing, signatureInvalid } from '../proposals.errors.js';
import { proposalAccepted } from '../proposals.events.js';
import { AcceptedEstimates } from './accepted-estimates.service.js';
import { AcceptancesRepository, type NewAcceptance } from './acceptances.repository.js';
import { assertAcceptable } from './assert-acceptable.js';
import { Codes } from './codes.service.js';
import { findSignatureProblem } from './signature.js';

/** The yes of the client: what it proves itself by is checked already. */
type Proof = Pick<NewAcceptance, 'method' | 'email' | 'emailSource' | 'signature'>;

/** A refusal is carried out of the transaction, because a wrong try of a code has to be committed. */
type Outcome<T> = { readonly done: T } | { readonly refused: AppError };

/** What the client sent, with where it came from. */
interface Request {
  readonly link: OpenLink;
  readonly input: AcceptProposalDto;
  readonly visitor: Visitor;
  /** Of the page, for the client's own copy. */
  readonly pageUrl: string;
}

/** Acceptance is one use case: one variant of exactly the version that was seen, once. */
@Injectable()
export class AcceptProposal {
  constructor(
    private readonly transactions: Transactions,
    private readonly places: ProposalPlaceRepository,
    private readonly repository: AcceptancesRepository,
    private readonly estimates: AcceptedEstimates,
    private readonly codes: Codes,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * The order is locked first, as everybody does who issues or saves an estimate of it: what is checked under the lock
   * holds until the acceptance is written. The same yes a second time is answered with the first.
   * @throws AppError 409 PROPOSAL.ACCEPTED_ALREADY, PROPOSAL.SUPERSEDED, PROPOSAL.LAPSED, PROPOSAL.CONTENT_DIFFERS,
   * 422 PROPOSAL.VARIANT_UNKNOWN, PROPOSAL.CODE_WRONG, PROPOSAL.CODE_OVER, PROPOSAL.METHOD_MISSING,
   * PROPOSAL.SIGNATURE_INVALID, 410 when the link was revoked meanwhile
   */
  async accept(request: Request): Promise<ProposalAcceptanceDto> {
    const { link, input } = request;
    assertMethod(input);
    const outcome = await this.transactions.run(link.actor, (tx) => this.decide(tx, request));
    if ('refused' in outcome) throw outcome.refused;
    return outcome.done;
  }

  private async decide(tx: Transaction, request: Request): Promise<Outcome<ProposalAcceptanceDto>> {
    const { link, input } = request;
    const locked = await this.estimates.lock(tx, link);
    const place = await this.read(tx, link);
    const before = viewAcceptance(place.acceptance);
    if (before !== null && isSameYes(place, link, input)) return { done: before };
    assertAcceptable(place, input.contentHash);
    const variant = await this.estimates.getVariant(tx, place, input.variantId);
    const proof = await this.prove(tx, link, input);
    if ('refused' in proof) return proof;
    const acceptance = this.acceptanceOf(request, place, proof.done);
    const acceptanceId = await this.repository.insert(tx, acceptance);
    await this.journal(tx, place, { ...acceptance, acceptanceId });
    const { pageUrl } = request;
    await this.estimates.carryOn(tx, locked, place, { ...acceptance, acceptanceId, variant, pageUrl });
    const done = viewAcceptance((await this.read(tx, link)).acceptance);
    if (done === null) throw new Error(`acceptance ${acceptanceId} vanished in its own transaction`);
    return { done };
  }

  private async read(tx: Transaction, { versionId }: OpenLink): Promise<ProposalPlace> {
    const place = await this.places.find(tx, { versionId }, this.clock.now());
    if (place === null) throw linkUnknown();
    return place;
  }

  private async prove(tx: Transaction, { id }: OpenLink, input: AcceptProposalDto): Promise<Outcome<Proof>> {
    const { code, signature, variantId, email } = input;
    if (code === undefined) {
      return { done: { method: 'signature', email: email ?? null, emailSource: null, signature: signature ?? null } };
    }
    const verdict = await this.codes.tryCode(tx, { linkId: id, variantId, code });
    if (verdict.kind === 'wrong') return { refused: codeWrong(verdict.left) };
    if (verdict.kind === 'over') return { refused: codeOver() };
    const { email: sentTo, emailSource } = verdict;
    return { done: { method: 'code', email: sentTo, emailSource, signature: null } };
  }

  private acceptanceOf({ link, input, visitor }: Request, place: ProposalPlace, proof: Proof): NewAcceptance {
    const { variantId, contentHash, name } = input;
    const { address, userAgent } = visitor;
    const { versionId } = place;
    return {
      linkId: link.id,
      versionId,
      variantId,
      contentHash,
      name,
      address,
      userAgent,
      at: this.clock.now(),
      ...proof,
    };
  }

  private async journal(
    tx: Transaction,
    { estimateId, orderId, number }: ProposalPlace,
    accepted: NewAcceptance & { readonly acceptanceId: string },
  ): Promise<void> {
    const { linkId, acceptanceId, variantId, contentHash, method, emailSource } = accepted;
    const told = { linkId, acceptanceId, number, variantId, contentHash, method };
    await this.events.record(tx, proposalAccepted(estimateId, { orderId, ...told }));
    await this.audit.write(tx, {
      action: 'proposal.accepted',
      entityType: 'estimate',
      entityId: estimateId,
      changes: { ...told, emailSource },
    });
  }
}

function assertMethod({ code, signature }: AcceptProposalDto): void {
  if ((code === undefined) === (signature === undefined)) throw methodMissing();
  const problem = signature === undefined ? null : findSignatureProblem(signature);
  if (problem !== null) throw signatureInvalid(problem);
}

/** A second tap, or a page that never heard the answer. */
function isSameYes({ acceptance }: ProposalPlace, link: OpenLink, input: AcceptProposalDto): boolean {
  return (
    acceptance?.linkId === link.id &&
    acceptance.variantId === input.variantId &&
    acceptance.contentHash === input.contentHash
  );
}
