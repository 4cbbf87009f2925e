import { conflict, notFound, validationFailed } from '../../platform/http/index.js';
import type { ProblemCode } from './problem-codes.js';

export const notConnected = () => notFound('AMOCRM.NOT_CONNECTED');

export const orderNotLinked = () => notFound('AMOCRM.ORDER_NOT_LINKED');

/** `current` is the version to read again before the next try. */
export const connectionChanged = (version: number) => conflict('AMOCRM.CONNECTION_CHANGED', { current: { version } });

/** Pausing or resuming what the state does not allow. */
export const stateNotAllowed = (state: string) => conflict('AMOCRM.STATE_NOT_ALLOWED', { params: { state } });

const ABOUT_TOKEN: readonly ProblemCode[] = ['TOKEN_REFUSED', 'TOKEN_REQUIRED', 'TOKEN_UNREADABLE', 'NO_RIGHTS'];

/** The connection was tried before saving and did not work: said at the field that has to be mended. */
export const checkFailed = (code: ProblemCode) =>
  validationFailed('AMOCRM.CHECK_FAILED', [{ path: ABOUT_TOKEN.includes(code) ? 'token' : 'baseUrl', code }]);

/** Leads of the connected account are tied to orders; another account would get every order a second time. */
export const otherAccount = (accountName: string) =>
  validationFailed('AMOCRM.OTHER_ACCOUNT', [
    { path: 'baseUrl', code: 'OTHER_ACCOUNT', params: { account: accountName } },
  ]);
