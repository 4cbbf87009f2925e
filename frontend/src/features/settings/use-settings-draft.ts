'use client';

import { useCallback, useMemo, useState } from 'react';

export interface SettingsDraft<Stored, Form> {
  /** What the person began from. */
  base: Stored;
  form: Form;
  dirty: boolean;
  change: (form: Form) => void;
  /** Back to what the server has now. */
  reset: () => void;
}

/**
 * A form over stored settings. It follows the server until somebody types; from then on it keeps what was typed and the
 * version it was begun on, so that a colleague's newer settings are never overwritten unseen. `toForm` must be stable
 * and its answer plain JSON.
 */
export function useSettingsDraft<Stored, Form>(
  stored: Stored,
  toForm: (stored: Stored) => Form,
): SettingsDraft<Stored, Form> {
  const [draft, setDraft] = useState<{ base: Stored; form: Form } | null>(null);
  const base = draft?.base ?? stored;
  const initial = useMemo(() => toForm(base), [base, toForm]);
  const form = draft?.form ?? initial;
  const dirty = useMemo(() => form !== initial && JSON.stringify(form) !== JSON.stringify(initial), [form, initial]);
  const change = useCallback((next: Form) => setDraft({ base, form: next }), [base]);
  const reset = useCallback(() => setDraft(null), []);
  return { base, form, dirty, change, reset };
}
