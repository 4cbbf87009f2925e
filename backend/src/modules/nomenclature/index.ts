export { NomenclatureModule } from './nomenclature.module.js';
export { PriceBooks } from './price-book.service.js';
export type { DefaultPriceLists, PriceBookFilter } from './nomenclature.repository.js';
