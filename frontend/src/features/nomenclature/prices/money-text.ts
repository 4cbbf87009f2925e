import { minorFromDecimal, minorToDecimal, parseDecimal } from '@smet/money';

const MAX_UNITS = '10000000000';

/** An amount as it is typed, «1 250,50», in minor units; null when it is none or has parts of a kopeck. */
export function readMoney(typed: string): number | null {
  const clean = typed.replaceAll(/[\s\u00a0\u202f₽]/g, '').replace(',', '.');
  const decimal = parseDecimal(clean, { scale: 2, max: MAX_UNITS });
  const minor = decimal === null ? null : minorFromDecimal(decimal);
  return minor !== null && minor >= 0 ? minor : null;
}

/** Minor units as they are typed. */
export const moneyText = (minor: number): string => minorToDecimal(minor).replace('.', ',');
