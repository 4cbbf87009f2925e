'use client';

import { IconArrowLeft, IconArrowRight, IconBackspace } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode, RefObject } from 'react';
import { goFrom, lastFieldOf, padField, stepsOf, typeInto } from './entry-steps';
import type { PadKey } from './pad-keys';
import classes from './number-pad.module.css';

interface NumberPadProps {
  /** Where the fields are. */
  entry: RefObject<HTMLElement | null>;
}

const DIGITS = ['7', '8', '9', '4', '5', '6', '1', '2', '3'] as const;

/** The field that is being typed in, with its caret where it was; with none chosen yet, the first empty one. */
function target(entry: HTMLElement): HTMLInputElement | null {
  const focused = document.activeElement;
  if (focused instanceof HTMLInputElement && focused.dataset['step'] !== undefined) return focused;
  const field = padField(stepsOf(entry), lastFieldOf(entry));
  if (!field) return null;
  const { selectionStart, selectionEnd } = field;
  field.focus();
  // Coming to a field selects its text: a number that was half typed would be typed over.
  field.setSelectionRange(selectionStart, selectionEnd);
  return field;
}

/** The field keeps the focus and its caret while keys, or the gaps between them, are pressed. */
function keepFocus(pad: HTMLElement | null): (() => void) | undefined {
  if (!pad) return undefined;
  const keep = (event: Event) => event.preventDefault();
  pad.addEventListener('pointerdown', keep);
  pad.addEventListener('mousedown', keep);
  return () => {
    pad.removeEventListener('pointerdown', keep);
    pad.removeEventListener('mousedown', keep);
  };
}

/** Big keys beside the drawing: no soft keyboard over it, and the next field by one key. */
export function NumberPad({ entry }: NumberPadProps) {
  const t = useTranslations('estimates.pad');
  const onField = (act: (input: HTMLInputElement) => void) => () => {
    const input = entry.current && target(entry.current);
    if (input) act(input);
  };
  const key = (value: PadKey, label: string, face: ReactNode = label) => (
    <button
      key={value}
      type="button"
      tabIndex={-1}
      className={classes.key}
      aria-label={label}
      onClick={onField((input) => typeInto(input, value))}
    >
      {face}
    </button>
  );
  return (
    <fieldset aria-label={t('label')} className={classes.pad} ref={keepFocus}>
      {DIGITS.map((digit) => key(digit, digit))}
      {key(',', t('comma'), ',')}
      {key('0', '0')}
      {key('back', t('backspace'), <IconBackspace size={26} stroke={1.6} aria-hidden />)}
      <div className={classes.steps}>
        <button
          type="button"
          tabIndex={-1}
          className={classes.key}
          aria-label={t('previous')}
          onClick={onField((input) => goFrom(input, -1))}
        >
          <IconArrowLeft size={24} stroke={1.8} aria-hidden />
        </button>
        <button
          type="button"
          tabIndex={-1}
          className={`${classes.key} ${classes.next}`}
          onClick={onField((input) => goFrom(input, 1))}
        >
          {t('next')}
          <IconArrowRight size={22} stroke={1.8} aria-hidden />
        </button>
      </div>
    </fieldset>
  );
}
