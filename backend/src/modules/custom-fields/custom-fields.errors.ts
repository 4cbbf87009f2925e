import { conflict, notFound, validationFailed, type AppError, type InvalidParam } from '../../platform/http/index.js';

export const customFieldNotFound = () => notFound('CUSTOM_FIELD.NOT_FOUND');
export const customFieldChanged = (version: number) => conflict('CUSTOM_FIELD.CHANGED', { current: { version } });
export const customFieldInvalid = (path: string, code: string) =>
  validationFailed('CUSTOM_FIELD.INVALID', [{ path, code }]);

/** Values that do not fit their definitions; each at `fields.<key>`. */
export const valuesRefused = (problems: readonly InvalidParam[]) => validationFailed('CUSTOM_FIELD.VALUES', problems);
/** Filters that cannot be read; each at `field.<key>`. */
export const filtersRefused = (problems: readonly InvalidParam[]) => validationFailed('REQUEST.INVALID', problems);

export const CUSTOM_FIELD_CONSTRAINTS: Readonly<Record<string, () => AppError>> = {
  uq_custom_fields_name: () => conflict('CUSTOM_FIELD.NAME_TAKEN'),
  uq_custom_fields_key: () => conflict('CUSTOM_FIELD.KEY_TAKEN'),
};
