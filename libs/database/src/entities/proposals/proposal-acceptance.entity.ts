import { Check, Entity, ForeignKey, Unique } from 'typeorm';
import { IdColumn, JsonColumn, oneOf, TextColumn, TimeColumn, UuidColumn } from '../columns.js';
import { EstimateVersion } from '../estimates/estimate-version.entity.js';
import { ProposalLink } from './proposal-link.entity.js';

export const acceptanceMethods = ['code', 'signature'] as const;
export const emailSources = ['link', 'client', 'visitor'] as const;
/** The address the manager gave for the link, one of the client's own, or one that only the visitor has named. */
export type EmailSource = (typeof emailSources)[number];
export type AcceptanceMethod = (typeof acceptanceMethods)[number];

/** A client's yes to one variant of one version, never changed. A version is accepted once. */
@Entity('proposal_acceptances')
@Unique('uq_proposal_acceptances_version_id', ['organizationId', 'versionId'])
@Check('ck_proposal_acceptances_method', oneOf('method', acceptanceMethods))
@Check('ck_proposal_acceptances_signature', `(method = 'signature') = (signature is not null)`)
@Check('ck_proposal_acceptances_email', `method <> 'code' or email is not null`)
@Check('ck_proposal_acceptances_email_source', oneOf('email_source', emailSources))
@ForeignKey(() => ProposalLink, ['organizationId', 'linkId'], ['organizationId', 'id'])
@ForeignKey(() => EstimateVersion, ['organizationId', 'versionId'], ['organizationId', 'id'])
export class ProposalAcceptance {
  @IdColumn() id: string;
  @UuidColumn() organizationId: string;
  @UuidColumn() linkId: string;
  @UuidColumn() versionId: string;
  @UuidColumn() variantId: string;
  /** Of everything the client was shown, as it was sent back by the page. */
  @TextColumn() contentHash: string;
  @TextColumn() method: AcceptanceMethod;
  @TextColumn() name: string;
  /** Where the code came, or where the copy was asked to. */
  @TextColumn({ nullable: true }) email: string | null;
  /** Whose address the code went to; null without a code. */
  @TextColumn({ nullable: true }) emailSource: EmailSource | null;
  /** Strokes in whole units of a field of a given size; see the module of proposals. */
  @JsonColumn({ nullable: true }) signature: unknown;
  @TextColumn() address: string;
  @TextColumn({ nullable: true }) userAgent: string | null;
  @TimeColumn() acceptedAt: Date;
}
