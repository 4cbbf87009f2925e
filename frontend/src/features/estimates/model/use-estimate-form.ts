'use client';

import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useMe } from '../../../shared/session/session';
import { sameForm, toForm } from './estimate-form';
import { reduceForm } from './form-reducer';
import type { FormAction } from './form-reducer';
import { readLocalDraft, removeLocalDrafts, writeLocalDraft } from './local-draft';
import type { LocalDraft } from './local-draft';
import type { EstimateForm, EstimateView } from './types';

/** A pause in typing after which what was typed is kept on the device. */
const KEEP_AFTER_MS = 400;

export interface EstimateEditing {
  form: EstimateForm;
  dispatch: (action: FormAction) => void;
  dirty: boolean;
  /** The saved estimate this form began from. */
  base: EstimateView;
  /** Somebody saved meanwhile, while this form has changes of its own. */
  newer: EstimateView | null;
  /** A draft of this device that was put back, or one begun on another version that waits for a decision. */
  restored: LocalDraft | null;
  foreign: LocalDraft | null;
  /** False when the browser would not keep the draft. */
  kept: boolean;
  /** Goes on from a saved estimate; `form` when other changes are to stay on top of it. */
  rebase: (estimate: EstimateView, form?: EstimateForm) => void;
  settleDraft: () => void;
}

/** The form of an estimate over its saved state: what is typed, kept on the device, and weighed against what others save. */
export function useEstimateForm(estimate: EstimateView): EstimateEditing {
  const me = useMe();
  const place = useMemo(() => ({ userId: me.id, estimateId: estimate.id }), [me.id, estimate.id]);
  const [base, setBase] = useState(estimate);
  const [form, dispatch] = useReducer(reduceForm, estimate, toForm);
  const [restored, setRestored] = useState<LocalDraft | null>(null);
  const [foreign, setForeign] = useState<LocalDraft | null>(null);
  const [kept, setKept] = useState(true);
  const savedForm = useMemo(() => toForm(base), [base]);
  const dirty = useMemo(() => !sameForm(form, savedForm), [form, savedForm]);

  const rebase = useCallback(
    (next: EstimateView, keep?: EstimateForm) => {
      setBase(next);
      dispatch({ type: 'replace', form: keep ?? toForm(next) });
      setRestored(null);
      setForeign(null);
      removeLocalDrafts(place);
    },
    [place],
  );
  const settleDraft = useCallback(() => {
    setRestored(null);
    setForeign(null);
  }, []);

  useStartingDraft({ place, estimate, dispatch, setRestored, setForeign });
  useKeptDraft({ place, form, dirty, version: base.version, paused: foreign !== null, setKept });

  const isNewer = estimate.version > base.version;
  // With nothing of our own in the form there is nothing to decide: the newer state is simply shown.
  if (isNewer && !dirty) {
    setBase(estimate);
    dispatch({ type: 'replace', form: toForm(estimate) });
  }

  const newer = isNewer && dirty ? estimate : null;
  return { form, dispatch, dirty, base, newer, restored, foreign, kept, rebase, settleDraft };
}

interface StartingDraft {
  place: { userId: string; estimateId: string };
  estimate: EstimateView;
  dispatch: (action: FormAction) => void;
  setRestored: (draft: LocalDraft) => void;
  setForeign: (draft: LocalDraft) => void;
}

/** Once, after the page has appeared: the server cannot know what this device remembers. */
function useStartingDraft({ place, estimate, dispatch, setRestored, setForeign }: StartingDraft): void {
  const looked = useRef(false);
  useEffect(() => {
    if (looked.current) return;
    looked.current = true;
    if (!estimate.canEdit) return;
    const draft = readLocalDraft(place);
    if (!draft || sameForm(draft.form, toForm(estimate))) return;
    if (draft.version !== estimate.version) {
      setForeign(draft);
      return;
    }
    dispatch({ type: 'replace', form: draft.form });
    setRestored(draft);
  }, [place, estimate, dispatch, setRestored, setForeign]);
}

interface KeptDraft {
  place: { userId: string; estimateId: string };
  form: EstimateForm;
  dirty: boolean;
  version: number;
  /** While an older draft waits for a decision, nothing may be written over it. */
  paused: boolean;
  setKept: (kept: boolean) => void;
}

function useKeptDraft({ place, form, dirty, version, paused, setKept }: KeptDraft): void {
  const wasDirty = useRef(false);
  useEffect(() => {
    if (paused) return undefined;
    if (!dirty) {
      if (wasDirty.current) removeLocalDrafts(place);
      wasDirty.current = false;
      return undefined;
    }
    wasDirty.current = true;
    const keep = () => setKept(writeLocalDraft(place, version, form));
    const timer = setTimeout(keep, KEEP_AFTER_MS);
    // A closed tab does not wait for the pause.
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [place, form, dirty, version, paused, setKept]);
}
