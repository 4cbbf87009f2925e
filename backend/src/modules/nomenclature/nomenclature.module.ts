import { Module } from '@nestjs/common';
import { EstimatePrices } from './estimate-prices.js';
import { ItemsController } from './items.controller.js';
import { ItemsService } from './items.service.js';
import { NomenclatureRepository } from './nomenclature.repository.js';
import { PriceBooks } from './price-book.service.js';

@Module({
  controllers: [ItemsController],
  providers: [EstimatePrices, ItemsService, NomenclatureRepository, PriceBooks],
  exports: [EstimatePrices, PriceBooks],
})
export class NomenclatureModule {}
