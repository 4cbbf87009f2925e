import { conflict, notFound, unavailable, type AppError } from '../../platform/http/index.js';

const RETRY_SECONDS = 5;

/** Everybody wants a document at once: those who wait already go first. */
export const printerBusy = (): AppError => unavailable('DOCUMENT.PRINTER_BUSY', { retryAfterSeconds: RETRY_SECONDS });

/** A document that takes longer than any should. */
export const printingTooLong = (cause: unknown): AppError =>
  unavailable('DOCUMENT.TOO_LONG', { retryAfterSeconds: RETRY_SECONDS, cause });

/** A contract binds to an issued version: a draft can still become anything. */
export const notIssued = (): AppError => conflict('DOCUMENT.NOT_ISSUED');

/** An act is about what was agreed on: the accepted variant of a version. */
export const notAccepted = (): AppError => conflict('DOCUMENT.NOT_ACCEPTED');

export const variantNotFound = (): AppError => notFound('ESTIMATE.VARIANT_NOT_FOUND');
export const roomNotFound = (): AppError => notFound('ESTIMATE.ROOM_NOT_FOUND');
