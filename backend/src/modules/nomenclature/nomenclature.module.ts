import { Module } from '@nestjs/common';
import { CategoriesController } from './categories.controller.js';
import { Categories } from './categories.service.js';
import { EstimatePrices } from './estimate-prices.js';
import { ImportsModule } from '../imports/index.js';
import { ImportedCategories } from './import/imported-categories.js';
import { ItemsImportRepository } from './import/items-import.repository.js';
import { ItemsTarget } from './import/items-target.js';
import { PricesImportRepository } from './import/prices-import.repository.js';
import { PricesTarget } from './import/prices-target.js';
import { ItemsController } from './items.controller.js';
import { ItemsService } from './items.service.js';
import { NomenclatureRepository } from './nomenclature.repository.js';
import { PriceBooks } from './price-book.service.js';

@Module({
  imports: [ImportsModule],
  controllers: [CategoriesController, ItemsController],
  providers: [
    Categories,
    EstimatePrices,
    ImportedCategories,
    ItemsImportRepository,
    ItemsService,
    ItemsTarget,
    NomenclatureRepository,
    PriceBooks,
    PricesImportRepository,
    PricesTarget,
  ],
  exports: [Categories, EstimatePrices, PriceBooks],
})
export class NomenclatureModule {}
