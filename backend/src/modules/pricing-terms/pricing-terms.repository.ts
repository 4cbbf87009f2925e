import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { actorOf, managerOf, type Transaction, Transactions } from '../../platform/database/index.js';
import { DEFAULT_TERMS, type OrganizationTerms } from './default-terms.js';

export interface PricingTermsRow {
  /** 0: nothing was set yet, the defaults hold. */
  readonly version: number;
  readonly terms: OrganizationTerms;
  /** Of the organization, ISO 3166-1 alpha-2. */
  readonly country: string;
  /** IANA name. */
  readonly timezone: string;
}

interface StoredRow extends Omit<PricingTermsRow, 'version' | 'terms'> {
  readonly version: number | null;
  readonly terms: OrganizationTerms;
}

const FIND = `
  select o.country, o.timezone, t.version,
         json_build_object('minimumOrderMinor', t.minimum_order_minor, 'excludedCategoryIds', t.excluded_category_ids,
           'rounding', t.rounding, 'vat', json_build_object('mode', t.vat_mode, 'regime', t.vat_regime),
           'schedule', t.schedule, 'discountLimits', t.discount_limits, 'validDays', t.valid_days) as terms
    from organizations o left join pricing_terms t on t.organization_id = o.id
   where o.id = $1`;

const INSERT = `
  insert into pricing_terms (organization_id, minimum_order_minor, excluded_category_ids, rounding, vat_mode, vat_regime,
         schedule, discount_limits, valid_days)
  values ($1, $2, $3::jsonb, $4::jsonb, $5, $6, $7::jsonb, $8::jsonb, $9)
  on conflict do nothing returning version`;

const UPDATE = `
  update pricing_terms set minimum_order_minor = $2, excluded_category_ids = $3::jsonb, rounding = $4::jsonb,
         vat_mode = $5, vat_regime = $6, schedule = $7::jsonb, discount_limits = $8::jsonb, valid_days = $9,
         version = version + 1, updated_at = now()
   where organization_id = $1 and version = $10 returning version`;

@Injectable()
export class PricingTermsRepository {
  constructor(private readonly transactions: Transactions) {}

  async find(source: Actor | Transaction): Promise<PricingTermsRow> {
    const { organizationId } = actorOf(source);
    const [row] = await this.transactions.query<StoredRow>(source, FIND, [organizationId]);
    if (!row) throw new Error(`organization ${organizationId} is gone`);
    const { version, terms, country, timezone } = row;
    return { country, timezone, version: version ?? 0, terms: version === null ? DEFAULT_TERMS : terms };
  }

  /** Raises the version, from 0 by making the row; false when `version` is not the current one any more. */
  async set(tx: Transaction, version: number, terms: OrganizationTerms): Promise<boolean> {
    const values = [
      tx.actor.organizationId,
      terms.minimumOrderMinor,
      JSON.stringify(terms.excludedCategoryIds),
      JSON.stringify(terms.rounding),
      terms.vat.mode,
      terms.vat.regime,
      JSON.stringify(terms.schedule),
      JSON.stringify(terms.discountLimits),
      terms.validDays,
    ];
    if (version === 0) return (await managerOf(tx).query<unknown[]>(INSERT, values)).length === 1;
    const [rows] = await managerOf(tx).query<[unknown[], number]>(UPDATE, [...values, version]);
    return rows.length === 1;
  }
}
