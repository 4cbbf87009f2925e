import type { Sides } from './three-way';
import type { EstimateForm } from './types';

interface Here {
  savedForm: EstimateForm;
  form: EstimateForm;
  /** Sent, and its answer has not come. */
  sent: EstimateForm | null;
  /** A kept draft that waits for a decision; it is not in the form. */
  pending: Sides<EstimateForm> | null;
}

/**
 * What has to be put together now; null when nothing has. `newer` is what others saved since, null when they did not. A
 * draft that waits goes on waiting with the newer state: only what is decided with it in it may end it.
 */
export function sidesOf(
  { savedForm, form, sent, pending }: Here,
  newer: EstimateForm | null,
): Sides<EstimateForm> | null {
  if (!newer) return pending;
  if (pending) return { ...pending, theirs: newer };
  return { base: savedForm, mine: form, theirs: newer, ...(sent && { sent }) };
}
