import { Module } from '@nestjs/common';
import { CustomFieldsModule } from '../custom-fields/index.js';
import { CategoriesController } from './categories/categories.controller.js';
import { CategoriesRepository } from './categories/categories.repository.js';
import { Categories } from './categories/categories.service.js';
import { ItemRowsRepository } from './items/item-rows.repository.js';
import { ItemUses } from './items/item-uses.js';
import { ItemsController } from './items/items.controller.js';
import { ItemsRepository } from './items/items.repository.js';
import { ItemsService } from './items/items.service.js';
import { WriteItemService } from './items/write-item.service.js';
import { EstimatePrices } from './prices/estimate-prices.js';
import { PriceBooks } from './prices/price-book.service.js';
import { PriceBooksRepository } from './prices/price-books.repository.js';

@Module({
  imports: [CustomFieldsModule],
  controllers: [CategoriesController, ItemsController],
  providers: [
    Categories,
    CategoriesRepository,
    EstimatePrices,
    ItemRowsRepository,
    ItemsRepository,
    ItemsService,
    ItemUses,
    PriceBooks,
    PriceBooksRepository,
    WriteItemService,
  ],
  exports: [Categories, EstimatePrices, ItemUses, PriceBooks],
})
export class NomenclatureModule {}
