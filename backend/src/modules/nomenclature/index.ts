export { NomenclatureModule } from './nomenclature.module.js';
export { Categories } from './categories.service.js';
export { EstimatePrices, type EstimatePriceSource, type PriceTerms } from './estimate-prices.js';
export { PriceBooks } from './price-book.service.js';
