import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import { managerOf, type Transaction } from '../../../platform/database/index.js';

export interface Visit {
  readonly linkId: string;
  readonly address: string;
  readonly userAgent: string | null;
  readonly at: Date;
}

export interface NewQuestion {
  readonly linkId: string;
  readonly name: string;
  readonly text: string;
  readonly address: string;
  readonly at: Date;
}

/** A tab that is reloaded is one look. */
const ONE_LOOK_MINUTES = 30;
/** More of a link are not written down: they tell nothing new. */
const MOST_VIEWS = 500;
const MOST_QUESTIONS = 50;

@Injectable()
export class VisitsRepository {
  /**
   * Locks the link until the end of the transaction, so that what is counted under it is not counted twice. The address
   * of the one who made it.
   */
  async lockLink(
    tx: Transaction,
    linkId: string,
  ): Promise<{ expiresAt: Date; revokedAt: Date | null; createdBy: string }> {
    const [row] = await managerOf(tx).query<{ expiresAt: Date; revokedAt: Date | null; createdBy: string }[]>(
      `select expires_at as "expiresAt", revoked_at as "revokedAt", created_by as "createdBy"
         from proposal_links where id = $1 for no key update`,
      [linkId],
    );
    if (!row) throw new Error(`link ${linkId} vanished`);
    return row;
  }

  /** False when the same address has looked a moment ago, or often enough. Under the link's lock. */
  async addView(tx: Transaction, { linkId, address, userAgent, at }: Visit): Promise<boolean> {
    const rows = await managerOf(tx).query<unknown[]>(
      `insert into proposal_views (id, organization_id, link_id, address, user_agent, viewed_at)
       select $1, $2, $3, $4, $5, $6
        where not exists (select from proposal_views v
                           where v.link_id = $3 and v.address = $4
                             and v.viewed_at > $6::timestamptz - interval '${ONE_LOOK_MINUTES} minutes')
          and (select count(*) from proposal_views v where v.link_id = $3) < ${MOST_VIEWS}
       returning id`,
      [newId(), tx.actor.organizationId, linkId, address, userAgent, at],
    );
    return rows.length === 1;
  }

  /** Its id; null when enough was asked. Under the link's lock. */
  async addQuestion(tx: Transaction, { linkId, name, text, address, at }: NewQuestion): Promise<string | null> {
    const rows = await managerOf(tx).query<{ id: string }[]>(
      `insert into proposal_questions (id, organization_id, link_id, name, text, address, asked_at)
       select $1, $2, $3, $4, $5, $6, $7
        where (select count(*) from proposal_questions q where q.link_id = $3) < ${MOST_QUESTIONS}
       returning id`,
      [newId(), tx.actor.organizationId, linkId, name, text, address, at],
    );
    return rows[0]?.id ?? null;
  }
}
