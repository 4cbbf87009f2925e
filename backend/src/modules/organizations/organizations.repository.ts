import { Injectable } from '@nestjs/common';
import type { MeasurementTolerances } from '@smet/estimating';
import type { Actor } from '../../platform/access/index.js';
import { actorOf, managerOf, type Transaction, Transactions } from '../../platform/database/index.js';
import { tolerancesOf } from './measurement-tolerances.js';

export interface OrganizationRow {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly currency: string;
  readonly timezone: string;
  readonly locale: string;
  readonly measurementTolerances: MeasurementTolerances;
  readonly version: number;
}

const FIND_OWN = `
  select id, name, country, currency, timezone, locale, ${tolerancesOf('o')} as "measurementTolerances", version
    from organizations o where id = $1`;

@Injectable()
export class OrganizationsRepository {
  constructor(private readonly transactions: Transactions) {}

  async findOwn(source: Actor | Transaction): Promise<OrganizationRow | null> {
    const [row] = await this.transactions.query<OrganizationRow>(source, FIND_OWN, [actorOf(source).organizationId]);
    return row ?? null;
  }

  /** Raises the version; false when `version` is not the current one any more. */
  async setTolerances(tx: Transaction, version: number, tolerances: MeasurementTolerances): Promise<boolean> {
    const { warnMm, warnPercent, blockMm, blockPercent } = tolerances;
    const [rows] = await managerOf(tx).query<[unknown[], number]>(
      `update organizations set measurement_warn_mm = $3, measurement_warn_percent = $4, measurement_block_mm = $5,
              measurement_block_percent = $6, version = version + 1, updated_at = now()
        where id = $1 and version = $2 returning id`,
      [tx.actor.organizationId, version, warnMm, warnPercent, blockMm, blockPercent],
    );
    return rows.length === 1;
  }
}
