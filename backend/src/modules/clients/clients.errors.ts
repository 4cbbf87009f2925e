import { conflict, notFound, validationFailed, type AppError } from '../../platform/http/index.js';

export const clientNotFound = () => notFound('CLIENT.NOT_FOUND');

/** `path` is where the phone stood in the request: `phones.0`, `client.phone`. */
export const phoneUnreadable = (path: string) =>
  validationFailed('CLIENT.PHONE_UNREADABLE', [{ path, code: 'PHONE_UNREADABLE' }]);

export const phoneRepeated = (path: string) =>
  validationFailed('CLIENT.PHONE_REPEATED', [{ path, code: 'PHONE_REPEATED' }]);

/** Another client of the organization has the phone already; known by the constraint, so that a race ends here too. */
export const CLIENT_CONSTRAINTS: Readonly<Record<string, () => AppError>> = {
  uq_client_phones_number: () => conflict('CLIENT.PHONE_TAKEN'),
};
