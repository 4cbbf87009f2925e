import { Decimal } from './decimal.js';
import type { DecimalInput } from './decimal.js';
import type { Minor } from './minor.js';

/**
 * Splits an amount in proportion to the weights so that the parts sum to it exactly (largest remainder; equal remainders
 * go to the earlier part). Weights are not negative; when all are zero the amount is split evenly. A negative total gives
 * the mirrored parts of the positive one.
 * @throws RangeError for no weights at all or a negative weight.
 */
export function allocate(total: Minor, weights: readonly DecimalInput[]): Minor[] {
  if (weights.length === 0) {
    throw new RangeError('Nothing to allocate to');
  }
  const whole = toWholeWeights(weights);
  const sum = whole.reduce((a, b) => a + b, 0n);
  const sign = total < 0 ? -1 : 1;
  const amount = BigInt(Math.abs(total));
  const parts = whole.map((weight) => (amount * weight) / sum);
  const remainders = whole.map((weight, index) => ({ index, remainder: (amount * weight) % sum }));
  remainders.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  const left = Number(amount - parts.reduce((a, b) => a + b, 0n));
  for (const { index } of remainders.slice(0, left)) {
    parts[index] = (parts[index] ?? 0n) + 1n;
  }
  return parts.map((part) => (part === 0n ? 0 : sign * Number(part)));
}

function toWholeWeights(weights: readonly DecimalInput[]): bigint[] {
  const decimals = weights.map((weight) => new Decimal(weight));
  if (decimals.some((weight) => weight.lt(0))) {
    throw new RangeError('A weight must not be negative');
  }
  if (decimals.every((weight) => weight.eq(0))) {
    return weights.map(() => 1n);
  }
  const places = Math.max(...decimals.map((weight) => Math.max(0, weight.c.length - 1 - weight.e)));
  const scale = new Decimal(10).pow(places);
  return decimals.map((weight) => BigInt(weight.times(scale).toFixed(0)));
}
