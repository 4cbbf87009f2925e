/** A decimal string of the wire in the reader's notation: `14.87` as `14,87`, groups by no-break spaces. */
export function formatDecimal(value: string): string {
  const negative = value.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? value.slice(1) : value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0');
  const tail = fraction.replace(/0+$/, '');
  return `${negative ? '−' : ''}${grouped}${tail ? `,${tail}` : ''}`;
}

/** The same, always with the given number of decimals; never rounds, the value is already exact. */
export function formatFixed(value: string | number, digits: number): string {
  const text = typeof value === 'number' ? value.toFixed(digits) : value;
  const [whole = '0', fraction = ''] = text.split('.');
  const padded = fraction.padEnd(digits, '0');
  const grouped = formatDecimal(whole);
  return padded ? `${grouped},${padded}` : grouped;
}
