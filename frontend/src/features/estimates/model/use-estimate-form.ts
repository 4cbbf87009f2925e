'use client';

import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useMe } from '../../../shared/session/session';
import { sameForm, toForm } from './estimate-form';
import { reduceHistory, startHistory } from './history';
import type { HistoryAction } from './history';
import { readLocalDraft, removeLocalDrafts, writeLocalDraft } from './local-draft';
import type { LocalDraft } from './local-draft';
import type { EstimateForm, EstimateView } from './types';

export interface EstimateEditing {
  form: EstimateForm;
  dispatch: (action: HistoryAction) => void;
  /** Form before the last step, and after the one taken back; null when there is nothing to undo or to do again. */
  previous: EstimateForm | null;
  next: EstimateForm | null;
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
  /** Goes on from a saved estimate. */
  rebase: (estimate: EstimateView, options?: RebaseOptions) => void;
  settleDraft: () => void;
}

export interface RebaseOptions {
  /** Changes that are to stay on top of it. */
  form?: EstimateForm;
  /** It is the saved state of this very work: what was done can still be undone. */
  sameWork?: boolean;
}

const startOf = (estimate: EstimateView) => startHistory(toForm(estimate));

/** The form of an estimate over its saved state: what is typed, kept on the device, and weighed against what others save. */
export function useEstimateForm(estimate: EstimateView): EstimateEditing {
  const me = useMe();
  const place = useMemo(() => ({ userId: me.id, estimateId: estimate.id }), [me.id, estimate.id]);
  const [base, setBase] = useState(estimate);
  const [history, dispatch] = useReducer(reduceHistory, estimate, startOf);
  const form = history.present;
  const [restored, setRestored] = useState<LocalDraft | null>(null);
  const [foreign, setForeign] = useState<LocalDraft | null>(null);
  const [kept, setKept] = useState(true);
  const savedForm = useMemo(() => toForm(base), [base]);
  const dirty = useMemo(() => !sameForm(form, savedForm), [form, savedForm]);

  const rebase = useCallback(
    (next: EstimateView, { form: kept, sameWork = false }: RebaseOptions = {}) => {
      setBase(next);
      dispatch({ type: 'replace', form: kept ?? toForm(next), sameWork });
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
  const steps = { previous: history.past.at(-1) ?? null, next: history.future[0] ?? null };
  return { form, dispatch, ...steps, dirty, base, newer, restored, foreign, kept, rebase, settleDraft };
}

interface StartingDraft {
  place: { userId: string; estimateId: string };
  estimate: EstimateView;
  dispatch: (action: HistoryAction) => void;
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

/** At once on every change, not after a pause: a tab that is killed a moment later has lost nothing. */
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
    setKept(writeLocalDraft(place, version, form));
    return undefined;
  }, [place, form, dirty, version, paused, setKept]);
}
