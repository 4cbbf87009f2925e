'use client';

import { Input } from '@mantine/core';
import { formulaTokens } from '@smet/estimating';
import type { FormulaError } from '@smet/estimating';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { complete, completionAt, everyName } from './completion';
import type { Completion, KnownName } from './completion';
import { useFormulaWords } from './use-formula-words';
import classes from './formula.module.css';

interface FormulaFieldProps {
  label: string;
  description?: ReactNode;
  value: string;
  onChange: (source: string) => void;
  names: readonly KnownName[];
  /** What is wrong with the formula and where. */
  error: FormulaError | null;
  readOnly?: boolean;
  /** An empty one means something by itself. */
  placeholder?: string;
}

interface Suggestions extends Completion {
  active: number;
}

/** Keys that choose among suggestions while they are shown. */
function moved({ options, active }: Suggestions, key: string): number | null {
  if (key === 'ArrowDown') return (active + 1) % options.length;
  if (key === 'ArrowUp') return (active + options.length - 1) % options.length;
  return null;
}

/** A formula with its words in colour, what may be meant while it is typed, and its mistake at the character. */
export function FormulaField(props: FormulaFieldProps) {
  const { label, description, value, onChange, names, error, readOnly = false, placeholder } = props;
  const t = useTranslations('rules.formula');
  const words = useFormulaWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [suggested, setSuggested] = useState<Suggestions | null>(null);

  const suggest = (completion: Completion | null) => setSuggested(completion && { ...completion, active: 0 });
  const choose = (known: KnownName) => {
    if (!suggested) return;
    const next = complete(value, suggested, known);
    onChange(next.source);
    setSuggested(null);
    // The caret can only be placed in the text that is there after the next rendering.
    requestAnimationFrame(() => field.current?.setSelectionRange(next.caret, next.caret));
  };
  const goToError = () => {
    if (!error) return;
    field.current?.focus();
    field.current?.setSelectionRange(error.at, error.at + error.length);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if ((event.ctrlKey || event.metaKey) && event.code === 'Space') {
      event.preventDefault();
      suggest(everyName(value, event.currentTarget.selectionStart, names));
      return;
    }
    const active = suggested && moved(suggested, event.key);
    const option = suggested?.options[suggested.active];
    if (suggested && active !== null) setSuggested({ ...suggested, active });
    else if (option && (event.key === 'Enter' || event.key === 'Tab')) choose(option);
    else if (suggested && event.key === 'Escape') setSuggested(null);
    else if (event.key !== 'Enter') return;
    // A formula has no lines; Enter alone does nothing.
    event.preventDefault();
    event.stopPropagation();
  };
  const wrong = error ? words(error) : null;
  return (
    <Input.Wrapper label={label} description={description} labelProps={{ htmlFor: id }}>
      <div className={clsx(classes.field, wrong && classes.fieldWrong)}>
        <Highlighted source={value} error={error} />
        <textarea
          ref={field}
          id={id}
          className={classes.input}
          value={value}
          rows={1}
          maxLength={1000}
          placeholder={placeholder}
          readOnly={readOnly}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-autocomplete="list"
          aria-controls={suggested ? `${id}-list` : undefined}
          aria-activedescendant={suggested ? `${id}-${suggested.active}` : undefined}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? `${id}-error` : undefined}
          onKeyDown={onKeyDown}
          onBlur={() => setSuggested(null)}
          onChange={(event) => {
            const source = event.currentTarget.value.replaceAll(/[\r\n]+/g, ' ');
            onChange(source);
            suggest(completionAt(source, event.currentTarget.selectionStart, names));
          }}
        />
        {suggested && !readOnly && (
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot stand open under a text
          <div id={`${id}-list`} role="listbox" aria-label={t('suggestions')} className={classes.list}>
            {suggested.options.map((option, index) => (
              <div
                key={option.name}
                id={`${id}-${index}`}
                // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option outside of a select
                role="option"
                aria-selected={index === suggested.active}
                className={classes.option}
                onPointerDown={(event) => {
                  // Before the field loses its focus, and the list with it.
                  event.preventDefault();
                  choose(option);
                }}
              >
                <code>{option.name}</code>
                <span className={classes.optionTitle}>{option.title}</span>
                <span className={classes.optionUnit}>{option.unit}</span>
              </div>
            ))}
          </div>
        )}
      </div>
      {wrong && error && (
        <button type="button" id={`${id}-error`} className={classes.error} onClick={goToError}>
          {t('errorAt', { character: error.at + 1 })} {wrong}
        </button>
      )}
    </Input.Wrapper>
  );
}

/** A formula in colour: under the field, and alone where it is only shown. */
export function Highlighted({ source, error = null }: { source: string; error?: FormulaError | null }) {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { kind, from, to, text } of formulaTokens(source)) {
    if (from > at) pieces.push(source.slice(at, from));
    const wrong = error !== null && from < error.at + Math.max(error.length, 1) && error.at < to;
    pieces.push(
      <span key={from} className={clsx(classes[kind], wrong && classes.wrong)}>
        {text}
      </span>,
    );
    at = to;
  }
  if (error && error.at >= source.length) {
    pieces.push(<span key="end" className={clsx(classes.wrong, classes.end)} />);
  }
  return (
    <code aria-hidden className={classes.shown}>
      {pieces}
      {source.slice(at)}
      {'\u200b'}
    </code>
  );
}
