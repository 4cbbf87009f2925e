'use client';

import type { Proposal, ProposalAcceptance, ProposalVariant } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import { useRef, type FormEvent } from 'react';
import { formatMoney } from '../../../shared/formatting';
import { Field, FieldError } from '../field';
import { useFirstWrong } from '../use-first-wrong';
import { useHydrated } from '../use-hydrated';
import { useTypedBefore } from '../use-typed-before';
import { useVariantName } from '../variant-name';
import classes from '../proposal.module.css';
import { CodeStep } from './code-step';
import { SignatureStep } from './signature-step';
import { useAcceptance } from './use-acceptance';

interface AcceptFormProps {
  token: string;
  proposal: Proposal;
  variant: ProposalVariant;
  onAccepted: (acceptance: ProposalAcceptance) => void;
}

/** The yes: who says it, how it is proved, and what it means. */
export function AcceptForm({ token, proposal, variant, onAccepted }: AcceptFormProps) {
  const t = useTranslations('proposal.acceptance');
  const nameOf = useVariantName();
  const accepting = useAcceptance({ token, proposal, variant, onAccepted });
  const { form, change, wrong, isSending } = accepting;
  const ready = useHydrated();
  const fields = useRef<HTMLFormElement>(null);
  const showWrong = useFirstWrong(fields);
  useTypedBefore(fields, (typed) =>
    change({
      name: typed.get('fullName') ?? '',
      email: typed.get('email') ?? '',
      code: typed.get('code') ?? '',
      consent: typed.has('consent'),
      ...(typed.get('method') === 'signature' && { method: 'signature' }),
    }),
  );
  const sum = formatMoney(variant.toPayMinor, proposal.currency);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    showWrong();
    void accepting.submit();
  };
  return (
    <section className={`${classes.card} ${classes.accept}`} id="accept">
      <h2 className={classes.cardTitle}>{t('title')}</h2>
      <p className={classes.chosen}>{t('chosen', { variant: nameOf(proposal, variant), sum })}</p>
      <form ref={fields} className={classes.form} method="post" onSubmit={submit} noValidate>
        <Field
          label={t('name')}
          name="fullName"
          autoComplete="name"
          maxLength={100}
          value={form.name}
          error={wrong.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        {proposal.codesAvailable && (
          <fieldset className={classes.methods}>
            <legend>{t('method')}</legend>
            {(['code', 'signature'] as const).map((method) => (
              <label key={method} className={classes.method}>
                <input
                  type="radio"
                  name="method"
                  value={method}
                  checked={form.method === method}
                  onChange={() => change({ method })}
                />
                <span>{t(method === 'code' ? 'byCode' : 'bySignature')}</span>
              </label>
            ))}
          </fieldset>
        )}
        {form.method === 'code' ? (
          <CodeStep accepting={accepting} ready={ready} />
        ) : (
          <SignatureStep accepting={accepting} />
        )}
        <div>
          <div aria-live="polite">{accepting.again && <p className={classes.notice}>{t('again')}</p>}</div>
          <label className={classes.consent}>
            <input
              type="checkbox"
              name="consent"
              checked={form.consent}
              aria-invalid={wrong.consent !== null}
              onChange={(event) => change({ consent: event.currentTarget.checked })}
            />
            <span>{t('consent')}</span>
          </label>
          <FieldError error={wrong.consent} />
        </div>
        <FieldError error={accepting.failure} />
        <button type="submit" className={classes.button} disabled={!ready || isSending}>
          {isSending ? t('submitting') : t('submit', { sum })}
        </button>
      </form>
    </section>
  );
}
