import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/index.js';
import { Transactions } from '../../platform/database/index.js';

export interface OrganizationRow {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly currency: string;
  readonly timezone: string;
  readonly locale: string;
}

@Injectable()
export class OrganizationsRepository {
  constructor(private readonly transactions: Transactions) {}

  async findOwn(actor: Actor): Promise<OrganizationRow | null> {
    const [row] = await this.transactions.read<OrganizationRow>(
      actor,
      `select id, name, country, currency, timezone, locale from organizations where id = $1`,
      [actor.organizationId],
    );
    return row ?? null;
  }
}
