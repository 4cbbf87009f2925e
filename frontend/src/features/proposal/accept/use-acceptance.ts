'use client';

import type { AcceptProposal, Proposal, ProposalAcceptance, ProposalVariant, Signature } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ApiProblem } from '../../../shared/api/problems';
import { acceptProposal } from '../proposal-api';
import { useErrorText } from '../use-words';
import { findWrong, forAnotherOffer, hasProof, isFine, type AcceptanceDraft, type Wrong } from './acceptance-draft';

interface Accepting {
  token: string;
  proposal: Proposal;
  variant: ProposalVariant;
  onAccepted: (acceptance: ProposalAcceptance) => void;
}

const NOTHING_WRONG: Wrong = { name: null, email: null, code: null, signature: null, consent: null };

/** The form of the yes: what is filled in, what is wrong with it, and sending it. */
export function useAcceptance({ token, proposal, variant, onAccepted }: Accepting) {
  const errors = useTranslations('proposal.errors');
  const errorText = useErrorText();
  const router = useRouter();
  const [form, setForm] = useState<AcceptanceDraft>(() => ({
    name: '',
    method: proposal.codesAvailable ? 'code' : 'signature',
    email: '',
    code: '',
    signature: null,
    consent: false,
  }));
  const [tried, setTried] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  // What was signed and agreed to was this variant of this version, at this price.
  const offer = `${variant.id} ${proposal.contentHash}`;
  const [given, setGiven] = useState({ offer, again: false });
  if (given.offer !== offer) {
    setGiven({ offer, again: given.again || hasProof(form) });
    setForm(forAnotherOffer(form));
    setTried(false);
  }

  const found = tried ? findWrong(form) : NOTHING_WRONG;
  const submit = async () => {
    setTried(true);
    setFailure(null);
    if (!isFine(findWrong(form))) return;
    setIsSending(true);
    try {
      onAccepted(await acceptProposal(token, requestOf(form, proposal, variant)));
    } catch (error) {
      setFailure(errorText(error));
      // The offer is not what the page shows any more.
      if (error instanceof ApiProblem && (error.status === 409 || error.status === 410)) router.refresh();
    } finally {
      setIsSending(false);
    }
  };

  return {
    token,
    variant,
    offer,
    /** The yes was begun for another variant or version and has to be given anew. */
    again: given.again && !form.consent,
    form,
    change: (change: Partial<AcceptanceDraft>) => setForm((before) => ({ ...before, ...change })),
    wrong: {
      name: found.name && errors(found.name),
      email: found.email && errors(found.email),
      code: found.code && errors(found.code),
      signature: found.signature && errors(found.signature),
      consent: found.consent && errors(found.consent),
    },
    isSending,
    failure,
    submit,
  };
}

export type AcceptanceForm = ReturnType<typeof useAcceptance>;

function requestOf(form: AcceptanceDraft, proposal: Proposal, variant: ProposalVariant): AcceptProposal {
  const email = form.email.trim();
  const shared = { variantId: variant.id, contentHash: proposal.contentHash, name: form.name.trim() };
  if (form.method === 'code') return { ...shared, code: form.code };
  return { ...shared, signature: form.signature as Signature, ...(email !== '' && { email }) };
}
