import { conflict, notFound, validationFailed, type InvalidParam } from '../../platform/http/index.js';

export const importNotFound = () => notFound('IMPORT.NOT_FOUND');

export const kindUnknown = (values: readonly string[]) =>
  validationFailed('IMPORT.KIND_UNKNOWN', [{ path: 'kind', code: 'IS_IN', params: { values } }]);

export const fileOfOtherPurpose = () =>
  validationFailed('IMPORT.FILE_UNFIT', [{ path: 'fileId', code: 'FILE_OF_OTHER_PURPOSE' }]);

export const mappingInvalid = (params: readonly InvalidParam[]) => validationFailed('IMPORT.MAPPING_INVALID', params);

/** Somebody, or the work in the background, has moved it on. */
export const importChanged = (current: unknown) => conflict('IMPORT.CHANGED', { current });

/** The step does not lead on from where the import stands. */
export const stepNotPossible = (state: string) => conflict('IMPORT.STEP_NOT_POSSIBLE', { params: { state } });
