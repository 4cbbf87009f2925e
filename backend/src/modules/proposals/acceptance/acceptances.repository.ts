import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import { managerOf, type Transaction } from '../../../platform/database/index.js';
import type { Signature } from './signature.js';

/**
 * Whose address a code goes to: the one the manager gave for the link, one of the client's own, or one that only the
 * visitor has named.
 */
export type EmailSource = 'link' | 'client' | 'visitor';

export interface NewAcceptance {
  readonly linkId: string;
  readonly versionId: string;
  readonly variantId: string;
  readonly contentHash: string;
  readonly method: 'code' | 'signature';
  readonly name: string;
  readonly email: string | null;
  /** Null without a code. */
  readonly emailSource: EmailSource | null;
  readonly signature: Signature | null;
  readonly address: string;
  readonly userAgent: string | null;
  readonly at: Date;
}

export interface NewCode {
  readonly id: string;
  readonly linkId: string;
  readonly variantId: string;
  readonly email: string;
  readonly hash: Buffer;
  readonly sentAt: Date;
  readonly expiresAt: Date;
}

export interface CodeRow {
  readonly id: string;
  readonly variantId: string;
  readonly email: string;
  readonly hash: Buffer;
  readonly attempts: number;
  readonly sentAt: Date;
  readonly expiresAt: Date;
}

/** Everything here happens under the lock of the link. */
@Injectable()
export class AcceptancesRepository {
  /** A version that was accepted meanwhile is refused by the constraint. */
  async insert(tx: Transaction, accepted: NewAcceptance): Promise<string> {
    const id = newId();
    await managerOf(tx).query(
      `insert into proposal_acceptances (id, organization_id, link_id, version_id, variant_id, content_hash, method, name,
                                         email, signature, address, user_agent, accepted_at, email_source)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11, $12, $13, $14)`,
      [
        id,
        tx.actor.organizationId,
        accepted.linkId,
        accepted.versionId,
        accepted.variantId,
        accepted.contentHash,
        accepted.method,
        accepted.name,
        accepted.email,
        accepted.signature === null ? null : JSON.stringify(accepted.signature),
        accepted.address,
        accepted.userAgent,
        accepted.at,
        accepted.emailSource,
      ],
    );
    return id;
  }

  /** Null: the link was made for an address, and this is neither that nor one of the client's. */
  async sourceOf(tx: Transaction, linkId: string, email: string): Promise<EmailSource | null> {
    const [row] = await managerOf(tx).query<{ source: EmailSource | null }[]>(
      `select case when lower(l.email) = lower($2) then 'link'
                   when exists (select from client_emails m
                                 where m.organization_id = o.organization_id and m.client_id = o.client_id
                                   and lower(m.email) = lower($2)) then 'client'
                   when l.email is null then 'visitor' end as source
         from proposal_links l
         join estimate_versions w on w.id = l.version_id
         join estimates e on e.id = w.estimate_id
         join orders o on o.id = e.order_id
        where l.id = $1`,
      [linkId, email],
    );
    return row?.source ?? null;
  }

  async findCode(tx: Transaction, linkId: string): Promise<CodeRow | null> {
    const rows = await managerOf(tx).query<CodeRow[]>(
      `select id, variant_id as "variantId", email, code_hash as "hash", attempts, sent_at as "sentAt",
              expires_at as "expiresAt"
         from proposal_codes where link_id = $1`,
      [linkId],
    );
    return rows[0] ?? null;
  }

  /** In place of the one before. */
  async putCode(tx: Transaction, { id, linkId, variantId, email, hash, sentAt, expiresAt }: NewCode): Promise<void> {
    await managerOf(tx).query(
      `insert into proposal_codes (id, organization_id, link_id, variant_id, email, code_hash, sent_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict on constraint uq_proposal_codes_link_id do update
         set id = excluded.id, variant_id = excluded.variant_id, email = excluded.email, code_hash = excluded.code_hash,
             attempts = 0, sent_at = excluded.sent_at, expires_at = excluded.expires_at`,
      [id, tx.actor.organizationId, linkId, variantId, email, hash, sentAt, expiresAt],
    );
  }

  async countAttempt(tx: Transaction, codeId: string): Promise<void> {
    await managerOf(tx).query(`update proposal_codes set attempts = attempts + 1 where id = $1`, [codeId]);
  }

  async removeCode(tx: Transaction, codeId: string): Promise<void> {
    await managerOf(tx).query(`delete from proposal_codes where id = $1`, [codeId]);
  }
}
