import { Module } from '@nestjs/common';
import { CategoriesController } from './categories.controller.js';
import { Categories } from './categories.service.js';
import { EstimatePrices } from './estimate-prices.js';
import { ItemsController } from './items.controller.js';
import { ItemsService } from './items.service.js';
import { NomenclatureRepository } from './nomenclature.repository.js';
import { PriceBooks } from './price-book.service.js';

@Module({
  controllers: [CategoriesController, ItemsController],
  providers: [Categories, EstimatePrices, ItemsService, NomenclatureRepository, PriceBooks],
  exports: [Categories, EstimatePrices, PriceBooks],
})
export class NomenclatureModule {}
