'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { checkForm } from './check-form';
import type { FormProblem } from './check-form';
import { standing } from './refusals';
import type { EstimateEditing } from './use-estimate-form';
import { useSaveEstimate } from './use-save-estimate';

const NOTHING: FormProblem[] = [];

/** Saving with everything around it: what has to be finished first, the shortcut, the answer. */
export function useSaving(editing: EstimateEditing) {
  const { form, base, dirty, rebase } = editing;
  const current = useRef(form);
  useEffect(() => {
    current.current = form;
  }, [form]);
  const { save, refusals, error, ...state } = useSaveEstimate({
    id: base.id,
    currentForm: useCallback(() => current.current, []),
    rebase,
  });
  // From a refused save until everything it named is finished, what is missing is named while it is being typed.
  const [tried, setTried] = useState(false);
  const unfinished = useMemo(
    () => (tried ? checkForm(form, base.tolerances) : NOTHING),
    [tried, form, base.tolerances],
  );
  if (tried && unfinished.length === 0) setTried(false);

  const held = useMemo(() => standing(refusals, form), [refusals, form]);
  const isMended = refusals.length > 0 && held.length === 0;

  // Asked for while a save was on its way: what was typed meanwhile is saved after it.
  const again = useRef(false);
  const { isSaving } = state;

  /** `version` is another than the form's own when the person decided to write over somebody's newer state. */
  const submit = (version = base.version) => {
    again.current = isSaving;
    if (isSaving || !dirty || !base.canEdit) return;
    const isFinished = checkForm(form, base.tolerances).length === 0;
    setTried(!isFinished);
    if (isFinished) save({ version, form });
  };

  const latest = useRef(submit);
  useEffect(() => {
    latest.current = submit;
  });
  const failed = error !== null || state.conflict;
  useEffect(() => {
    if (isSaving || !again.current) return;
    again.current = false;
    if (!failed) latest.current();
  }, [isSaving, failed]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // By the physical key: on a Cyrillic layout the letter is another one.
      if (event.code !== 'KeyS' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return { ...state, submit, error: isMended ? null : error, refusals: held, unfinished, tried };
}

export type Saving = ReturnType<typeof useSaving>;
