import { formatMoney } from '../../shared/formatting';

/** What an order comes to; a dash while nothing was reckoned. */
export const sumText = (minor: number, currency: string): string => (minor === 0 ? '—' : formatMoney(minor, currency));
