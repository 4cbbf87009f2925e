import { DEFAULT_MONEY_TERMS, type MoneyRounding, type PaymentStage } from '@smet/estimating';
import type { Minor, VatRegime } from '@smet/money';
import type { Role } from '../../platform/access/index.js';

/** How an organization asks for its money, as it is set; the rate of VAT follows from country and date. */
export interface OrganizationTerms {
  readonly minimumOrderMinor: Minor;
  readonly excludedCategoryIds: readonly string[];
  readonly rounding: MoneyRounding;
  readonly vat: { readonly mode: 'none' | 'included' | 'on_top'; readonly regime: VatRegime };
  readonly schedule: readonly PaymentStage[];
  /** The greatest discount a person of the role gives without asking, per cent. */
  readonly discountLimits: Readonly<Record<Role, number>>;
  /** How long an issued estimate holds. */
  readonly validDays: number;
}

const NO_DISCOUNT = { measurer: 0, workshop: 0, installer: 0, operator: 0, accountant: 0 };

/** What holds until somebody sets something else. */
export const DEFAULT_TERMS: OrganizationTerms = {
  minimumOrderMinor: DEFAULT_MONEY_TERMS.minimumOrderMinor,
  excludedCategoryIds: DEFAULT_MONEY_TERMS.excludedCategoryIds,
  rounding: DEFAULT_MONEY_TERMS.rounding,
  vat: { mode: 'none', regime: 'standard' },
  schedule: DEFAULT_MONEY_TERMS.schedule,
  discountLimits: { owner: 100, administrator: 100, manager: 10, ...NO_DISCOUNT },
  validDays: 14,
};
