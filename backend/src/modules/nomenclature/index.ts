export { NomenclatureModule } from './nomenclature.module.js';
export { Categories } from './categories/categories.service.js';
export { ItemUses, type ItemUse, type ItemUseSource, type NamedItem } from './items/item-uses.js';
export { EstimatePrices, type EstimatePriceSource, type PriceTerms } from './prices/estimate-prices.js';
export { PriceBooks } from './prices/price-book.service.js';
