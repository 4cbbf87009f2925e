import type { Signature } from '@smet/api-client';

/** What a client has filled in so far. */
export interface AcceptanceDraft {
  name: string;
  method: 'code' | 'signature';
  email: string;
  code: string;
  signature: Signature | null;
  consent: boolean;
}

/** Keys of messages; null where nothing is wrong. */
export interface Wrong {
  name: 'nameRequired' | null;
  email: 'emailRequired' | 'emailInvalid' | null;
  code: 'codeRequired' | null;
  signature: 'signatureRequired' | null;
  consent: 'consentRequired' | null;
}

/** What was filled in, for another offer: who says yes stays, the yes and its proof have to be given again. */
export function forAnotherOffer(draft: AcceptanceDraft): AcceptanceDraft {
  return { ...draft, code: '', signature: null, consent: false };
}

/** Whether anything of the yes is given that another offer would take away. */
export function hasProof({ code, signature, consent }: AcceptanceDraft): boolean {
  return code !== '' || signature !== null || consent;
}

const SHORTEST_NAME = 2;

export function findWrong(draft: AcceptanceDraft): Wrong {
  const byCode = draft.method === 'code';
  return {
    name: draft.name.trim().length < SHORTEST_NAME ? 'nameRequired' : null,
    email: wrongEmail(draft.email, byCode),
    code: byCode && !/^\d{6}$/.test(draft.code) ? 'codeRequired' : null,
    signature: !byCode && draft.signature === null ? 'signatureRequired' : null,
    consent: draft.consent ? null : 'consentRequired',
  };
}

export function isFine(wrong: Wrong): boolean {
  return Object.values(wrong).every((one) => one === null);
}

/** Only what can never be an address is refused here; the server knows better. */
export function wrongEmail(email: string, required: boolean): Wrong['email'] {
  const text = email.trim();
  if (text === '') return required ? 'emailRequired' : null;
  return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text) ? null : 'emailInvalid';
}
