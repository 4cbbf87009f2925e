import { compareDecimals, sumDecimals } from '@smet/money';
import type { StageField } from '../model/types';
import { parseShare } from '../model/variant-form';

const WHOLE = '100';

/** What lacks to a hundred per cent, below zero when there is too much; null when a share is no percentage. */
export function leftOf(stages: readonly Pick<StageField, 'text'>[]): string | null {
  const shares = stages.map(({ text }) => parseShare(text));
  const known = shares.filter((share) => share !== null);
  if (known.length < shares.length) return null;
  return sumDecimals([WHOLE, ...known.map((share) => (compareDecimals(share, '0') === 0 ? share : `-${share}`))]);
}
