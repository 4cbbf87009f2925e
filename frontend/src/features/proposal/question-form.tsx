'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState, type FormEvent } from 'react';
import { focusOnAppear } from '../../shared/ui/focus-on-appear';
import { Field, FieldError, TextField } from './field';
import { askQuestion } from './proposal-api';
import { useFirstWrong } from './use-first-wrong';
import { useHydrated } from './use-hydrated';
import { useTypedBefore } from './use-typed-before';
import { useErrorText } from './use-words';
import classes from './proposal.module.css';

type State = 'writing' | 'sending' | 'sent';

/** A question to the firm. What was written stays until it has arrived. */
export function QuestionForm({ token }: { token: string }) {
  const t = useTranslations('proposal.question');
  const errors = useTranslations('proposal.errors');
  const errorText = useErrorText();
  const [state, setState] = useState<State>('writing');
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const ready = useHydrated();
  const fields = useRef<HTMLFormElement>(null);
  const showWrong = useFirstWrong(fields);
  useTypedBefore(fields, (typed) => {
    setName(typed.get('name') ?? '');
    setText(typed.get('question') ?? '');
  });

  const send = async () => {
    setTried(true);
    if (name.trim() === '' || text.trim() === '') return;
    setState('sending');
    setFailure(null);
    try {
      await askQuestion(token, { name: name.trim(), text: text.trim() });
      setState('sent');
      setText('');
      setTried(false);
    } catch (error) {
      setFailure(errorText(error));
      setState('writing');
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    showWrong();
    void send();
  };

  return (
    <section className={classes.card} id="question">
      <h2 className={classes.cardTitle}>{t('title')}</h2>
      {state === 'sent' ? (
        <output ref={focusOnAppear} tabIndex={-1} className={classes.form}>
          <span>{t('sent')}</span>
          <button type="button" className={classes.quiet} onClick={() => setState('writing')}>
            {t('another')}
          </button>
        </output>
      ) : (
        <form ref={fields} className={classes.form} method="post" onSubmit={submit} noValidate>
          <p className={classes.muted}>{t('lead')}</p>
          <Field
            label={t('name')}
            name="name"
            autoComplete="name"
            maxLength={100}
            value={name}
            error={tried && name.trim() === '' ? errors('nameRequired') : null}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextField
            label={t('text')}
            name="question"
            rows={4}
            maxLength={2000}
            value={text}
            error={tried && text.trim() === '' ? errors('textRequired') : null}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <FieldError error={failure} />
          <button type="submit" className={classes.quiet} disabled={!ready || state === 'sending'}>
            {state === 'sending' ? t('sending') : t('send')}
          </button>
        </form>
      )}
    </section>
  );
}
