'use client';

import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { sameForm } from './canonical';
import { checkForm } from './check-form';
import type { FormProblem } from './check-form';
import { standing } from './refusals';
import type { Refusal } from './refusals';
import { heldBack, savableForm } from './savable-form';
import type { EstimateForm } from './types';
import type { EstimateEditing } from './use-estimate-form';
import { useLatest } from './use-latest';
import { useSaveEstimate } from './use-save-estimate';

/** A pause in typing after which it is saved. */
const QUIET_MS = 1_200;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;

/** Where what is typed is now. */
export type SaveState =
  | 'saved'
  /** Will be saved in a moment. */
  | 'waiting'
  | 'saving'
  /** No answer: repeated with growing pauses, and as soon as there is a network again. */
  | 'unreachable'
  /** The server said no; nothing more is tried until something is changed. */
  | 'refused'
  /** Everything is saved but what is not finished. */
  | 'held'
  /** Others changed the same: a person has to decide first. */
  | 'conflict'
  /** The version was sent to the client meanwhile: nothing is saved upon it, what is typed waits for a new version. */
  | 'sent';

const NOTHING: FormProblem[] = [];

/** The first that is so, as long as anything is unsaved. */
const IN_ORDER = ['refused', 'unreachable', 'waiting', 'held'] as const;

type Marks = Record<(typeof IN_ORDER)[number] | 'conflict' | 'sent' | 'saving' | 'unsaved', boolean>;

function stateOf(is: Marks): SaveState {
  if (is.conflict) return 'conflict';
  if (is.sent) return 'sent';
  if (is.saving) return 'saving';
  return (is.unsaved && IN_ORDER.find((state) => is[state])) || 'saved';
}

/** What of the form can be saved now, what is not finished, what the server refused and is as it was. */
function useSavable({ form, base, savedForm }: EstimateEditing, refused: readonly Refusal[]) {
  const { tolerances } = base;
  const weigh = useCallback(
    (typed: EstimateForm) => {
      const problems = checkForm(typed, tolerances);
      return { problems, savable: savableForm(typed, savedForm, heldBack(problems, refused)) };
    },
    [tolerances, savedForm, refused],
  );
  // Weighing builds rooms: what is typed is on the screen before it.
  const settled = useDeferredValue(form);
  return { weigh, isWeighed: settled === form, ...useMemo(() => weigh(settled), [weigh, settled]) };
}

/** Saves by itself once typing pauses, when the page is left, and when the network is back. */
export function useSaving(editing: EstimateEditing) {
  const { form, base, savedForm, dirty, conflict, rebase, sent, markSent } = editing;
  const { save, saveAfter, isSaving, failures, refusal, refusals, refused } = useSaveEstimate({ id: base.id, rebase });
  const standingRefusals = useMemo(() => standing(refusals, form), [refusals, form]);
  const { weigh, isWeighed, problems, savable } = useSavable(editing, standingRefusals);

  const isOpen = base.canEdit && conflict === null;
  const isUnsaved = useMemo(() => isOpen && !sameForm(savable, savedForm), [isOpen, savable, savedForm]);
  const isRefused = useMemo(
    () => refused !== null && refused.version === base.version && sameForm(refused.form, savable),
    [refused, base.version, savable],
  );
  // From Ctrl+S on, until everything is finished, what is missing is named while it is being typed.
  const [tried, setTried] = useState(false);
  if (tried && problems.length === 0) setTried(false);

  const submit = (now = weigh(form).savable) => {
    if (isSaving || !isOpen) return;
    if (sameForm(now, savedForm)) return;
    markSent(now);
    save({ version: base.version, form: now });
  };
  const leave = () => {
    const now = weigh(form).savable;
    if (isSaving && isOpen && !sameForm(now, sent ?? savedForm)) saveAfter(now);
    else submit(now);
  };
  const canSave = isUnsaved && !isSaving && !isRefused;
  useSaveTimes({ submit, leave, form: savable, failures, canSave, onAsked: () => setTried(true) });

  const state = stateOf({
    conflict: conflict !== null,
    sent: dirty && base.status === 'issued',
    saving: isSaving,
    refused: isUnsaved && isRefused,
    unreachable: isUnsaved && failures > 0,
    waiting: isUnsaved || !isWeighed,
    held: true,
    unsaved: dirty && base.canEdit,
  });
  /** Saves now, and from now on says what keeps the rest from it. */
  const latest = useLatest(submit);
  const ask = useCallback(() => {
    setTried(true);
    latest.current();
  }, [latest]);
  const unfinished = tried ? problems : NOTHING;
  const shownRefusal = isRefused ? refusal : null;
  return useMemo(
    () => ({ state, ask, problems, unfinished, tried, refusal: shownRefusal, refusals: standingRefusals }),
    [state, ask, problems, unfinished, tried, shownRefusal, standingRefusals],
  );
}

interface SaveTimes {
  submit: (form?: EstimateForm) => void;
  /** The last chance: the editor goes. */
  leave: () => void;
  /** What would be saved: when it changes, the pause begins anew. */
  form: EstimateForm;
  failures: number;
  canSave: boolean;
  onAsked: () => void;
}

function useSaveTimes({ submit, leave, form, failures, canSave, onAsked }: SaveTimes): void {
  const latest = useRef({ submit, leave, onAsked });
  useEffect(() => {
    latest.current = { submit, leave, onAsked };
  });

  const isQuiet = canSave && failures === 0;
  useEffect(() => {
    if (!isQuiet) return undefined;
    const timer = setTimeout(() => latest.current.submit(form), QUIET_MS);
    return () => clearTimeout(timer);
  }, [isQuiet, form]);

  useEffect(() => {
    if (!canSave || failures === 0) return undefined;
    const delay = Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS);
    const timer = setTimeout(() => latest.current.submit(), delay);
    return () => clearTimeout(timer);
  }, [canSave, failures]);

  useEffect(() => {
    const now = () => latest.current.submit();
    const whenHidden = () => {
      if (document.visibilityState === 'hidden') now();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      // By the physical key: on a Cyrillic layout the letter is another one.
      if (event.code !== 'KeyS' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current.onAsked();
      now();
    };
    window.addEventListener('online', now);
    window.addEventListener('pagehide', now);
    window.addEventListener('keydown', onKeyDown);
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      window.removeEventListener('online', now);
      window.removeEventListener('pagehide', now);
      window.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('visibilitychange', whenHidden);
      // Gone to another page of the application: what is typed goes on its way with it.
      latest.current.leave();
    };
  }, []);
}

export type Saving = ReturnType<typeof useSaving>;
