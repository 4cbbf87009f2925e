import { conflict, notFound, validationFailed, type AppError } from '../../platform/http/index.js';

export const categoryNotFound = () => notFound('CATEGORY.NOT_FOUND');
export const categoryChanged = (version: number) => conflict('CATEGORY.CHANGED', { current: { version } });
export const categoryNameTaken = () => conflict('CATEGORY.NAME_TAKEN');
/** Categories below it, and items of any state, those in the trash too. */
export const categoryNotEmpty = () => conflict('CATEGORY.NOT_EMPTY');
export const categoryPlaceRefused = (
  path: 'parentId' | 'beforeId',
  code: 'CATEGORY_UNKNOWN' | 'BELOW_ITSELF' | 'TOO_DEEP' | 'NO_NEIGHBOUR' | 'TOO_MANY',
) => validationFailed('CATEGORY.PLACE_REFUSED', [{ path, code }]);

export const itemNotFound = () => notFound('ITEM.NOT_FOUND');
export const itemChanged = (version: number) => conflict('ITEM.CHANGED', { current: { version } });
export const itemCategoryUnknown = () =>
  validationFailed('ITEM.CATEGORY_UNKNOWN', [{ path: 'categoryId', code: 'CATEGORY_UNKNOWN' }]);
/** No file, or none that was brought as a picture. */
export const itemPictureUnknown = (index: number) =>
  validationFailed('ITEM.PICTURE_UNKNOWN', [{ path: `pictures.${index}`, code: 'PICTURE_UNKNOWN' }]);
/** Rules, templates and estimates name it: it can be archived only. */
export const itemInUse = () => conflict('ITEM.IN_USE');
/** Rules, templates and estimates call it by its code. */
export const itemCodeInUse = () => conflict('ITEM.CODE_IN_USE');

/** Who has a code or a barcode already; it may lie in the trash. */
export interface ItemHolder {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly deleted: boolean;
}
export const itemCodeTaken = (holder: ItemHolder | null) => conflict('ITEM.CODE_TAKEN', { current: { holder } });
export const barcodeTaken = (barcode: string, holder: ItemHolder) =>
  conflict('ITEM.BARCODE_TAKEN', { current: { barcode, holder } });

export const priceListNotFound = () => notFound('PRICE_LIST.NOT_FOUND');
export const priceListChanged = (version: number) => conflict('PRICE_LIST.CHANGED', { current: { version } });
export const priceListArchived = () => conflict('PRICE_LIST.ARCHIVED');
/** The default list always holds: another must become the default first. */
export const priceListIsDefault = () => conflict('PRICE_LIST.IS_DEFAULT');
/** It has prices, or estimates were priced by it. */
export const priceListInUse = () => conflict('PRICE_LIST.IN_USE');
export const priceListInvalid = (path: 'kind' | 'validUntil' | 'isDefault', code: string) =>
  validationFailed('PRICE_LIST.INVALID', [{ path, code }]);

export const PRICE_LIST_CONSTRAINTS: Readonly<Record<string, () => AppError>> = {
  uq_price_lists_name: () => conflict('PRICE_LIST.NAME_TAKEN'),
  ck_price_lists_valid_until: () => priceListInvalid('validUntil', 'BEFORE_ITS_BEGINNING'),
  fk_prices_price_list_id: priceListInUse,
  fk_price_batches_price_list_id: priceListInUse,
  fk_estimate_versions_price_list_id: priceListInUse,
  fk_estimate_versions_cost_list_id: priceListInUse,
  fk_estimate_versions_pay_list_id: priceListInUse,
  fk_estimate_versions_dealer_list_id: priceListInUse,
};

export const priceNotFound = () => notFound('PRICE.NOT_FOUND');
/** Somebody put another amount since: `current` is what is in force at that moment. */
export const priceChanged = (amountMinor: number | null) => conflict('PRICE.CHANGED', { current: { amountMinor } });
/** What was sold stays sold at its price: a price holds from now on or from a later moment. */
export const priceInThePast = () => validationFailed('PRICE.IN_THE_PAST', [{ path: 'validFrom', code: 'IN_THE_PAST' }]);
export const priceOutOfRange = () => validationFailed('PRICE.OUT_OF_RANGE', [{ path: 'percent', code: 'TOO_MUCH' }]);
export const periodReversed = () => validationFailed('PRICE.PERIOD', [{ path: 'to', code: 'BEFORE_ITS_BEGINNING' }]);
/** Prices or items changed since the preview: look again. */
export const previewOutdated = () => conflict('PRICE.PREVIEW_OUTDATED');
export const nothingToChange = () => conflict('PRICE.NOTHING_TO_CHANGE');
export const batchNotFound = () => notFound('PRICE_BATCH.NOT_FOUND');
export const batchUndone = () => conflict('PRICE_BATCH.UNDONE');
