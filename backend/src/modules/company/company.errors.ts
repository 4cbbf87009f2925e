import { conflict, validationFailed, type InvalidParam } from '../../platform/http/index.js';

/** `version` is the one to look at before saving again. */
export const companyChanged = (version: number) => conflict('COMPANY.CHANGED', { current: { version } });

export const logoRefused = (code: 'NOT_A_PICTURE' | 'TOO_LARGE', params: InvalidParam['params'] = {}) =>
  validationFailed('COMPANY.LOGO_REFUSED', [{ path: 'logo', code, params }]);
