import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { actorOf, managerOf, type Transaction, Transactions } from '../../platform/database/index.js';
import { NOTHING_TOLD, type CompanyProfile, type Logo, type Requisites } from './company-profile.js';

/** A picture to store, its kind by its bytes. */
export interface LogoBytes {
  readonly type: Logo['type'];
  readonly bytes: Buffer;
}

interface CompanyRow {
  readonly requisites: Requisites;
  readonly logoType: Logo['type'] | null;
  readonly logoData: string | null;
  readonly version: number;
}

// PostgreSQL breaks base64 into lines.
const FIND = `
  select requisites, logo_type as "logoType", translate(encode(logo, 'base64'), E'\\n', '') as "logoData", version
    from company_profiles where organization_id = $1`;

const INSERT = `
  insert into company_profiles (organization_id, requisites) values ($1, $2::jsonb)
  on conflict do nothing returning version`;

const UPDATE = `
  update company_profiles set requisites = $2::jsonb, version = version + 1, updated_at = now()
   where organization_id = $1 and version = $3 returning version`;

@Injectable()
export class CompanyRepository {
  constructor(private readonly transactions: Transactions) {}

  async find(source: Actor | Transaction): Promise<CompanyProfile> {
    const { organizationId } = actorOf(source);
    const [row] = await this.transactions.query<CompanyRow>(source, FIND, [organizationId]);
    if (!row) return { ...NOTHING_TOLD, logo: null, version: 0 };
    const { requisites, logoType, logoData, version } = row;
    const logo = logoType === null || logoData === null ? null : { type: logoType, data: logoData };
    return { ...NOTHING_TOLD, ...requisites, logo, version };
  }

  /** Raises the version, from 0 by making the row; false when `version` is not the current one any more. */
  async setRequisites(tx: Transaction, version: number, requisites: Requisites): Promise<boolean> {
    const values = [tx.actor.organizationId, JSON.stringify(requisites)];
    if (version === 0) return (await managerOf(tx).query<unknown[]>(INSERT, values)).length === 1;
    const [rows] = await managerOf(tx).query<[unknown[], number]>(UPDATE, [...values, version]);
    return rows.length === 1;
  }

  /** Of the row `setRequisites` wrote in the same transaction; null takes the logo away. */
  async setLogo(tx: Transaction, logo: LogoBytes | null): Promise<void> {
    await managerOf(tx).query(`update company_profiles set logo = $2, logo_type = $3 where organization_id = $1`, [
      tx.actor.organizationId,
      logo?.bytes ?? null,
      logo?.type ?? null,
    ]);
  }
}
