'use client';

import { ActionIcon, Autocomplete, Button, TextInput } from '@mantine/core';
import { IconArrowUp, IconCheck, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, ReactNode, SyntheticEvent } from 'react';
import { focusOnAppear } from '../../../shared/ui/focus-on-appear';
import classes from './in-place.module.css';

/** A row as it is typed: what it is, and what it is called. */
export interface TypedRow {
  text: string;
  label: string | null;
}

interface RowListProps {
  /** What one row is: `Телефон`. */
  name: string;
  /** The words of the button that adds one. */
  add: string;
  rows: readonly TypedRow[];
  editable: boolean;
  render: (index: number) => ReactNode;
  /** Gets the whole list; `origins` tells which row of the old list each was, null for a new one. */
  onSave: (rows: TypedRow[], origins: (number | null)[]) => void;
  input: { type: 'tel' | 'email' | 'text'; maxLength: number; placeholder?: string };
  /** Names offered for a row; without them rows have none. */
  labels?: string[];
}

const MOST = 20;

/** A short list edited in place, row by row; the first row is the main one. */
export function RowList({ name, add, rows, editable, render, onSave, input, labels }: RowListProps) {
  const t = useTranslations('client.rows');
  const [typing, setTyping] = useState<number | null>(null);
  const all = rows.map((_row, index) => index);
  const keep = (origins: number[]) =>
    onSave(
      origins.map((index) => rows[index]!),
      origins,
    );
  const finish = (index: number, typed: TypedRow) => {
    setTyping(null);
    const before = rows[index];
    if (!typed.text || (before?.text === typed.text && before.label === typed.label)) return;
    const next = [...rows];
    next[index] = typed;
    onSave(
      next,
      next.map((_row, at) => (at < rows.length ? at : null)),
    );
  };
  const form = (index: number) => (
    <RowForm
      name={name}
      row={rows[index] ?? { text: '', label: null }}
      input={input}
      labels={labels}
      onDone={(typed) => (typed ? finish(index, typed) : setTyping(null))}
    />
  );
  return (
    <>
      <ul className={classes.rows} aria-label={name}>
        {rows.map((row, index) => (
          <li key={row.text}>
            {typing === index ? (
              form(index)
            ) : (
              <div className={classes.row}>
                <div className={classes.rowWords}>
                  {render(index)} {row.label && <span className={classes.rowLabel}>{row.label}</span>}
                </div>
                {editable && (
                  <RowActions
                    text={row.text}
                    isFirst={index === 0}
                    onEdit={() => setTyping(index)}
                    onFirst={() => keep([index, ...all.filter((other) => other !== index)])}
                    onRemove={() => keep(all.filter((other) => other !== index))}
                  />
                )}
              </div>
            )}
          </li>
        ))}
        {typing === rows.length && <li>{form(rows.length)}</li>}
      </ul>
      {rows.length === 0 && typing === null && !editable && <span className={classes.empty}>{t('none')}</span>}
      {editable && typing === null && rows.length < MOST && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={15} />}
          onClick={() => setTyping(rows.length)}
        >
          {add}
        </Button>
      )}
    </>
  );
}

interface RowActionsProps {
  text: string;
  isFirst: boolean;
  onEdit: () => void;
  onFirst: () => void;
  onRemove: () => void;
}

function RowActions({ text, isFirst, onEdit, onFirst, onRemove }: RowActionsProps) {
  const t = useTranslations('client.rows');
  const button = (words: string, icon: ReactNode, onClick: () => void) => (
    <ActionIcon variant="subtle" color="gray" aria-label={words} title={words} onClick={onClick}>
      {icon}
    </ActionIcon>
  );
  return (
    <div className={classes.rowActions}>
      {!isFirst && button(t('makeFirst', { text }), <IconArrowUp size={16} />, onFirst)}
      {button(t('edit', { text }), <IconPencil size={16} />, onEdit)}
      {button(t('remove', { text }), <IconTrash size={16} />, onRemove)}
    </div>
  );
}

interface RowFormProps extends Pick<RowListProps, 'name' | 'input' | 'labels'> {
  row: TypedRow;
  /** Null when it is given up. */
  onDone: (typed: TypedRow | null) => void;
}

function RowForm({ name, row, input, labels, onDone }: RowFormProps) {
  const t = useTranslations('client.rows');
  const [text, setText] = useState(row.text);
  const [label, setLabel] = useState(row.label ?? '');
  const finish = () => onDone({ text: text.trim(), label: label.trim() || null });
  const form = useRef<HTMLFormElement>(null);
  const leave = ({ relatedTarget }: FocusEvent) => {
    // From one field to the other, or to the button, is not leaving.
    if (!form.current?.contains(relatedTarget)) finish();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    finish();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone(null);
  };
  return (
    <form
      ref={form}
      className={classes.typing}
      data-single={labels === undefined || undefined}
      onSubmit={submit}
      noValidate
    >
      <TextInput
        onBlur={leave}
        onKeyDown={onKeyDown}
        {...input}
        size="sm"
        aria-label={name}
        autoComplete="off"
        ref={focusOnAppear}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {labels && (
        <Autocomplete
          onBlur={leave}
          onKeyDown={onKeyDown}
          size="sm"
          aria-label={t('label', { name })}
          placeholder={t('labelPlaceholder')}
          data={labels}
          maxLength={50}
          value={label}
          onChange={setLabel}
          comboboxProps={{ withinPortal: false }}
        />
      )}
      <ActionIcon type="submit" size={36} variant="light" aria-label={t('save')}>
        <IconCheck size={18} />
      </ActionIcon>
    </form>
  );
}
