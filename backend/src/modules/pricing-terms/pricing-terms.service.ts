import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { MoneyRounding, MoneyTerms } from '@smet/estimating';
import { vatRatePercent } from '@smet/money';
import type { Actor } from '../../platform/access/index.js';
import { Audit } from '../../platform/audit/index.js';
import { actorOf, type Transaction, Transactions } from '../../platform/database/index.js';
import { Events } from '../../platform/events/index.js';
import { Categories } from '../nomenclature/index.js';
import { termsProblems } from './check-terms.js';
import type { OrganizationTerms } from './default-terms.js';
import type { PricingTermsDto, UpdatePricingTermsDto } from './dto/pricing-terms.dto.js';
import { pricingTermsChanged, pricingTermsInvalid } from './pricing-terms.errors.js';
import { pricingTermsUpdated } from './pricing-terms.events.js';
import { PricingTermsRepository, type PricingTermsRow } from './pricing-terms.repository.js';

/** How an organization asks for its money: minimum, rounding, VAT, schedule, who may discount how much. */
@Injectable()
export class PricingTerms {
  constructor(
    private readonly repository: PricingTermsRepository,
    private readonly categories: Categories,
    private readonly transactions: Transactions,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /**
   * The terms as an estimate priced at that moment keeps them, with the VAT rate of the organization's day.
   * @throws UnknownVatRateError before the first rate known for its country
   */
  async snapshot(source: Actor | Transaction, at: Date): Promise<MoneyTerms> {
    const { terms, country, timezone } = await this.repository.find(source);
    const { minimumOrderMinor, excludedCategoryIds, rounding, schedule, vat } = terms;
    const on = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' }).format(at);
    return {
      minimumOrderMinor,
      excludedCategoryIds,
      rounding,
      schedule,
      vat:
        vat.mode === 'none'
          ? null
          : { mode: vat.mode, ratePercent: vatRatePercent({ country, regime: vat.regime, on }) },
    };
  }

  /** The greatest discount the actor gives without asking, per cent, 0…100. The system asks nobody. */
  async discountLimitOf(source: Actor | Transaction): Promise<number> {
    const { role } = actorOf(source);
    if (role === null) return 100;
    const { terms } = await this.repository.find(source);
    return terms.discountLimits[role];
  }

  /** How many days an issued estimate holds unless its issuer says otherwise. */
  async validDays(source: Actor | Transaction): Promise<number> {
    return (await this.repository.find(source)).terms.validDays;
  }

  async show(actor: Actor): Promise<PricingTermsDto> {
    return view(await this.repository.find(actor));
  }

  /**
   * Changes the terms on the version they were looked at; what is the same already raises no version.
   * @throws AppError 409 PRICING_TERMS.CHANGED, 422 PRICING_TERMS.INVALID
   */
  update(actor: Actor, input: UpdatePricingTermsDto): Promise<PricingTermsDto> {
    const terms = termsOf(input);
    const { version } = input;
    return this.transactions.run(actor, async (tx) => {
      const before = await this.repository.find(tx);
      const known = new Set((await this.categories.list(tx)).map(({ id }) => id));
      const problems = termsProblems(terms, before.country, known);
      if (problems.length > 0) throw pricingTermsInvalid(problems);
      if (before.version !== version) throw pricingTermsChanged(before.version);
      const fields = changedFields(before.terms, terms);
      if (fields.length === 0) return view(before);
      if (!(await this.repository.set(tx, version, terms))) {
        throw pricingTermsChanged((await this.repository.find(tx)).version);
      }
      await this.journal(tx, { before: before.terms, after: terms, fields });
      return view(await this.repository.find(tx));
    });
  }

  private async journal(
    tx: Transaction,
    change: {
      before: OrganizationTerms;
      after: OrganizationTerms;
      fields: readonly (keyof OrganizationTerms)[];
    },
  ): Promise<void> {
    const { before, after, fields } = change;
    const { organizationId } = tx.actor;
    await this.events.record(tx, pricingTermsUpdated(organizationId, fields));
    await this.audit.write(tx, {
      action: 'pricing-terms.updated',
      entityType: 'organization',
      entityId: organizationId,
      changes: Object.fromEntries(fields.map((field) => [field, { before: before[field], after: after[field] }])),
    });
  }
}

function changedFields(before: OrganizationTerms, after: OrganizationTerms): (keyof OrganizationTerms)[] {
  const names = Object.keys(before) as (keyof OrganizationTerms)[];
  return names.filter((name) => !isDeepStrictEqual(before[name], after[name]));
}

/** The plain data of what validation let through. That a level is there when it is needed is checked on it. */
function termsOf(input: UpdatePricingTermsDto): OrganizationTerms {
  const { minimumOrderMinor, excludedCategoryIds, rounding, vat, schedule, discountLimits, validDays } = input;
  const { policy, level } = rounding;
  const { owner, administrator, manager, measurer, workshop, installer, operator, accountant } = discountLimits;
  return {
    minimumOrderMinor,
    excludedCategoryIds,
    rounding: { policy, ...(level !== undefined && { level }) } as MoneyRounding,
    vat: { mode: vat.mode, regime: vat.regime },
    schedule: schedule.map(({ when, percent }) => ({ when, percent })),
    discountLimits: { owner, administrator, manager, measurer, workshop, installer, operator, accountant },
    validDays,
  };
}

function view({ version, terms }: PricingTermsRow): PricingTermsDto {
  const { excludedCategoryIds, schedule, ...rest } = terms;
  return { version, ...rest, excludedCategoryIds: [...excludedCategoryIds], schedule: [...schedule] };
}
