'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useMe } from '../../../shared/session/session';
import { sameForm } from './canonical';
import { toForm } from './estimate-form';
import type { HistoryAction } from './history';
import { chooseDrafts, draftKey, readDrafts, removeDraft, removeRead, takeOverTab, writeDraft } from './local-draft';
import type { DraftPlace, Kept, KeptDraft } from './local-draft';
import { mergeForms } from './merge-forms';
import type { Sides } from './three-way';
import type { EstimateForm, EstimateView } from './types';
import { useLatest } from './use-latest';
import { holdWriter, livingWriters } from './writer-lock';

/** What this device has kept of work that was never saved. */
export interface Drafts {
  /** Put back when the editor was opened. */
  restored: KeptDraft | null;
  /** Begun on another version or in another tab: waits for a decision. */
  other: KeptDraft | null;
  /** False when the browser would not keep what is typed now. */
  kept: boolean;
  /** A draft of an older version that does not go together with what was saved since. */
  pending: Sides<EstimateForm> | null;
  settleRestored: () => void;
  settlePending: () => void;
  takeOther: () => void;
  dropOther: () => void;
}

interface DraftsInput {
  estimate: EstimateView;
  base: EstimateView;
  /** The saved state that `form` is a change of. */
  savedForm: EstimateForm;
  form: EstimateForm;
  dirty: boolean;
  dispatch: (action: HistoryAction) => void;
}

/** Keeps what is typed on this device, and brings back what was kept here before. */
export function useDrafts({ estimate, base, savedForm, form, dirty, dispatch }: DraftsInput): Drafts {
  const { version } = base;
  const me = useMe();
  const place = useMemo(() => ({ userId: me.id, estimateId: estimate.id }), [me.id, estimate.id]);
  const [writer] = useState(() => crypto.randomUUID());
  const key = useMemo(() => draftKey(place, writer), [place, writer]);
  const [restored, setRestored] = useState<KeptDraft | null>(null);
  const [other, setOther] = useState<KeptDraft | null>(null);
  const [pending, setPending] = useState<PendingDraft | null>(null);
  const [kept, setKept] = useState(true);
  const settleRestored = useCallback(() => setRestored(null), []);

  /** The draft goes on as this editor's own: it is never nowhere, not even for a moment. */
  const moveHere = useCallback(
    (draft: KeptDraft) => {
      if (writeDraft(key, { version, form: draft.form, base: savedForm })) removeRead(draft);
    },
    [key, version, savedForm],
  );
  const settlePending = useCallback(() => {
    if (pending) removeRead(pending.draft);
    setPending(null);
  }, [pending]);
  const choose = (isTaken: boolean) => {
    if (!other) return;
    dispatch({ type: 'replace', form: other.form, as: 'step' });
    if (isTaken) moveHere(other);
    else {
      // What was dropped can be fetched back by undo.
      dispatch({ type: 'replace', form, as: 'step' });
      removeRead(other);
    }
    setRestored(null);
    setOther(null);
  };

  // Before a draft is put back: with nothing typed yet this takes the key away.
  useKeeping({ key, kept: { version, form, base: savedForm }, dirty, setKept });
  // Before it is looked for the drafts of others: those of living tabs are told by their locks.
  useEffect(() => holdWriter(key), [key]);
  useStartingDraft({ place, key, estimate, dirty, dispatch, moveHere, setRestored, setOther, setPending });
  return {
    restored,
    other,
    kept,
    pending: pending?.sides ?? null,
    settleRestored,
    settlePending,
    takeOther: () => choose(true),
    dropOther: () => choose(false),
  };
}

interface PendingDraft {
  draft: KeptDraft;
  sides: Sides<EstimateForm>;
}

interface StartingDraft {
  place: DraftPlace;
  key: string;
  estimate: EstimateView;
  dirty: boolean;
  dispatch: (action: HistoryAction) => void;
  moveHere: (draft: KeptDraft) => void;
  setRestored: (draft: KeptDraft) => void;
  setOther: (draft: KeptDraft | null) => void;
  setPending: (pending: PendingDraft) => void;
}

/** Drafts with something in them that is not saved; those whose work was saved are done with. */
function unsavedDrafts(place: DraftPlace, saved: EstimateForm, living: ReadonlySet<string>): KeptDraft[] {
  return readDrafts(place, saved).filter((draft) => {
    if (living.has(draft.key)) return false;
    const isSaved = sameForm(draft.form, saved);
    if (isSaved) removeRead(draft);
    return !isSaved;
  });
}

/** Once, after the page has appeared: the server cannot know what this device remembers. */
function useStartingDraft(input: StartingDraft): void {
  const { place, key, estimate } = input;
  const latest = useLatest(input);
  const looked = useRef(false);
  useEffect(() => {
    if (looked.current) return;
    looked.current = true;
    if (!estimate.canEdit) return;
    const ownKey = takeOverTab(place, key);
    void livingWriters(ownKey).then((living) => putBack(latest.current, ownKey, living));
  }, [place, key, estimate, latest]);
}

function putBack(input: StartingDraft, ownKey: string | null, living: ReadonlySet<string>): void {
  const { place, estimate, dirty, dispatch, moveHere, setRestored, setOther, setPending } = input;
  const saved = toForm(estimate);
  const { back, other } = chooseDrafts(unsavedDrafts(place, saved, living), {
    version: estimate.version,
    ownKey,
    living,
  });
  // Typed before the draft was found: what is on the screen stays there.
  setOther(dirty && back ? back : other);
  if (!back || dirty) return;
  const sides = { base: back.base ?? saved, mine: back.form, theirs: saved };
  const { form, conflicts } = mergeForms(sides);
  if (conflicts.length > 0) {
    // What is saved is shown until it is decided: were the draft in the form, a reload would take it as decided.
    setPending({ draft: back, sides });
    return;
  }
  if (sameForm(form, saved)) {
    removeRead(back);
    return;
  }
  dispatch({ type: 'replace', form, as: 'start' });
  moveHere({ ...back, form });
  setRestored(back);
}

interface Keeping {
  key: string;
  kept: Kept;
  dirty: boolean;
  setKept: (kept: boolean) => void;
}

/** The keystroke is on the screen first. Whoever leaves in between loses nothing: leaving writes at once. */
const AFTER_PAINT_MS = 30;

function useKeeping({ key, kept: { version, form, base }, dirty, setKept }: Keeping): void {
  const unwritten = useRef<(() => void) | null>(null);
  const writeNow = useCallback(() => {
    const write = unwritten.current;
    unwritten.current = null;
    write?.();
  }, []);
  useEffect(() => {
    if (!dirty) {
      unwritten.current = null;
      removeDraft(key);
      return;
    }
    // Not put off by the next keystroke: one timer writes whatever is typed by then.
    if (unwritten.current === null) setTimeout(writeNow, AFTER_PAINT_MS);
    unwritten.current = () => setKept(writeDraft(key, { version, form, ...(base && { base }) }));
  }, [key, version, form, base, dirty, setKept, writeNow]);
  useEffect(() => {
    window.addEventListener('pagehide', writeNow);
    document.addEventListener('visibilitychange', writeNow);
    return () => {
      window.removeEventListener('pagehide', writeNow);
      document.removeEventListener('visibilitychange', writeNow);
      writeNow();
    };
  }, [writeNow]);
}
