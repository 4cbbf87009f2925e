import { conflict, forbidden, notFound, validationFailed, type InvalidParam } from '../../platform/http/index.js';

export const estimateNotFound = () => notFound('ESTIMATE.NOT_FOUND');

/** The estimate is there, but has no such room. */
export const roomNotFound = () => notFound('ESTIMATE.ROOM_NOT_FOUND');

/** `current` is the version a client has to look at before it saves again. */
export const estimateChanged = (version: number) => conflict('ESTIMATE.CHANGED', { current: { version } });

/** An issued version is frozen. */
export const estimateIssued = (version: number) => conflict('ESTIMATE.ISSUED', { current: { version } });

export const discountNotAllowed = () => forbidden('ESTIMATE.DISCOUNT_NOT_ALLOWED');

/** The organization has no default sale price list to price by. */
export const priceListMissing = () => conflict('ESTIMATE.PRICE_LIST_MISSING');

export const draftInvalid = (problems: readonly InvalidParam[]) => validationFailed('ESTIMATE.DRAFT_INVALID', problems);
