/** "₽" for RUB: how amounts of the currency are signed. */
export function currencySign(currency: string): string {
  const parts = new Intl.NumberFormat('ru-RU', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}
