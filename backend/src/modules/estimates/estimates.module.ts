import { Module } from '@nestjs/common';
import { NomenclatureModule } from '../nomenclature/index.js';
import { OrdersModule } from '../orders/index.js';
import { RoomCanvas } from './drawing/room-canvas.service.js';
import { RoomDrawingController } from './drawing/room-drawing.controller.js';
import { RoomDrawingService } from './drawing/room-drawing.service.js';
import { EstimatePricing } from './estimate-pricing.service.js';
import { EstimatesController } from './estimates.controller.js';
import { EstimatesRepository } from './estimates.repository.js';
import { EstimatesService } from './estimates.service.js';
import { SaveEstimateService } from './save-estimate.service.js';

@Module({
  imports: [NomenclatureModule, OrdersModule],
  controllers: [EstimatesController, RoomDrawingController],
  providers: [
    EstimatePricing,
    EstimatesRepository,
    EstimatesService,
    RoomCanvas,
    RoomDrawingService,
    SaveEstimateService,
  ],
})
export class EstimatesModule {}
