const formats = new Map<string, Intl.NumberFormat>();

function moneyFormat(currency: string): Intl.NumberFormat {
  let format = formats.get(currency);
  if (!format) {
    format = new Intl.NumberFormat('ru-RU', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
    formats.set(currency, format);
  }
  return format;
}

/** `3347800` kopecks as `33 478,00 ₽`, with no-break spaces. Two minor digits hold for every currency we sell in. */
export function formatMoney(minor: number, currency: string): string {
  return moneyFormat(currency).format(minor / 100);
}

/** `₽`: for the head of a column of amounts. */
export const currencySign = (currency: string): string =>
  moneyFormat(currency)
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency;
