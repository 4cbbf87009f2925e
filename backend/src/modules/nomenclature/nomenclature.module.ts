import { Module } from '@nestjs/common';
import { ItemsController } from './items.controller.js';
import { ItemsService } from './items.service.js';
import { NomenclatureRepository } from './nomenclature.repository.js';
import { PriceBooks } from './price-book.service.js';

@Module({
  controllers: [ItemsController],
  providers: [ItemsService, NomenclatureRepository, PriceBooks],
  exports: [PriceBooks],
})
export class NomenclatureModule {}
