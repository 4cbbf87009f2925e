'use client';

import { useId, type InputHTMLAttributes, type Ref, type TextareaHTMLAttributes } from 'react';
import classes from './proposal.module.css';

interface Shared {
  label: string;
  error: string | null;
}

type FieldProps = Shared & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> };

/** A native field with its label and what is wrong with it. */
export function Field({ label, error, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : `${id}-error`}
      />
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

export function TextField({ label, error, ...input }: Shared & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        {...input}
        id={id}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : `${id}-error`}
      />
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { id?: string; error: string | null }) {
  if (error === null) return null;
  return (
    <p id={id} className={classes.error} role="alert">
      {error}
    </p>
  );
}
