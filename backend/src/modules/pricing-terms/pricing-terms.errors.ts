import { conflict, validationFailed, type InvalidParam } from '../../platform/http/index.js';

/** `version` is the one to look at before saving again. */
export const pricingTermsChanged = (version: number) => conflict('PRICING_TERMS.CHANGED', { current: { version } });

export const pricingTermsInvalid = (problems: readonly InvalidParam[]) =>
  validationFailed('PRICING_TERMS.INVALID', problems);
