import {
  AppError,
  conflict,
  forbidden,
  notFound,
  validationFailed,
  type InvalidParam,
} from '../../platform/http/index.js';

export const estimateNotFound = () => notFound('ESTIMATE.NOT_FOUND');

/** The estimate is there, but has no such room. */
export const roomNotFound = () => notFound('ESTIMATE.ROOM_NOT_FOUND');

/** `current` is the version a client has to look at before it saves again. */
export const estimateChanged = (version: number) => conflict('ESTIMATE.CHANGED', { current: { version } });

/** An issued version is frozen. */
export const estimateIssued = (version: number) => conflict('ESTIMATE.ISSUED', { current: { version } });

/** There is a draft already: it is what people go on with. */
export const draftOpen = (version: number) => conflict('ESTIMATE.DRAFT_OPEN', { current: { version } });

export const discountNotAllowed = () => forbidden('ESTIMATE.DISCOUNT_NOT_ALLOWED');

/** The organization has no default sale price list to price by. */
export const priceListMissing = () => conflict('ESTIMATE.PRICE_LIST_MISSING');

/** A variant without a line cannot be offered. */
export const estimateEmpty = () => conflict('ESTIMATE.EMPTY');

/**
 * Lines are missing or wrong: what has no price or failed in a formula is not in what the client would accept. Problems
 * stand at their places: "variants.0.manualLines.1.quantity".
 */
export const estimateIncomplete = (problems: readonly InvalidParam[]) =>
  new AppError('conflict', 'ESTIMATE.INCOMPLETE', { invalidParams: problems });

/** The prices were looked at too long ago, before those the estimate has, or with other rules, terms or lists than those of now. */
export const pricesStale = () => conflict('ESTIMATE.PRICES_STALE');

/** The discount is more than the person may give alone. */
export const approvalNeeded = (percent: string, limitPercent: number) =>
  conflict('ESTIMATE.APPROVAL_NEEDED', { params: { percent, limitPercent } });

export const approvalNotNeeded = () => conflict('ESTIMATE.APPROVAL_NOT_NEEDED');

/** Somebody asked already for a discount of this size. */
export const approvalAsked = () => conflict('ESTIMATE.APPROVAL_ASKED');

/** Nobody asked, somebody decided already, or the discount has grown since. */
export const approvalNotAsked = () => conflict('ESTIMATE.APPROVAL_NOT_ASKED');

/** Approving takes a limit as high as the discount. */
export const approvalAboveLimit = () => forbidden('ESTIMATE.APPROVAL_ABOVE_LIMIT');

export const versionAccepted = () => conflict('ESTIMATE.ACCEPTED');

/** What is stored of an issued version is not what was issued. */
export const contentDiffers = () => conflict('ESTIMATE.CONTENT_DIFFERS');

export const validityPast = (today: string) =>
  validationFailed('ESTIMATE.VALIDITY_PAST', [{ path: 'validUntil', code: 'DAY_PAST', params: { today } }]);

export const draftInvalid = (problems: readonly InvalidParam[]) => validationFailed('ESTIMATE.DRAFT_INVALID', problems);

export const templateNotFound = () => notFound('ESTIMATE_TEMPLATE.NOT_FOUND');

/** It was made by somebody else. */
export const templateOfAnother = () => forbidden('ESTIMATE_TEMPLATE.OF_ANOTHER');

export const templateNameTaken = () => conflict('ESTIMATE_TEMPLATE.NAME_TAKEN');

export const tooManyTemplates = (max: number) => conflict('ESTIMATE_TEMPLATE.TOO_MANY', { params: { max } });
