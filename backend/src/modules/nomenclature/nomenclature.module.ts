import { Module } from '@nestjs/common';
import { CustomFieldsModule } from '../custom-fields/index.js';
import { ImportsModule } from '../imports/index.js';
import { CategoriesController } from './categories/categories.controller.js';
import { CategoriesRepository } from './categories/categories.repository.js';
import { Categories } from './categories/categories.service.js';
import { ImportedCategories } from './import/imported-categories.js';
import { ItemsImportRepository } from './import/items-import.repository.js';
import { ItemsTarget } from './import/items-target.js';
import { PricesImportRepository } from './import/prices-import.repository.js';
import { PricesTarget } from './import/prices-target.js';
import { ItemRowsRepository } from './items/item-rows.repository.js';
import { ItemUses } from './items/item-uses.js';
import { ItemsController } from './items/items.controller.js';
import { ItemsRepository } from './items/items.repository.js';
import { ItemsService } from './items/items.service.js';
import { WriteItemService } from './items/write-item.service.js';
import { EstimatePrices } from './prices/estimate-prices.js';
import { ListPricesController } from './prices/list-prices.controller.js';
import { MassChangeRepository } from './prices/mass-change.repository.js';
import { MassChangeService } from './prices/mass-change.service.js';
import { PriceBatchesRepository } from './prices/price-batches.repository.js';
import { PriceBatches } from './prices/price-batches.service.js';
import { PriceBooks } from './prices/price-book.service.js';
import { PriceBooksRepository } from './prices/price-books.repository.js';
import { PriceListsController } from './prices/price-lists.controller.js';
import { PriceListsRepository } from './prices/price-lists.repository.js';
import { PriceLists } from './prices/price-lists.service.js';
import { PriceRowsRepository } from './prices/price-rows.repository.js';
import { PricesController } from './prices/prices.controller.js';
import { PricesRepository } from './prices/prices.repository.js';
import { PricesService } from './prices/prices.service.js';
import { WritePriceService } from './prices/write-price.service.js';

@Module({
  imports: [CustomFieldsModule, ImportsModule],
  controllers: [CategoriesController, ItemsController, ListPricesController, PriceListsController, PricesController],
  providers: [
    Categories,
    CategoriesRepository,
    EstimatePrices,
    ImportedCategories,
    ItemsImportRepository,
    ItemsTarget,
    PricesImportRepository,
    PricesTarget,
    ItemRowsRepository,
    ItemsRepository,
    ItemsService,
    ItemUses,
    MassChangeRepository,
    MassChangeService,
    PriceBatches,
    PriceBatchesRepository,
    PriceBooks,
    PriceBooksRepository,
    PriceLists,
    PriceListsRepository,
    PriceRowsRepository,
    PricesRepository,
    PricesService,
    WriteItemService,
    WritePriceService,
  ],
  exports: [Categories, EstimatePrices, ItemUses, PriceBooks],
})
export class NomenclatureModule {}
