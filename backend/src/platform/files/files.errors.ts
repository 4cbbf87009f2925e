import { notFound, validationFailed, type AppError } from '../http/index.js';

export const fileNotFound = () => notFound('FILE.NOT_FOUND');

const refused = (code: string, reason: string, params: Readonly<Record<string, string | number>> = {}): AppError =>
  validationFailed(code, [{ path: 'file', code: reason, params }]);

export const fileMissing = () => refused('FILE.MISSING', 'IS_REQUIRED');
export const fileTooLarge = (maxBytes: number) => refused('FILE.TOO_LARGE', 'FILE_TOO_LARGE', { maxBytes });
export const fileEmpty = () => refused('FILE.EMPTY', 'FILE_EMPTY');
/** `type` is what the content says. */
export const fileTypeRefused = (type: string) => refused('FILE.TYPE_NOT_ALLOWED', 'FILE_TYPE_NOT_ALLOWED', { type });
