export { PricingTermsModule } from './pricing-terms.module.js';
export { PricingTerms } from './pricing-terms.service.js';
export type { PricingTermsDto } from './dto/pricing-terms.dto.js';
