'use client';

import { useCallback, useMemo, useReducer, useState } from 'react';
import { sameForm, toForm, variantOf } from './estimate-form';
import { reduceHistory, startHistory } from './history';
import type { HistoryAction } from './history';
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
  /** The saved estimate this form began from. */
  base: EstimateView;
  /** Somebody saved something else meanwhile, while this form has changes of its own. */
  newer: EstimateView | null;
  /** Goes on from what was saved with this work, changes made since staying on top of it. */
  rebase: (saved: EstimateView, form?: EstimateForm) => void;
  /** Goes on from a saved estimate instead of what is here. */
  takeSaved: (saved: EstimateView) => void;
  drafts: Drafts;
}

const startOf = (estimate: EstimateView) => startHistory(toForm(estimate));

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

/** The form of an estimate over its saved state: what is typed, kept on the device, and weighed against what others save. */
export function useEstimateForm(estimate: EstimateView): EstimateEditing {
  const [base, setBase] = useBase(estimate);
  const [history, dispatch] = useReducer(reduceHistory, estimate, startOf);
  const form = history.present;
  const savedForm = useMemo(() => toForm(base), [base]);
  const dirty = useMemo(() => !sameForm(form, savedForm), [form, savedForm]);
  const drafts = useDrafts({ estimate, base, savedForm, form, dirty, dispatch });
  const { settleRestored } = drafts;

  const rebase = useCallback(
    (saved: EstimateView, form = toForm(saved)) => {
      setBase(saved);
      dispatch({ type: 'replace', form, as: 'same-work' });
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

  const isNewer = estimate.version > base.version;
  const newForm = useMemo(() => (isNewer ? toForm(estimate) : null), [isNewer, estimate]);
  const isSameWork = newForm !== null && sameForm(form, newForm);
  // With nothing of our own in the form there is nothing to decide: the newer state is simply shown.
  if (newForm !== null && (isSameWork || !dirty)) {
    setBase(estimate);
    dispatch({ type: 'replace', form: newForm, as: isSameWork ? 'same-work' : 'start' });
  }

  const newer = isNewer && dirty && !isSameWork ? estimate : null;
  const steps = { previous: history.past.at(-1) ?? null, next: history.future[0] ?? null };
  const variant = variantOf(form, history.shown);
  return { form, variant, dispatch, ...steps, dirty, base, newer, rebase, takeSaved, drafts };
}
