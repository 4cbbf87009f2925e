import { notFound, unavailable, type AppError } from '../../platform/http/index.js';

const RETRY_SECONDS = 5;

/** Everybody wants a document at once: those who wait already go first. */
export const printerBusy = (): AppError => unavailable('DOCUMENT.PRINTER_BUSY', { retryAfterSeconds: RETRY_SECONDS });

/** A document that takes longer than any should. */
export const printingTooLong = (cause: unknown): AppError =>
  unavailable('DOCUMENT.TOO_LONG', { retryAfterSeconds: RETRY_SECONDS, cause });

export const variantNotFound = (): AppError => notFound('ESTIMATE.VARIANT_NOT_FOUND');
export const roomNotFound = (): AppError => notFound('ESTIMATE.ROOM_NOT_FOUND');
