import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import type { Actor } from '../../../platform/access/index.js';
import { managerOf, Transactions, type Transaction } from '../../../platform/database/index.js';
import { queryParams, visibleOrders } from '../../visibility/index.js';
import type { SignatureDto } from '../dto/proposal-input.dto.js';
import { isoText } from '../proposal-place.repository.js';

export interface NewLink {
  readonly versionId: string;
  readonly tokenHash: Buffer;
  readonly email: string | null;
  readonly expiresAt: Date;
}

/** What `find_proposal_link` tells about a token. */
export interface LinkLookup {
  readonly link_id: string;
  readonly organization_id: string;
  readonly version_id: string;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
}

export interface LinkRow {
  readonly id: string;
  readonly number: number;
  readonly email: string | null;
  readonly expiresAt: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly revokedAt: string | null;
  readonly views: { readonly count: number; readonly lastAt: string | null; readonly recent: ViewRow[] };
  readonly questions: QuestionRow[];
  readonly acceptance: AcceptanceRow | null;
}

export interface ViewRow {
  readonly viewedAt: string;
  readonly address: string;
  readonly userAgent: string | null;
}

export interface QuestionRow {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly askedAt: string;
}

export interface AcceptanceRow {
  readonly variantId: string;
  readonly variantName: string;
  readonly method: 'code' | 'signature';
  readonly name: string;
  readonly email: string | null;
  readonly signature: SignatureDto | null;
  readonly address: string;
  readonly acceptedAt: string;
}

/** The newest links of an estimate; older ones are history. */
const MOST_LINKS = 100;
const RECENT_VIEWS = 20;

const VIEWS = `
  json_build_object(
    'count', (select count(*) from proposal_views v where v.link_id = l.id),
    'lastAt', (select ${isoText('max(v.viewed_at)')} from proposal_views v where v.link_id = l.id),
    'recent', coalesce((
      select json_agg(json_build_object('viewedAt', ${isoText('r.viewed_at')}, 'address', r.address,
                                        'userAgent', r.user_agent) order by r.viewed_at desc)
        from (select * from proposal_views v where v.link_id = l.id order by v.viewed_at desc limit ${RECENT_VIEWS}) r), '[]'))`;

const QUESTIONS = `
  coalesce((select json_agg(json_build_object('id', q.id, 'name', q.name, 'text', q.text,
                                              'askedAt', ${isoText('q.asked_at')}) order by q.asked_at desc)
              from proposal_questions q where q.link_id = l.id), '[]')`;

const ACCEPTANCE = `
  (select json_build_object('variantId', a.variant_id, 'method', a.method, 'name', a.name, 'email', a.email,
            'signature', a.signature, 'address', a.address, 'acceptedAt', ${isoText('a.accepted_at')},
            'variantName', coalesce((select v.name from estimate_variants v
                                      where v.version_id = a.version_id and v.id = a.variant_id), ''))
     from proposal_acceptances a where a.link_id = l.id)`;

@Injectable()
export class ProposalLinksRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Before any organization is known. */
  async findByToken(tokenHash: Buffer): Promise<LinkLookup | null> {
    const [row] = await this.transactions.lookup<LinkLookup>('find_proposal_link', [tokenHash]);
    return row ?? null;
  }

  async insert(tx: Transaction, { versionId, tokenHash, email, expiresAt }: NewLink): Promise<string> {
    const id = newId();
    const { organizationId, userId } = tx.actor;
    await managerOf(tx).query(
      `insert into proposal_links (id, organization_id, version_id, token_hash, email, expires_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, organizationId, versionId, tokenHash, email, expiresAt, userId],
    );
    return id;
  }

  /** The estimate of a link whose order the actor may see; null when there is none. */
  async findEstimateId(tx: Transaction, linkId: string): Promise<string | null> {
    const { params, param } = queryParams();
    const rows = await managerOf(tx).query<{ id: string }[]>(
      `select e.id from proposal_links l
         join estimate_versions w on w.id = l.version_id
         join estimates e on e.id = w.estimate_id
         join orders o on o.id = e.order_id
        where l.id = ${param(linkId)} and ${visibleOrders(tx.actor, 'o', param)}`,
      params,
    );
    return rows[0]?.id ?? null;
  }

  /** False when it was revoked before. */
  async revoke(tx: Transaction, linkId: string, at: Date): Promise<boolean> {
    const [rows] = await managerOf(tx).query<[unknown[], number]>(
      `update proposal_links set revoked_at = $2, revoked_by = $3 where id = $1 and revoked_at is null returning id`,
      [linkId, at, tx.actor.userId],
    );
    return rows.length === 1;
  }

  /** The newest first. */
  list(actor: Actor, estimateId: string): Promise<LinkRow[]> {
    return this.transactions.read<LinkRow>(
      actor,
      `select l.id, w.number, l.email, ${isoText('l.expires_at')} as "expiresAt", ${isoText('l.created_at')} as "createdAt",
              u.name as "createdBy", ${isoText('l.revoked_at')} as "revokedAt",
              ${VIEWS} as views, ${QUESTIONS} as questions, ${ACCEPTANCE} as acceptance
         from proposal_links l
         join estimate_versions w on w.id = l.version_id
         join users u on u.id = l.created_by
        where w.estimate_id = $1 and l.organization_id = $2
        order by l.created_at desc, l.id desc limit ${MOST_LINKS}`,
      [estimateId, actor.organizationId],
    );
  }
}
