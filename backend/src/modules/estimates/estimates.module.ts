import { Module } from '@nestjs/common';
import { NomenclatureModule } from '../nomenclature/index.js';
import { OrdersModule } from '../orders/index.js';
import { PricingTermsModule } from '../pricing-terms/index.js';
import { RuleSetsModule } from '../rule-sets/index.js';
import { DraftWriter } from './draft-writer.service.js';
import { RoomCanvas } from './drawing/room-canvas.service.js';
import { RoomDrawingController } from './drawing/room-drawing.controller.js';
import { RoomDrawingService } from './drawing/room-drawing.service.js';
import { EstimateContentRepository } from './estimate-content.repository.js';
import { EstimatePricing } from './estimate-pricing.service.js';
import { EstimateViews } from './estimate-views.service.js';
import { EstimatesController } from './estimates.controller.js';
import { EstimatesRepository } from './estimates.repository.js';
import { EstimatesService } from './estimates.service.js';
import { OpenDrafts } from './open-drafts.service.js';
import { SaveEstimateService } from './save-estimate.service.js';

@Module({
  imports: [NomenclatureModule, OrdersModule, PricingTermsModule, RuleSetsModule],
  controllers: [EstimatesController, RoomDrawingController],
  providers: [
    DraftWriter,
    EstimateContentRepository,
    EstimatePricing,
    EstimateViews,
    EstimatesRepository,
    EstimatesService,
    OpenDrafts,
    RoomCanvas,
    RoomDrawingService,
    SaveEstimateService,
  ],
})
export class EstimatesModule {}
