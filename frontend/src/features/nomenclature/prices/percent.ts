import { parseDecimal } from '@smet/money';

const LEAST = -100;
const MOST = 10_000;

/** A percent as it is typed, «7,5» or «−3»; null when it is none, nothing, or all that there is. */
export function readPercent(typed: string): number | null {
  const clean = typed.replaceAll(/[\s%]/g, '').replace(',', '.').replace('−', '-');
  const negative = clean.startsWith('-');
  const decimal = parseDecimal(clean.replace(/^[+-]/, ''), { scale: 4, max: String(MOST) });
  if (decimal === null) return null;
  const percent = Number(decimal) * (negative ? -1 : 1);
  return percent > LEAST && percent !== 0 ? percent : null;
}
