'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Field, FieldError } from '../field';
import { requestCode } from '../proposal-api';
import { useErrorText } from '../use-words';
import classes from '../proposal.module.css';
import { wrongEmail } from './acceptance-draft';
import type { AcceptanceForm } from './use-acceptance';

const DIGITS = 6;

/** The address, the letter that comes there, and the six digits out of it. */
export function CodeStep({ accepting, ready }: { accepting: AcceptanceForm; ready: boolean }) {
  const t = useTranslations('proposal.acceptance');
  const { form, change, wrong } = accepting;
  const { sentTo, waitSeconds, isSending, failure, emailError, send } = useCodeRequest(accepting);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (sentTo !== null) field.current?.focus();
  }, [sentTo]);
  const words =
    waitSeconds > 0 ? t('resendAfter', { seconds: waitSeconds }) : t(sentTo === null ? 'sendCode' : 'resend');
  return (
    <>
      <Field
        label={t('email')}
        type="email"
        name="email"
        autoComplete="email"
        inputMode="email"
        maxLength={254}
        value={form.email}
        error={emailError ?? wrong.email}
        onChange={(event) => change({ email: event.currentTarget.value })}
      />
      <button
        type="button"
        className={classes.quiet}
        disabled={!ready || isSending || waitSeconds > 0}
        onClick={() => void send()}
      >
        {isSending ? t('sendingCode') : words}
      </button>
      <FieldError error={failure} />
      <div aria-live="polite">
        {sentTo !== null && <p className={classes.muted}>{t('codeSent', { email: sentTo })}</p>}
      </div>
      <Field
        ref={field}
        label={t('code')}
        name="code"
        className={classes.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={DIGITS}
        value={form.code}
        error={wrong.code}
        onChange={(event) => change({ code: event.currentTarget.value.replaceAll(/\D/g, '') })}
      />
    </>
  );
}

/** Asking for a code. A code belongs to one variant: another choice needs another code. */
function useCodeRequest({ token, variant, form, change }: AcceptanceForm) {
  const errors = useTranslations('proposal.errors');
  const errorText = useErrorText();
  const [sent, setSent] = useState<{ to: string; variantId: string } | null>(null);
  const [waitSeconds, startWaiting] = useCountdown();
  const [isSending, setIsSending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [emailError, setEmailError] = useState<string | null>(null);

  const send = async () => {
    const wrong = wrongEmail(form.email, true);
    setEmailError(wrong && errors(wrong));
    setFailure(null);
    if (wrong) return;
    setIsSending(true);
    try {
      const to = form.email.trim();
      const { resendAfterSeconds } = await requestCode(token, { variantId: variant.id, email: to });
      setSent({ to, variantId: variant.id });
      change({ code: '' });
      startWaiting(resendAfterSeconds);
    } catch (error) {
      setFailure(errorText(error));
    } finally {
      setIsSending(false);
    }
  };
  const sentTo = sent?.variantId === variant.id ? sent.to : null;
  return { sentTo, waitSeconds, isSending, failure, emailError, send };
}

/** Whole seconds that are left, counted by the clock: a phone that slept does not lag behind. */
function useCountdown(): [left: number, start: (seconds: number) => void] {
  const [until, setUntil] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (until === 0) return undefined;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [until]);
  return [left, (seconds) => setUntil(Date.now() + seconds * 1000)];
}
