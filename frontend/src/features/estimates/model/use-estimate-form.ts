'use client';

import { useCallback, useMemo, useReducer, useState } from 'react';
import { sameForm } from './canonical';
import { toForm, variantOf } from './estimate-form';
import { reduceHistory, reduceReading, startHistory } from './history';
import type { HistoryAction } from './history';
import { mergeForms } from './merge-forms';
import type { MergedForms } from './merge-forms';
import { sidesOf } from './sides';
import type { Choice, Place, Sides } from './three-way';
import type { EstimateForm, EstimateView, VariantForm } from './types';
import { useDrafts } from './use-drafts';
import type { Drafts } from './use-drafts';

export interface EstimateEditing {
  form: EstimateForm;
  /** The one that is looked at: lines and discounts are its. */
  variant: VariantForm;
  dispatch: (action: HistoryAction) => void;
  /** Form before the last step, and after the one taken back; null when there is nothing to undo or to do again. */
  previous: EstimateForm | null;
  next: EstimateForm | null;
  dirty: boolean;
  /** The saved estimate this form began from, and the form it is. */
  base: EstimateView;
  savedForm: EstimateForm;
  /** What was typed here and what others saved do not go together: the person decides, nothing is saved until then. */
  conflict: Conflicting | null;
  /** What others saved and is in the form now. */
  taken: readonly Place[];
  forgetTaken: () => void;
  /** Named before it is sent: when it comes back by another way than its answer, it is known as one's own. */
  markSent: (form: EstimateForm) => void;
  /** On its way, or without an answer. */
  sent: EstimateForm | null;
  /** Goes on from what was saved with this work; what is typed stays as it is typed. */
  rebase: (saved: EstimateView) => void;
  /** Goes on from a saved estimate instead of what is here. */
  takeSaved: (saved: EstimateView) => void;
  drafts: Drafts;
}

export interface Conflicting extends MergedForms {
  decide: (choices: ReadonlyMap<string, Choice>) => void;
}

const startOf = (estimate: EstimateView) => startHistory(toForm(estimate));
const NONE: readonly Place[] = [];

/**
 * The saved estimate the form stands on. While the version is the same, what the server says about it now counts; the
 * tolerances of the organization count at once, whatever the version.
 */
function useBase(estimate: EstimateView) {
  const [began, setBase] = useState(estimate);
  const base = useMemo(
    () => (estimate.version === began.version ? estimate : { ...began, tolerances: estimate.tolerances }),
    [estimate, began],
  );
  return [base, setBase] as const;
}

/** The form of an estimate over its saved state: what is typed, kept on the device, and put together with what others save. */
export function useEstimateForm(estimate: EstimateView): EstimateEditing {
  const [base, setBase] = useBase(estimate);
  // Whoever holds `dispatch`, an old message for instance: what counts is whether it can be changed now.
  const [history, dispatch] = useReducer(base.canEdit ? reduceHistory : reduceReading, estimate, startOf);
  const [taken, setTaken] = useState(NONE);
  const [sent, markSent] = useState<EstimateForm | null>(null);
  const form = history.present;
  const savedForm = useMemo(() => toForm(base), [base]);
  const dirty = useMemo(() => !sameForm(form, savedForm), [form, savedForm]);
  const drafts = useDrafts({ estimate, base, savedForm, form, dirty, dispatch });
  const { settleRestored, pending, settlePending } = drafts;

  const isNewer = estimate.version > base.version;
  const sides = useMemo(
    () => sidesOf({ savedForm, form, sent, pending }, isNewer ? toForm(estimate) : null),
    [isNewer, estimate, sent, savedForm, form, pending],
  );
  const merged = useMemo(() => sides && mergeForms(sides), [sides]);

  const settle = (result: MergedForms, { base: from, theirs }: Sides<EstimateForm>) => {
    setBase(estimate);
    markSent(null);
    dispatch({ type: 'merge', form: result.form, base: from, theirs });
    settlePending();
    if (result.taken.length > 0) setTaken(result.taken);
  };
  if (isNewer && sides && merged?.conflicts.length === 0) settle(merged, sides);

  const rebase = useCallback(
    (saved: EstimateView) => {
      setBase((known) => (saved.version >= known.version ? saved : known));
      markSent(null);
      settleRestored();
    },
    [setBase, settleRestored],
  );
  const takeSaved = useCallback(
    (saved: EstimateView) => {
      setBase(saved);
      dispatch({ type: 'replace', form: toForm(saved), as: 'step' });
      settleRestored();
    },
    [setBase, settleRestored],
  );
  const conflict: Conflicting | null =
    sides && merged && merged.conflicts.length > 0
      ? { ...merged, decide: (choices) => settle(mergeForms(sides, choices), sides) }
      : null;
  return {
    form,
    variant: variantOf(form, history.shown),
    dispatch,
    previous: (base.canEdit && history.past.at(-1)) || null,
    next: (base.canEdit && history.future[0]) || null,
    dirty,
    base,
    savedForm,
    conflict,
    taken,
    forgetTaken: useCallback(() => setTaken(NONE), []),
    markSent,
    sent,
    rebase,
    takeSaved,
    drafts,
  };
}
