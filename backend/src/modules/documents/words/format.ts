import { minorToDecimal, normalizeDecimal, type DecimalString, type Minor } from '@smet/money';

/** Thousands are parted by a narrow space that no line breaks at, and so are a number and its sign. */
const NARROW = '\u202f';
const FIXED = '\u00a0';

const SIGNS: Readonly<Record<string, string>> = { RUB: '₽', KZT: '₸', BYN: 'Br' };

/** 3347800 of "RUB" is "33 478,00 ₽", below zero with a true minus; a currency without a sign keeps its code. */
export function money(amount: Minor, currency: string): string {
  return `${amountText(amount)}${FIXED}${SIGNS[currency] ?? currency}`;
}

/** The same without the currency, for a column that names it in its head. */
export function amountText(amount: Minor): string {
  const [whole = '0', minor = '00'] = minorToDecimal(Math.abs(amount)).split('.');
  return `${amount < 0 ? '−' : ''}${grouped(whole)},${minor}`;
}

/** "14.870" is "14,87". */
export function quantityText(quantity: DecimalString): string {
  const [whole = '0', fraction] = normalizeDecimal(quantity).replace('-', '−').split('.');
  return fraction === undefined ? grouped(whole) : `${grouped(whole)},${fraction}`;
}

/** The sign of a currency, for the head of a column. */
export function currencySign(currency: string): string {
  return SIGNS[currency] ?? currency;
}

/** "12,5 %". */
export function percentText(percent: DecimalString): string {
  return `${quantityText(percent)}${FIXED}%`;
}

/** A text whose numbers stay with their units: "профиль, 2 м" does not break before the metre, nor "00 копеек". */
export function unbroken(text: string): string {
  return text.replace(/(\d) (?=(?:мм|см|м|м²|шт|Вт|л|мл|кг|копе[а-я]+|тиын[а-я]*)(?![\p{L}\d]))/gu, `$1${FIXED}`);
}

/** Millimetres as the trade says them: 1250 is "125 см", 497 is "49,7 см". */
export function centimetres(mm: number): string {
  return `${quantityText((Math.round(mm) / 10).toFixed(1))}${FIXED}см`;
}

/** "20 ноября 2026 г."; a day as "2026-11-20", or a moment, which is that day in the time zone. */
export function dateText(date: string, timeZone: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date);
  const format = new Intl.DateTimeFormat('ru-RU', { dateStyle: 'long', timeZone: isDay ? 'UTC' : timeZone });
  return format.format(new Date(date)).replaceAll(' ', FIXED);
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, NARROW);
}
