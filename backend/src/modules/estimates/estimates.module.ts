import { Module } from '@nestjs/common';
import { NomenclatureModule } from '../nomenclature/index.js';
import { OrdersModule } from '../orders/index.js';
import { EstimatePricing } from './estimate-pricing.service.js';
import { EstimatesController } from './estimates.controller.js';
import { EstimatesRepository } from './estimates.repository.js';
import { EstimatesService } from './estimates.service.js';
import { SaveEstimateService } from './save-estimate.service.js';

@Module({
  imports: [NomenclatureModule, OrdersModule],
  controllers: [EstimatesController],
  providers: [EstimatePricing, EstimatesRepository, EstimatesService, SaveEstimateService],
})
export class EstimatesModule {}
