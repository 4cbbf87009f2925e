import type { MeasurementTolerances } from '@smet/estimating';
import type { CompanyProfile } from '../../company/index.js';

/**
 * What a version says beside its lines. It is kept with an issued version, so that its page, its documents and its contract
 * stay what they were whatever is changed about the firm, the client or the order.
 */
export interface Presented {
  readonly title: string;
  readonly order: { readonly number: number; readonly clientName: string; readonly address: string };
  /** Name of the organization. */
  readonly companyName: string;
  /** Requisites, brand, conditions of proposals and warranties. */
  readonly company: CompanyProfile;
  /** Of the organization, BCP 47. */
  readonly locale: string;
  readonly timezone: string;
  readonly tolerances: MeasurementTolerances;
}
