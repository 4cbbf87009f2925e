import { Module } from '@nestjs/common';
import { NomenclatureModule } from '../nomenclature/index.js';
import { PricingTermsController } from './pricing-terms.controller.js';
import { PricingTermsRepository } from './pricing-terms.repository.js';
import { PricingTerms } from './pricing-terms.service.js';

@Module({
  imports: [NomenclatureModule],
  controllers: [PricingTermsController],
  providers: [PricingTerms, PricingTermsRepository],
  exports: [PricingTerms],
})
export class PricingTermsModule {}
