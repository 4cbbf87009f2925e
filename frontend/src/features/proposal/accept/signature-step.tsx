'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { Field, FieldError } from '../field';
import classes from '../proposal.module.css';
import type { AcceptanceForm } from './use-acceptance';

/** Comes when somebody wants to sign; its place is kept meanwhile. */
const SignatureField = dynamic(() => import('./signature-field').then((module) => module.SignatureField), {
  ssr: false,
  loading: () => <div className={classes.signature} />,
});

export function SignatureStep({ accepting }: { accepting: AcceptanceForm }) {
  const t = useTranslations('proposal.acceptance');
  const { form, change, wrong } = accepting;
  return (
    <>
      <div className={classes.field} tabIndex={-1} data-invalid={wrong.signature !== null}>
        <span>{t('signature')}</span>
        <SignatureField key={accepting.offer} onDraw={(signature) => change({ signature })} />
        <FieldError error={wrong.signature} />
      </div>
      <Field
        label={t('emailForCopy')}
        type="email"
        name="email"
        autoComplete="email"
        inputMode="email"
        maxLength={254}
        value={form.email}
        error={wrong.email}
        onChange={(event) => change({ email: event.currentTarget.value })}
      />
    </>
  );
}
