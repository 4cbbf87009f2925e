'use client';

import type { Proposal, ProposalAcceptance, ProposalVariant } from '@smet/api-client';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { formatMoney } from '../../../shared/formatting';
import { Field, FieldError } from '../field';
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
  const sum = formatMoney(variant.toPayMinor, proposal.currency);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void accepting.submit();
  };
  return (
    <section className={`${classes.card} ${classes.accept}`} id="accept">
      <h2 className={classes.cardTitle}>{t('title')}</h2>
      <p className={classes.chosen}>{t('chosen', { variant: nameOf(proposal, variant), sum })}</p>
      <form className={classes.form} onSubmit={submit} noValidate>
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
                  checked={form.method === method}
                  onChange={() => change({ method })}
                />
                <span>{t(method === 'code' ? 'byCode' : 'bySignature')}</span>
              </label>
            ))}
          </fieldset>
        )}
        {form.method === 'code' ? <CodeStep accepting={accepting} /> : <SignatureStep accepting={accepting} />}
        <div>
          <label className={classes.consent}>
            <input
              type="checkbox"
              checked={form.consent}
              aria-invalid={wrong.consent !== null}
              onChange={(event) => change({ consent: event.currentTarget.checked })}
            />
            <span>{t('consent')}</span>
          </label>
          <FieldError error={wrong.consent} />
        </div>
        <FieldError error={accepting.failure} />
        <button type="submit" className={classes.button} disabled={isSending}>
          {isSending ? t('submitting') : t('submit', { sum })}
        </button>
      </form>
    </section>
  );
}
