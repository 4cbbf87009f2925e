'use client';

import { useCallback, useMemo, useState } from 'react';
import { afterSave, isSame, mergeForms } from './merge-forms';
import type { TypedForm } from './merge-forms';

/** What a colleague saved while this person typed. */
export interface NewerSettings {
  /** Fields both changed, with what each made of them. */
  clashes: { field: string; mine: unknown; theirs: unknown }[];
  /** Goes on with what was typed over the newer settings: fields only the colleague changed are the colleague's. */
  keepMine: () => void;
}

export interface SettingsDraft<Stored, Form> {
  /** What the person began from. */
  base: Stored;
  form: Form;
  dirty: boolean;
  change: (form: Form) => void;
  /** Back to what the server has now. */
  reset: () => void;
  /** After a save: what was typed while it ran stays, begun on the answer. */
  settle: (sent: Form, stored: Stored) => void;
  /** Null: nobody saved since this person began. A save would be refused until it is decided. */
  newer: NewerSettings | null;
}

/**
 * A form over stored settings. It follows the server until somebody types; from then on it keeps what was typed and the
 * version it was begun on, so that a colleague's newer settings are never overwritten unseen. `toForm` must be stable
 * and its answer plain JSON.
 */
export function useSettingsDraft<Stored extends { version: number }, Form extends object>(
  stored: Stored,
  toForm: (stored: Stored) => Form,
): SettingsDraft<Stored, Form> {
  const [typed, setTyped] = useState<TypedForm<Stored, Form> | null>(null);
  const theirs = useMemo(() => toForm(stored), [stored, toForm]);
  const begun = useMemo(() => (typed === null ? null : toForm(typed.base)), [typed, toForm]);
  const draft = useMemo(
    () => (typed === null || isSame(typed.form, begun) || isSame(typed.form, theirs) ? null : typed),
    [typed, begun, theirs],
  );
  const base = draft?.base ?? stored;
  const change = useCallback((form: Form) => setTyped({ base, form }), [base]);
  const reset = useCallback(() => setTyped(null), []);
  const settle = useCallback(
    (sent: Form, saved: Stored) => setTyped((now) => afterSave(now, sent, { base: saved, form: toForm(saved) })),
    [toForm],
  );
  const newer = useMemo(() => {
    if (draft === null || begun === null || stored.version <= draft.base.version) return null;
    const merged = mergeForms(begun, draft.form, theirs);
    return {
      clashes: merged.clashes.map((field) => ({ field, mine: draft.form[field], theirs: theirs[field] })),
      keepMine: () => setTyped({ base: stored, form: merged.form }),
    };
  }, [draft, begun, theirs, stored]);
  return { base, form: draft?.form ?? theirs, dirty: draft !== null, change, reset, settle, newer };
}
