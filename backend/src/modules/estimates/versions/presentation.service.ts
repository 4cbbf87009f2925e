import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/index.js';
import type { Transaction } from '../../../platform/database/index.js';
import { CompanyProfiles } from '../../company/index.js';
import { PricingTerms } from '../../pricing-terms/index.js';
import type { EstimateHeader } from '../stored-estimate.js';
import type { Presented } from './presented.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What stands beside the lines of an offer. */
@Injectable()
export class Presentation {
  constructor(
    private readonly companies: CompanyProfiles,
    private readonly pricingTerms: PricingTerms,
  ) {}

  /** What an issued version has kept; of a draft what would be kept if it were issued now. */
  async of(source: Actor | Transaction, header: EstimateHeader): Promise<Presented> {
    if (header.presented) return header.presented;
    const { title, order_number, client_name, address, company_name, locale, timezone, tolerances } = header;
    return {
      title,
      order: { number: order_number, clientName: client_name, address },
      companyName: company_name,
      company: await this.companies.get(source),
      locale,
      timezone,
      tolerances,
    };
  }

  /**
   * The last day of an offer that is issued today: the one asked for, null where it is asked not to end, and as long as the
   * organization lets offers hold where nothing is asked.
   */
  async lastDay(
    source: Actor | Transaction,
    { asked, today }: { asked: string | null | undefined; today: string },
  ): Promise<string | null> {
    if (asked !== undefined) return asked;
    const days = await this.pricingTerms.validDays(source);
    return new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10);
  }
}
