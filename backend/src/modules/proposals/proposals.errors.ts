import {
  conflict,
  gone,
  notFound,
  validationFailed,
  type AppError,
  type InvalidParam,
} from '../../platform/http/index.js';
import { tooManyRequests } from '../../platform/http/errors.js';

/** No link has this token. The same for a malformed one. */
export const linkUnknown = () => notFound('PROPOSAL.NOT_FOUND');

/** Whom to ask for a new link, told to those who hold an old one. */
export interface WhomToAsk {
  readonly name: string;
  readonly phone: string;
}

export const linkRevoked = (company: WhomToAsk) => gone('PROPOSAL.REVOKED', { current: { company } });
export const linkExpired = (company: WhomToAsk) => gone('PROPOSAL.EXPIRED', { current: { company } });

export const linkNotFound = () => notFound('PROPOSAL.LINK_NOT_FOUND');
export const versionNotFound = () => notFound('PROPOSAL.VERSION_NOT_FOUND');

/** Its invitation has left, was never written, or was taken back: there is nothing to send again. */
export const letterGone = () => conflict('PROPOSAL.LETTER_GONE');

/** Only what is frozen is shown to clients. */
export const versionNotIssued = () => conflict('PROPOSAL.NOT_ISSUED');

/** The offer is past its last day. */
export const offerLapsed = (validUntil: string) => conflict('PROPOSAL.LAPSED', { current: { validUntil } });

/** A newer version was issued after the one of the link. */
export const offerSuperseded = (number: number) => conflict('PROPOSAL.SUPERSEDED', { current: { number } });

/** What was sent back is not what is stored: the page is to be loaded anew. */
export const contentDiffers = () => conflict('PROPOSAL.CONTENT_DIFFERS');

export const acceptedAlready = (accepted: { readonly variantId: string; readonly acceptedAt: string }) =>
  conflict('PROPOSAL.ACCEPTED_ALREADY', { current: accepted });

export const expiryInvalid = (params: InvalidParam['params']) =>
  validationFailed('PROPOSAL.EXPIRY_INVALID', [{ path: 'expiresAt', code: 'OUT_OF_RANGE', params }]);

export const variantUnknown = () =>
  validationFailed('PROPOSAL.VARIANT_UNKNOWN', [{ path: 'variantId', code: 'VARIANT_UNKNOWN' }]);

/** `left`: how many more times this code may be tried. */
export const codeWrong = (left: number): AppError =>
  validationFailed('PROPOSAL.CODE_WRONG', [{ path: 'code', code: 'CODE_WRONG', params: { left } }]);

/** None was asked for, it ran out, or it was tried too often: a new one is needed. */
export const codeOver = () => validationFailed('PROPOSAL.CODE_OVER', [{ path: 'code', code: 'CODE_OVER' }]);

/** The link was made for an address: codes go there, or to another of the client's. */
export const emailOther = () => validationFailed('PROPOSAL.EMAIL_OTHER', [{ path: 'email', code: 'EMAIL_OTHER' }]);

export const codeTooEarly = (seconds: number) => tooManyRequests('PROPOSAL.CODE_TOO_EARLY', seconds);

export const methodMissing = () =>
  validationFailed('PROPOSAL.METHOD_MISSING', [{ path: 'code', code: 'CODE_OR_SIGNATURE' }]);

export const signatureInvalid = (problem: InvalidParam) => validationFailed('PROPOSAL.SIGNATURE_INVALID', [problem]);

/** More questions under one link than anybody reads. */
export const tooManyQuestions = () => conflict('PROPOSAL.TOO_MANY_QUESTIONS');
