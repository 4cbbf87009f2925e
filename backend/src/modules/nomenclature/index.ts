export { NomenclatureModule } from './nomenclature.module.js';
export { PriceBooks } from './price-book.service.js';
