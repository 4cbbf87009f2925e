import { Injectable } from '@nestjs/common';
import type { RuleSet } from '@smet/estimating';
import type { Actor } from '../../platform/access/index.js';
import { isoText, managerOf, type Transaction, Transactions } from '../../platform/database/index.js';

export interface RuleSetHead {
  readonly id: string;
  readonly version: number;
}

export interface RuleSetVersionRow extends RuleSetHead {
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** Null: it came with the system. */
  readonly createdBy: { readonly id: string; readonly name: string } | null;
}

export interface RuleSetRow extends RuleSetVersionRow {
  readonly document: RuleSet;
}

export type NewRuleSet = Pick<RuleSetRow, 'id' | 'version' | 'title' | 'document'> & {
  readonly createdBy: string | null;
};

const VERSION = `
  r.id, r.version, r.title,
  ${isoText('r.created_at')} as "createdAt",
  case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as "createdBy"`;
const FROM = `from rule_sets r left join users u on u.id = r.created_by`;
const NEWEST = `order by r.version desc`;

@Injectable()
export class RuleSetsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The current version's name; null for an organization that has none yet. */
  async findHead(source: Actor | Transaction): Promise<RuleSetHead | null> {
    const [row] = await this.transactions.query<RuleSetHead>(
      source,
      `select r.id, r.version from rule_sets r ${NEWEST} limit 1`,
    );
    return row ?? null;
  }

  async findCurrent(source: Actor | Transaction): Promise<RuleSetRow | null> {
    const [row] = await this.transactions.query<RuleSetRow>(
      source,
      `select ${VERSION}, r.document ${FROM} ${NEWEST} limit 1`,
    );
    return row ?? null;
  }

  async findVersion(source: Actor | Transaction, version: number): Promise<RuleSetRow | null> {
    const sql = `select ${VERSION}, r.document ${FROM} where r.version = $1`;
    const [row] = await this.transactions.query<RuleSetRow>(source, sql, [version]);
    return row ?? null;
  }

  async findDocument(source: Actor | Transaction, { id, version }: RuleSetHead): Promise<RuleSet | null> {
    const sql = `select r.document from rule_sets r where r.id = $1 and r.version = $2`;
    const [row] = await this.transactions.query<Pick<RuleSetRow, 'document'>>(source, sql, [id, version]);
    return row?.document ?? null;
  }

  /** Newest first, those before a version when one is given. */
  listVersions(actor: Actor, before: number | null, limit: number): Promise<RuleSetVersionRow[]> {
    const sql = `select ${VERSION} ${FROM} where $1::integer is null or r.version < $1 ${NEWEST} limit $2`;
    return this.transactions.query<RuleSetVersionRow>(actor, sql, [before, limit]);
  }

  /** False when somebody else has written that version meanwhile. */
  async insert(tx: Transaction, { id, version, title, document, createdBy }: NewRuleSet): Promise<boolean> {
    const rows = await managerOf(tx).query<unknown[]>(
      `insert into rule_sets (organization_id, id, version, title, document, created_by)
       values ($1, $2, $3, $4, $5::jsonb, $6) on conflict do nothing returning version`,
      [tx.actor.organizationId, id, version, title, JSON.stringify(document), createdBy],
    );
    return rows.length === 1;
  }
}
