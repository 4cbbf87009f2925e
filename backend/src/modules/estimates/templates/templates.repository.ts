import { Injectable } from '@nestjs/common';
import { newId, type EstimateTemplateKind } from '@smet/database';
import type { EstimateDraft, RoomInput } from '@smet/estimating';
import type { Actor } from '../../../platform/access/index.js';
import { managerOf, type Transaction, Transactions } from '../../../platform/database/index.js';
import { mapConstraint } from '../../../platform/http/index.js';
import { templateNameTaken } from '../estimates.errors.js';

export interface TemplateHead {
  readonly id: string;
  readonly kind: EstimateTemplateKind;
  readonly name: string;
  readonly createdBy: string;
}

export interface TemplateRow extends TemplateHead {
  readonly document: EstimateDraft | RoomInput;
}

@Injectable()
export class TemplatesRepository {
  constructor(private readonly transactions: Transactions) {}

  list(actor: Actor): Promise<TemplateHead[]> {
    const sql = `select id, kind, name, created_by as "createdBy" from estimate_templates
                  where deleted_at is null order by kind, name, id`;
    return this.transactions.read<TemplateHead>(actor, sql, []);
  }

  async find(source: Actor | Transaction, id: string): Promise<TemplateRow | null> {
    const sql = `select id, kind, name, created_by as "createdBy", document from estimate_templates
                  where id = $1 and deleted_at is null`;
    const rows = await this.transactions.query<TemplateRow>(source, sql, [id]);
    return rows[0] ?? null;
  }

  async count(tx: Transaction): Promise<number> {
    const [row] = await managerOf(tx).query<{ count: number }[]>(
      `select count(*)::integer as count from estimate_templates where deleted_at is null`,
    );
    return row?.count ?? 0;
  }

  /** @throws AppError 409 ESTIMATE_TEMPLATE.NAME_TAKEN */
  async insert(tx: Transaction, { kind, name, document }: Omit<TemplateRow, 'id' | 'createdBy'>): Promise<string> {
    const id = newId();
    try {
      await managerOf(tx).query(
        `insert into estimate_templates (id, organization_id, kind, name, document, created_by)
         values ($1, $2, $3, $4, $5::jsonb, $6)`,
        [id, tx.actor.organizationId, kind, name, JSON.stringify(document), tx.actor.userId],
      );
    } catch (error) {
      throw mapConstraint(error, { uq_estimate_templates_name: templateNameTaken });
    }
    return id;
  }

  /** It stays, for whoever needs it back; false when it was not there. */
  async remove(tx: Transaction, id: string): Promise<boolean> {
    const [rows] = await managerOf(tx).query<[unknown[], number]>(
      `update estimate_templates set deleted_at = now() where id = $1 and deleted_at is null returning id`,
      [id],
    );
    return rows.length === 1;
  }
}
