import { conflict, gone, notFound, validationFailed, type AppError } from '../../platform/http/index.js';
import type { PhoneHolder } from './client-parts.repository.js';

export const clientNotFound = () => notFound('CLIENT.NOT_FOUND');

/** The client is another one's now; `id` is where to go. */
export const clientMerged = (id: string) => gone('CLIENT.MERGED', { current: { id } });

/** `id` says of which of two. */
export const clientChanged = (version: number, id?: string) =>
  conflict('CLIENT.CHANGED', { current: { ...(id !== undefined && { id }), version } });

/** Orders that are not deleted need their client. */
export const clientHasOrders = (orders: number) => conflict('CLIENT.HAS_ORDERS', { params: { orders } });

/** `path` is where the phone stood in the request: `phones.0.number`, `client.phone`. */
export const phoneUnreadable = (path: string) =>
  validationFailed('CLIENT.PHONE_UNREADABLE', [{ path, code: 'PHONE_UNREADABLE' }]);

export const phoneRepeated = (path: string) =>
  validationFailed('CLIENT.PHONE_REPEATED', [{ path, code: 'PHONE_REPEATED' }]);

/** Other clients hold these numbers; whoever means it names them in `sharedPhones`. */
export const phoneTaken = (holders: readonly PhoneHolder[]) => conflict('CLIENT.PHONE_TAKEN', { current: { holders } });

export const clientUnreachable = () =>
  validationFailed('CLIENT.UNREACHABLE', [{ path: 'phones', code: 'PHONE_OR_EMAIL_NEEDED' }]);

export const responsibleUnknown = () =>
  validationFailed('CLIENT.PERSON_UNKNOWN', [{ path: 'responsibleUserId', code: 'PERSON_UNKNOWN' }]);

/** Contact people are clients that are people, and only companies have them. */
export const contactsRefused = (path: string, code: 'ONLY_OF_A_COMPANY' | 'NO_SUCH_PERSON' | 'STILL_A_CONTACT') =>
  validationFailed('CLIENT.CONTACTS_REFUSED', [{ path, code }]);

export const CLIENT_CONSTRAINTS: Readonly<Record<string, () => AppError>> = {
  fk_client_tags_tag_id: () => validationFailed('CLIENT.TAG_UNKNOWN', [{ path: 'tagIds', code: 'TAG_UNKNOWN' }]),
};

export const consentNotFound = () => notFound('CLIENT.CONSENT_NOT_FOUND');
export const consentWithdrawn = () => conflict('CLIENT.CONSENT_WITHDRAWN');
export const consentInvalid = (path: string, code: 'IN_THE_FUTURE' | 'BEFORE_IT_WAS_GIVEN') =>
  validationFailed('CLIENT.CONSENT_INVALID', [{ path, code }]);

export const mergeWithItself = () =>
  validationFailed('CLIENT.MERGE_INVALID', [{ path: 'otherId', code: 'THE_SAME_CLIENT' }]);
export const choiceUnknown = (path: string) =>
  validationFailed('CLIENT.MERGE_INVALID', [{ path, code: 'UNKNOWN_CHOICE' }]);
export const mergeNotFound = () => notFound('CLIENT.MERGE_NOT_FOUND');
export const mergeUndone = () => conflict('CLIENT.MERGE_UNDONE');
/** A later merge builds on it; `mergeId` is the one to undo before. */
export const mergeNotLast = (mergeId: string) => conflict('CLIENT.MERGE_NOT_LAST', { current: { mergeId } });
