import { Injectable } from '@nestjs/common';
import { newId } from '@smet/database';
import { managerOf, type Transaction } from '../../../platform/database/index.js';

export interface NewApproval {
  readonly versionId: string;
  readonly percent: string;
  readonly limitPercent: number;
  readonly comment: string | null;
}

@Injectable()
export class ApprovalsRepository {
  async ask(tx: Transaction, { versionId, percent, limitPercent, comment }: NewApproval): Promise<void> {
    await managerOf(tx).query(
      `insert into estimate_approvals
         (id, organization_id, version_id, state, percent, limit_percent, asked_by, asked_at, comment)
       values ($1, $2, $3, 'asked', $4, $5, $6, clock_timestamp(), $7)`,
      [newId(), tx.actor.organizationId, versionId, percent, limitPercent, tx.actor.userId, comment],
    );
  }

  /** False when somebody decided before. */
  async decide(
    tx: Transaction,
    id: string,
    { given, comment }: { readonly given: boolean; readonly comment: string | null },
  ): Promise<boolean> {
    const [rows] = await managerOf(tx).query<[unknown[], number]>(
      `update estimate_approvals set state = $2, decided_by = $3, decided_at = clock_timestamp(), decision_comment = $4
        where id = $1 and state = 'asked' returning id`,
      [id, given ? 'given' : 'refused', tx.actor.userId, comment],
    );
    return rows.length === 1;
  }
}
