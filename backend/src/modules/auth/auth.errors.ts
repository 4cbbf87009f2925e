import { unauthorized } from '../../platform/http/index.js';

/** The same for an unknown e-mail and a wrong password: neither tells whether the person exists. */
export const wrongCredentials = () => unauthorized('AUTH.WRONG_CREDENTIALS');
/** Told only to those who know the password. */
export const blocked = () => unauthorized('AUTH.BLOCKED');
export const refreshMissing = () => unauthorized('AUTH.REFRESH_MISSING');
export const refreshUnknown = () => unauthorized('AUTH.REFRESH_UNKNOWN');
export const refreshReused = () => unauthorized('AUTH.REFRESH_REUSED');
export const sessionEnded = () => unauthorized('AUTH.SESSION_ENDED');
