import { conflict, notFound, validationFailed } from '../../platform/http/index.js';

export const orderNotFound = () => notFound('ORDER.NOT_FOUND');

/** `current` is the version a client has to reread before it tries again. */
export const orderChanged = (version: number) => conflict('ORDER.CHANGED', { current: { version } });

export const stageUnknown = () => validationFailed('ORDER.STAGE_UNKNOWN', [{ path: 'stageId', code: 'STAGE_UNKNOWN' }]);

export const stageNotAllowed = () =>
  validationFailed('ORDER.STAGE_NOT_ALLOWED', [{ path: 'stageId', code: 'STAGE_NOT_ALLOWED' }]);

export const clientUnknown = () =>
  validationFailed('ORDER.CLIENT_UNKNOWN', [{ path: 'client.id', code: 'CLIENT_UNKNOWN' }]);

/** `path` is the field that names somebody who is not (any more) in the organization. */
export const personUnknown = (path: string) =>
  validationFailed('ORDER.PERSON_UNKNOWN', [{ path, code: 'PERSON_UNKNOWN' }]);

/** The organization has no default pipeline with an open stage: an order would have nowhere to begin. */
export const pipelineMissing = () => conflict('ORDER.PIPELINE_MISSING');
